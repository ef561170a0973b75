// What the live server tells, as docs/live-api.md writes it, and what a page makes of it.

export interface HeardWord {
  text: string;
  begin: number;
  end: number;
  confidence: number;
  mark?: string;
  filtered?: boolean;
}

export interface Entity {
  category: string;
  text: string;
  from: number;
  to: number;
}

export interface Spoken {
  from: number;
  to: number;
  role: string;
  speaker?: number;
}

export interface ChannelLevel {
  rms: number;
  peak: number;
  clipped: number;
  speech: boolean;
  quality: string;
}

export type Told =
  | { type: 'opened'; session: string; kept: number; channels?: number; resumed: boolean; lost?: { from: number; to: number } }
  | { type: 'kept'; to: number }
  | { type: 'caption'; id: string; begin: number; end: number; final?: boolean; channel?: number; words: HeardWord[] }
  | { type: 'understood'; caption: string; segments: Spoken[]; entities: Entity[] }
  | { type: 'note'; version: number; whole: boolean; template: string; sections: string[]; changes: NoteChange[] }
  | { type: 'level'; at: number; channels: ChannelLevel[] }
  | { type: 'paused'; kept?: number }
  | { type: 'resumed' }
  | { type: 'beat' }
  | { type: 'ended' }
  | { type: 'error'; code: string; message?: string; retry: boolean; received?: number };

export type NoteChange =
  | { op: 'add' | 'revise'; id: string; section: string; after: string | null; text: string; evidence?: { caption: string }[] }
  | { op: 'withdraw'; id: string };

export interface Caption {
  id: string;
  begin: number;
  final: boolean;
  channel?: number;
  words: HeardWord[];
  segments: Spoken[];
  entities: Entity[];
}

export interface DraftSentence {
  id: string;
  section: string;
  text: string;
}

export interface Heard {
  captions: readonly Caption[];
  draft: { template: string; sections: readonly string[]; sentences: readonly DraftSentence[] };
  levels: readonly ChannelLevel[];
}

export const NOTHING_HEARD: Heard = { captions: [], draft: { template: '', sections: [], sentences: [] }, levels: [] };

/** What is heard after one more message; the same object where the message changes nothing of it. */
export function hear(heard: Heard, told: Told): Heard {
  switch (told.type) {
    case 'caption':
      return { ...heard, captions: captioned(heard.captions, told) };
    case 'understood':
      return {
        ...heard,
        captions: heard.captions.map((caption) => (caption.id === told.caption ? { ...caption, segments: told.segments, entities: told.entities } : caption)),
      };
    case 'note': {
      const begun = told.whole ? [] : heard.draft.sentences;
      return { ...heard, draft: { template: told.template, sections: told.sections, sentences: told.changes.reduce(changed, begun) } };
    }
    case 'level':
      return { ...heard, levels: told.channels };
    case 'opened':
    case 'kept':
    case 'paused':
    case 'resumed':
    case 'beat':
    case 'ended':
    case 'error':
      return heard;
    default:
      // Types that are not known yet are passed over, as the protocol asks.
      return heard;
  }
}

function captioned(captions: readonly Caption[], told: Extract<Told, { type: 'caption' }>): readonly Caption[] {
  const before = captions.find((caption) => caption.id === told.id);
  const rest = captions.filter((caption) => caption !== before);
  if (told.words.length === 0 && told.final) {
    return rest;
  }
  const now: Caption = {
    id: told.id,
    begin: told.begin,
    final: told.final ?? false,
    words: told.words,
    segments: before?.segments ?? [],
    entities: told.final ? (before?.entities ?? []) : [],
    ...(told.channel === undefined ? {} : { channel: told.channel }),
  };
  const at = rest.findLastIndex((caption) => caption.begin <= now.begin) + 1;
  return rest.toSpliced(at, 0, now);
}

function changed(sentences: readonly DraftSentence[], change: NoteChange): readonly DraftSentence[] {
  const rest = sentences.filter((sentence) => sentence.id !== change.id);
  if (change.op === 'withdraw') {
    return rest;
  }
  const now = { id: change.id, section: change.section, text: change.text };
  const after = change.after === null ? -1 : rest.findIndex((sentence) => sentence.id === change.after);
  const first = rest.findIndex((sentence) => sentence.section === change.section);
  const at = after >= 0 ? after + 1 : change.after === null && first >= 0 ? first : rest.length;
  return rest.toSpliced(at, 0, now);
}
