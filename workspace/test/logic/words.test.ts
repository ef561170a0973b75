import { expect, test } from 'vitest';
import { age, offset } from '../../src/parts/dates';
import { finds, readable } from '../../src/parts/words';
import { secretOf } from '../../src/session/SecondFactor';
import { checkDialogue } from '../../src/visit/dialogue';

test('names of the wire become words for people', () => {
  expect(readable('HISTORY_OF_PRESENT_ILLNESS')).toBe('History of present illness');
  expect(readable('BEHAVIORAL_SOAP')).toBe('Behavioral SOAP');
  expect(readable('CHIEF COMPLAINT')).toBe('Chief complaint');
  expect(readable('GIRPP')).toBe('GIRPP');
  expect(readable('follow-up')).toBe('Follow up');
  expect(readable('Since the operation')).toBe('Since the operation');
});

test('typed beginnings find written words, without accents', () => {
  expect(finds('pe ros', 'Rosa Peña MR-9')).toBe(true);
  expect(finds('ena', 'Rosa Peña')).toBe(false);
  expect(finds('', 'anything')).toBe(true);
});

test('age turns on the birthday', () => {
  expect(age('2000-11-25', new Date(2026, 10, 25))).toBe(26);
  expect(age('2000-11-26', new Date(2026, 10, 25))).toBe(25);
  expect(age(undefined, new Date())).toBeNull();
});

test('places in a recording are minutes, and hours from an hour on', () => {
  expect(offset(151_400)).toBe('2:31');
  expect(offset(3_661_000)).toBe('1:01:01');
});

test('the secret of a second factor is shown in groups', () => {
  expect(secretOf('otpauth://totp/x?secret=ABCDEFGHIJ&issuer=y')).toBe('ABCD EFGH IJ');
  expect(secretOf('otpauth://totp/x')).toBe('');
});

test('a dialogue is checked line by line', () => {
  expect(checkDialogue('[doctor] Good morning.\nHow are you?\n\n[patient] Well.')).toEqual({
    turns: [
      { who: 'doctor', words: 5 },
      { who: 'patient', words: 1 },
    ],
    wrong: [],
    words: 6,
  });
  expect(checkDialogue('Good morning.').wrong).toEqual([{ line: 1, what: 'Begin with who speaks, such as [doctor] or [patient]' }]);
  expect(checkDialogue('[doctor]').wrong.length).toBe(1);
});
