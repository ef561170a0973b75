import { useQueryClient } from '@tanstack/react-query';
import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { get, Problem } from '../api/client';
import type { Review } from '../api/model';
import { Button } from '../parts/Button';
import { offset } from '../parts/dates';
import { Notice, Wrong } from '../parts/Notice';
import { Sheet } from '../parts/Sheet';
import { tell } from '../parts/toasts';
import { StepUp } from '../session/StepUp';
import { useHere } from '../session/context';
import { unseenRed } from './evidence';
import type { NoteHandle } from './useNote';

/** The last look before a note is signed: what must be seen still, and who signs. */
export function SignSheet(props: { open: boolean; note: NoteHandle; review: Review; onClose: () => void; onGoTo: (id: string) => void }) {
  const { note, review } = props;
  const { session } = useHere();
  const cache = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [proving, setProving] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const unseen = unseenRed(review);
  const count = review.sections.reduce((sum, section) => sum + section.sentences.length, 0);

  const sign = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await note.send('note/sign', {});
      setProving(false);
      props.onClose();
      void cache.invalidateQueries({ queryKey: ['visits'] });
      tell(`Signed${await howLong(review.visit.id)}`);
    } catch (refused) {
      if (refused instanceof Problem && refused.code === 'step-up') {
        setProving(true);
      } else {
        if (refused instanceof Problem && (refused.code === 'stale' || refused.code === 'unseen')) {
          await note.refresh().catch(() => undefined);
        }
        setProblem(refused);
      }
    } finally {
      setBusy(false);
    }
  };

  return (
    <>
      <Sheet title="Sign this note" open={props.open && !proving} onClose={props.onClose}>
        {unseen.length > 0 ? (
          <>
            <Notice tone="amber">
              {unseen.length === 1 ? 'One sentence has' : `${unseen.length} sentences have`} to be looked at before you can sign.
            </Notice>
            <ul className="unseen">
              {unseen.slice(0, 8).map((sentence) => (
                <li key={sentence.id}>
                  <button
                    type="button"
                    className="resting said"
                    onClick={() => {
                      props.onClose();
                      props.onGoTo(sentence.id);
                    }}
                  >
                    {sentence.text}
                  </button>
                </li>
              ))}
            </ul>
          </>
        ) : (
          <p>
            {count} sentences about <b className="said">{review.visit.patient.name}</b>
            {review.queue.length > 0 ? `; ${review.queue.length} more could be looked at` : ', all looked at'}. Once signed the note stays as it is;
            changes are amendments with their own signature.
          </p>
        )}
        <Wrong problem={problem} />
        <div className="row end">
          <Button onPress={props.onClose}>Not yet</Button>
          <Button kind="main" autoFocus={unseen.length === 0} isDisabled={busy || unseen.length > 0} onPress={() => void sign()}>
            <ShieldCheck size={16} aria-hidden /> {busy ? 'Signing …' : `Sign as ${session.person.name}`}
          </Button>
        </div>
      </Sheet>
      <StepUp open={proving} why="Signing is yours alone." onProven={() => void sign()} onClose={() => setProving(false)} />
    </>
  );
}

/** For the eyes of whoever signed: how long it took from the note's being ready. */
async function howLong(visit: string): Promise<string> {
  try {
    const { secondsToSign } = await get<{ secondsToSign?: number }>(`visits/${visit}/timing`);
    return secondsToSign === undefined ? '' : `, ${offset(secondsToSign * 1000)} after it was opened`;
  } catch {
    return '';
  }
}
