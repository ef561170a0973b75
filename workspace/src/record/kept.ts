import { useSyncExternalStore } from 'react';
import type { Recording, Seen } from './Recording';

/** A recording that goes on while other pages are looked at, and the microphones it was begun with. */
export interface Kept {
  visit: string;
  recording: Recording;
  microphones: { devices: string[]; roles: string[] } | null;
  /** Settles once it is known whether something was begun in this browser before. */
  resumed: Promise<void>;
}

const kept = new Map<string, Kept>();
const listeners = new Set<() => void>();
let snapshot: readonly Kept[] = [];

function changed(): void {
  snapshot = [...kept.values()];
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The recording of a visit in this page, made if there is none. */
export function recordingOf(visit: string, make: () => Recording): Kept {
  const there = kept.get(visit);
  if (there) {
    return there;
  }
  const recording = make();
  const one: Kept = { visit, recording, microphones: null, resumed: recording.resume(false) };
  kept.set(visit, one);
  changed();
  return one;
}

/** Whoever looked at it looks at it no more: what has not begun, or is over, is dropped. */
export function leave(visit: string): void {
  const there = kept.get(visit);
  if (there && (there.recording.seen.phase === 'idle' || there.recording.seen.phase === 'ended')) {
    drop(there);
  }
}

/** Ends all recording in this page; what was recorded stays sealed in the browser until it is sent. */
export function leaveAll(): void {
  [...kept.values()].forEach(drop);
}

function drop(one: Kept): void {
  one.recording.close();
  kept.delete(one.visit);
  changed();
}

/** The visits that are recorded in this page. */
export function useKept(): readonly Kept[] {
  return useSyncExternalStore(subscribe, () => snapshot);
}

const nothing = () => () => undefined;

/** How far the recording of a visit in this page is; null where there is none. */
export function useSeen(one: Kept | undefined): Seen | null {
  return useSyncExternalStore(one?.recording.subscribe ?? nothing, () => one?.recording.seen ?? null);
}
