/** Bytes of a second of one channel: 16,000 samples of 16 bits. */
export const SECOND = 32_000;

const HEAD = 8;

/** A message of sound: the offset of its first byte, big endian, and the samples. */
export function message(offset: number, sound: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(HEAD + sound.length);
  new DataView(whole.buffer).setBigUint64(0, BigInt(offset));
  whole.set(sound, HEAD);
  return whole;
}

export interface Loudness {
  /** Decibels below full scale. */
  rms: number;
  peak: number;
  /** Samples at the limit. */
  clipped: number;
}

const SILENCE = -90;

/** How loud one channel of interleaved samples is. */
export function loudness(samples: Int16Array, channel: number, channels: number): Loudness {
  let sum = 0;
  let peak = 0;
  let clipped = 0;
  let count = 0;
  for (let at = channel; at < samples.length; at += channels) {
    const value = Math.abs(samples[at] ?? 0);
    sum += value * value;
    peak = Math.max(peak, value);
    clipped += value >= 32_700 ? 1 : 0;
    count++;
  }
  return { rms: decibels(Math.sqrt(sum / Math.max(1, count)) / 32_768), peak: decibels(peak / 32_768), clipped };
}

function decibels(share: number): number {
  return share <= 0 ? SILENCE : Math.max(SILENCE, 20 * Math.log10(share));
}

export type Quality = 'listening' | 'silent' | 'quiet' | 'good' | 'loud' | 'noisy';

/**
 * What a microphone check makes of the last seconds: clipping first, then whether anything was heard, then whether speech
 * stands out of what is there when nobody speaks.
 */
export function judged(last: readonly Loudness[]): Quality {
  if (last.length < 10) {
    return 'listening';
  }
  if (last.reduce((sum, one) => sum + one.clipped, 0) > 8) {
    return 'loud';
  }
  const sorted = last.map((one) => one.rms).sort((a, b) => a - b);
  const still = sorted[Math.floor(sorted.length * 0.15)] ?? SILENCE;
  const speech = sorted[Math.floor(sorted.length * 0.9)] ?? SILENCE;
  if (speech < -62) {
    return 'silent';
  }
  if (speech - still < 8 && still > -50) {
    return 'noisy';
  }
  return speech < -42 ? 'quiet' : 'good';
}

export const ADVICE: Record<Quality, string> = {
  listening: 'Say something as you would in the visit.',
  silent: 'Nothing is heard. Is the right microphone chosen, and is it switched on?',
  quiet: 'Rather quiet. Move the microphone nearer, or turn it up.',
  good: 'Good.',
  loud: 'Too loud: the sound is cut off. Move the microphone away, or turn it down.',
  noisy: 'Much noise beside the voices. Close the window or the door, or move the microphone nearer.',
};
