import { useVirtualizer } from '@tanstack/react-virtual';
import { Users } from 'lucide-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { Review } from '../api/model';
import { Button } from '../parts/Button';
import { SearchBox } from '../parts/Fields';
import { plain } from '../parts/words';
import { evidenceOf, type Item, type Threads, turnAt, turnOfWord } from './evidence';
import { SpeakersSheet } from './SpeakersSheet';
import { TurnRow } from './TurnRow';
import type { NoteHandle } from './useNote';
import { WordBar } from './WordBar';

/** Words that were chosen: the first one, and the one up to which; either may come first in the visit. */
export interface WordRange {
  from: number;
  to: number;
}

interface Props {
  review: Review;
  weave: Threads;
  item: Item | null;
  range: WordRange | null;
  turn: number;
  playing: boolean;
  playingAt: number;
  mayEdit: boolean;
  note: NoteHandle;
  onRange: (range: WordRange | null) => void;
  onItem: (id: string) => void;
  onPlay: ((begin: number, end: number) => void) | null;
  onInsert: (section: string, text: string, evidence: number[]) => void;
  onLeave: () => void;
}

const TURN_HEIGHT = 64;

/** All that was said, as many turns as are in view; the words of the selected sentence are lit. */
export function TranscriptPane(props: Props) {
  const { review, item, range } = props;
  const turns = review.turns;
  const view = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  const [speakersShown, setSpeakersShown] = useState(false);
  const voices = useMemo(() => new Map(review.speakers.map((speaker) => [speaker.id, speaker])), [review.speakers]);
  const lit = useMemo(() => (item ? evidenceOf(item) : []), [item]);
  const found = useMemo(() => hits(review, typed), [review, typed]);
  const rows = useVirtualizer({
    count: turns.length,
    getScrollElement: () => view.current,
    estimateSize: () => TURN_HEIGHT,
    overscan: 6,
    getItemKey: (at) => turns[at]?.id ?? at,
  });
  const spoken = props.playing ? turnAt(turns, props.playingAt) : -1;

  const inView = (rows.scrollRect?.height ?? 0) > 0;

  useEffect(() => {
    if (props.turn >= 0 && inView) {
      rows.scrollToIndex(props.turn, { align: 'center' });
    }
    // Another place moves the view, and coming into view, and less room for it; a new height of a row does not.
  }, [props.turn, item?.id, inView, range !== null]);

  useEffect(() => {
    const first = found[0];
    if (first !== undefined) {
      rows.scrollToIndex(turnOfWord(turns, first), { align: 'center' });
    }
  }, [found]);

  const pressed = (e: KeyboardEvent) => {
    const cursor = range?.to ?? lit[0]?.from ?? turns[0]?.words[0]?.id;
    if (cursor === undefined || e.ctrlKey || e.metaKey || e.altKey) {
      return;
    }
    const at = turnOfWord(turns, cursor);
    const to = moved(review, e.key, cursor, at);
    if (to !== null) {
      e.preventDefault();
      e.stopPropagation();
      props.onRange(range ? { from: e.shiftKey ? range.from : to, to } : { from: cursor, to: cursor });
    } else if (e.key === 'Enter') {
      e.preventDefault();
      const resting = props.weave.restingOn.get(cursor)?.[0];
      if (resting) {
        props.onItem(resting);
      }
    } else if (e.key === 'Escape') {
      e.preventDefault();
      e.stopPropagation();
      props.onRange(null);
      props.onLeave();
    } else if ((e.key === ' ' || e.key === 'p') && props.onPlay && range) {
      e.preventDefault();
      const turn = turns[at];
      const word = turn?.words.find((spokenWord) => spokenWord.id === cursor);
      if (turn && word) {
        props.onPlay(word.begin, turn.end);
      }
    }
  };

  /** What was marked with the mouse, as words. */
  const marked = () => {
    const chosen = window.getSelection();
    if (!chosen || chosen.isCollapsed) {
      return;
    }
    const from = wordOf(chosen.anchorNode);
    const to = wordOf(chosen.focusNode);
    if (from !== null && to !== null && from !== to) {
      props.onRange({ from, to });
    }
  };

  const from = range ? Math.min(range.from, range.to) : -1;
  const to = range ? Math.max(range.from, range.to) : -1;
  return (
    <section className="transcript" aria-label="Transcript">
      <div className="pane-head">
        <h2>Transcript</h2>
        <div className="grow find">
          <SearchBox label="Search the transcript" value={typed} onChange={setTyped} placeholder="Search what was said  ( / )" />
        </div>
        {typed ? (
          <span className="faint number" role="status">
            {found.length} found
          </span>
        ) : null}
        {props.mayEdit && review.status === 'preliminary' ? (
          <Button size="small" kind="quiet" onPress={() => setSpeakersShown(true)}>
            <Users size={15} aria-hidden /> Speakers
          </Button>
        ) : null}
      </div>
      <div
        ref={view}
        className="turns"
        tabIndex={0}
        role="group"
        aria-label="What was said; arrow keys walk through the words"
        aria-describedby="word-told"
        onKeyDown={pressed}
        onMouseUp={marked}
      >
        <ol style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map((row) => {
            const turn = turns[row.index];
            return turn ? (
              <li key={row.key} ref={rows.measureElement} data-index={row.index} aria-setsize={turns.length} aria-posinset={row.index + 1} style={{ transform: `translateY(${row.start}px)` }}>
                <TurnRow
                  turn={turn}
                  speaker={voices.get(turn.speaker)}
                  timed={review.visit.sound ?? false}
                  lit={lit.some((said) => said.turn === turn.id) ? lit : NONE}
                  from={holds(turn.words, from, to) ? from : -1}
                  to={holds(turn.words, from, to) ? to : -1}
                  playingAt={row.index === spoken ? props.playingAt : -1}
                  found={typed ? found : NO_WORDS}
                  onWord={(word) => props.onRange({ from: word, to: word })}
                />
              </li>
            ) : null;
          })}
        </ol>
      </div>
      <WordBar
        review={review}
        weave={props.weave}
        from={from}
        to={to}
        mayEdit={props.mayEdit}
        onItem={props.onItem}
        onPlay={props.onPlay}
        onInsert={props.onInsert}
        onClose={() => props.onRange(null)}
      />
      <SpeakersSheet open={speakersShown} note={props.note} review={review} onClose={() => setSpeakersShown(false)} />
    </section>
  );
}

