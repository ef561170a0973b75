import { KeyRound } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { post } from '../api/client';
import { Button } from '../parts/Button';
import { Field } from '../parts/Fields';
import { Wrong } from '../parts/Notice';
import { Sheet } from '../parts/Sheet';
import { useDeed } from '../parts/useDeed';
import { goElsewhere } from './elsewhere';
import { NameForKeepers } from './NameForKeepers';
import { answerByPasskey, useWays, worksHere } from './passkey';
import { useHere } from './context';

/** Asks once more who is there, before something that counts. */
export function StepUp(props: { open: boolean; why: string; onProven: () => void; onClose: () => void }) {
  const { session } = useHere();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const { busy, problem, run } = useDeed();
  const ways = useWays();
  const byPasskey = session.passkeys === true && worksHere(ways.data);

  const prove = async (e: FormEvent) => {
    e.preventDefault();
    const proven = await run(() => post('session/proof', { password, code }));
    setCode('');
    if (proven) {
      setPassword('');
      props.onProven();
    }
  };

  return (
    <Sheet title="Prove that it is you" open={props.open} onClose={props.onClose}>
      <p className="soft">
        {props.why} Sign as <b>{session.person.name}</b>; this holds for 15 minutes.
      </p>
      <Wrong problem={problem} />
      {byPasskey ? (
        <Button kind="main" size="large" autoFocus isDisabled={busy} onPress={() => void run(() => answerByPasskey('session/proof/passkey')).then((proven) => proven && props.onProven())}>
          <KeyRound size={18} aria-hidden /> Use a passkey
        </Button>
      ) : null}
      {session.elsewhere ? (
        <>
          <p>You will be asked to sign in at your hospital again, and come back to this page. What was saved is safe.</p>
          <div className="row end">
            <Button onPress={props.onClose}>Cancel</Button>
            <Button kind={byPasskey ? 'plain' : 'main'} autoFocus={!byPasskey} isDisabled={busy} onPress={() => void run(() => goElsewhere('session/provider/proof'))}>
              {busy ? 'Going there …' : 'Sign in there again'}
            </Button>
          </div>
        </>
      ) : (
        <form className="stack" onSubmit={(e) => void prove(e)}>
          <NameForKeepers account={session.person.account} />
          <Field label="Password" type="password" value={password} onChange={setPassword} autoComplete="current-password" isRequired autoFocus={!byPasskey} />
          <Field label="Code" value={code} onChange={(text) => setCode(text.replace(/\D/g, '').slice(0, 8))} inputMode="numeric" autoComplete="one-time-code" isRequired />
          <div className="row end">
            <Button onPress={props.onClose}>Cancel</Button>
            <Button type="submit" kind={byPasskey ? 'plain' : 'main'} isDisabled={busy}>
              {busy ? 'Checking …' : 'Continue'}
            </Button>
          </div>
        </form>
      )}
    </Sheet>
  );
}
