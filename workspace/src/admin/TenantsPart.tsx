import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { get, post, Problem } from '../api/client';
import type { Page } from '../api/model';
import { Button } from '../parts/Button';
import { Field } from '../parts/Fields';
import { Waiting, Wrong } from '../parts/Notice';
import { Sheet } from '../parts/Sheet';
import { InvitationMade } from './InvitationMade';
import type { Tenant } from './model';
import { useProven } from './useProven';

/** Who shares this server, each with keys, people and patients of their own. */
export function TenantsPart() {
  const cache = useQueryClient();
  const tenants = useQuery({ queryKey: ['tenants'], queryFn: () => get<Page<Tenant>>('tenants') });
  const { proven, proving, problem, proof } = useProven('Tenants are made with a fresh proof.');
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [account, setAccount] = useState('');
  const [person, setPerson] = useState('');
  const [token, setToken] = useState<string | null>(null);

  const make = (e: FormEvent) => {
    e.preventDefault();
    void proven(async () => {
      setToken((await post<{ token: string }>('tenants', { name: name.trim(), account: account.trim(), person: person.trim() })).token);
      await cache.invalidateQueries({ queryKey: ['tenants'] });
    });
  };

  const close = () => {
    setOpen(false);
    setToken(null);
    setName('');
    setAccount('');
    setPerson('');
  };

  if (tenants.error instanceof Problem && tenants.error.code === 'forbidden') {
    return <p className="soft">This server has several tenants; administrators of the first one see to them.</p>;
  }
  return (
    <>
      <div className="row">
        <p className="grow soft">Each tenant has people, patients and keys of its own and sees nothing of the others.</p>
        <Button kind="main" onPress={() => setOpen(true)}>
          <Plus size={16} aria-hidden /> New tenant
        </Button>
      </div>
      <Wrong problem={tenants.error ?? (open ? null : problem)} />
      {tenants.isPending ? <Waiting what="Fetching tenants" /> : null}
      {tenants.data ? (
        <div className="card scrolls">
          <table className="sheet-table">
            <thead>
              <tr>
                <th>Tenant</th>
                <th>AWS account</th>
                <th className="right">People</th>
                <th className="right">Visits this month</th>
                <th className="right">Hours</th>
              </tr>
            </thead>
            <tbody>
              {tenants.data.items.map((tenant) => (
                <tr key={tenant.name}>
                  <td>
                    <b className="said">{tenant.name}</b> {tenant.own ? <span className="pill bare">Yours</span> : null}
                  </td>
                  <td className="number">{tenant.account}</td>
                  <td className="right number">{tenant.people}</td>
                  <td className="right number">{tenant.visits.toLocaleString()}</td>
                  <td className="right number">{(tenant.seconds / 3600).toLocaleString(undefined, { maximumFractionDigits: 1 })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      <Sheet title={token === null ? 'New tenant' : 'Its first administrator’s invitation'} open={open && !proving} onClose={close} mustAnswer={token !== null}>
        {token === null ? (
          <form className="stack" onSubmit={make}>
            <Wrong problem={problem} />
            <Field label="Name" value={name} onChange={setName} isRequired autoFocus autoComplete="off" hint="Small letters, digits and -; it cannot be changed" />
            <Field label="First administrator" value={person} onChange={setPerson} isRequired autoComplete="off" hint="Their name" />
            <Field label="Their account" value={account} onChange={setAccount} isRequired autoComplete="off" hint="What they sign in with" />
            <div className="row end">
              <Button onPress={close}>Cancel</Button>
              <Button type="submit" kind="main">
                Make it
              </Button>
            </div>
          </form>
        ) : (
          <InvitationMade token={token} onDone={close} />
        )}
      </Sheet>
      {proof}
    </>
  );
}