const NONE: readonly never[] = [];
const NO_WORDS: readonly number[] = [];

function holds(words: readonly { id: number }[], from: number, to: number): boolean {
  return from >= 0 && (words[0]?.id ?? Number.POSITIVE_INFINITY) <= to && (words.at(-1)?.id ?? -1) >= from;
}

function wordOf(node: Node | null): number | null {
  const element = node instanceof Element ? node : (node?.parentElement ?? null);
  const word = element?.closest('[data-w]')?.getAttribute('data-w');
  return word ? Number(word) : null;
}

/** Where an arrow key leads from a word: the next word, or the first one of the next turn. */
function moved(review: Review, key: string, cursor: number, at: number): number | null {
  const words = review.turns[at]?.words ?? [];
  const place = words.findIndex((word) => word.id === cursor);
  switch (key) {
    case 'ArrowRight':
      return words[place + 1]?.id ?? review.turns[at + 1]?.words[0]?.id ?? cursor;
    case 'ArrowLeft':
      return words[place - 1]?.id ?? review.turns[at - 1]?.words.at(-1)?.id ?? cursor;
    case 'ArrowDown':
      return review.turns[at + 1]?.words[0]?.id ?? cursor;
    case 'ArrowUp':
      return review.turns[at - 1]?.words[0]?.id ?? cursor;
    case 'Home':
      return review.turns[0]?.words[0]?.id ?? cursor;
    case 'End':
      return review.turns.at(-1)?.words[0]?.id ?? cursor;
    default:
      return null;
  }
}

/** Numbers of the words that begin with what was typed; of several typed words, where they follow one another. */
function hits(review: Review, typed: string): readonly number[] {
  const sought = plain(typed).split(/\s+/).filter(Boolean);
  if (sought.length === 0) {
    return NO_WORDS;
  }
  const words = review.turns.flatMap((turn) => turn.words);
  const bare = words.map((word) => plain(word.text).replace(/^[^\p{L}\p{N}]+/u, ''));
  const found: number[] = [];
  bare.forEach((_, at) => {
    if (sought.every((part, on) => bare[at + on]?.startsWith(part))) {
      sought.forEach((__, on) => {
        const word = words[at + on];
        if (word) {
          found.push(word.id);
        }
      });
    }
  });
  return found;
}
