import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { get, post, Problem } from '../api/client';
import type { Ehr, Page } from '../api/model';
import { Button } from '../parts/Button';
import { Notice, Waiting, Wrong } from '../parts/Notice';
import { useHere } from '../session/context';
import { StepUp } from '../session/StepUp';
import { answered, led, whyNot } from './led';

type Wanted = { iss: string; launch: string } | { name: string };

/** The way in from the hospital's EHR: it opened this page with a visit, or somebody chooses the visit there from here. */
export default function LaunchPage() {
  const { session } = useHere();
  const begun = useRef(false);
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const [untied, setUntied] = useState<string | null>(null);
  const [proving, setProving] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const ehrs = useQuery({ queryKey: ['ehrs'], queryFn: () => get<Page<Ehr>>('ehrs') });

  const go = async (there: Wanted, tie: boolean) => {
    setWanted(there);
    setBusy(true);
    setProblem(null);
    setProving(false);
    try {
      location.assign((await post<{ go: string }>('ehrs/launch', { ...there, ...(tie ? { tie } : {}) })).go);
    } catch (refused) {
      setBusy(false);
      if (refused instanceof Problem && refused.code === 'untied') {
        setUntied(String(refused.body.name));
      } else if (refused instanceof Problem && refused.code === 'step-up') {
        setProving(true);
      } else {
        setProblem(refused);
      }
    }
  };

  useEffect(() => {
    const there = begun.current ? null : led();
    begun.current = true;
    if (there) {
      void go(there, false);
    }
  }, []);

  if (busy) {
    return <Waiting what="Going to the EHR" />;
  }
  return (
    <main className="page narrow" id="main">
      <h1>From the EHR</h1>
      {problem instanceof Problem && problem.code === 'not-found' ? (
        <Notice tone="red">No visits are taken from there. Ask your administrator to name that EHR here.</Notice>
      ) : (
        <Wrong problem={problem ?? ehrs.error} />
      )}
      {untied !== null && wanted ? (
        <section className="card step">
          <h2>Your first visit from {untied}</h2>
          <p>
            Your account here, <b className="said">{session.person.name}</b>, is tied to whoever is signed in at {untied} in this browser. From then on nobody
            else’s launch opens visits in your name. Go on only if you are signed in there yourself.
          </p>
          <div className="row end">
            <Button onPress={() => setUntied(null)}>Cancel</Button>
            <Button kind="main" onPress={() => void go(wanted, true)}>
              That is me: go on
            </Button>
          </div>
        </section>
      ) : ehrs.isPending ? (
        <Waiting what="Looking for EHRs" />
      ) : ehrs.data && ehrs.data.items.length > 0 ? (
        <section className="card step">
          <p>Choose the patient and the visit there; it opens here.</p>
          <div className="row">
            {ehrs.data.items.map((ehr) => (
              <Button key={ehr.name} kind="main" onPress={() => void go({ name: ehr.name }, false)}>
                Open from {ehr.name}
              </Button>
            ))}
          </div>
        </section>
      ) : (
        <Notice>No EHR is set up here.</Notice>
      )}
      <StepUp open={proving} why="Being tied to a user of the EHR needs a fresh proof." onProven={() => wanted && void go(wanted, true)} onClose={() => setProving(false)} />
    </main>
  );
}

/** The way back from it, with what its page answered. */
export function LaunchAnswer() {
  const [, navigate] = useLocation();
  const begun = useRef(false);
  const [problem, setProblem] = useState<unknown>(null);

  useEffect(() => {
    if (begun.current) {
      return;
    }
    begun.current = true;
    post<{ patient: string; visit?: string }>('ehrs/launch/answer', answered()).then(
      ({ patient, visit }) => navigate(visit ? `/visits/${visit}` : `/patients/${patient}`, { replace: true }),
      setProblem,
    );
  }, [navigate]);

  return problem === null ? (
    <Waiting what="Opening the visit" />
  ) : (
    <main className="page narrow" id="main">
      <h1>The visit cannot be opened</h1>
      {problem instanceof Problem && problem.code === 'launch' ? <Notice tone="red">{whyNot(problem.body.why)}</Notice> : <Wrong problem={problem} />}
      <div className="row end">
        <Button onPress={() => navigate('/launch', { replace: true })}>Begin again from here</Button>
      </div>
    </main>
  );
}
