import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { get } from '../api/client';
import { shownDay, today } from '../parts/dates';
import { Waiting, Wrong } from '../parts/Notice';
import { Bars } from './Bars';
import type { Price, UsageDay } from './model';

const SPANS = [7, 30, 90] as const;

/** How much was heard, by day. */
export function UsagePart() {
  const [span, setSpan] = useState<number>(30);
  const { from, to, days } = useMemo(() => daysBack(span, new Date()), [span]);
  const usage = useQuery({ queryKey: ['usage', from, to], queryFn: () => get<{ items: UsageDay[]; price?: Price }>(`usage?from=${from}&to=${to}`) });
  const byDay = new Map(usage.data?.items.map((day) => [day.day, day]));
  const filled = days.map((day) => byDay.get(day) ?? { day, jobs: 0, seconds: 0 });
  const jobs = filled.reduce((sum, day) => sum + day.jobs, 0);
  const hours = filled.reduce((sum, day) => sum + day.seconds, 0) / 3600;
  const price = usage.data?.price;
  const cost = (of: number) => (price ? new Intl.NumberFormat(undefined, { style: 'currency', currency: price.currency }).format(of * price.hour) : '');
  const busy = filled.filter((day) => day.jobs > 0).length;
  return (
    <>
      <ToggleButtonGroup className="choices" aria-label="How far back" selectionMode="single" disallowEmptySelection selectedKeys={[span]} onSelectionChange={(keys) => setSpan(Number([...keys][0]))}>
        {SPANS.map((length) => (
          <ToggleButton key={length} id={length}>
            {length} days
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <Wrong problem={usage.error} />
      {usage.isPending ? <Waiting what="Counting" /> : null}
      {usage.data ? (
        <>
          <dl className="figures">
            <div className="card">
              <dt>Visits</dt>
              <dd className="number">{jobs.toLocaleString()}</dd>
            </div>
            <div className="card">
              <dt>Hours of sound</dt>
              <dd className="number">{hours.toLocaleString(undefined, { maximumFractionDigits: 1 })}</dd>
            </div>
            <div className="card">
              <dt>Visits on a working day</dt>
              <dd className="number">{busy === 0 ? '–' : (jobs / busy).toLocaleString(undefined, { maximumFractionDigits: 1 })}</dd>
            </div>
            {price ? (
              <div className="card">
                <dt>Cost, at {cost(1)} an hour</dt>
                <dd className="number">{cost(hours)}</dd>
              </div>
            ) : null}
          </dl>
          <div className="card step">
            <Bars title="Visits by day" unit="visits" bars={filled.map((day) => ({ at: day.day, name: shownDay(day.day), value: day.jobs }))} />
          </div>
          <div className="card step">
            <Bars title="Minutes of sound by day" unit="minutes" bars={filled.map((day) => ({ at: day.day, name: shownDay(day.day), value: Math.round(day.seconds / 60) }))} />
          </div>
          {price ? (
            <div className="card step">
              <Bars
                title="Cost by day"
                unit={price.currency}
                bars={filled.map((day) => ({ at: day.day, name: shownDay(day.day), value: Math.round((day.seconds / 36) * price.hour) / 100 }))}
              />
            </div>
          ) : (
            <p className="faint">Cost is shown where the operator has named a price: metering.price-an-hour.</p>
          )}
        </>
      ) : null}
    </>
  );
}

function daysBack(span: number, now: Date): { from: string; to: string; days: string[] } {
  const days = Array.from({ length: span }, (_, at) => today(new Date(now.getFullYear(), now.getMonth(), now.getDate() - (span - 1 - at))));
  return { from: days[0] ?? '', to: days.at(-1) ?? '', days };
}
