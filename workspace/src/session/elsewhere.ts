import { post } from '../api/client';

/** Why a sign-in by the identity provider came to nothing, by the server's word for it. */
const REASONS: Record<string, string> = {
  denied: 'The sign-in was cancelled or refused there.',
  role: 'Your account there gives you no role here. Ask your administrator.',
  tenant: 'Your account there belongs to no practice here. Ask your administrator.',
  account: 'Somebody else here has an account of your name already. Ask your administrator.',
  disabled: 'Your account here was disabled. Ask your administrator.',
  proof: 'That did not prove that it is you: sign in there again, with the same account.',
  unreachable: 'The identity provider did not answer as it should. Try again in a moment.',
};

/** Leaves this page for the identity provider's, which leads back to where one was. */
export async function goElsewhere(path: 'session/provider' | 'session/provider/proof'): Promise<void> {
  const { go } = await post<{ go: string }>(path, { back: location.pathname.replace(/^\/app\//, '') });
  location.assign(go);
}

/** Why one has just come back from there with nothing done; it is taken out of the address at once. */
export function refusedElsewhere(): string | null {
  const word = /^#sign-in=([a-z]+)$/.exec(location.hash)?.[1];
  if (!word) {
    return null;
  }
  history.replaceState(null, '', location.pathname);
  return REASONS[word] ?? 'The sign-in could not be completed. Begin again from here.';
}
