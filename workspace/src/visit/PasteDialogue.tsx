import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Problem, put } from '../api/client';
import type { Visit } from '../api/model';
import { Button } from '../parts/Button';
import { Field } from '../parts/Fields';
import { Notice, Wrong } from '../parts/Notice';
import { useDeed } from '../parts/useDeed';
import { checkDialogue } from './dialogue';

/** A visit that was written down elsewhere, one turn a line. */
export function PasteDialogue({ visit }: { visit: Visit }) {
  const cache = useQueryClient();
  const [text, setText] = useState('');
  const { busy, problem, run } = useDeed();
  const checked = useMemo(() => checkDialogue(text), [text]);
  const line = problem instanceof Problem ? problem.line : undefined;

  const send = () =>
    run(async () => {
      cache.setQueryData(['visit', visit.id], await put<Visit>(`visits/${visit.id}/dialogue`, { text }));
    });

  return (
    <section className="card step" aria-labelledby="paste">
      <h2 id="paste">Paste a dialogue</h2>
      <Field
        label="Dialogue"
        hint="One turn a line: [doctor] What brings you in today?   [patient] My knee hurts."
        value={text}
        onChange={setText}
        rows={14}
        placeholder={'[doctor] …\n[patient] …'}
      />
      {text && checked.wrong.length > 0 ? (
        <Notice tone="amber">
          {checked.wrong.slice(0, 5).map((mistake) => (
            <p key={mistake.line}>
              Line {mistake.line}: {mistake.what}.
            </p>
          ))}
        </Notice>
      ) : null}
      {problem && line ? <Notice tone="red">Line {line}: {(problem as Problem).detail}</Notice> : <Wrong problem={problem} />}
      <div className="row">
        <span className="grow faint number" role="status">
          {checked.turns.length} turns, {checked.words} words
        </span>
        <Button kind="main" size="large" isDisabled={busy || checked.turns.length === 0 || checked.wrong.length > 0} onPress={() => void send()}>
          {busy ? 'Writing the note …' : 'Write the note'}
        </Button>
      </div>
    </section>
  );
}
