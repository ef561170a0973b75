import { CornerDownRight, Play, Plus } from 'lucide-react';
import { memo, type KeyboardEvent } from 'react';
import type { Omission } from '../api/model';
import { Button, IconButton } from '../parts/Button';

interface Props {
  omission: Omission;
  selected: boolean;
  lit: boolean;
  queued: boolean;
  tabbable: boolean;
  mayEdit: boolean;
  onSelect: () => void;
  onAdd: () => void;
  onPlay: (() => void) | null;
  onWords: () => void;
}

/** Something said that is not in the note; one key adds it. */
export const OmissionRow = memo(function OmissionRow(props: Props) {
  const pressed = (e: KeyboardEvent) => {
    if (e.key === 'Enter' || e.key === ' ') {
      e.preventDefault();
      props.onSelect();
    }
  };
  return (
    <div className={['sentence', 'omission', props.selected && 'selected', props.lit && 'lit', props.queued && 'queued'].filter(Boolean).join(' ')}>
      <span className="sign blue" aria-hidden>
        <Plus size={15} />
      </span>
      <div
        role="button"
        className="text said"
        data-item={props.omission.id}
        aria-pressed={props.selected}
        tabIndex={props.tabbable ? 0 : -1}
        onClick={props.onSelect}
        onKeyDown={pressed}
      >
        <span className="heard-only">Said, not in the note: </span>
        {props.omission.text}
      </div>
      <span className="flags" aria-hidden>
        <span className="flag omitted">Not in the note</span>
      </span>
      {props.selected ? (
        <div className="why">
          <span className="deeds">
            {props.onPlay ? (
              <IconButton name="Play the evidence" keys="P" kind="quiet" size="small" onPress={props.onPlay}>
                <Play size={14} aria-hidden />
              </IconButton>
            ) : null}
            <IconButton name="To the words" keys="T" kind="quiet" size="small" onPress={props.onWords}>
              <CornerDownRight size={14} aria-hidden />
            </IconButton>
            {props.mayEdit ? (
              <Button kind="main" size="small" onPress={props.onAdd} aria-keyshortcuts="A">
                <Plus size={14} aria-hidden /> Add to the note <kbd>A</kbd>
              </Button>
            ) : null}
          </span>
        </div>
      ) : null}
    </div>
  );
});
