import type { Edit, Review } from '../api/model';

/** What became of an edit when somebody else was faster. */
export type Rebased = { is: 'again' } | { is: 'done' } | { is: 'conflict'; theirs: string | null };

export function sentenceIn(review: Review, id: string) {
  return review.sections.flatMap((section) => section.sentences).find((sentence) => sentence.id === id);
}

/**
 * Whether an edit made on one version can be made on a later one without writing over what nobody here has read: yes where
 * what it changes is as it was; no where it was changed too.
 */
export function rebased(edit: Edit, before: Review, now: Review): Rebased {
  switch (edit.op) {
    case 'replace': {
      const was = sentenceIn(before, edit.sentence);
      const is = sentenceIn(now, edit.sentence);
      if (is && is.text === edit.text) {
        return { is: 'done' };
      }
      return is && is.text === was?.text ? { is: 'again' } : { is: 'conflict', theirs: is?.text ?? null };
    }
    case 'remove': {
      const was = sentenceIn(before, edit.sentence);
      const is = sentenceIn(now, edit.sentence);
      if (!is) {
        return { is: 'done' };
      }
      return is.text === was?.text ? { is: 'again' } : { is: 'conflict', theirs: is.text };
    }
    case 'move':
      return sentenceIn(now, edit.sentence) ? { is: 'again' } : { is: 'conflict', theirs: null };
    case 'insert':
      return edit.after && !sentenceIn(now, edit.after) ? { is: 'conflict', theirs: null } : { is: 'again' };
    case 'add-omission':
      return now.omissions.some((omission) => omission.id === edit.id) ? { is: 'again' } : { is: 'done' };
    case 'seen':
    case 'unseen':
    case 'accept-code':
    case 'refuse-code':
      return { is: 'again' };
  }
}
