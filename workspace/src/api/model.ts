// What the server's half of the workspace says and hears, as docs/workspace-api.md tells it. Times are ISO instants, places in
// a recording whole milliseconds. Words are numbered through the visit from 0; an evidence's `from` and `to` are both in it.

export type PersonRole = 'clinician' | 'reviewer' | 'auditor' | 'administrator';
export type VisitState = 'planned' | 'recording' | 'processing' | 'to-review' | 'signed' | 'failed' | 'cancelled';
export type Verdict = 'supported' | 'partly' | 'unsupported' | 'contradicted';
export type Flag = 'number' | 'dose' | 'side' | 'negation' | 'drug' | 'low-confidence' | 'edited';
export type Origin = 'draft' | 'edited' | 'added';

export interface Person {
  id: string;
  account: string;
  name: string;
  role: PersonRole;
  tenant: string;
}

export interface Session {
  person: Person;
  idleSeconds: number;
  proved?: boolean;
  /** Whether they sign in by the identity provider, and so have no password here. */
  elsewhere?: boolean;
  /** Whether they have a passkey. */
  passkeys?: boolean;
}

export interface Passkey {
  id: string;
  name: string;
  createdAt: string;
  usedAt?: string;
}

/** How people may sign in here. */
export interface Ways {
  local: boolean;
  /** What people call the identity provider, where there is one. */
  provider?: string;
  /** The one origin at which passkeys work. */
  passkeys?: string;
}

export interface Page<T> {
  items: T[];
  next?: string;
}

export interface Patient {
  id: string;
  name: string;
  family?: string;
  given?: string;
  birthDate?: string;
  sex?: string;
  mrn?: string;
}

export interface Visit {
  id: string;
  patient: Patient;
  startedAt: string;
  endedAt?: string;
  reason?: string;
  state: VisitState;
  failure?: string;
  practitioner?: string;
  template: string;
  specialty?: string;
  pronouns?: string;
  consent: 'none' | 'granted' | 'refused';
  sound?: boolean;
  /** Another clinician's: nothing of it is told here. */
  closed?: boolean;
  /** Another clinician's, open to look at until then. */
  openUntil?: string;
}

export interface Speaker {
  id: string;
  role: string;
  label: string;
}

export interface Word {
  id: number;
  text: string;
  begin: number;
  end: number;
  confidence: number;
  lookAlike?: string[];
  entity?: string;
}

export interface Turn {
  id: number;
  speaker: string;
  begin: number;
  end: number;
  words: Word[];
}

export interface Evidence {
  turn: number;
  from: number;
  to: number;
  begin: number;
  end: number;
}

export interface Sentence {
  id: string;
  text: string;
  verdict: Verdict;
  reasons: string[];
  confidence: number;
  flags: Flag[];
  red: boolean;
  seen: boolean;
  origin: Origin;
  evidence: Evidence[];
}

export interface Section {
  name: string;
  title: string;
  sentences: Sentence[];
}

export interface Omission {
  id: string;
  name?: string;
  text: string;
  section: string;
  evidence: Evidence[];
  rank: number;
  seen?: boolean;
}

export interface Order {
  id: string;
  kind: string;
  text: string;
  evidence: Evidence[];
  code?: { system: string; code: string; display: string };
}

export interface Code {
  id: string;
  system: string;
  code: string;
  display: string;
  evidence: Evidence[];
  state: 'proposed' | 'accepted' | 'refused';
}

export interface Change {
  version: number;
  at: string;
  by: string;
  what: string;
}

export interface Delivery {
  id: string;
  visit: string;
  target: string;
  form: 'fhir' | 'mdm';
  state: 'waiting' | 'acknowledged' | 'failed';
  version: number;
  attempts: number;
  at: string;
  nextAt?: string;
  outcome?: string;
}

export interface AfterVisit {
  parts: { topic: string; sentences: { text: string; evidence: Evidence[] }[] }[];
  grade?: number;
}

export interface Review {
  visit: Visit;
  note: string;
  version: number;
  status: 'preliminary' | 'final' | 'amended';
  speakers: Speaker[];
  turns: Turn[];
  template: string;
  sections: Section[];
  omissions: Omission[];
  dropped: { text: string; reasons: string[] }[];
  orders: Order[];
  codes: Code[];
  queue: string[];
  afterVisit?: AfterVisit;
  signature?: { by: string; at: string };
  history: Change[];
  deliveries?: Delivery[];
}

export type Edit =
  | { op: 'replace'; sentence: string; text: string }
  | { op: 'insert'; section: string; after?: string | null; text: string; evidence?: number[] }
  | { op: 'remove'; sentence: string }
  | { op: 'move'; sentence: string; section: string; after?: string | null }
  | { op: 'seen'; id: string }
  | { op: 'unseen'; id: string }
  | { op: 'add-omission'; id: string }
  | { op: 'accept-code'; id: string }
  | { op: 'refuse-code'; id: string };

export type SpeakerChange =
  | { op: 'rename'; speaker: string; role: string; label: string }
  | { op: 'merge'; speaker: string; into: string }
  | { op: 'swap'; speaker: string; with: string };

export interface NoteDiff {
  from: number;
  to: number;
  sections: {
    name: string;
    title: string;
    changes: {
      sentence: string;
      kind: 'added' | 'removed' | 'changed' | 'moved';
      before?: string;
      after?: string;
      words?: { op: 'equal' | 'delete' | 'insert'; text: string }[];
    }[];
  }[];
}

export interface Template {
  name: string;
  title: string;
  own?: boolean;
  sections: { name: string; title: string }[];
}

export interface Specialty {
  name: string;
  title: string;
}

/** An EHR that may open a visit here, and whether one is known as a user there. */
export interface Ehr {
  name: string;
  tied: boolean;
}
