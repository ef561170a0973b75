import { type KeyboardEvent, useDeferredValue, useState } from 'react';
import type { Patient } from '../api/model';
import { usePatients } from '../api/queries';
import { Button } from '../parts/Button';
import { SearchBox } from '../parts/Fields';
import { Wrong } from '../parts/Notice';
import { particulars } from '../parts/words';

/** Finds a patient by the beginnings of names or by a number. Date of birth and number stand beside each name. */
export function PatientPick({ onPick, onNew }: { onPick: (patient: Patient) => void; onNew: (typed: string) => void }) {
  const [typed, setTyped] = useState('');
  const asked = useDeferredValue(typed.trim());
  const patients = usePatients(asked);
  const found = patients.data?.items ?? [];

  const walk = (e: KeyboardEvent<HTMLElement>) => {
    const step = e.key === 'ArrowDown' ? 1 : e.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) {
      return;
    }
    const stops = [...e.currentTarget.querySelectorAll<HTMLElement>('input, .patients button')];
    const next = stops[stops.indexOf(document.activeElement as HTMLElement) + step];
    if (next) {
      e.preventDefault();
      next.focus();
    }
  };

  return (
    <div className="stack tight" onKeyDown={walk}>
      <SearchBox label="Find a patient" value={typed} onChange={setTyped} placeholder="Name or record number" autoFocus />
      <Wrong problem={patients.error} />
      <p className="heard-only" role="status">
        {patients.isPending ? '' : `${found.length} patients found`}
      </p>
      {found.length > 0 ? (
        <ul className="patients" aria-label="Patients found">
          {found.map((patient) => (
            <li key={patient.id}>
              <button type="button" onClick={() => onPick(patient)}>
                <b className="said">{patient.name}</b>
                <span className="soft said">{particulars(patient, new Date())}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : patients.isPending ? null : (
        <div className="row soft">
          <span className="grow">{asked ? 'Nobody of that name or number is here.' : 'No patients yet.'}</span>
          {asked ? (
            <Button size="small" onPress={() => onNew(typed)}>
              Add a patient of that name
            </Button>
          ) : null}
        </div>
      )}
    </div>
  );
}
