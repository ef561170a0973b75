// What administrators and auditors are told, as docs/workspace-api.md writes it.

export interface Colleague {
  id: string;
  account: string;
  name: string;
  role: string;
  enabled: boolean;
}

export interface UsageDay {
  day: string;
  jobs: number;
  seconds: number;
}

/** What an hour of sound costs those who run the server. */
export interface Price {
  currency: string;
  hour: number;
}

export interface Tenant {
  name: string;
  account: string;
  own: boolean;
  people: number;
  visits: number;
  seconds: number;
}

export interface Engine {
  name: string;
  state: 'usual' | 'offered' | 'not-set-up';
  how: string;
}

export interface Keys {
  tenant?: { version: number; madeAt: string };
  named: { id: string; aliases: string[]; state: string; version: number; deletedAt?: string }[];
  access: { id: string; user: string; enabled: boolean; madeAt: string; usedAt?: string; usedFor?: string }[];
}

export interface AuditEntry {
  seq: number;
  at: string;
  actor: string;
  role?: string;
  source?: string;
  action: string;
  object?: string;
  outcome: string;
  reason?: string;
}

export interface Health {
  up: boolean;
  parts: { name: string; up: boolean; detail?: string }[];
  engine?: string;
  version?: string;
  work?: { queued: number; inProgress: number; eventsWaiting: number; eventsDead: number; auditUnsigned: number };
}

export interface Vocabulary {
  name: string;
  state: string;
  changedAt?: string;
}
