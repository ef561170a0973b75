import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get } from '../api/client';
import type { NoteDiff, Review } from '../api/model';
import { Button } from '../parts/Button';
import { shownInstant } from '../parts/dates';
import { Waiting, Wrong } from '../parts/Notice';
import { readable } from '../parts/words';

/** Every version: who made it, when, and what it changed. Nothing is ever written over. */
export function HistoryPane({ review }: { review: Review }) {
  const [shown, setShown] = useState<number | null>(null);
  const versions = [...review.history].sort((a, b) => b.version - a.version);
  return (
    <div className="history">
      <ol>
        {versions.map((change, at) => {
          const before = versions[at + 1];
          return (
            <li key={change.version}>
              <span className="dot" aria-hidden />
              <div>
                <p>
                  <b>{readable(change.what)}</b> by <span className="said">{change.by}</span>
                </p>
                <p className="faint number">
                  Version {change.version} · {shownInstant(change.at)}
                </p>
                {before ? (
                  <Button size="small" kind="quiet" aria-expanded={shown === change.version} onPress={() => setShown(shown === change.version ? null : change.version)}>
                    {shown === change.version ? 'Hide what changed' : 'What changed'}
                  </Button>
                ) : null}
                {shown === change.version && before ? <Difference visit={review.visit.id} from={before.version} to={change.version} /> : null}
              </div>
            </li>
          );
        })}
      </ol>
      {review.deliveries?.length ? (
        <section>
          <h2>Sent to</h2>
          <ul className="things">
            {review.deliveries.map((delivery) => (
              <li key={delivery.id}>
                <span className="grow">
                  <span className="said">{delivery.target}</span> <span className="faint">{delivery.form.toUpperCase()}, version {delivery.version}</span>
                </span>
                <span className={`pill ${delivery.state === 'acknowledged' ? 'green' : delivery.state === 'failed' ? 'red' : 'blue'}`}>{readable(delivery.state)}</span>
                <span className="faint number">{shownInstant(delivery.at)}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

function Difference({ visit, from, to }: { visit: string; from: number; to: number }) {
  const diff = useQuery({ queryKey: ['diff', visit, from, to], staleTime: Infinity, queryFn: () => get<NoteDiff>(`visits/${visit}/note/diff?from=${from}&to=${to}`) });
  if (diff.isPending) {
    return <Waiting what="Comparing" />;
  }
  if (!diff.data) {
    return <Wrong problem={diff.error} />;
  }
  if (diff.data.sections.length === 0) {
    return <p className="faint">No sentence was changed.</p>;
  }
  return (
    <div className="diff">
      {diff.data.sections.map((section) => (
        <section key={section.name}>
          <h3>{readable(section.title)}</h3>
          <ul>
            {section.changes.map((change) => (
              <li key={change.sentence}>
                <span className="faint">{readable(change.kind)}</span>
                <p className="said">
                  {change.words?.length
                    ? change.words.map((word, at) =>
                        word.op === 'insert' ? <ins key={at}>{word.text} </ins> : word.op === 'delete' ? <del key={at}>{word.text} </del> : <span key={at}>{word.text} </span>,
                      )
                    : change.kind === 'removed'
                      ? <del>{change.before}</del>
                      : change.kind === 'added'
                        ? <ins>{change.after}</ins>
                        : (change.after ?? change.before)}
                </p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
