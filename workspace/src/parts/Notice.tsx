import { CircleAlert, CircleCheck, Info } from 'lucide-react';
import type { ReactNode } from 'react';
import { saying } from '../api/client';

type Tone = 'red' | 'amber' | 'green' | 'plain';

export function Notice({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  const Icon = tone === 'green' ? CircleCheck : tone === 'plain' ? Info : CircleAlert;
  return (
    <div className={`notice ${tone}`} role={tone === 'red' ? 'alert' : 'status'}>
      <Icon size={18} aria-hidden />
      <div>{children}</div>
    </div>
  );
}

/** What went wrong, in a sentence; nothing where nothing did. */
export function Wrong({ problem }: { problem: unknown }) {
  return problem ? <Notice tone="red">{saying(problem)}</Notice> : null;
}

export function Waiting({ what }: { what: string }) {
  return (
    <div className="empty" role="status">
      <p>{what} …</p>
    </div>
  );
}
