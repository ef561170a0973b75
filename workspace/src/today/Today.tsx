import { CalendarDays, ChevronLeft, ChevronRight, Plus } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { Link, useLocation } from 'wouter';
import { useFoundVisits, useVisits } from '../api/queries';
import { Button, IconButton } from '../parts/Button';
import { shownDay, shownWeekday, today } from '../parts/dates';
import { SearchBox } from '../parts/Fields';
import { Waiting, Wrong } from '../parts/Notice';
import { STATES } from '../parts/states';
import { finds } from '../parts/words';
import { useHere } from '../session/context';
import { useKeys } from '../shell/keys';
import { VisitList } from './VisitList';

type Scope = 'day' | 'open' | 'all';

const SCOPES: readonly { id: Scope; name: string }[] = [
  { id: 'day', name: 'Day' },
  { id: 'open', name: 'Still to review' },
  { id: 'all', name: 'All' },
];

/** The visits of a day, and those whose notes wait for eyes. */
export function Today() {
  const { session } = useHere();
  const [, navigate] = useLocation();
  const [day, setDay] = useState(() => today(new Date()));
  const [scope, setScope] = useState<Scope>('day');
  const [state, setState] = useState<string>('any');
  const [typed, setTyped] = useState('');
  const asked = scope === 'day' ? { day } : scope === 'open' ? { state: 'to-review' } : {};
  const visits = useVisits(asked);
  const came = useMemo(() => visits.data?.pages.flatMap((page) => page.items) ?? [], [visits.data]);
  // What has come is sought here, by everything that is shown of it; what has not, by the server, by names and numbers.
  const further = useFoundVisits({ ...asked, q: useDeferredValue(typed.trim()) }, visits.hasNextPage);
  const found = useMemo(() => {
    const here = came.filter((visit) => finds(typed, [visit.patient.name, visit.patient.mrn, visit.reason, visit.practitioner].filter(Boolean).join(' ')));
    const known = new Set(came.map((visit) => visit.id));
    return typed.trim() ? [...here, ...(further.data ?? []).filter((visit) => !known.has(visit.id))] : here;
  }, [came, typed, further.data]);
  const shown = state === 'any' ? found : found.filter((visit) => visit.state === state);
  const mayRecord = session.person.role === 'clinician' || session.person.role === 'reviewer';

  useKeys({
    ...(mayRecord ? { n: () => navigate('/visits/new') } : {}),
    ArrowDown: () => document.querySelector<HTMLElement>('.visits a')?.focus(),
  });

  const move = (days: number) => {
    const date = new Date(`${day}T12:00:00`);
    date.setDate(date.getDate() + days);
    setDay(today(date));
  };
  const isToday = day === today(new Date());

  return (
    <main className="page" id="main">
      <header>
        <div className="stack tight">
          <p className="faint">{scope === 'day' ? shownWeekday(day) : scope === 'open' ? 'Of all days' : 'Newest first'}</p>
          <h1>{scope === 'open' ? 'Still to review' : scope === 'all' ? 'All visits' : isToday ? 'Today' : shownDay(day)}</h1>
        </div>
        {mayRecord ? (
          <Link href="/visits/new" className="button main large">
            <Plus size={18} aria-hidden /> New visit
          </Link>
        ) : null}
      </header>

      <div className="row today-tools">
        <ToggleButtonGroup
          className="choices"
          aria-label="Which visits"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[scope]}
          onSelectionChange={(keys) => {
            setScope([...keys][0] as Scope);
            setState('any');
          }}
        >
          {SCOPES.map((choice) => (
            <ToggleButton key={choice.id} id={choice.id}>
              {choice.name}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        {scope === 'day' ? (
          <div className="row day-steps">
            <IconButton name="The day before" kind="quiet" onPress={() => move(-1)}>
              <ChevronLeft size={18} aria-hidden />
            </IconButton>
            <Button kind="quiet" onPress={() => setDay(today(new Date()))} isDisabled={isToday}>
              <CalendarDays size={16} aria-hidden /> Today
            </Button>
            <IconButton name="The day after" kind="quiet" onPress={() => move(1)}>
              <ChevronRight size={18} aria-hidden />
            </IconButton>
          </div>
        ) : null}
        <div className="grow find">
          <SearchBox label="Search these visits" value={typed} onChange={setTyped} placeholder="Patient, number or reason  ( / )" />
        </div>
      </div>

      <ToggleButtonGroup
        className="choices states"
        aria-label="State"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[state]}
        onSelectionChange={(keys) => setState(String([...keys][0]))}
      >
        <ToggleButton id="any">
          All <span className="count">{found.length}</span>
        </ToggleButton>
        {STATES.map((known) => {
          const count = found.filter((visit) => visit.state === known.id).length;
          return count > 0 || state === known.id ? (
            <ToggleButton key={known.id} id={known.id}>
              {known.name} <span className="count">{count}</span>
            </ToggleButton>
          ) : null;
        })}
      </ToggleButtonGroup>

      <Wrong problem={visits.error ?? further.error} />
      {visits.isPending || (further.isFetching && found.length === 0) ? (
        <Waiting what="Fetching visits" />
      ) : shown.length === 0 ? (
        <div className="card empty">
          <h2>{typed || state !== 'any' ? 'Nothing matches' : scope === 'open' ? 'Every note is signed' : 'No visits yet'}</h2>
          <p>{typed || state !== 'any' ? 'Change the words or the filter above.' : 'A new visit begins with the patient and their consent.'}</p>
        </div>
      ) : (
        <VisitList visits={shown} withDay={scope !== 'day'} />
      )}
      {visits.hasNextPage ? (
        <Button onPress={() => void visits.fetchNextPage()} isDisabled={visits.isFetchingNextPage}>
          More
        </Button>
      ) : null}
    </main>
  );
}
