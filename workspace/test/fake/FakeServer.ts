import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Edit, Patient, SpeakerChange, Visit } from '../../src/api/model';
import { RECORDING } from './sample';
import { Refused, World } from './World';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));

// The policy of docs/workspace-api.md, letter for letter.
const HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; media-src 'self' blob:; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

const TYPES: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' };

const CHALLENGE = Buffer.from('a question that is asked in tests').toString('base64url');

/** Serves the built pages and answers their calls from a {@link World}. */
export class FakeServer {
  readonly world = new World();
  /** Of every call: method and address. */
  readonly asked: string[] = [];
  /** While set, nothing below /app/api/ is answered. */
  cut = false;
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => void this.answer(request, response));
  }

  static async start(): Promise<FakeServer> {
    if (!existsSync(join(DIST, 'index.html'))) {
      throw new Error('Build the pages first: npm run build');
    }
    const fake = new FakeServer();
    await new Promise<void>((listening) => fake.server.listen(0, '127.0.0.1', listening));
    return fake;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The same by name: passkeys are made for names, not for numbers. */
  get named(): string {
    return this.address.replace('127.0.0.1', 'localhost');
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.address);
    if (!url.pathname.startsWith('/app/api/')) {
      this.page(url.pathname, response);
      return;
    }
    this.asked.push(`${request.method} ${url.pathname}${url.search}`);
    if (this.cut) {
      request.socket.destroy();
      return;
    }
    try {
      const pieces: Buffer[] = [];
      for await (const piece of request) {
        pieces.push(piece as Buffer);
      }
      const body = Buffer.concat(pieces);
      const method = request.method ?? 'GET';
      if (method !== 'GET' && request.headers['x-chartwright'] !== 'workspace') {
        throw new Refused(403, 'cross-site');
      }
      await this.call(method, url, body, request, response);
    } catch (e) {
      const refused = e instanceof Refused ? e : new Refused(500, 'failed', { detail: String(e) });
      response.writeHead(refused.status, { ...HEADERS, 'Content-Type': 'application/problem+json' });
      response.end(JSON.stringify({ type: 'about:blank', title: refused.code, status: refused.status, code: refused.code, ...refused.more }));
    }
  }

  private page(path: string, response: ServerResponse): void {
    const file = normalize(join(DIST, path.replace(/^\/app\//, '')));
    const shown = file.startsWith(DIST) && existsSync(file) && statSync(file).isFile() ? file : join(DIST, 'index.html');
    response.writeHead(200, { ...HEADERS, 'Content-Type': TYPES[extname(shown)] ?? 'application/octet-stream', 'Cache-Control': 'no-store' });
    createReadStream(shown).pipe(response);
  }

  private async call(method: string, url: URL, body: Buffer, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { world } = this;
    const path = url.pathname.slice('/app/api/'.length).split('/').map(decodeURIComponent);
    const json = <T>(): T => JSON.parse(body.toString('utf8') || '{}') as T;
    const send = (value: unknown, status = 200, more: Record<string, string> = {}) => {
      response.writeHead(value === undefined ? 204 : status, { ...HEADERS, 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...more });
      response.end(value === undefined ? undefined : JSON.stringify(value));
    };
    const [room, id, part, detail] = path;
    const needsProof = () => {
      if (!world.proved) {
        throw new Refused(401, 'step-up');
      }
    };
    const deed = `${method} ${room}${id ? '/:id' : ''}${part ? `/${part}` : ''}${detail ? `/${detail}` : ''}`;
    const session = () => ({ person: world.person, idleSeconds: world.idleSeconds, proved: world.proved, elsewhere: world.elsewhere, passkeys: world.passkeys.length > 0 });

    if (room === 'session' || room === 'invitations') {
      return this.door(method, path, json, send, session);
    }
    if (!world.signedIn) {
      throw new Refused(401, 'signed-out');
    }
    if (deed === 'POST visits/:id/open-anyway' && id) {
      needsProof();
      world.closed.delete(id);
      world.openings.push({ id: `o-${world.openings.length + 1}`, visit: id, account: world.person.account, reason: json<{ reason: string }>().reason, at: new Date().toISOString() });
      return send({ until: new Date(Date.now() + 3_600_000).toISOString() }, 201);
    }
    if (room === 'visits' && id && world.closed.has(id)) {
      throw new Refused(403, 'closed');
    }
    if (room === 'visits' && id && id !== 'search') {
      return this.aboutVisit(deed, id, url, body, json, request, response, send);
    }
    switch (deed) {
      case 'GET visits': {
        const state = url.searchParams.get('state');
        const fits = world.visits.filter((visit) => !state || visit.state === state);
        const from = Number(url.searchParams.get('cursor') ?? 0);
        const to = from + world.page;
        return send({ items: fits.slice(from, to), ...(to < fits.length ? { next: String(to) } : {}) });
      }
      case 'POST visits/:id': {
        const { q, state } = json<{ q: string; state?: string }>();
        return send({ items: world.visits.filter((visit) => (!state || visit.state === state) && named(visit.patient, q)) });
      }
      case 'POST visits':
        return send(world.newVisit(json()), 201);
      case 'POST patients/:id':
        return send({ items: world.patients.filter((patient) => named(patient, json<{ q: string }>().q)) });
      case 'GET patients/:id':
        return send({ ...world.patients.find((patient) => patient.id === id), visits: world.visits.filter((visit) => visit.patient.id === id) });
      case 'POST patients':
        return send(world.newPatient(json()), 201);
      case 'GET templates':
        return send({ items: world.templates.map((template) => ({ ...template, sections: template.sections.map((name) => ({ name, title: name })) })) });
      case 'GET templates/:id':
        return send({ text: `template: ${id}\n\n[INTERVAL]\ntitle: Since the operation\nholds: complaint, story\n` });
      case 'PUT templates/:id':
        if (!json<{ text: string }>().text.includes('holds:')) {
          throw new Refused(400, 'invalid', { line: 3, detail: 'A section needs holds' });
        }
        return send(undefined);
      case 'GET specialties':
        return send({ items: ['general', 'cardiology', 'neurology', 'orthopedics', 'pediatrics', 'primary-care'].map((name) => ({ name, title: name.charAt(0).toUpperCase() + name.slice(1).replace('-', ' ') })) });
      case 'GET ehrs':
        return send({ items: world.ehrs });
      case 'POST ehrs/:id': {
        const begun = json<{ iss?: string; tie?: boolean }>();
        if (begun.iss && begun.iss !== 'https://ehr.example/fhir/r4') {
          throw new Refused(404, 'not-found');
        }
        if (begun.tie) {
          needsProof();
        } else if (!world.ehrs[0]?.tied) {
          throw new Refused(409, 'untied', { name: 'St-Agnes' });
        }
        // An EHR that knows whoever comes, and leads straight back.
        return send({ go: `${this.address}/app/launch/back?code=c-1&state=s-1` });
      }
      case 'POST ehrs/:id/answer':
        if (json<{ code?: string; state?: string }>().code !== 'c-1' || world.launchWhy) {
          throw new Refused(409, 'launch', { why: world.launchWhy || 'denied' });
        }
        world.ehrs = world.ehrs.map((ehr) => ({ ...ehr, tied: true }));
        return send({ patient: 'p-2', visit: 'v-planned' });
      case 'DELETE ehrs/:id/tie':
        needsProof();
        world.ehrs = world.ehrs.map((ehr) => (ehr.name === id ? { ...ehr, tied: false } : ehr));
        return send(undefined);
      case 'GET passkeys':
        return send({ items: world.passkeys });
      case 'POST passkeys/:id':
        if (!world.proved) {
          throw new Refused(401, 'step-up');
        }
        return send({
          rp: { id: 'localhost', name: 'Chartwright' },
          user: { id: 'dXNlcg', name: 'helen', displayName: 'Helen Lane' },
          challenge: CHALLENGE,
          pubKeyCredParams: [-7, -257].map((alg) => ({ type: 'public-key', alg })),
          authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
          excludeCredentials: world.passkeys.map(({ credential }) => ({ type: 'public-key', id: credential })),
        });
      case 'POST passkeys': {
        const made = json<{ name: string; credential: { id: string } }>();
        world.passkeys.push({ id: `k-${world.passkeys.length + 1}`, name: made.name, createdAt: new Date().toISOString(), credential: made.credential.id });
        return send(world.passkeys.at(-1), 201);
      }
      case 'DELETE passkeys/:id':
        world.passkeys = world.passkeys.filter((passkey) => passkey.id !== id);
        return send(undefined);
      case 'GET openings':
        return send({ items: world.openings });
      case 'POST openings/:id/reviewed':
        world.openings = world.openings.map((opening) => (opening.id === id ? { ...opening, reviewedAt: new Date().toISOString(), reviewedBy: 'mei' } : opening));
        return send(undefined);
      case 'GET people':
        return send({ items: world.people });
      case 'POST people':
        needsProof();
        world.people = [...world.people, { id: `u-${world.people.length + 1}`, enabled: true, ...json<{ account: string; name: string; role: string }>() }];
        return send({ token: 'one-time-token' }, 201);
      case 'POST people/:id/disable':
        world.people = world.people.map((person) => (person.account === id ? { ...person, enabled: false } : person));
        return send(undefined);
      case 'GET usage':
        return send({ items: usage(url.searchParams.get('to') ?? ''), price: { currency: 'EUR', hour: 1.4 } });
      case 'GET tenants':
        return send({ items: world.tenants });
      case 'POST tenants':
        needsProof();
        world.tenants = [...world.tenants, { name: json<{ name: string }>().name, account: '310000000042', own: false, people: 0, visits: 0, seconds: 0 }];
        return send({ token: 'one-time-token' }, 201);
      case 'GET engines':
        return send({ items: [['pocketsphinx', 'usual'], ['vosk', 'offered'], ['onnx', 'not-set-up'], ['server', 'not-set-up']].map(([name, state]) => ({ name, state, how: 'Needs a folder with a model. Then name it in speech.engines, or make it the usual one by speech.engine, and start the server again.' })) });
      case 'GET keys':
        return send(world.keys);
      case 'POST keys/:id/rotate':
        needsProof();
        world.keys = { ...world.keys, tenant: { version: 4, madeAt: new Date().toISOString() } };
        return send({ wrapped: 1204 });
      case 'POST keys/:id/7e1f6a10-0000-4000-8000-000000000001/rotate':
        return send({ version: 3 });
      case 'POST keys/:id/AKIAEXAMPLE000000001/disable':
        needsProof();
        world.keys = { ...world.keys, access: world.keys.access.map((key) => (key.id === 'AKIAEXAMPLE000000001' ? { ...key, enabled: false } : key)) };
        return send(undefined);
      case 'GET audit':
        return send({ items: audit() });
      case 'GET health':
        return send({ up: true, parts: ['database', 'objects', 'keys', 'recognisers', 'audit'].map((name) => ({ name, up: true })), engine: 'pocketsphinx', version: '0.1.0', work: { queued: 3, inProgress: 2, eventsWaiting: 0, eventsDead: 0, auditUnsigned: 41 } });
      case 'GET vocabularies':
        return send({ items: world.vocabularies });
      case 'PUT vocabularies/:id':
        world.vocabularies = [...world.vocabularies, { name: id ?? '', state: 'PENDING', changedAt: new Date().toISOString() }];
        return send(undefined);
      case 'GET deliveries':
        return send({ items: [{ id: 'd-9', target: 'hospital', form: 'mdm', state: 'failed', version: 3, attempts: 4, at: new Date().toISOString(), visit: 'v-signed', outcome: 'connection refused' }] });
      case 'POST deliveries/:id/retry':
        return send(undefined);
      default:
        throw new Refused(404, 'not-found');
    }
  }

  private door(method: string, path: string[], json: <T>() => T, send: (value: unknown, status?: number) => void, session: () => unknown): void {
    const { world } = this;
    const given = method === 'POST' ? json<{ password?: string; code?: string; token?: string }>() : {};
    const right = given.password !== 'wrong password' && given.code !== '000000';
    switch (`${method} ${path.join('/')}`) {
      case 'GET session':
        if (!world.signedIn) {
          throw new Refused(401, 'signed-out');
        }
        return send(session());
      case 'GET session/ways':
        return send(world.ways.local ? { ...world.ways, passkeys: this.named } : world.ways);
      case 'POST session/passkey/question':
      case 'POST session/proof/passkey/question':
        return send({ challenge: CHALLENGE, rpId: 'localhost', userVerification: 'required', allowCredentials: path[1] === 'proof' ? world.passkeys.map(({ credential }) => ({ type: 'public-key', id: credential })) : [] });
      case 'POST session/passkey':
      case 'POST session/proof/passkey': {
        const { credential } = json<{ credential: { id: string } }>();
        if (!world.passkeys.some((known) => known.credential === credential.id)) {
          throw new Refused(401, 'wrong-credentials');
        }
        world.proved = true;
        world.signedIn = true;
        return send(path[1] === 'proof' ? undefined : session());
      }
      case 'POST session/provider':
        // A provider that knows whoever comes, and leads straight back.
        world.signedIn = world.wayBack === '';
        return send({ go: `${this.address}/app/${world.wayBack}` });
      case 'POST session/provider/proof':
        world.proved = true;
        return send({ go: `${this.address}/app/${json<{ back: string }>().back}` });
      case 'POST session':
        if (!right) {
          throw new Refused(401, 'wrong-credentials');
        }
        world.signedIn = true;
        return send(session());
      case 'DELETE session':
        world.signedIn = false;
        return send(undefined);
      case 'POST session/proof':
        if (!right) {
          throw new Refused(401, 'wrong-credentials');
        }
        world.proved = true;
        return send(undefined);
      case 'POST invitations/open':
        if (given.token !== 'one-time-token') {
          throw new Refused(404, 'not-found');
        }
        return send({ account: 'noor', name: 'Noor Haddad', otpauth: 'otpauth://totp/Chartwright:noor?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Chartwright' });
      case 'POST invitations/accept':
        return send(undefined);
      default:
        throw new Refused(404, 'not-found');
    }
  }

  private aboutVisit(
    deed: string,
    id: string,
    url: URL,
    body: Buffer,
    json: <T>() => T,
    request: IncomingMessage,
    response: ServerResponse,
    send: (value: unknown, status?: number, more?: Record<string, string>) => void,
  ): void {
    const { world } = this;
    const versioned = () => json<{ version: number; edits: Edit[]; changes: SpeakerChange[]; template?: string; looked?: number[] }>();
    switch (deed) {
      case 'GET visits/:id':
        return send(world.visit(id));
      case 'POST visits/:id/consent':
        return send(world.change(id, { consent: json<{ answer: Visit['consent'] }>().answer }), 201);
      case 'PUT visits/:id/dialogue':
        return send(world.dialogue(id, json<{ text: string }>().text));
      case 'PUT visits/:id/recording':
        return send(world.recorded(id, body), 202);
      case 'GET visits/:id/recording':
        return sound(world.recordings.get(id) ?? RECORDING(), request, response);
      case 'GET visits/:id/review': {
        const review = world.review(id);
        if (request.headers['if-none-match'] === `"${review.version}"`) {
          response.writeHead(304, HEADERS);
          response.end();
          return;
        }
        return send(review, 200, { ETag: `"${review.version}"` });
      }
      case 'POST visits/:id/note/edits':
        return send(world.edit(id, versioned().version, versioned().edits));
      case 'POST visits/:id/note/rewrite':
        return send(world.rewrite(id, versioned().version, versioned().template));
      case 'POST visits/:id/note/sign':
        return send(world.sign(id, versioned().version));
      case 'POST visits/:id/note/amend':
        return send(world.amend(id, versioned().version, versioned().edits, versioned().looked ?? []));
      case 'GET visits/:id/note/diff':
        return send(world.diff(id, Number(url.searchParams.get('from')), Number(url.searchParams.get('to'))));
      case 'POST visits/:id/speakers':
        return send(world.speakers(id, versioned().version, versioned().changes));
      case 'GET visits/:id/timing':
        return send({ secondsToSign: 118 });
      default:
        throw new Refused(404, 'not-found');
    }
  }
}

/** Whether each word begins a name, or all of it is the number. */
function named(patient: Patient, sought: string): boolean {
  const q = sought.toLowerCase();
  return !q || patient.mrn?.toLowerCase() === q || q.split(/\s+/).every((word) => patient.name.toLowerCase().split(/[\s-]+/).some((name) => name.startsWith(word)));
}

function sound(all: Buffer, request: IncomingMessage, response: ServerResponse): void {
  const range = /bytes=(\d+)-(\d*)/.exec(request.headers.range ?? '');
  const from = Number(range?.[1] ?? 0);
  const to = range?.[2] ? Number(range[2]) : all.length - 1;
  response.writeHead(range ? 206 : 200, {
    ...HEADERS,
    'Content-Type': 'audio/ogg',
    'Accept-Ranges': 'bytes',
    'Content-Length': to - from + 1,
    ...(range ? { 'Content-Range': `bytes ${from}-${to}/${all.length}` } : {}),
  });
  response.end(all.subarray(from, to + 1));
}

function usage(to: string) {
  const last = new Date(`${to}T12:00:00Z`).getTime();
  return Array.from({ length: 30 }, (_, at) => {
    const day = new Date(last - at * 86_400_000);
    const weekend = day.getUTCDay() % 6 === 0;
    const jobs = weekend ? 0 : 14 + ((at * 7) % 11);
    return { day: day.toISOString().slice(0, 10), jobs, seconds: jobs * (640 + ((at * 37) % 300)) };
  });
}

function audit() {
  const deeds = [
    ['helen', 'clinician', 'note.sign', 'visit v-signed', 'success'],
    ['helen', 'clinician', 'note.edit', 'visit v-signed', 'success'],
    ['tomas', 'reviewer', 'note.sign', 'visit v-review', 'denied'],
    ['ada', 'administrator', 'person.invite', 'account noor', 'success'],
    ['helen', 'clinician', 'session.begin', 'account helen', 'success'],
  ] as const;
  return deeds.map(([actor, role, action, object, outcome], at) => ({ seq: 4021 - at, at: new Date(Date.now() - at * 400_000).toISOString(), actor, role, source: '127.0.0.1', action, object, outcome }));
}
