import { CheckCheck, CornerDownRight, Pencil, Play, Trash2 } from 'lucide-react';
import { memo, type KeyboardEvent } from 'react';
import type { Sentence } from '../api/model';
import { Button, IconButton } from '../parts/Button';
import { flagName, judgement, spokenState, VERDICTS, VerdictSign } from './marks';

interface Props {
  sentence: Sentence;
  selected: boolean;
  lit: boolean;
  queued: boolean;
  tabbable: boolean;
  mayEdit: boolean;
  onSelect: () => void;
  onEdit: () => void;
  onRemove: () => void;
  /** Up or down within its section; null where it cannot be moved. */
  onMove: ((by: -1 | 1) => void) | null;
  onPlay: (() => void) | null;
  onWords: () => void;
  onSeen: (() => void) | null;
}

/** One sentence: its sign in the margin, its text, and, when selected, why and what can be done. */
export const SentenceRow = memo(function SentenceRow(props: Props) {
  const { sentence } = props;
  const shownFlags = sentence.flags.filter((flag) => props.selected || props.queued || flag === 'low-confidence' || flag === 'edited');
  const pressed = (e: KeyboardEvent) => {
    if (e.altKey && props.onMove && (e.key === 'ArrowUp' || e.key === 'ArrowDown')) {
      e.preventDefault();
      props.onMove(e.key === 'ArrowUp' ? -1 : 1);
    } else if (e.key === 'Enter') {
      e.preventDefault();
      if (props.selected && props.mayEdit) {
        props.onEdit();
      } else {
        props.onSelect();
      }
    } else if (e.key === ' ' && props.onPlay && props.selected) {
      e.preventDefault();
      props.onPlay();
    } else if (e.key === ' ') {
      e.preventDefault();
      props.onSelect();
    }
  };
  return (
    <div className={['sentence', props.selected && 'selected', props.lit && 'lit', props.queued && 'queued', sentence.red && !sentence.seen && 'red'].filter(Boolean).join(' ')}>
      <VerdictSign sentence={sentence} />
      <div
        role="button"
        className="text said"
        data-item={sentence.id}
        aria-pressed={props.selected}
        tabIndex={props.tabbable ? 0 : -1}
        onClick={props.onSelect}
        onKeyDown={pressed}
      >
        <span className="heard-only">{spokenState(sentence, props.queued)}: </span>
        {sentence.text}
      </div>
      {shownFlags.length > 0 ? (
        <span className="flags" aria-hidden>
          {shownFlags.map((flag) => (
            <span key={flag} className={`flag ${flag}`}>
              {flagName(flag)}
            </span>
          ))}
        </span>
      ) : null}
      {props.selected ? (
        <div className="why">
          <span className={`pill bare ${sentence.red ? 'red' : VERDICTS[sentence.verdict].tone}`}>
            {judgement(sentence)}
          </span>
          <span className="faint number">
            {sentence.origin === 'added' ? 'Added by hand' : `Sure to ${Math.round(sentence.confidence * 100)} %`} ·{' '}
            {sentence.evidence.length === 0 ? 'no words behind it' : `${sentence.evidence.length} ${sentence.evidence.length === 1 ? 'place' : 'places'}`}
          </span>
          <span className="deeds">
            {props.onPlay ? (
              <IconButton name="Play the evidence" keys="P" kind="quiet" size="small" onPress={props.onPlay}>
                <Play size={14} aria-hidden />
              </IconButton>
            ) : null}
            {sentence.evidence.length > 0 ? (
              <IconButton name="To the words" keys="T" kind="quiet" size="small" onPress={props.onWords}>
                <CornerDownRight size={14} aria-hidden />
              </IconButton>
            ) : null}
            {props.onSeen ? (
              <Button kind="quiet" size="small" onPress={props.onSeen}>
                <CheckCheck size={14} aria-hidden /> Seen
              </Button>
            ) : null}
            {props.mayEdit ? (
              <>
                <Button kind="quiet" size="small" onPress={props.onEdit} aria-keyshortcuts="E">
                  <Pencil size={14} aria-hidden /> Edit
                </Button>
                <IconButton name="Take out" keys="X" kind="quiet" size="small" onPress={props.onRemove}>
                  <Trash2 size={14} aria-hidden />
                </IconButton>
              </>
            ) : null}
          </span>
        </div>
      ) : null}
    </div>
  );
});
