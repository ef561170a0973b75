import { useQuery, useQueryClient } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { ask, get, Problem } from '../api/client';
import type { Page, Passkey } from '../api/model';
import { Ties } from '../launch/Ties';
import { Button } from '../parts/Button';
import { Field } from '../parts/Fields';
import { Notice, Waiting, Wrong } from '../parts/Notice';
import { tell } from '../parts/toasts';
import { readable } from '../parts/words';
import { shownDay } from '../parts/dates';
import { makePasskey, useWays, worksHere } from './passkey';
import { StepUp } from './StepUp';
import { useHere } from './context';

/** One's own account: who one is here, and the passkeys one has. */
export default function AccountPage() {
  const { session, again } = useHere();
  const cache = useQueryClient();
  const ways = useWays();
  const caring = session.person.role === 'clinician' || session.person.role === 'reviewer';
  const passkeys = useQuery({ queryKey: ['passkeys'], queryFn: () => get<Page<Passkey>>('passkeys') });
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [proof, setProof] = useState<{ run: () => Promise<void> } | null>(null);

  /** Does it, after a proof where the server wants one. */
  const proven = async (deed: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    setProof(null);
    try {
      await deed();
      await cache.invalidateQueries({ queryKey: ['passkeys'] });
      again();
    } catch (refused) {
      if (refused instanceof Problem && refused.code === 'step-up') {
        setProof({ run: deed });
      } else {
        setProblem(refused);
      }
    } finally {
      setBusy(false);
    }
  };

  const add = async () => {
    await makePasskey(name.trim());
    setName('');
    tell('The passkey is yours');
  };
  const remove = async (passkey: Passkey) => {
    await ask('DELETE', `passkeys/${passkey.id}`);
    tell('Removed');
  };

  return (
    <main className="page narrow" id="main">
      <h1>{session.person.name}</h1>
      <p className="soft">
        {readable(session.person.role)}, account <b className="said">{session.person.account}</b>
        {session.elsewhere ? ', of the hospital' : ''}
      </p>
      <section className="stack" aria-labelledby="passkeys">
        <h2 id="passkeys">Passkeys</h2>
        <p className="soft">
          A passkey proves you by your device’s fingerprint, face or PIN: {session.elsewhere ? 'before you sign a note' : 'to sign in, and before you sign a note'}. It cannot be guessed
          or given away.
        </p>
        <Wrong problem={passkeys.error ?? problem} />
        {passkeys.isPending ? <Waiting what="Fetching passkeys" /> : null}
        {passkeys.data && passkeys.data.items.length > 0 ? (
          <ul className="card passkeys">
            {passkeys.data.items.map((passkey) => (
              <li key={passkey.id} className="row">
                <KeyRound size={18} aria-hidden />
                <span className="grow">
                  <b className="said">{passkey.name}</b>
                  <br />
                  <span className="soft">
                    Made {shownDay(passkey.createdAt.slice(0, 10))}
                    {passkey.usedAt ? `, last used ${shownDay(passkey.usedAt.slice(0, 10))}` : ', not used yet'}
                  </span>
                </span>
                <Button size="small" kind="danger" aria-label={`Remove ${passkey.name}`} isDisabled={busy} onPress={() => void proven(() => remove(passkey))}>
                  Remove
                </Button>
              </li>
            ))}
          </ul>
        ) : null}
        {worksHere(ways.data) ? (
          <form
            className="stack"
            onSubmit={(e) => {
              e.preventDefault();
              void proven(add);
            }}
          >
            <Field label="Name of the new passkey" value={name} onChange={setName} isRequired maxLength={100} autoComplete="off" hint="Such as the device that keeps it" />
            <div className="row">
              <Button type="submit" kind="main" isDisabled={busy}>
                {busy ? 'Waiting for your device …' : 'Add a passkey'}
              </Button>
            </div>
          </form>
        ) : ways.data ? (
          <Notice>{ways.data.passkeys ? `Passkeys are made and used at ${ways.data.passkeys}/app/ only.` : 'This server has no name that passkeys could be made for; its operator can give it one (workspace.address).'}</Notice>
        ) : null}
      </section>
      {caring ? <Ties busy={busy} proven={proven} /> : null}
      <StepUp open={proof !== null} why="What proves who you are is changed with a fresh proof." onProven={() => proof && void proven(proof.run)} onClose={() => setProof(null)} />
    </main>
  );
}
