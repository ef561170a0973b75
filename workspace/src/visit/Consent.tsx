import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { post } from '../api/client';
import type { Visit } from '../api/model';
import { Button } from '../parts/Button';
import { Choose, Field } from '../parts/Fields';
import { Notice, Wrong } from '../parts/Notice';
import { useDeed } from '../parts/useDeed';
import { useHere } from '../session/context';

const WORDING =
  'May I record our conversation so that my notes are written for me? The recording stays with this practice and is used for your note only. You can say no, or stop at any time; your care is the same.';

const ANSWERING = [
  { id: 'patient', name: 'The patient' },
  { id: 'parent', name: 'A parent' },
  { id: 'guardian', name: 'A guardian' },
  { id: 'representative', name: 'Another representative' },
] as const;

/** What was asked, who asked, who answered, and the answer; it is kept with the record. */
export function Consent({ visit }: { visit: Visit }) {
  const { session } = useHere();
  const cache = useQueryClient();
  const [wording, setWording] = useState(WORDING);
  const [answeredBy, setAnsweredBy] = useState<string>('patient');
  const { busy, problem, run } = useDeed();

  const answer = (given: 'granted' | 'refused') =>
    run(async () => {
      cache.setQueryData(['visit', visit.id], await post<Visit>(`visits/${visit.id}/consent`, { wording, askedBy: session.person.name, answeredBy, answer: given }));
    });

  return (
    <section className="card step consent" aria-labelledby="consent">
      <h2 id="consent">Consent</h2>
      {visit.consent === 'refused' ? (
        <Notice tone="amber">The patient said no. Nothing is recorded. If they change their mind, ask again below.</Notice>
      ) : (
        <p className="soft">Ask before anything is recorded. Read this out, or say it in your own words and write them here.</p>
      )}
      <Field label="What is asked" value={wording} onChange={setWording} rows={4} maxLength={4000} />
      <div className="columns two">
        <Choose label="Who answers" value={answeredBy} onChange={setAnsweredBy} choices={ANSWERING} />
        <div className="field">
          <span className="label">Asked by</span>
          <span className="fixed said">{session.person.name}</span>
        </div>
      </div>
      <Wrong problem={problem} />
      <div className="row end">
        <Button kind="danger" isDisabled={busy} onPress={() => void answer('refused')}>
          They said no
        </Button>
        <Button kind="main" size="large" isDisabled={busy || !wording.trim()} onPress={() => void answer('granted')}>
          They said yes
        </Button>
      </div>
    </section>
  );
}
