import { useCallback, useState } from 'react';

/** Something that is asked of the server: whether it is under way, what went wrong, and the doing itself. */
export interface Deed {
  busy: boolean;
  problem: unknown;
  /** Whether it was done; where it was not, {@link problem} says why. */
  run: (deed: () => Promise<unknown>) => Promise<boolean>;
}

export function useDeed(): Deed {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const run = useCallback(async (deed: () => Promise<unknown>) => {
    setBusy(true);
    setProblem(null);
    try {
      await deed();
      return true;
    } catch (refused) {
      setProblem(refused);
      return false;
    } finally {
      setBusy(false);
    }
  }, []);
  return { busy, problem, run };
}
