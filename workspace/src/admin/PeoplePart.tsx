import { useQuery, useQueryClient } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { get, post, Problem } from '../api/client';
import type { Page } from '../api/model';
import { Button } from '../parts/Button';
import { Choose, Field } from '../parts/Fields';
import { Waiting, Wrong } from '../parts/Notice';
import { Sheet } from '../parts/Sheet';
import { tell } from '../parts/toasts';
import { readable } from '../parts/words';
import { useHere } from '../session/context';
import { InvitationMade } from './InvitationMade';
import type { Colleague } from './model';
import { useProven } from './useProven';

const ROLES = [
  { id: 'clinician', name: 'Clinician: cares for patients, signs' },
  { id: 'reviewer', name: 'Reviewer: the same without signing' },
  { id: 'auditor', name: 'Auditor: sees who did what' },
  { id: 'administrator', name: 'Administrator: people and the house' },
] as const;

/** Who has an account; inviting and disabling need a fresh proof. */
export function PeoplePart() {
  const { session } = useHere();
  const cache = useQueryClient();
  const people = useQuery({ queryKey: ['people'], queryFn: () => get<Page<Colleague>>('people') });
  const [inviting, setInviting] = useState(false);
  const [disabling, setDisabling] = useState<Colleague | null>(null);
  const { proven, proving, problem, proof } = useProven('Accounts are changed with a fresh proof.');

  return (
    <>
      <div className="row">
        <p className="grow soft">Accounts are made by invitation; nobody chooses another person’s password.</p>
        <Button kind="main" onPress={() => setInviting(true)}>
          <UserPlus size={16} aria-hidden /> Invite
        </Button>
      </div>
      <Wrong problem={people.error ?? problem} />
      {people.isPending ? <Waiting what="Fetching people" /> : null}
      {people.data ? (
        <div className="card scrolls">
          <table className="sheet-table">
            <thead>
              <tr>
                <th>Name</th>
                <th>Account</th>
                <th>Role</th>
                <th>State</th>
                <th>
                  <span className="heard-only">Deeds</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {people.data.items.map((person) => (
                <tr key={person.id}>
                  <td>
                    <b className="said">{person.name}</b>
                  </td>
                  <td className="said">{person.account}</td>
                  <td>{readable(person.role)}</td>
                  <td>
                    <span className={`pill ${person.enabled ? 'green' : ''}`}>{person.enabled ? 'Active' : 'Disabled'}</span>
                  </td>
                  <td className="right">
                    {person.enabled && person.account !== session.person.account ? (
                      <Button size="small" kind="danger" aria-label={`Disable ${person.name}`} onPress={() => setDisabling(person)}>
                        Disable
                      </Button>
                    ) : null}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      <Invite open={inviting} onClose={() => setInviting(false)} onProven={proven} onMade={() => void cache.invalidateQueries({ queryKey: ['people'] })} />
      <Sheet title={`Disable ${disabling?.name ?? ''}?`} open={disabling !== null && !proving} onClose={() => setDisabling(null)}>
        <p>They are signed out at once and cannot sign in again. What they wrote and signed stays.</p>
        <div className="row end">
          <Button onPress={() => setDisabling(null)}>Cancel</Button>
          <Button
            kind="danger"
            onPress={() =>
              void proven(async () => {
                await post(`people/${encodeURIComponent(disabling?.account ?? '')}/disable`);
                setDisabling(null);
                tell('Disabled');
                await cache.invalidateQueries({ queryKey: ['people'] });
              })
            }
          >
            Disable
          </Button>
        </div>
      </Sheet>
      {proof}
    </>
  );
}

function Invite(props: { open: boolean; onClose: () => void; onProven: (deed: () => Promise<void>) => Promise<void>; onMade: () => void }) {
  const [account, setAccount] = useState('');
  const [name, setName] = useState('');
  const [role, setRole] = useState<string>('clinician');
  const [token, setToken] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);

  const invite = async (e: FormEvent) => {
    e.preventDefault();
    setBusy(true);
    setProblem(null);
    await props.onProven(async () => {
      try {
        setToken((await post<{ token: string }>('people', { account: account.trim(), name: name.trim(), role })).token);
        props.onMade();
      } catch (refused) {
        if (refused instanceof Problem && refused.code === 'step-up') {
          throw refused;
        }
        setProblem(refused);
      }
    });
    setBusy(false);
  };

  const close = () => {
    setToken(null);
    setAccount('');
    setName('');
    props.onClose();
  };

  return (
    <Sheet title={token === null ? 'Invite somebody' : 'The invitation'} open={props.open} onClose={close} mustAnswer={token !== null}>
      {token === null ? (
        <form className="stack" onSubmit={(e) => void invite(e)}>
          <Wrong problem={problem} />
          <Field label="Name" value={name} onChange={setName} isRequired autoFocus autoComplete="off" hint="As it shall stand under notes" />
          <Field label="Account" value={account} onChange={setAccount} isRequired autoComplete="off" hint="What they sign in with" />
          <Choose label="Role" value={role} onChange={setRole} choices={ROLES} />
          <div className="row end">
            <Button onPress={close}>Cancel</Button>
            <Button type="submit" kind="main" isDisabled={busy}>
              {busy ? 'Inviting …' : 'Invite'}
            </Button>
          </div>
        </form>
      ) : (
        <InvitationMade token={token} onDone={close} />
      )}
    </Sheet>
  );
}
