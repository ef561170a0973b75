import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { ask, onSignedOut, session as askSession } from '../api/client';
import type { Session } from '../api/model';
import { Button } from '../parts/Button';
import { Notice, Waiting, Wrong } from '../parts/Notice';
import { clearToasts, tell } from '../parts/toasts';
import { leaveAll } from '../record/kept';
import { Door } from './Door';
import { HereContext } from './context';
import { IdleLock } from './IdleLock';
import { refusedElsewhere } from './elsewhere';
import { SignIn } from './SignIn';

type State =
  | { is: 'asking' }
  | { is: 'unknown'; problem: unknown }
  | { is: 'out'; why: 'new' | 'ended' | 'left' }
  | { is: 'in'; session: Session };

/** Shows the pages to whoever is signed in, and the door to everybody else. */
export function SessionGate({ children }: { children: ReactNode }) {
  const [state, set] = useState<State>({ is: 'asking' });
  const cache = useQueryClient();
  const awake = useRef(0);
  const [refused] = useState(refusedElsewhere);

  const out = useCallback(
    (why: 'ended' | 'left') => {
      cache.clear();
      clearToasts();
      leaveAll();
      set((was) => (was.is === 'in' ? { is: 'out', why } : was));
    },
    [cache],
  );

  const begin = useCallback(() => {
    set({ is: 'asking' });
    askSession().then(
      (session) => set(session ? { is: 'in', session } : { is: 'out', why: 'new' }),
      (problem: unknown) => set({ is: 'unknown', problem }),
    );
  }, []);

  useEffect(begin, [begin]);
  useEffect(() => {
    if (refused && state.is === 'in') {
      tell(refused);
    }
  }, [refused, state.is]);
  useEffect(() => onSignedOut(() => out('ended')), [out]);

  const signedIn = state.is === 'in' ? state.session : null;
  const here = useMemo(
    () =>
      signedIn && {
        session: signedIn,
        signOut: async () => {
          // The page forgets at once, whether or not the server can be told.
          out('left');
          const there = await ask<{ go?: string } | undefined>('DELETE', 'session').catch(() => undefined);
          if (there?.go) {
            // Whoever came from elsewhere is signed in there still.
            location.assign(there.go);
          }
        },
        again: () => void askSession().then((session) => session && set({ is: 'in', session })),
        stayAwake: () => {
          awake.current += 1;
          return () => {
            awake.current -= 1;
          };
        },
      },
    [signedIn, out],
  );

  switch (state.is) {
    case 'asking':
      return <Waiting what="Opening" />;
    case 'unknown':
      return (
        <Door>
          <div className="stack">
            <h1>The workspace cannot open</h1>
            <Wrong problem={state.problem} />
            <Button onPress={begin}>Try again</Button>
          </div>
        </Door>
      );
    case 'out':
      return (
        <Door>
          <SignIn
            onSignedIn={(session) => set({ is: 'in', session })}
            before={
              state.why === 'ended' ? (
                <Notice tone="amber">Your session has ended. Sign in again; what was saved is safe.</Notice>
              ) : state.why === 'left' ? (
                <Notice tone="green">You are signed out.</Notice>
              ) : refused ? (
                <Notice tone="red">{refused}</Notice>
              ) : null
            }
          />
        </Door>
      );
    case 'in':
      return (
        <HereContext.Provider value={here}>
          {children}
          <IdleLock seconds={state.session.idleSeconds} isHeldOff={() => awake.current > 0} onOver={() => void here?.signOut().then(() => set({ is: 'out', why: 'ended' }))} />
        </HereContext.Provider>
      );
  }
}
