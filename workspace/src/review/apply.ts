import type { Edit, Review, Section, Sentence } from '../api/model';

/**
 * An edit that waits for an amendment to be signed; `key` names what it adds, so that it can be edited further. An insert's
 * words of evidence are kept as ranges are shown.
 */
export type Pending = Edit & { key?: string };

/** The edits with one more, where an edit of something not yet sent changes what is to be sent. */
export function fold(pending: readonly Pending[], edit: Edit, key: string): Pending[] {
  if (edit.op === 'replace' || edit.op === 'remove') {
    const made = pending.find((one) => one.key === edit.sentence);
    if (made?.op === 'insert') {
      return edit.op === 'remove'
        ? pending.filter((one) => one !== made)
        : pending.map((one) => (one === made ? { ...made, text: edit.text } : one));
    }
    if (edit.op === 'replace') {
      const rest = pending.filter((one) => !(one.op === 'replace' && one.sentence === edit.sentence));
      return [...rest, edit];
    }
    return [...pending.filter((one) => !('sentence' in one && one.sentence === edit.sentence)), edit];
  }
  return [...pending, edit.op === 'insert' || edit.op === 'add-omission' ? { ...edit, key } : edit];
}

/** What is sent: without our own names. */
export function bare(pending: readonly Pending[]): Edit[] {
  return pending.map(({ key: _, ...edit }) => edit as Edit);
}

/** The review as it will read with the edits; verdicts of what changed are the server's to give, so they show as edited. */
export function applied(review: Review, pending: readonly Pending[]): Review {
  return pending.reduce(applyOne, review);
}

function applyOne(review: Review, edit: Pending): Review {
  switch (edit.op) {
    case 'replace':
      return inSections(review, (sentences) =>
        sentences.map((sentence) => (sentence.id === edit.sentence ? { ...sentence, text: edit.text, origin: 'edited', red: false } : sentence)),
      );
    case 'remove':
      return inSections(review, (sentences) => sentences.filter((sentence) => sentence.id !== edit.sentence));
    case 'insert':
      return placed(review, edit.section, edit.after, added(edit.key ?? '', edit.text));
    case 'add-omission': {
      const omission = review.omissions.find((known) => known.id === edit.id);
      return omission
        ? {
            ...placed(review, omission.section, null, { ...added(edit.key ?? omission.id, omission.text), evidence: omission.evidence }),
            omissions: review.omissions.filter((known) => known !== omission),
          }
        : review;
    }
    case 'move': {
      const moved = review.sections.flatMap((section) => section.sentences).find((sentence) => sentence.id === edit.sentence);
      return moved ? placed(applyOne(review, { op: 'remove', sentence: edit.sentence }), edit.section, edit.after, moved) : review;
    }
    case 'seen':
    case 'unseen':
      return inSections(review, (sentences) => sentences.map((sentence) => (sentence.id === edit.id ? { ...sentence, seen: edit.op === 'seen' } : sentence)));
    case 'accept-code':
    case 'refuse-code':
      return {
        ...review,
        codes: review.codes.map((code) => (code.id === edit.id ? { ...code, state: edit.op === 'accept-code' ? 'accepted' : 'refused' } : code)),
      };
  }
}

function added(id: string, text: string): Sentence {
  return { id, text, verdict: 'supported', reasons: [], confidence: 1, flags: ['edited'], red: false, seen: true, origin: 'added', evidence: [] };
}

function inSections(review: Review, change: (sentences: Sentence[]) => Sentence[]): Review {
  return { ...review, sections: review.sections.map((section) => ({ ...section, sentences: change(section.sentences) })) };
}

/** Absent or null is the end of a section, "" its beginning. */
function placed(review: Review, name: string, after: string | null | undefined, sentence: Sentence): Review {
  const into = (section: Section): Section => {
    if (section.name !== name) {
      return section;
    }
    const at = after === '' ? 0 : after ? section.sentences.findIndex((known) => known.id === after) + 1 || section.sentences.length : section.sentences.length;
    return { ...section, sentences: section.sentences.toSpliced(at, 0, sentence) };
  };
  return { ...review, sections: review.sections.map(into) };
}
