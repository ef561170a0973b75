import { useQueryClient } from '@tanstack/react-query';
import { LockKeyhole } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { post, Problem } from '../api/client';
import { Button } from '../parts/Button';
import { Field } from '../parts/Fields';
import { Notice, Wrong } from '../parts/Notice';
import { StepUp } from '../session/StepUp';
import { useHere } from '../session/context';

/** Another clinician's visit: whoever must see it says why, and is seen doing so. */
export function ClosedVisit({ id }: { id: string }) {
  const { session } = useHere();
  const cache = useQueryClient();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [proving, setProving] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);

  const open = async () => {
    setBusy(true);
    setProblem(null);
    setProving(false);
    try {
      await post(`visits/${id}/open-anyway`, { reason: reason.trim() });
      await cache.invalidateQueries();
    } catch (refused) {
      if (refused instanceof Problem && refused.code === 'step-up') {
        setProving(true);
      } else {
        setProblem(refused);
      }
    } finally {
      setBusy(false);
    }
  };

  return (
    <main className="page narrow" id="main">
      <h1>This visit is another clinician’s</h1>
      {session.person.role === 'clinician' ? (
        <form
          className="stack"
          onSubmit={(e) => {
            e.preventDefault();
            void open();
          }}
        >
          <Notice tone="amber">
            If you must see it, say why. It opens for an hour, to look at only; that you opened it and your reason are recorded, and the
            auditor reads them.
          </Notice>
          <Wrong problem={problem} />
          <Field label="Why you must see it" value={reason} onChange={setReason} rows={3} isRequired maxLength={1000} autoFocus />
          <div className="row end">
            <Link href="/" className="button">
              Back to the visits
            </Link>
            <Button type="submit" kind="danger" isDisabled={busy || reason.trim().length < 10}>
              <LockKeyhole size={16} aria-hidden /> {busy ? 'Opening …' : 'Open anyway'}
            </Button>
          </div>
        </form>
      ) : null}
      <StepUp open={proving} why="Opening another’s visit is recorded under your name." onProven={() => void open()} onClose={() => setProving(false)} />
    </main>
  );
}
