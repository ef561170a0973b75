import { ChevronRight } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { Link } from 'wouter';
import type { Visit } from '../api/model';
import { shownClock, shownDay } from '../parts/dates';
import { StatePill } from '../parts/states';
import { particulars, readable, shortened } from '../parts/words';
import '../styles/today.css';

/** Visits as rows; arrows and J, K walk them, Enter opens, as links do. */
export function VisitList({ visits, withDay }: { visits: readonly Visit[]; withDay: boolean }) {
  return (
    <ul className="card visits" aria-label="Visits" onKeyDown={walk}>
      {visits.map((visit) => (
        <VisitRow key={visit.id} visit={visit} withDay={withDay} />
      ))}
    </ul>
  );
}

function VisitRow({ visit, withDay }: { visit: Visit; withDay: boolean }) {
  return (
    <li>
      <Link href={`/visits/${visit.id}`}>
        <time className="number" dateTime={visit.startedAt}>
          {withDay ? shownDay(visit.startedAt) : null}
          <b>{shownClock(visit.startedAt)}</b>
        </time>
        <span className="who">
          <b className="said">{shortened(visit.patient.name)}</b>
          <span className="faint said">{particulars(visit.patient, new Date())}</span>
        </span>
        <span className="why">
          <span className="said">{shortened(visit.closed ? `Of ${visit.practitioner ?? 'another clinician'}` : visit.reason || 'No reason given')}</span>
          <span className="faint">
            {readable(visit.template)}
            {visit.specialty && visit.specialty !== 'general' ? ` · ${readable(visit.specialty)}` : ''}
          </span>
        </span>
        <span className="state">
          <StatePill visit={visit} />
          {visit.state === 'failed' && visit.failure ? <span className="wrong said">{shortened(visit.failure)}</span> : null}
        </span>
        <ChevronRight size={16} aria-hidden className="go" />
      </Link>
    </li>
  );
}

function walk(e: KeyboardEvent<HTMLUListElement>) {
  const step = e.key === 'ArrowDown' || e.key === 'j' ? 1 : e.key === 'ArrowUp' || e.key === 'k' ? -1 : 0;
  if (step === 0) {
    return;
  }
  const links = [...e.currentTarget.querySelectorAll<HTMLElement>('a')];
  const next = links[links.indexOf(document.activeElement as HTMLElement) + step];
  if (next) {
    e.preventDefault();
    next.focus();
  }
}
