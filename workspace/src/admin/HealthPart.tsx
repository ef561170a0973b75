import { useQuery } from '@tanstack/react-query';
import { background } from '../api/client';
import { Notice, Waiting, Wrong } from '../parts/Notice';
import { readable } from '../parts/words';
import type { Health } from './model';

/** Whether each part of the house is well, looked at anew every ten seconds. */
export function HealthPart() {
  const health = useQuery({ queryKey: ['health'], queryFn: () => background<Health>('health'), refetchInterval: 10_000 });
  if (health.isPending) {
    return <Waiting what="Looking" />;
  }
  if (!health.data) {
    return <Wrong problem={health.error} />;
  }
  return (
    <>
      <Notice tone={health.data.up ? 'green' : 'red'}>{health.data.up ? 'All parts are well.' : 'Something is not well.'}</Notice>
      <ul className="card things-list" aria-label="Parts">
        {health.data.parts.map((part) => (
          <li key={part.name}>
            <b className="grow">{readable(part.name)}</b>
            {part.detail ? <span className="soft said">{part.detail}</span> : null}
            <span className={`pill ${part.up ? 'green' : 'red'}`}>{part.up ? 'Up' : 'Down'}</span>
          </li>
        ))}
      </ul>
      {health.data.work ? (
        <dl className="figures">
          {(
            [
              ['Recordings waiting', health.data.work.queued],
              ['Being worked on', health.data.work.inProgress],
              ['Events on their way', health.data.work.eventsWaiting],
              ['Events given up', health.data.work.eventsDead],
              ['Audit entries not yet signed', health.data.work.auditUnsigned],
            ] as const
          ).map(([name, value]) => (
            <div key={name} className="card">
              <dt>{name}</dt>
              <dd className="number">{value.toLocaleString()}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      <p className="faint">
        {health.data.engine ? `Speech engine: ${health.data.engine}. ` : ''}
        {health.data.version ? `Version ${health.data.version}.` : ''}
      </p>
    </>
  );
}
