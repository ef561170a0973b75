import { useEffect, useState } from 'react';
import { Problem } from '../api/client';
import { Button } from '../parts/Button';
import { Field } from '../parts/Fields';
import { Notice, Wrong } from '../parts/Notice';
import { tell } from '../parts/toasts';
import { readable } from '../parts/words';
import { StepUp } from '../session/StepUp';
import type { Pending } from './apply';
import { sentenceIn } from './rebase';
import type { NoteHandle } from './useNote';

/** A sentence of an amendment that what was said does not hold. */
interface Doubted {
  edit: number;
  verdict: string;
  reasons: string[];
}

/**
 * An amendment while it is written: its changes wait here until they are signed with a reason. What they say against what was
 * said is shown before it is signed, and so is what stands there in red that this person has not looked at.
 */
export function AmendBar({ note, onGoTo }: { note: NoteHandle; onGoTo: (id: string) => void }) {
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [proving, setProving] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [doubted, setDoubted] = useState<Doubted[]>([]);
  const [unseen, setUnseen] = useState<string[]>([]);
  const changes = note.amendment?.filter((edit) => !('id' in edit) || edit.op === 'add-omission').length ?? 0;
  const waiting = unseen.filter((id) => !note.amendment?.some((edit) => edit.op === 'seen' && edit.id === id));

  // Whatever is changed after it was shown is judged anew.
  useEffect(() => setDoubted([]), [note.amendment]);

  const sign = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await note.signAmendment(reason.trim(), doubted.map((one) => one.edit));
      setProving(false);
      tell('The amendment is signed');
    } catch (refused) {
      if (refused instanceof Problem && refused.code === 'step-up') {
        setProving(true);
      } else if (refused instanceof Problem && refused.code === 'unseen') {
        setProving(false);
        setDoubted((refused.body.written ?? []) as Doubted[]);
        setUnseen((refused.body.ids ?? []) as string[]);
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
      {doubted.length > 0 ? (
        <Notice tone="red">
          What was said does not hold this. Sign only if it is right nevertheless:
          <ul>
            {doubted.map((one) => (
              <li key={one.edit}>
                <span className="said">{textOf(note.amendment?.[one.edit])}</span> <span className="pill red">{readable(one.verdict)}</span>
                {one.reasons.length > 0 ? <span className="faint"> {one.reasons.join(', ')}</span> : null}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {waiting.length > 0 ? (
        <Notice tone="amber">
          These stand there in red, and you have not looked at them yet:
          <ul className="unseen">
            {waiting.map((id) => (
              <li key={id}>
                <button
                  type="button"
                  className="resting said"
                  onClick={() => {
                    void note.edit({ op: 'seen', id });
                    onGoTo(id);
                  }}
                >
                  {note.review ? (sentenceIn(note.review, id)?.text ?? 'A sentence that is taken out') : ''}
                </button>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <Wrong problem={problem} />
      <div className="row end">
        <Button onPress={note.dropAmendment}>Leave it as it was</Button>
        <Button kind="main" isDisabled={busy || changes === 0 || waiting.length > 0 || reason.trim() === ''} onPress={() => void sign()}>
          {busy ? 'Signing …' : doubted.length > 0 ? 'I have looked at it: sign' : 'Sign the amendment'}
        </Button>
      </div>
      <StepUp open={proving} why="Amending is signing." onProven={() => void sign()} onClose={() => setProving(false)} />
    </div>
  );
}

function textOf(edit: Pending | undefined): string {
  return edit && 'text' in edit ? edit.text : 'What was left out, as it is proposed';
}
