import { expect, test } from 'vitest';
import type { Review } from '../../src/api/model';
import { nextInQueue, textOfWords, threads, turnAt, turnOfWord, unseenRed } from '../../src/review/evidence';
import { PATIENTS, reviewOf, visitOf } from '../fake/sample';

const review: Review = reviewOf(visitOf('v', PATIENTS[0]!, 'to-review', 1, 'Knee'));

test('every word of an evidence leads back to the sentence that rests on it', () => {
  const weave = threads(review);
  const [sentence] = review.sections[0]!.sentences;
  const { from, to } = sentence!.evidence[0]!;
  for (let word = from; word <= to; word++) {
    expect(weave.restingOn.get(word)).toContain(sentence!.id);
  }
  expect(weave.restingOn.get(from - 1) ?? []).not.toContain(sentence!.id);
});

test('omissions stand after the sentences of their section', () => {
  const ids = threads(review).items.filter((item) => item.section === 'PLAN').map((item) => item.is);
  expect(ids).toEqual(['sentence', 'sentence', 'sentence', 'sentence', 'sentence', 'omission', 'omission']);
});

test('an omission of an unknown section is not lost', () => {
  const strange = { ...review, omissions: [{ ...review.omissions[0]!, id: 'strange', section: 'NOWHERE' }] };
  expect(threads(strange).items.at(-1)?.id).toBe('strange');
});

test('the turn of each word is found, and of no other', () => {
  review.turns.forEach((turn, at) => turn.words.forEach((word) => expect(turnOfWord(review.turns, word.id)).toBe(at)));
  expect(turnOfWord(review.turns, 1_000_000)).toBe(-1);
  expect(turnOfWord([], 0)).toBe(-1);
});

test('between two turns the one before is the one that was spoken', () => {
  const [first, second] = review.turns;
  expect(turnAt(review.turns, first!.begin - 1)).toBe(-1);
  expect(turnAt(review.turns, second!.begin - 1)).toBe(0);
  expect(turnAt(review.turns, second!.begin)).toBe(1);
});

test('words are read across turns', () => {
  const last = review.turns[0]!.words.at(-1)!;
  expect(textOfWords(review.turns, last.id, last.id + 1)).toBe(`${last.text} ${review.turns[1]!.words[0]!.text}`);
});

test('the queue goes on behind what was looked at, and around, and ends', () => {
  const queue = ['a', 'b', 'c'];
  expect(nextInQueue(queue, null, new Set())).toBe('a');
  expect(nextInQueue(queue, 'b', new Set())).toBe('c');
  expect(nextInQueue(queue, 'c', new Set())).toBe('a');
  expect(nextInQueue(queue, 'c', new Set(['a', 'b']))).toBeNull();
  expect(nextInQueue(queue, 'elsewhere', new Set(['a']))).toBe('b');
});

test('a red sentence bars signing until it is seen', () => {
  expect(unseenRed(review).length).toBe(3);
  const seen = { ...review, sections: review.sections.map((section) => ({ ...section, sentences: section.sentences.map((sentence) => ({ ...sentence, seen: true })) })) };
  expect(unseenRed(seen)).toEqual([]);
});
