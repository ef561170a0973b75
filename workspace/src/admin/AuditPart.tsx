import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get } from '../api/client';
import type { Page } from '../api/model';
import { Button } from '../parts/Button';
import { shownInstant } from '../parts/dates';
import { Field } from '../parts/Fields';
import { Waiting, Wrong } from '../parts/Notice';
import type { AuditEntry } from './model';

interface Asked {
  from: string;
  to: string;
  actor: string;
  object: string;
}

const ALL: Asked = { from: '', to: '', actor: '', object: '' };

/** Who did what to what, newest first. */
export function AuditPart() {
  const [typed, setTyped] = useState<Asked>(ALL);
  const [asked, setAsked] = useState<Asked>(ALL);
  const entries = useInfiniteQuery({
    queryKey: ['audit', asked],
    initialPageParam: '',
    queryFn: ({ pageParam }) => get<Page<AuditEntry>>(`audit?${question(asked, pageParam)}`),
    getNextPageParam: (page) => page.next || undefined,
  });
  const shown = entries.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <form
        className="audit-form"
        onSubmit={(e) => {
          e.preventDefault();
          setAsked(typed);
        }}
      >
        <Field label="From" type="date" value={typed.from} onChange={(from) => setTyped({ ...typed, from })} />
        <Field label="To" type="date" value={typed.to} onChange={(to) => setTyped({ ...typed, to })} />
        <Field label="Who" value={typed.actor} onChange={(actor) => setTyped({ ...typed, actor })} autoComplete="off" />
        <Field label="What" value={typed.object} onChange={(object) => setTyped({ ...typed, object })} autoComplete="off" />
        <Button type="submit" kind="main">
          Search
        </Button>
      </form>
      <Wrong problem={entries.error} />
      {entries.isPending ? <Waiting what="Reading the record" /> : null}
      {entries.data ? (
        <div className="card scrolls">
          <table className="sheet-table">
            <thead>
              <tr>
                <th className="right">No.</th>
                <th>When</th>
                <th>Who</th>
                <th>Deed</th>
                <th>To what</th>
                <th>Outcome</th>
                <th>From where</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((entry) => (
                <tr key={entry.seq}>
                  <td className="right">{entry.seq}</td>
                  <td className="number nowrap">{shownInstant(entry.at)}</td>
                  <td className="said">
                    {entry.actor}
                    {entry.role ? <span className="faint"> {entry.role}</span> : null}
                  </td>
                  <td className="said">{entry.action}</td>
                  <td className="said">{entry.object}</td>
                  <td>
                    <span className={`pill ${/^(success|ok|allowed|done)$/i.test(entry.outcome) ? 'green' : 'red'}`}>{entry.outcome}</span>
                    {entry.reason ? <span className="faint said"> {entry.reason}</span> : null}
                  </td>
                  <td className="said faint">{entry.source}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {shown.length === 0 ? <p className="empty">Nothing of this kind is recorded.</p> : null}
        </div>
      ) : null}
      {entries.hasNextPage ? (
        <Button onPress={() => void entries.fetchNextPage()} isDisabled={entries.isFetchingNextPage}>
          More
        </Button>
      ) : null}
    </>
  );
}

function question(asked: Asked, cursor: string): string {
  const parts = new URLSearchParams();
  Object.entries({ ...asked, cursor }).forEach(([name, value]) => value && parts.set(name, value));
  return parts.toString();
}
