import type { Visit, VisitState } from '../api/model';

export const STATES: readonly { id: VisitState; name: string; tone: string }[] = [
  { id: 'planned', name: 'Planned', tone: '' },
  { id: 'recording', name: 'Recording', tone: 'red live' },
  { id: 'processing', name: 'Processing', tone: 'blue live' },
  { id: 'to-review', name: 'To review', tone: 'amber' },
  { id: 'signed', name: 'Signed', tone: 'green' },
  { id: 'failed', name: 'Failed', tone: 'red' },
  { id: 'cancelled', name: 'Cancelled', tone: '' },
];

export function StatePill({ visit }: { visit: Visit }) {
  const state = STATES.find((known) => known.id === visit.state);
  return <span className={`pill ${state?.tone ?? ''}`}>{state?.name ?? visit.state}</span>;
}
