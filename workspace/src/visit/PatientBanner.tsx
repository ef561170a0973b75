import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Visit } from '../api/model';
import { shownClock, shownInstant } from '../parts/dates';
import { particulars } from '../parts/words';

/** Whose visit this is; stays in view, so that nothing is written about the wrong patient. */
export function PatientBanner({ visit, children }: { visit: Visit; children?: ReactNode }) {
  return (
    <div className="patient-banner">
      <Link href="/" className="button quiet icon small" aria-label="Back to the visits">
        <ArrowLeft size={18} aria-hidden />
      </Link>
      <div className="whose">
        <h1 className="said">
          <Link href={`/patients/${visit.patient.id}`}>{visit.patient.name}</Link>
        </h1>
        <p className="soft said">{particulars(visit.patient, new Date())}</p>
      </div>
      <div className="about">
        {visit.openUntil ? <p className="pill amber">Another clinician’s; to look at until {shownClock(visit.openUntil)}</p> : null}
        <p className="said">{visit.reason || 'No reason given'}</p>
        <p className="faint said">
          {shownInstant(visit.startedAt)}
          {visit.practitioner ? ` · ${visit.practitioner}` : ''}
        </p>
      </div>
      <div className="row end">{children}</div>
    </div>
  );
}
