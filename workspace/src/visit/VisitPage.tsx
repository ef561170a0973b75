import { lazy, Suspense } from 'react';
import { Link } from 'wouter';
import { Problem } from '../api/client';
import { useVisit } from '../api/queries';
import type { Visit } from '../api/model';
import { Notice, Waiting, Wrong } from '../parts/Notice';
import { StatePill } from '../parts/states';
import { Begin } from './Begin';
import { ClosedVisit } from './ClosedVisit';
import { PatientBanner } from './PatientBanner';
import '../styles/visit.css';

const ReviewPage = lazy(() => import('../review/ReviewPage'));

/** A visit, as far as it has come. */
export default function VisitPage({ id }: { id: string }) {
  const visit = useVisit(id);
  if (visit.isPending) {
    return <Waiting what="Opening the visit" />;
  }
  if (visit.error instanceof Problem && visit.error.code === 'closed') {
    return <ClosedVisit id={id} />;
  }
  if (!visit.data) {
    return (
      <main className="page narrow" id="main">
        <h1>This visit cannot be shown</h1>
        <Wrong problem={visit.error} />
        <Link href="/" className="button begin">
          Back to the visits
        </Link>
      </main>
    );
  }
  switch (visit.data.state) {
    case 'to-review':
    case 'signed':
      return (
        <Suspense fallback={<Waiting what="Opening the note" />}>
          <ReviewPage id={id} />
        </Suspense>
      );
    case 'processing':
      return (
        <Framed visit={visit.data}>
          <div className="card empty" role="status">
            <h2>The note is being written</h2>
            <p>Recordings take about as long as they are. You can leave; the visit tells when it is ready to review.</p>
            <div className="bar wandering" aria-hidden>
              <div />
            </div>
          </div>
        </Framed>
      );
    case 'cancelled':
      return (
        <Framed visit={visit.data}>
          <Notice>The hospital’s system cancelled this visit.</Notice>
        </Framed>
      );
    case 'planned':
    case 'recording':
    case 'failed':
      return (
        <Framed visit={visit.data}>
          {visit.data.state === 'failed' ? (
            <Notice tone="red">
              No note could be made. <span className="said">{visit.data.failure}</span>
            </Notice>
          ) : null}
          <Begin visit={visit.data} />
        </Framed>
      );
  }
}

function Framed({ visit, children }: { visit: Visit; children: React.ReactNode }) {
  return (
    <div className="visit-frame">
      <PatientBanner visit={visit}>
        <StatePill visit={visit} />
      </PatientBanner>
      <main className="page" id="main">
        {children}
      </main>
    </div>
  );
}
