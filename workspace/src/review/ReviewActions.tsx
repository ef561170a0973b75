import { ClipboardCopy, Ellipsis, FileDown, FileText, LayoutTemplate, PenLine, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { Button as Pressable, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { exportAddress } from '../api/client';
import type { Review } from '../api/model';
import { Button } from '../parts/Button';
import { shownInstant } from '../parts/dates';
import { tell } from '../parts/toasts';
import { readable } from '../parts/words';
import { useHere } from '../session/context';
import { copy } from './copy';
import { SignSheet } from './SignSheet';
import { TemplateSheet } from './TemplateSheet';
import type { NoteHandle } from './useNote';

/** What can be done with the note as a whole. */
export function ReviewActions(props: { note: NoteHandle; review: Review; signing: boolean; onSigning: (on: boolean) => void; onGoTo: (id: string) => void }) {
  const { note, review } = props;
  const { session } = useHere();
  const [retelling, setRetelling] = useState(false);
  const clinician = session.person.role === 'clinician';
  const open = review.status === 'preliminary';

  const deed = (key: string) => {
    switch (key) {
      case 'copy':
        void copy(wholeNote(review)).then((done) => tell(done ? 'The note is copied' : 'The browser did not let this be copied'));
        break;
      case 'template':
        setRetelling(true);
        break;
      case 'amend':
        note.beginAmendment();
        break;
      default:
        break;
    }
  };

  return (
    <>
      {note.busy ? (
        <span className="faint" role="status">
          Keeping …
        </span>
      ) : null}
      {review.signature ? (
        <span className="signed-by">
          <ShieldCheck size={16} aria-hidden />
          <span>
            {review.status === 'amended' ? 'Amended' : 'Signed'} by <b className="said">{review.signature.by}</b>
            <span className="faint"> {shownInstant(review.signature.at)}</span>
          </span>
        </span>
      ) : (
        <span className="pill amber">Draft {review.version}</span>
      )}
      <MenuTrigger>
        <Pressable className="button icon" aria-label="More">
          <Ellipsis size={18} aria-hidden />
        </Pressable>
        <Popover className="popover" placement="bottom end">
          <Menu className="menu" onAction={(key) => deed(String(key))}>
            <MenuItem id="copy" textValue="Copy the whole note">
              <ClipboardCopy size={16} aria-hidden /> Copy the whole note
            </MenuItem>
            <MenuItem id="text" textValue="Save as text" href={exportAddress(review.visit.id, 'text')} target="_blank">
              <FileText size={16} aria-hidden /> Save as text
            </MenuItem>
            <MenuItem id="pdf" textValue="Save as PDF" href={exportAddress(review.visit.id, 'pdf')} target="_blank">
              <FileDown size={16} aria-hidden /> Save as PDF
            </MenuItem>
            {open && (clinician || session.person.role === 'reviewer') ? (
              <MenuItem id="template" textValue="Change the template">
                <LayoutTemplate size={16} aria-hidden /> Change the template
              </MenuItem>
            ) : null}
            {!open && clinician && note.amendment === null ? (
              <MenuItem id="amend" textValue="Amend">
                <PenLine size={16} aria-hidden /> Amend
              </MenuItem>
            ) : null}
          </Menu>
        </Popover>
      </MenuTrigger>
      {open && clinician ? (
        <Button kind="main" onPress={() => props.onSigning(true)} aria-keyshortcuts="S">
          <ShieldCheck size={16} aria-hidden /> Sign
        </Button>
      ) : null}
      <SignSheet open={props.signing} note={note} review={review} onClose={() => props.onSigning(false)} onGoTo={props.onGoTo} />
      <TemplateSheet open={retelling} note={note} review={review} onClose={() => setRetelling(false)} />
    </>
  );
}

function wholeNote(review: Review): string {
  return review.sections
    .filter((section) => section.sentences.length > 0)
    .map((section) => `${readable(section.title)}\n${section.sentences.map((sentence) => sentence.text).join('\n')}`)
    .join('\n\n');
}
