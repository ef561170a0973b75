import { expect, test } from 'vitest';
import { judged, loudness, message, type Loudness } from '../../src/record/frames';
import { reduced } from '../../src/review/wave';

test('a message of sound begins with its offset, big endian', () => {
  const bytes = message(0x0102030405, new Uint8Array([7, 8]));
  expect([...bytes]).toEqual([0, 0, 0, 1, 2, 3, 4, 5, 7, 8]);
});

test('loudness is measured for each channel', () => {
  const samples = new Int16Array([32767, 0, -32768, 0, 32767, 0]);
  expect(loudness(samples, 0, 2).peak).toBeCloseTo(0, 1);
  expect(loudness(samples, 0, 2).clipped).toBe(3);
  expect(loudness(samples, 1, 2).rms).toBe(-90);
});

const level = (rms: number, clipped = 0): Loudness => ({ rms, peak: rms + 6, clipped });
const last = (speech: number, still: number) => [...Array<Loudness>(8).fill(level(still)), ...Array<Loudness>(12).fill(level(speech))];

test('a microphone is judged by what was heard of it', () => {
  expect(judged([level(-30)])).toBe('listening');
  expect(judged(last(-80, -85))).toBe('silent');
  expect(judged(last(-50, -75))).toBe('quiet');
  expect(judged(last(-28, -60))).toBe('good');
  expect(judged(last(-28, -32))).toBe('noisy');
  expect(judged([...last(-10, -60), level(-1, 40)])).toBe('loud');
});

test('peaks stand where it was loud', () => {
  const samples = new Float32Array(1000);
  samples[900] = -0.5;
  samples[100] = 0.25;
  const peaks = reduced(samples, 10);
  expect(peaks[9]).toBeCloseTo(1);
  expect(peaks[1]).toBeCloseTo(0.5);
  expect(peaks[5]).toBe(0);
});
