import type { Evidence, Review } from '../api/model';
import { roleClass } from './TurnRow';

const BUCKETS = 2400;
const LARGEST_BYTES = 48 * 1024 * 1024;
const RATE = 8000;

/**
 * How loud a recording is along its length, 0 to 1. Decoded by the browser at a low rate, so that an hour takes some 100 MB
 * for a moment; what is larger, or of a kind the browser does not know, is left alone.
 */
export async function peaksOf(address: string, stop: AbortSignal): Promise<Float32Array> {
  const answer = await fetch(address, { signal: stop, headers: { 'X-Chartwright': 'background' }, credentials: 'same-origin' });
  const size = Number(answer.headers.get('Content-Length') ?? 0);
  if (!answer.ok || size === 0 || size > LARGEST_BYTES) {
    await answer.body?.cancel();
    throw new Error('No loudness of this');
  }
  const decoded = await new OfflineAudioContext(1, 1, RATE).decodeAudioData(await answer.arrayBuffer());
  return reduced(decoded.getChannelData(0), BUCKETS);
}

/** The loudest of each of so many stretches, the loudest of all being 1. */
export function reduced(samples: Float32Array, buckets: number): Float32Array {
  const peaks = new Float32Array(buckets);
  const each = Math.max(1, samples.length / buckets);
  let loudest = 1e-6;
  for (let bucket = 0; bucket < buckets; bucket++) {
    let peak = 0;
    for (let at = Math.floor(bucket * each); at < Math.min(samples.length, Math.floor((bucket + 1) * each)); at++) {
      peak = Math.max(peak, Math.abs(samples[at] ?? 0));
    }
    peaks[bucket] = peak;
    loudest = Math.max(loudest, peak);
  }
  return peaks.map((peak) => peak / loudest);
}

interface Drawn {
  review: Review;
  peaks: Float32Array | null;
  length: number;
  marked: readonly Evidence[];
}

const BAR = 2;
const GAP = 1;

/** Draws bars as high as it was loud, in the colour of who spoke, and a band behind what is marked. */
export function drawWave(canvas: HTMLCanvasElement, { review, peaks, length, marked }: Drawn): void {
  const paint = canvas.getContext('2d');
  if (!paint || length <= 0) {
    return;
  }
  const scale = window.devicePixelRatio || 1;
  const width = canvas.clientWidth;
  const height = canvas.clientHeight;
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  paint.setTransform(scale, 0, 0, scale, 0, 0);
  const colours = coloursOf(canvas);
  const roles = new Map(review.speakers.map((speaker) => [speaker.id, roleClass(speaker.role)]));

  paint.fillStyle = colours.mark;
  marked.forEach(({ begin, end }) => {
    const left = (begin / length) * width;
    paint.fillRect(left, 0, Math.max(3, ((end - begin) / length) * width), height);
  });

  let turn = 0;
  for (let x = 0; x < width; x += BAR + GAP) {
    const millis = (x / width) * length;
    while (turn < review.turns.length - 1 && (review.turns[turn + 1]?.begin ?? 0) <= millis) {
      turn++;
    }
    const spoken = review.turns[turn];
    const inside = spoken !== undefined && millis >= spoken.begin && millis <= spoken.end;
    const loud = peaks ? (peaks[Math.min(peaks.length - 1, Math.floor((millis / length) * peaks.length))] ?? 0) : inside ? 0.45 : 0.05;
    paint.fillStyle = inside ? colours[roles.get(spoken.speaker) ?? 'others'] : colours.line;
    const tall = Math.max(2, loud * (height - 4));
    paint.fillRect(x, (height - tall) / 2, BAR, tall);
  }
}

type Colours = Record<'mark' | 'line' | 'clinician' | 'patient' | 'others', string>;

/** Canvas knows no light-dark(): the colours are read off an element that is drawn with them. */
function coloursOf(canvas: HTMLCanvasElement): Colours {
  const read = (name: string) => {
    const probe = document.createElement('i');
    probe.style.color = `var(${name})`;
    canvas.parentElement?.append(probe);
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  };
  return {
    mark: read('--mark'),
    line: read('--line-strong'),
    clinician: read('--clinician'),
    patient: read('--patient'),
    others: read('--others'),
  };
}
