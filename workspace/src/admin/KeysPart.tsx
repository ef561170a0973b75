import { useQuery, useQueryClient } from '@tanstack/react-query';
import { RotateCw } from 'lucide-react';
import { get, post } from '../api/client';
import { Button } from '../parts/Button';
import { shownInstant } from '../parts/dates';
import { Waiting, Wrong } from '../parts/Notice';
import { tell } from '../parts/toasts';
import { readable } from '../parts/words';
import type { Keys } from './model';
import { useProven } from './useProven';

/** What seals this tenant's things, and by what its programs sign. */
export function KeysPart() {
  const cache = useQueryClient();
  const keys = useQuery({ queryKey: ['keys'], queryFn: () => get<Keys>('keys') });
  const { proven, problem, proof } = useProven('Keys are changed with a fresh proof.');

  const doing = (path: string, told: (answer: { wrapped?: number; version?: number } | undefined) => string) =>
    void proven(async () => {
      tell(told(await post<{ wrapped?: number; version?: number } | undefined>(path)));
      await cache.invalidateQueries({ queryKey: ['keys'] });
    });

  if (keys.isPending) {
    return <Waiting what="Fetching keys" />;
  }
  if (!keys.data) {
    return <Wrong problem={keys.error} />;
  }
  const { tenant, named, access } = keys.data;
  return (
    <>
      <Wrong problem={problem} />
      <h2>Your tenant’s key</h2>
      <ul className="card things-list" aria-label="Your tenant’s key">
        <li>
          <span className="grow">
            <b>{tenant ? `Version ${tenant.version}` : 'Not needed yet'}</b>
            <span className="faint"> {tenant ? `made ${shownInstant(tenant.madeAt)}` : 'it is made with the first thing that is sealed'}</span>
            <br />
            <span className="soft">A new one wraps all other keys anew; nothing that they seal is touched, and nobody has to stop working.</span>
          </span>
          <Button isDisabled={!tenant} onPress={() => doing('keys/tenant/rotate', (answer) => `${answer?.wrapped ?? 0} keys were wrapped anew`)}>
            <RotateCw size={16} aria-hidden /> Rotate
          </Button>
        </li>
      </ul>
      <h2>Named keys</h2>
      {named.length === 0 ? (
        <p className="soft">None. Jobs may name keys of their own: ./chartwright keys create alias/NAME.</p>
      ) : (
        <ul className="card things-list" aria-label="Named keys">
          {named.map((key) => (
            <li key={key.id}>
              <span className="grow">
                <b className="said">{key.aliases.join(', ') || key.id}</b>
                <span className="faint"> version {key.version}</span>
                {key.deletedAt ? <span className="faint">, will be deleted {shownInstant(key.deletedAt)}</span> : null}
              </span>
              <span className={`pill ${key.state === 'enabled' ? 'green' : 'amber'}`}>{readable(key.state)}</span>
              <Button size="small" aria-label={`Rotate ${key.aliases[0] ?? key.id}`} isDisabled={key.state !== 'enabled'} onPress={() => doing(`keys/named/${key.id}/rotate`, (answer) => `Version ${answer?.version} is used from now on`)}>
                Rotate
              </Button>
            </li>
          ))}
        </ul>
      )}
      <h2>Access keys of programs</h2>
      <p className="soft">
        Their secrets are made on the command line only, since whoever has one may read patients: <code>./chartwright admin key rotate ID</code>
      </p>
      {access.length === 0 ? null : (
        <div className="card scrolls">
          <table className="sheet-table">
            <thead>
              <tr>
                <th>Key</th>
                <th>User</th>
                <th>Made</th>
                <th>Last used</th>
                <th>State</th>
                <th>
                  <span className="heard-only">Deeds</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {access.map((key) => (
                <tr key={key.id}>
                  <td className="number">{key.id}</td>
                  <td className="said">{key.user}</td>
                  <td className="nowrap">{shownInstant(key.madeAt)}</td>
                  <td className="nowrap">
                    {key.usedAt ? shownInstant(key.usedAt) : 'Never'} <span className="faint">{key.usedFor ?? ''}</span>
                  </td>
                  <td>
                    <span className={`pill ${key.enabled ? 'green' : ''}`}>{key.enabled ? 'Enabled' : 'Disabled'}</span>
                  </td>
                  <td className="right">
                    <Button
                      size="small"
                      kind={key.enabled ? 'danger' : 'plain'}
                      aria-label={`${key.enabled ? 'Disable' : 'Enable'} ${key.id}`}
                      onPress={() => doing(`keys/access/${key.id}/${key.enabled ? 'disable' : 'enable'}`, () => (key.enabled ? 'Useless within five seconds' : 'It can be used again'))}
                    >
                      {key.enabled ? 'Disable' : 'Enable'}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {proof}
    </>
  );
}
