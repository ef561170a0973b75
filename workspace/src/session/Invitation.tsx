import { type FormEvent, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { post } from '../api/client';
import { Button } from '../parts/Button';
import { Field } from '../parts/Fields';
import { Notice, Wrong } from '../parts/Notice';
import { useDeed } from '../parts/useDeed';
import { Door } from './Door';
import { NameForKeepers } from './NameForKeepers';
import { secretOf, SecondFactor } from './SecondFactor';

interface Opened {
  account: string;
  name: string;
  otpauth: string;
}

const SHORTEST = 15;

/** Whoever holds the one-time token of an invitation chooses a password and gets a second factor. */
export function Invitation() {
  const [, navigate] = useLocation();
  const [token, setToken] = useState('');
  const [opened, setOpened] = useState<Opened | null>(null);
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [code, setCode] = useState('');
  const [done, setDone] = useState(false);
  const { busy, problem, run } = useDeed();

  const open = (given: string) => run(async () => setOpened(await post<Opened>('invitations/open', { token: given.trim() })));

  useEffect(() => {
    // The token stands behind the #, which no server sees, and is taken out of the history at once.
    const given = decodeURIComponent(location.hash.slice(1));
    if (given) {
      history.replaceState(null, '', location.pathname);
      setToken(given);
      void open(given);
    }
  }, []);

  const accept = async (e: FormEvent) => {
    e.preventDefault();
    if (await run(() => post('invitations/accept', { token: token.trim(), password, code }))) {
      setDone(true);
    } else {
      setCode('');
    }
  };

  if (done) {
    return (
      <Door>
        <div className="stack">
          <h1>Your account is ready</h1>
          <Notice tone="green">Password and second factor are set. Keep the authenticator: every sign-in needs it.</Notice>
          <Button kind="main" size="large" onPress={() => navigate('/')}>
            Go to sign in
          </Button>
        </div>
      </Door>
    );
  }
  if (!opened) {
    return (
      <Door>
        <form
          onSubmit={(e) => {
            e.preventDefault();
            void open(token);
          }}
        >
          <div className="stack tight">
            <h1>Accept an invitation</h1>
            <p className="soft">Your administrator gave you a token. It works once.</p>
          </div>
          <Wrong problem={problem} />
          <Field label="Token" value={token} onChange={setToken} isRequired autoComplete="off" autoFocus />
          <Button type="submit" kind="main" size="large" isDisabled={busy}>
            {busy ? 'Opening …' : 'Open'}
          </Button>
        </form>
      </Door>
    );
  }
  const short = password.length > 0 && password.length < SHORTEST ? `At least ${SHORTEST} characters` : undefined;
  const differs = again.length > 0 && again !== password ? 'The two are not the same' : undefined;
  return (
    <Door>
      <form onSubmit={(e) => void accept(e)}>
        <div className="stack tight">
          <h1>Welcome, {opened.name}</h1>
          <p className="soft">
            Your account is <b>{opened.account}</b>.
          </p>
        </div>
        <Wrong problem={problem} />
        <NameForKeepers account={opened.account} />
        <Field label="Choose a password" type="password" value={password} onChange={setPassword} isRequired autoComplete="new-password" hint="A sentence is easier to keep in mind than signs" wrong={short} />
        <Field label="Once more" type="password" value={again} onChange={setAgain} isRequired autoComplete="new-password" wrong={differs} />
        <SecondFactor otpauth={opened.otpauth} />
        <Field
          label="Code that the app shows now"
          value={code}
          onChange={(text) => setCode(text.replace(/\D/g, '').slice(0, 8))}
          inputMode="numeric"
          autoComplete="one-time-code"
          isRequired
        />
        <Button type="submit" kind="main" size="large" isDisabled={busy || !!short || !!differs || !secretOf(opened.otpauth)}>
          {busy ? 'Setting up …' : 'Set up the account'}
        </Button>
      </form>
    </Door>
  );
}
