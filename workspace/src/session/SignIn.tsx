import { KeyRound } from 'lucide-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { post } from '../api/client';
import type { Session } from '../api/model';
import { Button } from '../parts/Button';
import { Field } from '../parts/Fields';
import { Waiting, Wrong } from '../parts/Notice';
import { useDeed } from '../parts/useDeed';
import { goElsewhere } from './elsewhere';
import { answerByPasskey, useWays, worksHere } from './passkey';

/** Every way in that this server has. */
export function SignIn({ onSignedIn, before }: { onSignedIn: (session: Session) => void; before?: ReactNode }) {
  const ways = useWays();
  const { busy, problem, run } = useDeed();
  const provider = ways.data?.provider;
  return (
    <div className="stack ways">
      <div className="stack tight">
        <h1>Sign in</h1>
        <p className="soft">{ways.data?.local === false ? 'With your account of the hospital.' : 'With your account of this practice.'}</p>
      </div>
      {before}
      <Wrong problem={problem ?? ways.error} />
      {ways.isPending ? <Waiting what="Opening" /> : null}
      {provider ? (
        <Button kind="main" size="large" isDisabled={busy} onPress={() => void run(() => goElsewhere('session/provider'))}>
          {busy ? 'Going there …' : `Sign in with ${provider}`}
        </Button>
      ) : null}
      {provider && ways.data?.local ? <p className="or soft">or with an account of this server</p> : null}
      {ways.data?.local && worksHere(ways.data) ? (
        <Button size="large" isDisabled={busy} onPress={() => void run(async () => onSignedIn(await answerByPasskey<Session>('session/passkey')))}>
          <KeyRound size={18} aria-hidden /> Use a passkey
        </Button>
      ) : null}
      {ways.data?.local ? <ByPassword onSignedIn={onSignedIn} main={!provider} /> : null}
    </div>
  );
}

function ByPassword({ onSignedIn, main }: { onSignedIn: (session: Session) => void; main: boolean }) {
  const [account, setAccount] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [tenant, setTenant] = useState('');
  const [elsewhere, setElsewhere] = useState(false);
  const { busy, problem, run } = useDeed();

  const send = async (e: FormEvent) => {
    e.preventDefault();
    if (!(await run(async () => onSignedIn(await post<Session>('session', { account, password, code, ...(tenant ? { tenant } : {}) }))))) {
      setCode('');
    }
  };

  return (
    <form onSubmit={(e) => void send(e)} autoComplete="on">
      <Wrong problem={problem} />
      <Field label="Account" value={account} onChange={setAccount} autoComplete="username" isRequired autoFocus={main} />
      <Field label="Password" type="password" value={password} onChange={setPassword} autoComplete="current-password" isRequired />
      <Field
        label="Code"
        hint="Six digits from your authenticator app"
        value={code}
        onChange={(text) => setCode(text.replace(/\D/g, '').slice(0, 8))}
        inputMode="numeric"
        autoComplete="one-time-code"
        isRequired
      />
      {elsewhere ? <Field label="Practice (tenant)" value={tenant} onChange={setTenant} autoComplete="organization" /> : null}
      <Button type="submit" kind={main ? 'main' : 'plain'} size="large" isDisabled={busy}>
        {busy ? 'Signing in …' : 'Sign in'}
      </Button>
      {elsewhere ? null : (
        <Button kind="quiet" size="small" onPress={() => setElsewhere(true)}>
          Another practice on this server
        </Button>
      )}
    </form>
  );
}
