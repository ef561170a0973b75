import { createContext, useContext } from 'react';
import type { Session } from '../api/model';

export interface Here {
  session: Session;
  signOut: () => Promise<void>;
  /** Asks again who one is, after one's own account changed. */
  again: () => void;
  /** Holds off the idle lock until the returned function is called: while a visit is being recorded, nobody types. */
  stayAwake: () => () => void;
}

export const HereContext = createContext<Here | null>(null);

export function useHere(): Here {
  const here = useContext(HereContext);
  if (!here) {
    throw new Error('Used outside of a session');
  }
  return here;
}
