import { expect, test } from 'vitest';
import type { Edit, Review } from '../../src/api/model';
import { applied, bare, fold, type Pending } from '../../src/review/apply';
import { rebased } from '../../src/review/rebase';
import { PATIENTS, reviewOf, visitOf } from '../fake/sample';

const review: Review = reviewOf(visitOf('v', PATIENTS[0]!, 'signed', 1, 'Knee'));
const plan = (shown: Review) => shown.sections.find((section) => section.name === 'PLAN')!.sentences.map((sentence) => sentence.text);
const all = (edits: Edit[]): Pending[] => edits.reduce<Pending[]>((pending, edit, at) => fold(pending, edit, `new-${at}`), []);

test('what is added can be changed and taken back before it is sent', () => {
  const added = all([{ op: 'insert', section: 'PLAN', after: '', text: 'First.' }]);
  expect(plan(applied(review, added))[0]).toBe('First.');
  const changed = fold(added, { op: 'replace', sentence: 'new-0', text: 'Begin with this.' }, 'x');
  expect(bare(changed)).toEqual([{ op: 'insert', section: 'PLAN', after: '', text: 'Begin with this.' }]);
  expect(fold(changed, { op: 'remove', sentence: 'new-0' }, 'x')).toEqual([]);
});

test('changing a sentence twice sends the last text once', () => {
  const edits = all([
    { op: 'replace', sentence: 's-plan-0', text: 'CT of the knee.' },
    { op: 'replace', sentence: 's-plan-0', text: 'MRI of the right knee.' },
  ]);
  expect(bare(edits)).toEqual([{ op: 'replace', sentence: 's-plan-0', text: 'MRI of the right knee.' }]);
  expect(plan(applied(review, edits))[0]).toBe('MRI of the right knee.');
});

test('an omission moves from what is left out into its section', () => {
  const edits = all([{ op: 'add-omission', id: 'o-0' }]);
  const shown = applied(review, edits);
  expect(plan(shown).at(-1)).toBe('Light duty at work for two weeks.');
  expect(shown.omissions.map((omission) => omission.id)).not.toContain('o-0');
});

test('a sentence is put where it was asked for', () => {
  expect(plan(applied(review, [{ op: 'insert', section: 'PLAN', after: 's-plan-0', text: 'Second.', key: 'k' }]))[1]).toBe('Second.');
  expect(plan(applied(review, [{ op: 'insert', section: 'PLAN', text: 'Last.', key: 'k' }])).at(-1)).toBe('Last.');
  expect(plan(applied(review, [{ op: 'move', sentence: 's-plan-4', section: 'PLAN', after: '' }]))[0]).toContain('metformin');
});

test('an edit is made again where nobody touched the sentence, and laid open where somebody did', () => {
  const mine: Edit = { op: 'replace', sentence: 's-plan-0', text: 'Mine.' };
  const elsewhere = applied(review, [{ op: 'replace', sentence: 's-plan-1', text: 'Theirs.' }]);
  expect(rebased(mine, review, elsewhere)).toEqual({ is: 'again' });
  const same = applied(review, [{ op: 'replace', sentence: 's-plan-0', text: 'Theirs.' }]);
  expect(rebased(mine, review, same)).toEqual({ is: 'conflict', theirs: 'Theirs.' });
  const gone = applied(review, [{ op: 'remove', sentence: 's-plan-0' }]);
  expect(rebased(mine, review, gone)).toEqual({ is: 'conflict', theirs: null });
  expect(rebased({ op: 'remove', sentence: 's-plan-0' }, review, gone)).toEqual({ is: 'done' });
  const alike = applied(review, [{ op: 'replace', sentence: 's-plan-0', text: 'Mine.' }]);
  expect(rebased(mine, review, alike)).toEqual({ is: 'done' });
});
