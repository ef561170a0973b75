import { Play, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { Button as Pressable, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { Review } from '../api/model';
import { Button, IconButton } from '../parts/Button';
import { readable } from '../parts/words';
import { textOf, textOfWords, type Threads, turnOfWord } from './evidence';

interface Props {
  review: Review;
  weave: Threads;
  from: number;
  to: number;
  mayEdit: boolean;
  onItem: (id: string) => void;
  onPlay: ((begin: number, end: number) => void) | null;
  onInsert: (section: string, text: string, evidence: number[]) => void;
  onClose: () => void;
}

const SHOWN = 3;

/** What is known of the chosen words, the sentences that rest on them, and a way to take them into the note. */
export function WordBar(props: Props) {
  const { review, weave, from, to } = props;
  const [all, setAll] = useState(false);
  const chosen = from >= 0;
  const text = chosen ? textOfWords(review.turns, from, to) : '';
  const first = chosen ? review.turns[turnOfWord(review.turns, from)]?.words.find((word) => word.id === from) : undefined;
  const last = chosen ? review.turns[turnOfWord(review.turns, to)]?.words.find((word) => word.id === to) : undefined;
  const resting = new Set<string>();
  for (let word = from; chosen && word <= to; word++) {
    weave.restingOn.get(word)?.forEach((id) => resting.add(id));
  }
  const told =
    !chosen || !first
      ? ''
      : from === to
        ? `${first.text}, heard with ${Math.round(first.confidence * 100)} percent${first.lookAlike?.length ? `, looks like ${first.lookAlike.join(', ')}` : ''}; ${resting.size} sentences rest on it`
        : `${to - from + 1} words; ${resting.size} sentences rest on them`;
  const items = [...resting].map((id) => weave.itemById.get(id)).filter((item) => item !== undefined);
  return (
    <>
      <p id="word-told" className="heard-only" role="status">
        {told}
      </p>
      {chosen && first && last ? (
        <div className="word-bar">
          <div className="row">
            <b className="said word grow">{text}</b>
            <span className="faint number">{from === to ? `heard with ${Math.round(first.confidence * 100)} %` : `${to - from + 1} words`}</span>
            {first.entity && from === to ? <span className="pill bare accent">{readable(first.entity)}</span> : null}
            {props.onPlay ? (
              <Button size="small" onPress={() => props.onPlay?.(first.begin, last.end)}>
                <Play size={13} aria-hidden /> Play
              </Button>
            ) : null}
            {props.mayEdit ? (
              <MenuTrigger>
                <Pressable className="button small">
                  <Plus size={13} aria-hidden /> Into the note
                </Pressable>
                <Popover className="popover">
                  <Menu
                    className="menu"
                    aria-label="Section"
                    onAction={(section) => props.onInsert(String(section), sentenceOf(text), range(from, to))}
                    items={review.sections.map((section) => ({ id: section.name, title: readable(section.title) }))}
                  >
                    {(section) => <MenuItem>{section.title}</MenuItem>}
                  </Menu>
                </Popover>
              </MenuTrigger>
            ) : null}
            <IconButton name="Close" kind="quiet" size="small" onPress={props.onClose}>
              <X size={14} aria-hidden />
            </IconButton>
          </div>
          {first.lookAlike?.length && from === to ? <p className="wrong">Written nearly like {first.lookAlike.join(', ')}: listen to it.</p> : null}
          {items.length > 0 ? (
            <ul aria-label="Rest on these words">
              {(all ? items : items.slice(0, SHOWN)).map((item) => (
                <li key={item.id}>
                  <button type="button" className="resting said" onClick={() => props.onItem(item.id)}>
                    {textOf(item)}
                  </button>
                </li>
              ))}
              {items.length > SHOWN && !all ? (
                <li>
                  <Button kind="quiet" size="small" onPress={() => setAll(true)}>
                    {items.length - SHOWN} more
                  </Button>
                </li>
              ) : null}
            </ul>
          ) : (
            <p className="faint">Nothing in the note rests on {from === to ? 'this word' : 'these words'}.</p>
          )}
        </div>
      ) : null}
    </>
  );
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

function sentenceOf(text: string): string {
  const begun = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(begun) ? begun : `${begun.replace(/[,;:]$/, '')}.`;
}
