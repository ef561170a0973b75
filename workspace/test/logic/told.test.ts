import { expect, test } from 'vitest';
import { hear, NOTHING_HEARD, type Told } from '../../src/record/told';

const word = (text: string, begin: number) => ({ text, begin, end: begin + 100, confidence: 0.9 });
const after = (...messages: Told[]) => messages.reduce(hear, NOTHING_HEARD);

test('a guess is replaced by what stays, and captions stand in the order of time', () => {
  const heard = after(
    { type: 'caption', id: 'b', begin: 500, end: 900, final: false, words: [word('two', 500)] },
    { type: 'caption', id: 'a', begin: 100, end: 400, final: true, words: [word('one', 100)] },
    { type: 'caption', id: 'b', begin: 500, end: 900, final: true, words: [word('too', 500)] },
  );
  expect(heard.captions.map((caption) => [caption.id, caption.final, caption.words[0]?.text])).toEqual([
    ['a', true, 'one'],
    ['b', true, 'too'],
  ]);
});

test('a final caption without words takes back what was guessed', () => {
  expect(
    after({ type: 'caption', id: 'a', begin: 0, end: 9, final: false, words: [word('hm', 0)] }, { type: 'caption', id: 'a', begin: 0, end: 9, final: true, words: [] }).captions,
  ).toEqual([]);
});

test('who spoke and what was named is told of a caption afterwards, and replaced', () => {
  const heard = after(
    { type: 'caption', id: 'a', begin: 0, end: 9, final: true, words: [word('lisinopril', 0)] },
    { type: 'understood', caption: 'a', segments: [{ from: 0, to: 1, role: 'PATIENT' }], entities: [] },
    { type: 'understood', caption: 'a', segments: [{ from: 0, to: 1, role: 'CLINICIAN' }], entities: [{ category: 'MEDICATION', text: 'lisinopril', from: 0, to: 1 }] },
  );
  expect(heard.captions[0]?.segments[0]?.role).toBe('CLINICIAN');
  expect(heard.captions[0]?.entities.length).toBe(1);
});

test('the draft grows, is revised, moved and withdrawn as it is told', () => {
  const base = { type: 'note' as const, version: 1, template: 'T', sections: ['A', 'B'] };
  const heard = after(
    { ...base, whole: true, changes: [{ op: 'add', id: '1', section: 'A', after: null, text: 'One.' }, { op: 'add', id: '2', section: 'A', after: '1', text: 'Two.' }, { op: 'add', id: '3', section: 'B', after: null, text: 'Three.' }] },
    { ...base, whole: false, changes: [{ op: 'revise', id: '2', section: 'A', after: null, text: 'Second.' }, { op: 'withdraw', id: '3' }] },
  );
  expect(heard.draft.sentences.map((sentence) => sentence.text)).toEqual(['Second.', 'One.']);
  expect(after({ ...base, whole: true, changes: [] }).draft.sentences).toEqual([]);
});

test('what is not known yet is passed over', () => {
  expect(hear(NOTHING_HEARD, { type: 'something-new' } as unknown as Told)).toBe(NOTHING_HEARD);
});
