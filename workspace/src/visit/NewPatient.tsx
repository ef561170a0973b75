import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Problem, post } from '../api/client';
import type { Patient } from '../api/model';
import { Button } from '../parts/Button';
import { today } from '../parts/dates';
import { Choose, Field } from '../parts/Fields';
import { Wrong } from '../parts/Notice';
import { useDeed } from '../parts/useDeed';

const SEXES = [
  { id: 'female', name: 'Female' },
  { id: 'male', name: 'Male' },
  { id: 'other', name: 'Other' },
  { id: 'unknown', name: 'Unknown' },
] as const;

export function NewPatient(props: { typed: string; onMade: (patient: Patient) => void; onCancel: () => void }) {
  const cache = useQueryClient();
  const words = props.typed.trim().split(/\s+/);
  const [given, setGiven] = useState(words.length > 1 ? words.slice(0, -1).join(' ') : '');
  const [family, setFamily] = useState(words.at(-1) ?? '');
  const [birthDate, setBirthDate] = useState('');
  const [sex, setSex] = useState<string>('unknown');
  const [mrn, setMrn] = useState('');
  const { busy, problem, run } = useDeed();
  const field = problem instanceof Problem && problem.code === 'invalid' ? problem.field : undefined;
  const wrong = (name: string) => (field === name ? ((problem as Problem).detail ?? 'This is not right') : undefined);
  const future = birthDate > today(new Date()) ? 'This day has not come yet' : undefined;

  const make = (e: FormEvent) => {
    e.preventDefault();
    void run(async () => {
      const made = await post<Patient>('patients', {
        family: family.trim(),
        given: given.trim(),
        sex,
        ...(birthDate ? { birthDate } : {}),
        ...(mrn.trim() ? { mrn: mrn.trim() } : {}),
      });
      void cache.invalidateQueries({ queryKey: ['patients'] });
      props.onMade(made);
    });
  };

  return (
    <form className="stack" aria-label="New patient" onSubmit={make}>
      {field ? null : <Wrong problem={problem} />}
      <div className="columns two">
        <Field label="Given names" value={given} onChange={setGiven} isRequired autoFocus autoComplete="off" wrong={wrong('given')} />
        <Field label="Family name" value={family} onChange={setFamily} isRequired autoComplete="off" wrong={wrong('family')} />
      </div>
      <div className="columns">
        <Field label="Date of birth" type="date" value={birthDate} onChange={setBirthDate} autoComplete="off" wrong={future ?? wrong('birthDate')} />
        <Choose label="Sex" value={sex} onChange={setSex} choices={SEXES} />
        <Field label="Record number (MRN)" value={mrn} onChange={setMrn} autoComplete="off" wrong={wrong('mrn')} />
      </div>
      <div className="row end">
        <Button onPress={props.onCancel}>Cancel</Button>
        <Button type="submit" kind="main" isDisabled={busy || !!future}>
          {busy ? 'Adding …' : 'Add patient'}
        </Button>
      </div>
    </form>
  );
}
