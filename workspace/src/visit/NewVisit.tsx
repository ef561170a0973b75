import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Check, Hospital, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { get, post } from '../api/client';
import type { Ehr, Page, Patient, Visit } from '../api/model';
import { useSpecialties, useTemplates } from '../api/queries';
import { Button } from '../parts/Button';
import { Choose, Field } from '../parts/Fields';
import { Wrong } from '../parts/Notice';
import { useDeed } from '../parts/useDeed';
import { particulars } from '../parts/words';
import { NewPatient } from './NewPatient';
import { PatientPick } from './PatientPick';
import '../styles/visit.css';

const PRONOUNS = [
  { id: 'spoken', name: 'As spoken' },
  { id: 'she', name: 'She / her' },
  { id: 'he', name: 'He / him' },
  { id: 'they', name: 'They / them' },
] as const;

/** Whom a visit is with, what it is about, and how its note is to look. */
export default function NewVisit() {
  const [, navigate] = useLocation();
  const cache = useQueryClient();
  const templates = useTemplates();
  const specialties = useSpecialties();
  const ehrs = useQuery({ queryKey: ['ehrs'], staleTime: 600_000, queryFn: () => get<Page<Ehr>>('ehrs') });
  const [patient, setPatient] = useState<Patient | null>(null);
  const [adding, setAdding] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [template, setTemplate] = useState('HISTORY_AND_PHYSICAL');
  const [specialty, setSpecialty] = useState('general');
  const [pronouns, setPronouns] = useState<string>('spoken');
  const { busy, problem, run } = useDeed();

  const begin = (patientId: string) =>
    run(async () => {
      const visit = await post<Visit>('visits', {
        patientId,
        template,
        specialty,
        ...(reason.trim() ? { reason: reason.trim() } : {}),
        ...(pronouns === 'spoken' ? {} : { pronouns }),
      });
      cache.setQueryData(['visit', visit.id], visit);
      void cache.invalidateQueries({ queryKey: ['visits'] });
      navigate(`/visits/${visit.id}`, { replace: true });
    });

  return (
    <main className="page narrow" id="main">
      <header>
        <h1>New visit</h1>
        {ehrs.data && ehrs.data.items.length > 0 ? (
          <Link href="/launch" className="button">
            <Hospital size={16} aria-hidden /> From the EHR
          </Link>
        ) : null}
      </header>
      <section className="card step" aria-labelledby="step-patient">
        <h2 id="step-patient">
          <span className={patient ? 'stepmark done' : 'stepmark'}>{patient ? <Check size={14} aria-label="Done" /> : 1}</span> Patient
        </h2>
        {patient ? (
          <div className="chosen">
            <span>
              <b className="said">{patient.name}</b>
              <span className="soft said">{particulars(patient, new Date())}</span>
            </span>
            <Button size="small" onPress={() => setPatient(null)}>
              Another patient
            </Button>
          </div>
        ) : adding !== null ? (
          <NewPatient
            typed={adding}
            onMade={(made) => {
              setPatient(made);
              setAdding(null);
            }}
            onCancel={() => setAdding(null)}
          />
        ) : (
          <>
            <PatientPick onPick={setPatient} onNew={setAdding} />
            <Button className="begin" onPress={() => setAdding('')}>
              <UserPlus size={16} aria-hidden /> New patient
            </Button>
          </>
        )}
      </section>

      <section className="card step" aria-labelledby="step-visit">
        <h2 id="step-visit">
          <span className="stepmark">2</span> Visit
        </h2>
        <Field label="Reason for the visit" value={reason} onChange={setReason} placeholder="Such as knee pain, follow-up" maxLength={500} autoComplete="off" />
        <div className="columns">
          <Choose
            label="Note"
            value={template}
            onChange={setTemplate}
            choices={templates.data?.map((known) => ({ id: known.name, name: known.title })) ?? [{ id: template, name: 'History and physical' }]}
          />
          <Choose
            label="Specialty"
            value={specialty}
            onChange={setSpecialty}
            choices={withGeneral(specialties.data?.map((known) => ({ id: known.name, name: known.title })) ?? [])}
          />
          <Choose label="Pronouns in the note" value={pronouns} onChange={setPronouns} choices={PRONOUNS} />
        </div>
      </section>
      <Wrong problem={problem ?? templates.error} />
      <div className="row end">
        {patient ? null : <span className="faint">Choose the patient first.</span>}
        <Button kind="main" size="large" isDisabled={!patient || busy} onPress={() => patient && void begin(patient.id)}>
          {busy ? 'Opening …' : 'Continue to consent'}
        </Button>
      </div>
    </main>
  );
}

function withGeneral(choices: { id: string; name: string }[]) {
  return choices.some((choice) => choice.id === 'general') ? choices : [{ id: 'general', name: 'General' }, ...choices];
}
