import { useQuery } from '@tanstack/react-query';
import { get, post, Problem } from '../api/client';
import type { Ways } from '../api/model';

export function useWays() {
  return useQuery({ queryKey: ['ways'], queryFn: () => get<Ways>('session/ways'), staleTime: 600_000 });
}

/** Whether passkeys work at this address and in this browser. */
export function worksHere(ways: Ways | undefined): boolean {
  return ways?.passkeys === location.origin && typeof PublicKeyCredential === 'function' && 'parseRequestOptionsFromJSON' in PublicKeyCredential;
}

/** Asks the server for a question, lets an authenticator answer it, and sends the answer. */
export async function answerByPasskey<T>(path: 'session/passkey' | 'session/proof/passkey'): Promise<T> {
  const question = await post<PublicKeyCredentialRequestOptionsJSON>(`${path}/question`);
  const credential = await asked(() => navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(question) }));
  return post<T>(path, { credential });
}

/** Lets an authenticator make a passkey, and the server keep its public half. */
export async function makePasskey(name: string): Promise<void> {
  const question = await post<PublicKeyCredentialCreationOptionsJSON>('passkeys/question');
  const credential = await asked(() => navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(question) }));
  await post('passkeys', { name, credential });
}

async function asked(question: () => Promise<Credential | null>): Promise<unknown> {
  let answer: Credential | null;
  try {
    answer = await question();
  } catch (refused) {
    const known = refused instanceof DOMException && refused.name === 'InvalidStateError';
    throw new Problem('no-passkey', 0, { detail: known ? 'This device has a passkey of yours already.' : 'No passkey was used. Try again, or choose another way.' });
  }
  if (!(answer instanceof PublicKeyCredential)) {
    throw new Problem('no-passkey', 0, { detail: 'No passkey was used. Try again, or choose another way.' });
  }
  return answer.toJSON();
}
