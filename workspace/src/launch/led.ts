/** What an EHR opens the workspace with: its own address, and its name for what its user looks at. */
export interface Led {
  iss: string;
  launch: string;
}

/** What the EHR's page leads back with. */
export interface Answer {
  state?: string;
  code?: string;
  error?: string;
}

const KEY = 'chartwright.launch';
const HERE = '/app/launch';
const BACK = '/app/launch/back';

let answer: Answer | null = null;

/**
 * Takes out of the address what an EHR put there, before anything is shown: it stays in no history. Signing in may lead away and
 * back, so the way in waits in this tab; an answer is good for this page only.
 */
export function takeLaunch(): void {
  const asked = new URLSearchParams(location.search);
  const iss = asked.get('iss');
  if (location.pathname === HERE && iss) {
    sessionStorage.setItem(KEY, JSON.stringify({ iss, launch: asked.get('launch') ?? '' } satisfies Led));
  } else if (location.pathname === BACK) {
    const told = (name: string) => (asked.has(name) ? { [name]: asked.get(name) } : {});
    answer = { ...told('state'), ...told('code'), ...told('error') };
  } else {
    return;
  }
  history.replaceState(null, '', location.pathname);
}

/** With what an EHR opened this tab; once. */
export function led(): Led | null {
  const kept = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  return kept === null ? null : (JSON.parse(kept) as Led);
}

/** With what it led back; once. */
export function answered(): Answer {
  const told = answer ?? {};
  answer = null;
  return told;
}

/** Sentences for people, by the server's word for why a launch came to nothing. */
const REASONS: Record<string, string> = {
  attempt: 'It took too long, or your session here has changed meanwhile. Begin again.',
  denied: 'The EHR, or you there, did not allow it.',
  unreachable: 'The EHR did not answer as it should. Try again in a moment.',
  role: 'The EHR does not know you as a practitioner.',
  patient: 'The EHR did not say of which patient it speaks, or does not let it be read.',
  'somebody-else': 'Whoever is signed in at the EHR is somebody else than you here. Sign out of one of them, or remove the tie in your account.',
  contradiction: 'The numbers of this patient or visit contradict what is known here. Nothing was changed; tell your administrator.',
};

export function whyNot(word: unknown): string {
  return REASONS[String(word)] ?? 'The answer of the EHR was not as it must be. Begin again from there.';
}
