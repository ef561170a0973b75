import { Copy, Plus, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import type { Edit, Omission, Review, Section } from '../api/model';
import { IconButton } from '../parts/Button';
import { tell } from '../parts/toasts';
import { readable } from '../parts/words';
import { copy } from './copy';
import { omissionsOf, type Threads } from './evidence';
import { OmissionRow } from './OmissionRow';
import { RewriteSheet } from './RewriteSheet';
import { SentenceEditor } from './SentenceEditor';
import { SentenceRow } from './SentenceRow';
import type { Outcome } from './useNote';

export type Editing = { is: 'sentence'; id: string } | { is: 'new'; section: string; after: string | null; text: string };

export interface NotePaneProps {
  review: Review;
  weave: Threads;
  selected: string | null;
  lit: ReadonlySet<string>;
  editing: Editing | null;
  mayEdit: boolean;
  mayLook: boolean;
  queue: readonly string[];
  onSelect: (id: string) => void;
  onEditing: (editing: Editing | null) => void;
  onEdit: (edit: Edit, begun?: string) => Promise<Outcome>;
  onRemove: (id: string) => void;
  onAdd: (id: string) => void;
  onPlay: (() => void) | null;
  onWords: () => void;
  onRewrite: (section: string) => Promise<unknown>;
}

/** The note, section by section, with what was said but left out in the place where it would stand. */
export function NotePane(props: NotePaneProps) {
  const { review } = props;
  const [rewriting, setRewriting] = useState<Section | null>(null);
  const known = new Set(review.sections.map((section) => section.name));
  const elsewhere = review.omissions.filter((omission) => !known.has(omission.section));
  const move = (section: Section, id: string, by: -1 | 1) => {
    const at = section.sentences.findIndex((sentence) => sentence.id === id);
    const after = by < 0 ? (at > 0 ? (section.sentences[at - 2]?.id ?? '') : null) : (section.sentences[at + 1]?.id ?? null);
    if (after !== null) {
      void props.onEdit({ op: 'move', sentence: id, section: section.name, after }).then(() => props.onSelect(id));
    }
  };
  const first = props.selected ?? props.weave.items[0]?.id ?? null;
  const left = (omission: Omission) => (
    <li key={omission.id}>
      <OmissionRow
        omission={omission}
        selected={props.selected === omission.id}
        lit={props.lit.has(omission.id)}
        queued={props.queue.includes(omission.id)}
        tabbable={first === omission.id}
        mayEdit={props.mayEdit}
        onSelect={() => props.onSelect(omission.id)}
        onAdd={() => props.onAdd(omission.id)}
        onPlay={props.onPlay}
        onWords={props.onWords}
      />
    </li>
  );
  return (
    <div className="note">
      {review.sections.map((section) => (
        <section key={section.name} aria-labelledby={`section-${section.name}`} className={section.sentences.length === 0 ? 'note-section empty-section' : 'note-section'}>
          <header>
            <h2 id={`section-${section.name}`} className="said">
              {readable(section.title)}
            </h2>
            <div className="section-tools">
              <IconButton
                name={`Copy ${readable(section.title)}`}
                kind="quiet"
                size="small"
                isDisabled={section.sentences.length === 0}
                onPress={() => void copy(section.sentences.map((sentence) => sentence.text).join('\n')).then((done) => tell(done ? 'Copied' : 'The browser did not let this be copied'))}
              >
                <Copy size={14} aria-hidden />
              </IconButton>
              {props.mayEdit ? (
                <>
                  <IconButton
                    name={`Add a sentence to ${readable(section.title)}`}
                    kind="quiet"
                    size="small"
                    onPress={() => props.onEditing({ is: 'new', section: section.name, after: section.sentences.at(-1)?.id ?? null, text: '' })}
                  >
                    <Plus size={15} aria-hidden />
                  </IconButton>
                  {review.status === 'preliminary' ? (
                    <IconButton name={`Draft ${readable(section.title)} anew`} kind="quiet" size="small" onPress={() => setRewriting(section)}>
                      <RefreshCw size={14} aria-hidden />
                    </IconButton>
                  ) : null}
                </>
              ) : null}
            </div>
          </header>
          <ul>
            {section.sentences.map((sentence) => (
              <li key={sentence.id}>
                {props.editing?.is === 'sentence' && props.editing.id === sentence.id ? (
                  <SentenceEditor
                    text={sentence.text}
                    label="Text of the sentence"
                    onCancel={() => {
                      props.onEditing(null);
                      props.onSelect(sentence.id);
                    }}
                    onSave={async (text, begun) => {
                      // What could not be kept stays in the editor.
                      if (text === begun || (await props.onEdit({ op: 'replace', sentence: sentence.id, text }, begun)) !== 'failed') {
                        props.onEditing(null);
                        props.onSelect(sentence.id);
                      }
                    }}
                  />
                ) : (
                  <SentenceRow
                    sentence={sentence}
                    selected={props.selected === sentence.id}
                    lit={props.lit.has(sentence.id)}
                    queued={props.queue.includes(sentence.id)}
                    tabbable={first === sentence.id}
                    mayEdit={props.mayEdit}
                    onSelect={() => props.onSelect(sentence.id)}
                    onEdit={() => props.onEditing({ is: 'sentence', id: sentence.id })}
                    onRemove={() => props.onRemove(sentence.id)}
                    onMove={props.mayEdit ? (by) => move(section, sentence.id, by) : null}
                    onPlay={sentence.evidence.length > 0 ? props.onPlay : null}
                    onWords={props.onWords}
                    onSeen={props.mayLook && !sentence.seen && sentence.red ? () => void props.onEdit({ op: 'seen', id: sentence.id }) : null}
                  />
                )}
                {props.editing?.is === 'new' && props.editing.after === sentence.id ? <NewSentence editing={props.editing} pane={props} /> : null}
              </li>
            ))}
            {props.editing?.is === 'new' && props.editing.section === section.name && props.editing.after === null ? (
              <li>
                <NewSentence editing={props.editing} pane={props} />
              </li>
            ) : null}
            {omissionsOf(review, section.name).map(left)}
          </ul>
          {section.sentences.length === 0 && omissionsOf(review, section.name).length === 0 ? <p className="faint nothing">Nothing was said of this.</p> : null}
        </section>
      ))}
      {elsewhere.length > 0 ? (
        <section className="note-section" aria-labelledby="elsewhere">
          <header>
            <h2 id="elsewhere">Said, and in no section</h2>
          </header>
          <ul>
            {elsewhere.map(left)}
          </ul>
        </section>
      ) : null}
      {review.dropped.length > 0 ? (
        <details className="dropped">
          <summary>Left out because the words did not support it ({review.dropped.length})</summary>
          <ul>
            {review.dropped.map((one, at) => (
              <li key={at}>
                <span className="said">{one.text}</span> <span className="faint">{one.reasons.map(readable).join(', ')}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <RewriteSheet section={rewriting} onClose={() => setRewriting(null)} onRewrite={props.onRewrite} />
    </div>
  );
}

function NewSentence({ editing, pane }: { editing: Extract<Editing, { is: 'new' }>; pane: NotePaneProps }) {
  return (
    <SentenceEditor
      text={editing.text}
      label="Text of the new sentence"
      onCancel={() => {
        pane.onEditing(null);
        if (pane.selected) {
          pane.onSelect(pane.selected);
        }
      }}
      onSave={async (text) => {
        if ((await pane.onEdit({ op: 'insert', section: editing.section, after: editing.after, text })) !== 'failed') {
          pane.onEditing(null);
        }
      }}
    />
  );
}
