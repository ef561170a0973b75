import { type FormEvent, type ReactNode, useState } from 'react';
import { post } from '../api/client';
import type { Session } from '../api/model';
import { Button } from '../parts/Button';
import { Field } from '../parts/Fields';
import { Wrong } from '../parts/Notice';
import { useDeed } from '../parts/useDeed';

export function SignIn({ onSignedIn, before }: { onSignedIn: (session: Session) => void; before?: ReactNode }) {
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
      <div className="stack tight">
        <h1>Sign in</h1>
        <p className="soft">With your account of this practice.</p>
      </div>
      {before}
      <Wrong problem={problem} />
      <Field label="Account" value={account} onChange={setAccount} autoComplete="username" isRequired autoFocus />
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
      <Button type="submit" kind="main" size="large" isDisabled={busy}>
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
