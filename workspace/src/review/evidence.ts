import type { Evidence, Omission, Review, Sentence, Turn } from '../api/model';

/** A sentence of the note, or something said that is not in it. */
export type Item = { is: 'sentence'; id: string; sentence: Sentence; section: string } | { is: 'omission'; id: string; omission: Omission; section: string };

/** What a review looks like from both ends: from the note to the words, and from the words to the note. */
export interface Threads {
  /** In the order in which they are shown. */
  items: readonly Item[];
  itemById: ReadonlyMap<string, Item>;
  /** Ids of the items that rest on a word, by the word's number. */
  restingOn: ReadonlyMap<number, readonly string[]>;
  /** Place of a turn in the list of turns, by its id. */
  placeOfTurn: ReadonlyMap<number, number>;
}

export const evidenceOf = (item: Item): readonly Evidence[] => (item.is === 'sentence' ? item.sentence.evidence : item.omission.evidence);
export const textOf = (item: Item): string => (item.is === 'sentence' ? item.sentence.text : item.omission.text);

export function threads(review: Review): Threads {
  const items: Item[] = [];
  const known = new Set(review.sections.map((section) => section.name));
  review.sections.forEach((section) => {
    section.sentences.forEach((sentence) => items.push({ is: 'sentence', id: sentence.id, sentence, section: section.name }));
    omissionsOf(review, section.name).forEach((omission) => items.push({ is: 'omission', id: omission.id, omission, section: section.name }));
  });
  review.omissions
    .filter((omission) => !known.has(omission.section))
    .forEach((omission) => items.push({ is: 'omission', id: omission.id, omission, section: omission.section }));

  const restingOn = new Map<number, string[]>();
  items.forEach((item) =>
    evidenceOf(item).forEach(({ from, to }) => {
      for (let word = from; word <= to; word++) {
        const there = restingOn.get(word);
        if (!there) {
          restingOn.set(word, [item.id]);
        } else if (there.at(-1) !== item.id) {
          there.push(item.id);
        }
      }
    }),
  );
  return {
    items,
    itemById: new Map(items.map((item) => [item.id, item])),
    restingOn,
    placeOfTurn: new Map(review.turns.map((turn, place) => [turn.id, place])),
  };
}

/** What a section leaves out, weightiest first. */
export function omissionsOf(review: Review, section: string): Omission[] {
  return review.omissions.filter((omission) => omission.section === section).sort((a, b) => b.rank - a.rank);
}

/** The place among the turns of the one that holds a word, found by halving; -1 where none does. */
export function turnOfWord(turns: readonly Turn[], word: number): number {
  let low = 0;
  let high = turns.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const words = turns[middle]?.words ?? [];
    const first = words[0]?.id ?? Number.POSITIVE_INFINITY;
    const last = words.at(-1)?.id ?? Number.NEGATIVE_INFINITY;
    if (words.length === 0) {
      // A turn without words: rare enough to look at all the rest.
      return turns.findIndex((turn) => turn.words.some((spoken) => spoken.id === word));
    }
    if (word < first) {
      high = middle - 1;
    } else if (word > last) {
      low = middle + 1;
    } else {
      return middle;
    }
  }
  return -1;
}

/** The place of the turn that is being spoken at a time; the last one before it where nobody speaks. */
export function turnAt(turns: readonly Turn[], millis: number): number {
  let low = 0;
  let high = turns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((turns[middle]?.begin ?? 0) <= millis) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low - 1;
}

/** The words from one to another as text, both included. */
export function textOfWords(turns: readonly Turn[], from: number, to: number): string {
  return turns
    .flatMap((turn) => turn.words)
    .filter((word) => word.id >= from && word.id <= to)
    .map((word) => word.text)
    .join(' ');
}

/** Red sentences that this person has not looked at: they keep the note from being signed. */
export function unseenRed(review: Review): Sentence[] {
  return review.sections.flatMap((section) => section.sentences).filter((sentence) => sentence.red && !sentence.seen);
}

/** What comes after an item in the queue, past what has just been looked at; null when nothing is left. */
export function nextInQueue(queue: readonly string[], current: string | null, passed: ReadonlySet<string>): string | null {
  const at = current === null ? -1 : queue.indexOf(current);
  const open = (id: string) => id !== current && !passed.has(id);
  return queue.slice(at + 1).find(open) ?? queue.slice(0, Math.max(at, 0)).find(open) ?? null;
}
