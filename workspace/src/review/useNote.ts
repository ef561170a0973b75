import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { get, ifChanged, Problem, post } from '../api/client';
import type { Edit, Review } from '../api/model';
import { useReview } from '../api/queries';
import { applied, bare, fold, type Pending } from './apply';
import { rebased, sentenceIn } from './rebase';

export interface Conflict {
  edit: Edit;
  /** What stands there now; null where it is gone. */
  theirs: string | null;
}

/** What became of an edit: kept, laid before whoever made it, or not kept at all, for which {@link NoteHandle.problem} says why. */
export type Outcome = 'kept' | 'conflict' | 'failed';

export interface NoteHandle {
  review: Review | undefined;
  loading: boolean;
  problem: unknown;
  busy: boolean;
  conflict: Conflict | null;
  /** Edits that wait for the signature of an amendment; null where none is being written. */
  amendment: readonly Pending[] | null;
  /** @param begun the text that the editing began with; if another one stands there by now, nobody here has read it */
  edit: (edit: Edit, begun?: string) => Promise<Outcome>;
  /** While somebody writes, what others change is not looked for: it would change under their hands. */
  holdStill: (still: boolean) => void;
  /** Any call that answers with a new review. */
  send: (path: string, body: Record<string, unknown>) => Promise<Review>;
  refresh: () => Promise<void>;
  beginAmendment: () => void;
  dropAmendment: () => void;
  /** @param looked places of those edits whose red sentences were shown and looked at */
  signAmendment: (reason: string, looked: readonly number[]) => Promise<void>;
  resolve: (take: 'theirs' | 'mine') => Promise<void>;
  forgetProblem: () => void;
}

const WATCH_MILLIS = 15_000;

/**
 * The note and what is done to it, one thing after the other. An edit that meets somebody else's is made again where it
 * does no harm, and else laid before whoever made it; nothing is written over unread.
 */
export function useNote(id: string): NoteHandle {
  const cache = useQueryClient();
  const query = useReview(id, true);
  const [busy, setBusy] = useState(0);
  const [problem, setProblem] = useState<unknown>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [amendment, setAmendment] = useState<readonly Pending[] | null>(null);
  const still = useRef(false);
  const line = useRef<Promise<unknown>>(Promise.resolve());
  const key = useMemo(() => ['review', id], [id]);
  const current = useCallback(() => cache.getQueryData<Review>(key), [cache, key]);

  const keep = useCallback(
    (review: Review) => {
      cache.setQueryData(key, review);
      cache.setQueryData(['visit', id], review.visit);
      return review;
    },
    [cache, key, id],
  );

  const refresh = useCallback(async () => {
    keep(await get<Review>(`visits/${id}/review`));
  }, [id, keep]);

  const inTurn = useCallback(<T>(deed: () => Promise<T>): Promise<T> => {
    setBusy((n) => n + 1);
    const done = line.current.then(deed, deed);
    line.current = done.catch(() => undefined);
    return done.finally(() => setBusy((n) => n - 1));
  }, []);

  const send = useCallback(
    (path: string, body: Record<string, unknown>) =>
      inTurn(async () => keep(await post<Review>(`visits/${id}/${path}`, { version: current()?.version, ...body }))),
    [id, inTurn, keep, current],
  );

  const tryEdit = useCallback(
    async (edit: Edit): Promise<Outcome> => {
      const before = current();
      if (!before) {
        return 'failed';
      }
      try {
        keep(await post<Review>(`visits/${id}/note/edits`, { version: before.version, edits: [edit] }));
        return 'kept';
      } catch (refused) {
        if (!(refused instanceof Problem) || refused.code !== 'stale') {
          throw refused;
        }
        await refresh();
        const now = current();
        const outcome = now ? rebased(edit, before, now) : { is: 'conflict' as const, theirs: null };
        if (outcome.is === 'again') {
          return await tryEdit(edit);
        }
        if (outcome.is === 'conflict') {
          setConflict({ edit, theirs: outcome.theirs });
          return 'conflict';
        }
        return 'kept';
      }
    },
    [id, keep, current, refresh],
  );

  const edit = useCallback(
    async (one: Edit, begun?: string): Promise<Outcome> => {
      if (amendment) {
        setAmendment(fold(amendment, one, `new-${crypto.randomUUID()}`));
        return 'kept';
      }
      setProblem(null);
      try {
        return await inTurn(async () => {
          const review = current();
          const there = one.op === 'replace' && review ? (sentenceIn(review, one.sentence)?.text ?? null) : null;
          if (one.op === 'replace' && begun !== undefined && there !== begun) {
            setConflict({ edit: one, theirs: there });
            return 'conflict';
          }
          return tryEdit(one);
        });
      } catch (refused) {
        setProblem(refused);
        return 'failed';
      }
    },
    [amendment, inTurn, tryEdit, current],
  );

  // Somebody else may be at the same note: look now and then whether it has changed.
  useEffect(() => {
    const timer = setInterval(() => {
      const have = current();
      if (have && !document.hidden && !still.current) {
        void ifChanged<Review>(`visits/${id}/review`, `"${have.version}"`).then(
          (changed) => changed && !still.current && changed.version > (current()?.version ?? 0) && keep(changed),
          () => undefined,
        );
      }
    }, WATCH_MILLIS);
    return () => clearInterval(timer);
  }, [id, current, keep]);

  const holdStill = useCallback((on: boolean) => {
    still.current = on;
  }, []);

  const review = useMemo(() => (query.data && amendment ? applied(query.data, amendment) : query.data), [query.data, amendment]);

  return {
    review,
    loading: query.isPending,
    problem: problem ?? query.error,
    busy: busy > 0,
    conflict,
    amendment,
    edit,
    holdStill,
    send,
    refresh,
    beginAmendment: () => setAmendment([]),
    dropAmendment: () => setAmendment(null),
    signAmendment: async (reason, looked) => {
      await send('note/amend', { reason, edits: bare(amendment ?? []), looked });
      setAmendment(null);
    },
    resolve: async (take) => {
      const open = conflict;
      setConflict(null);
      if (!open || take === 'theirs') {
        return;
      }
      const mine = open.edit;
      const stillThere = 'sentence' in mine && current()?.sections.some((section) => section.sentences.some((sentence) => sentence.id === mine.sentence));
      if (mine.op === 'replace' && !stillThere) {
        const section = current()?.sections[0]?.name;
        if (section) {
          await edit({ op: 'insert', section, text: mine.text });
        }
      } else if (mine.op === 'insert') {
        await edit({ op: 'insert', section: mine.section, text: mine.text, ...(mine.evidence ? { evidence: mine.evidence } : {}) });
      } else {
        await edit(mine);
      }
    },
    forgetProblem: () => setProblem(null),
  };
}
