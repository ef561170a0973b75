import { useState } from 'react';
import { Problem } from '../api/client';
import { Button } from '../parts/Button';
import { Field } from '../parts/Fields';
import { Notice, Wrong } from '../parts/Notice';
import { tell } from '../parts/toasts';
import { StepUp } from '../session/StepUp';
import type { NoteHandle } from './useNote';

/** An amendment while it is written: its changes wait here until they are signed with a reason. */
export function AmendBar({ note }: { note: NoteHandle }) {
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [proving, setProving] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const changes = note.amendment?.length ?? 0;

  const sign = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await note.signAmendment(reason.trim());
      setProving(false);
      tell('The amendment is signed');
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
    <div className="amend-bar">
      <Notice tone="amber">
        You are amending a signed note. The signed one stays. {changes === 0 ? 'Change a sentence' : changes === 1 ? 'One change' : `${changes} changes`}; nothing is kept before you sign the amendment.
      </Notice>
      <Field label="Reason of the amendment" value={reason} onChange={setReason} maxLength={1000} autoComplete="off" />
      <Wrong problem={problem} />
      <div className="row end">
        <Button onPress={note.dropAmendment}>Leave it as it was</Button>
        <Button kind="main" isDisabled={busy || changes === 0 || reason.trim() === ''} onPress={() => void sign()}>
          {busy ? 'Signing …' : 'Sign the amendment'}
        </Button>
      </div>
      <StepUp open={proving} why="Amending is signing." onProven={() => void sign()} onClose={() => setProving(false)} />
    </div>
  );
}
