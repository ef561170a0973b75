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
}

export interface Vocabulary {
  name: string;
  state: string;
  changedAt?: string;
}
