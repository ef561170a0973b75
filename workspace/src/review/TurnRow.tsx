import { memo } from 'react';
import type { Evidence, Speaker, Turn, Word } from '../api/model';
import { offset } from '../parts/dates';
import { shortened } from '../parts/words';

interface Props {
  turn: Turn;
  speaker: Speaker | undefined;
  timed: boolean;
  lit: readonly Evidence[];
  from: number;
  to: number;
  playingAt: number;
  found: readonly number[];
  onWord: (word: number) => void;
}

const UNSURE = 0.7;

/** The colour and side of a role. */
export function roleClass(role: string | undefined): 'clinician' | 'patient' | 'others' {
  const lower = (role ?? '').toLowerCase();
  return lower.startsWith('clin') || lower.startsWith('doc') ? 'clinician' : lower.startsWith('pat') ? 'patient' : 'others';
}

/** What one person said before another did. */
export const TurnRow = memo(
  function TurnRow(props: Props) {
    const { turn } = props;
    return (
      <div className={`turn ${roleClass(props.speaker?.role)}`}>
        <div className="who">
          <b className="said">{props.speaker?.label ?? turn.speaker}</b>
          {props.timed ? <span className="faint number">{offset(turn.begin)}</span> : null}
        </div>
        {/* The words can be walked by keys in the list around them; the click is the same for those who point. */}
        <p className="said" onClick={(e) => clicked(e.target, props.onWord)}>
          {turn.words.map((word) => (
            <span key={word.id} data-w={word.id} className={classes(word, props)} {...titled(word)}>
              {shortened(word.text)}{' '}
            </span>
          ))}
        </p>
      </div>
    );
  },
  (a, b) =>
    a.turn === b.turn &&
    a.speaker === b.speaker &&
    a.lit === b.lit &&
    a.from === b.from &&
    a.to === b.to &&
    a.playingAt === b.playingAt &&
    a.found === b.found &&
    a.timed === b.timed,
);

function clicked(target: EventTarget, onWord: (word: number) => void) {
  const word = target instanceof Element ? target.closest('[data-w]')?.getAttribute('data-w') : null;
  if (word && window.getSelection()?.isCollapsed !== false) {
    onWord(Number(word));
  }
}

function classes(word: Word, props: Props): string | undefined {
  const names = [
    props.lit.some((said) => word.id >= said.from && word.id <= said.to) && 'w-lit',
    word.lookAlike?.length ? 'w-alike' : word.confidence < UNSURE && 'w-unsure',
    word.entity && `w-entity ${word.entity.toLowerCase()}`,
    props.from >= 0 && word.id >= props.from && word.id <= props.to && 'w-chosen',
    props.playingAt >= 0 && props.timed && word.begin <= props.playingAt && word.end > props.playingAt && 'w-playing',
    props.found.includes(word.id) && 'w-found',
  ].filter(Boolean);
  return names.length > 0 ? names.join(' ') : undefined;
}

function titled(word: Word): { title?: string } {
  return word.lookAlike?.length
    ? { title: `Heard uncertainly; written nearly like ${word.lookAlike.join(', ')}` }
    : word.confidence < UNSURE
      ? { title: `Heard with ${Math.round(word.confidence * 100)} % certainty` }
      : {};
}
