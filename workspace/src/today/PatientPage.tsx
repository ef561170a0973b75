import { useQuery } from '@tanstack/react-query';
import { get } from '../api/client';
import type { Patient, Visit } from '../api/model';
import { Waiting, Wrong } from '../parts/Notice';
import { particulars } from '../parts/words';
import { VisitList } from './VisitList';

/** A patient and all their visits, newest first. */
export default function PatientPage({ id }: { id: string }) {
  const patient = useQuery({ queryKey: ['patient', id], queryFn: () => get<Patient & { visits: Visit[] }>(`patients/${id}`) });
  if (patient.isPending) {
    return <Waiting what="Fetching visits" />;
  }
  return (
    <main className="page" id="main">
      {patient.data ? (
        <>
          <header>
            <div className="stack tight">
              <h1 className="said">{patient.data.name}</h1>
              <p className="soft said">{particulars(patient.data, new Date())}</p>
            </div>
          </header>
          {patient.data.visits.length > 0 ? <VisitList visits={patient.data.visits} withDay /> : <p className="soft">No visits yet.</p>}
        </>
      ) : (
        <>
          <h1>This patient cannot be shown</h1>
          <Wrong problem={patient.error} />
        </>
      )}
    </main>
  );
}
