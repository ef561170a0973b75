import { execFileSync } from 'node:child_process';
import { createHmac, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const STEP_MILLIS = 30_000;

function needed(name: string): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set: the journey is made against a started server, see WorkspaceIT in conformance`);
  }
  return value;
}

/** The started product, as its operator and the hospital's programs meet it. */
export class Product {
  readonly endpoint = needed('CHARTWRIGHT_ENDPOINT').replace(/\/$/, '');
  private readonly command = JSON.parse(needed('CHARTWRIGHT_CLI')) as string[];
  private readonly data = needed('CHARTWRIGHT_DATA');
  private readonly hospital = needed('CHARTWRIGHT_HOSPITAL');

  /** The address, below the server's, at which a new account is taken up. */
  invite(account: string, name: string, role: string): string {
    const token = this.run('people', 'invite', '--data', this.data, '--name', name, '--role', role, account).trim().split('\n').at(-1)?.trim() ?? '';
    return `/app/invitation#${encodeURIComponent(token)}`;
  }

  /** Has signed notes sent to the hospital's own FHIR server. */
  sendToHospital(): void {
    this.run('ehr', 'add-target', '--data', this.data, '--config', join(this.data, 'chartwright.conf'), 'hospital', this.hospital);
  }

  /** Asks that server what has arrived there. */
  async atHospital<T>(path: string): Promise<T> {
    const answer = await fetch(`${this.hospital}/${path}`, { headers: { Accept: 'application/fhir+json' } });
    if (!answer.ok) {
      throw new Error(`The hospital answered ${answer.status}`);
    }
    return (await answer.json()) as T;
  }

  /** Asks for the record as a hospital's program does: a signed assertion for a token, and the token for the answer. */
  async fhir<T>(path: string): Promise<T> {
    const answer = await fetch(`${this.endpoint}/fhir/${path}`, { headers: { Authorization: `Bearer ${await this.token()}`, Accept: 'application/fhir+json' } });
    if (!answer.ok) {
      throw new Error(`FHIR answered ${answer.status}`);
    }
    return (await answer.json()) as T;
  }

  private granted: Promise<string> | null = null;

  private token(): Promise<string> {
    this.granted ??= this.grant();
    return this.granted;
  }

  private async grant(): Promise<string> {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
    const folder = mkdtempSync(join(tmpdir(), 'chartwright-journey'));
    const scopes = 'system/Patient.rs system/DocumentReference.rs system/Binary.rs system/Composition.rs';
    let client: string;
    try {
      const keys = join(folder, 'keys.json');
      writeFileSync(keys, JSON.stringify({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'journey', alg: 'ES384', use: 'sig' }] }));
      client = this.run('fhir', 'add-client', '--data', this.data, '--keys', keys, '--scopes', scopes, `journey-${randomUUID().slice(0, 8)}`).trim().split('\n').at(-1) ?? '';
    } finally {
      rmSync(folder, { recursive: true });
    }
    const address = `${this.endpoint}/auth/token`;
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const now = Math.floor(Date.now() / 1000);
    const head = `${part({ alg: 'ES384', typ: 'JWT', kid: 'journey' })}.${part({ iss: client, sub: client, aud: address, jti: randomUUID(), iat: now, exp: now + 120 })}`;
    const signature = sign('sha384', Buffer.from(head), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url');
    const answer = await fetch(address, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        scope: scopes,
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: `${head}.${signature}`,
      }),
    });
    if (!answer.ok) {
      throw new Error(`No token: ${answer.status}`);
    }
    return ((await answer.json()) as { access_token: string }).access_token;
  }

  private run(...words: string[]): string {
    const [program = '', ...before] = this.command;
    return execFileSync(program, [...before, ...words], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  }
}

/** An authenticator app: codes of RFC 6238, each used once, oldest first. */
export class Authenticator {
  private readonly secret: Buffer;
  private used = 0;

  constructor(shown: string) {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
    const bits = [...shown.replace(/\s/g, '')].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
    this.secret = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  }

  /** The next code that has not been used, once the server takes it: it allows for a clock that is a step off. */
  async code(): Promise<string> {
    const now = () => Math.floor(Date.now() / STEP_MILLIS);
    const next = Math.max(this.used + 1, now());
    while (now() < next - 1) {
      await new Promise((later) => setTimeout(later, 250));
    }
    this.used = next;
    const counter = Buffer.alloc(8);
    counter.writeBigUInt64BE(BigInt(next));
    const digest = createHmac('sha1', this.secret).update(counter).digest();
    const at = (digest.at(-1) ?? 0) & 15;
    return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
  }
}
