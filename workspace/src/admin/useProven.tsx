import { type ReactElement, useState } from 'react';
import { Problem } from '../api/client';
import { StepUp } from '../session/StepUp';

/** Does what the server wants a fresh proof for: asks for the proof where it is missing, and then does it. */
export function useProven(why: string): { proven: (deed: () => Promise<void>) => Promise<void>; proving: boolean; problem: unknown; proof: ReactElement } {
  const [waiting, setWaiting] = useState<{ run: () => Promise<void> } | null>(null);
  const [problem, setProblem] = useState<unknown>(null);

  const proven = async (deed: () => Promise<void>) => {
    setProblem(null);
    try {
      await deed();
      setWaiting(null);
    } catch (refused) {
      if (refused instanceof Problem && refused.code === 'step-up') {
        setWaiting({ run: deed });
      } else {
        setWaiting(null);
        setProblem(refused);
      }
    }
  };

  return {
    proven,
    proving: waiting !== null,
    problem,
    proof: <StepUp open={waiting !== null} why={why} onProven={() => waiting && void proven(waiting.run)} onClose={() => setWaiting(null)} />,
  };
}
