import type { Session } from './model';

const ROOT = '/app/api/';

/** What the server refused, by its stable word. The message holds nothing of what was sent or answered. */
export class Problem extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    readonly body: Record<string, unknown> = {},
  ) {
    super(`The server answered ${code}`);
    this.name = 'Problem';
  }

  get detail(): string | undefined {
    return typeof this.body.detail === 'string' ? this.body.detail : undefined;
  }

  get field(): string | undefined {
    return typeof this.body.field === 'string' ? this.body.field : undefined;
  }

  get line(): number | undefined {
    return typeof this.body.line === 'number' ? this.body.line : undefined;
  }
}

const signedOut = new Set<() => void>();

/** Calls back whenever the server no longer knows the session. */
export function onSignedOut(listener: () => void): () => void {
  signedOut.add(listener);
  return () => signedOut.delete(listener);
}

async function problemOf(answer: Response): Promise<Problem> {
  let body: Record<string, unknown> = {};
  try {
    body = (await answer.json()) as Record<string, unknown>;
  } catch {
    // Not ours, or cut short: the status alone says what can be said.
  }
  const code = typeof body.code === 'string' ? body.code : answer.status === 401 ? 'signed-out' : 'failed';
  return new Problem(code, answer.status, body);
}

export async function ask<T>(method: string, path: string, body?: unknown, why: 'workspace' | 'background' = 'workspace'): Promise<T> {
  let answer: Response;
  try {
    answer = await fetch(ROOT + path, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      headers: {
        Accept: 'application/json',
        'X-Chartwright': why,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    throw new Problem('unreachable', 0);
  }
  if (!answer.ok) {
    const problem = await problemOf(answer);
    if (problem.code === 'signed-out') {
      signedOut.forEach((listener) => listener());
    }
    throw problem;
  }
  return (answer.status === 204 ? undefined : await answer.json()) as T;
}

export const get = <T>(path: string) => ask<T>('GET', path);

/** Asked again and again without anybody's doing, so that it does not keep a session from resting. */
export const background = <T>(path: string) => ask<T>('GET', path, undefined, 'background');

export const post = <T>(path: string, body: unknown = {}) => ask<T>('POST', path, body);
export const put = <T>(path: string, body: unknown) => ask<T>('PUT', path, body);

/** What stands there if it is no longer what the tag names; null if it is. */
export async function ifChanged<T>(path: string, tag: string): Promise<T | null> {
  const answer = await fetch(ROOT + path, {
    credentials: 'same-origin',
    cache: 'no-store',
    headers: { Accept: 'application/json', 'X-Chartwright': 'background', 'If-None-Match': tag },
  });
  if (answer.status === 304) {
    return null;
  }
  if (!answer.ok) {
    const problem = await problemOf(answer);
    if (problem.code === 'signed-out') {
      signedOut.forEach((listener) => listener());
    }
    throw problem;
  }
  return (await answer.json()) as T;
}

/** Nobody signed in is not a failure here. */
export async function session(): Promise<Session | null> {
  try {
    return await get<Session>('session');
  } catch (e) {
    if (e instanceof Problem && e.status === 401) {
      return null;
    }
    throw e;
  }
}

/**
 * Sends a recording as it is, telling how much has gone. fetch() cannot tell that, so this is the older door.
 *
 * @param asked how many speak: `?speakers=2`, or `?channels=clinician,patient`
 */
export function sendRecording(visit: string, sound: Blob, asked: string, told: (share: number) => void, stop: AbortSignal): Promise<void> {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open('PUT', `${ROOT}visits/${visit}/recording${asked}`);
    request.setRequestHeader('X-Chartwright', 'workspace');
    request.setRequestHeader('Content-Type', sound.type || 'application/octet-stream');
    request.upload.onprogress = (e) => e.lengthComputable && told(e.loaded / e.total);
    request.onerror = () => failed(new Problem('unreachable', 0));
    request.onabort = () => failed(new Problem('stopped', 0));
    request.onload = () => {
      if (request.status < 300) {
        done();
        return;
      }
      let body: Record<string, unknown> = {};
      try {
        body = JSON.parse(request.responseText) as Record<string, unknown>;
      } catch {
        // The status says it.
      }
      failed(new Problem(typeof body.code === 'string' ? body.code : 'failed', request.status, body));
    };
    stop.addEventListener('abort', () => request.abort());
    request.send(sound);
  });
}

export const recordingAddress = (visit: string) => `${ROOT}visits/${visit}/recording`;
export const exportAddress = (visit: string, form: 'text' | 'pdf') => `${ROOT}visits/${visit}/export?form=${form}`;
export const afterVisitAddress = (visit: string) => `${ROOT}visits/${visit}/after-visit?form=text`;

/** Sentences for people, by the server's word for what is wrong. */
export function saying(problem: unknown): string {
  if (!(problem instanceof Problem)) {
    return 'Something went wrong in this page. Reload it; nothing that was saved is lost.';
  }
  switch (problem.code) {
    case 'unreachable':
      return 'The server cannot be reached. What you typed is still here; try again.';
    case 'signed-out':
      return 'Your session has ended. Sign in again; what was saved is safe.';
    case 'wrong-credentials':
      return 'Account, password or code is wrong. A code is good once: wait for the next one if you have used it.';
    case 'wait':
      return `Too many attempts. Try again in ${Number(problem.body.retryAfterSeconds ?? 30)} seconds.`;
    case 'forbidden':
      return 'Your role does not allow this.';
    case 'closed':
      return 'This visit is another clinician’s.';
    case 'not-found':
      return 'This is not here, or not yours to see.';
    case 'stale':
      return 'Somebody else changed this note in the meantime.';
    case 'consent-missing':
      return 'The patient’s consent has to be recorded first.';
    case 'too-large':
      return 'This is larger than the server takes.';
    case 'unavailable':
      return 'The server is busy or stopping. Try again in a moment.';
    case 'unseen':
      return 'Some sentences that need your eyes were not looked at yet.';
    case 'invalid':
      return problem.detail ?? 'Something in this form is not right.';
    default:
      return problem.detail ?? 'The server could not do this. Try again, or ask your administrator.';
  }
}

