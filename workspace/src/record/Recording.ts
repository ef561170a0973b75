import { type Loudness, loudness, SECOND } from './frames';
import { type Dial, Link, type LinkState } from './Link';
import { hear, type Heard, NOTHING_HEARD } from './told';
import { Vault, type Begun } from './vault';

export interface Microphones {
  channels: number;
  listen: (take: (samples: Int16Array) => void) => Promise<{ stop: () => void }>;
}

export interface Seen {
  phase: 'idle' | 'recording' | 'paused' | 'ending' | 'ended';
  link: LinkState;
  heard: Heard;
  /** Milliseconds recorded, and of these safe at the server. */
  recorded: number;
  kept: number;
  loud: readonly Loudness[];
  /** What keeps this browser from recording on, in a sentence. */
  trouble: string | null;
  lost: boolean;
}

const IDLE: Seen = { phase: 'idle', link: { is: 'connecting' }, heard: NOTHING_HEARD, recorded: 0, kept: 0, loud: [], trouble: null, lost: false };

/**
 * A visit while it is recorded in this browser. Sound goes into the vault first and from there to the server; the page shows
 * what is {@link seen}. One for each visit and page.
 */
export class Recording {
  seen: Seen = IDLE;
  private begun: Begun | null = null;
  private vault: Vault | null = null;
  private link: Link | null = null;
  private microphones: { stop: () => void } | null = null;
  private unlock: (() => void) | null = null;
  private keeping: Promise<unknown> = Promise.resolve();
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly visit: string,
    private readonly asked: Record<string, unknown>,
    private readonly dial: Dial,
    /** The server's view of the visit is another one now: it is recorded, or over. */
    private readonly onChanged: () => void,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly look = (): Seen => this.seen;

  /**
   * Goes on with what was begun in this browser before, if anything was: it rests until somebody says to go on.
   *
   * @param takeOver also if it was begun elsewhere, which ends the recording there
   */
  async resume(takeOver: boolean): Promise<void> {
    this.vault ??= await Vault.open();
    this.begun = await this.vault.begun(this.visit);
    if ((this.begun || takeOver) && (await this.alone())) {
      this.begun ??= await this.vault.begin(this.visit, 1);
      this.show({ trouble: null, phase: this.begun.over ? 'ending' : 'paused', recorded: this.millis(this.begun.next) });
      this.connect();
    }
  }

  /** Starts, or goes on after a pause, with these microphones. */
  async start(microphones: Microphones, roles?: string[]): Promise<void> {
    this.vault ??= await Vault.open();
    if (!(await this.alone())) {
      return;
    }
    this.begun ??= await this.vault.begin(this.visit, microphones.channels, roles);
    this.show({ trouble: null });
    this.microphones?.stop();
    this.microphones = await microphones.listen((samples) => this.take(samples));
    this.show({ phase: 'recording' });
    this.connect();
    this.link?.nudge();
  }

  async pause(): Promise<void> {
    this.microphones?.stop();
    this.microphones = null;
    await this.keeping;
    this.show({ phase: 'paused', loud: [] });
    this.link?.nudge();
  }

  /** The visit is over: the rest is sent, however long it takes, and the note is made of it. */
  async end(): Promise<void> {
    this.microphones?.stop();
    this.microphones = null;
    await this.keeping;
    if (this.begun && this.vault) {
      this.begun = { ...this.begun, over: true };
      await this.vault.goOn(this.begun);
    }
    this.show({ phase: 'ending', loud: [] });
    this.connect();
    this.link?.nudge();
  }

  /** Tries at once what would be tried later. */
  retry(): void {
    this.link?.connect();
  }

  close(): void {
    this.microphones?.stop();
    this.link?.close();
    this.unlock?.();
    void this.keeping.finally(() => this.vault?.close());
  }

  /** Two tabs that record one visit would end each other's connection, so only one of them does. */
  private async alone(): Promise<boolean> {
    if (this.unlock) {
      return true;
    }
    const got = await new Promise<boolean>((settled) => {
      void navigator.locks.request(`chartwright.recording.${this.visit}`, { ifAvailable: true }, (lock) => {
        settled(lock !== null);
        return lock === null ? undefined : new Promise<void>((release) => (this.unlock = release));
      });
    });
    if (!got) {
      this.show({ trouble: 'This visit is being recorded in another tab of this browser. Go on there, or close it first.' });
    }
    return got;
  }

  private take(samples: Int16Array): void {
    const begun = this.begun;
    if (!begun) {
      return;
    }
    this.show({ loud: Array.from({ length: begun.channels }, (_, channel) => loudness(samples, channel, begun.channels)) });
    // One after the other, so that offsets stay in order.
    this.keeping = this.keeping.then(async () => {
      if (this.begun && this.vault) {
        try {
          this.begun = await this.vault.put(this.begun, new Uint8Array(samples.buffer as ArrayBuffer, samples.byteOffset, samples.byteLength));
          this.show({ recorded: this.millis(this.begun.next) });
          this.link?.nudge();
        } catch {
          this.microphones?.stop();
          this.microphones = null;
          this.show({ phase: 'paused', trouble: 'This browser can keep no more sound. Wait until what is here is sent, then go on.' });
        }
      }
    });
  }

  private connect(): void {
    if (this.link || !this.vault) {
      return;
    }
    this.link = new Link(
      this.vault,
      {
        begun: () => this.begun ?? { visit: this.visit, channels: 1, next: 0, over: false },
        asked: () => this.asked,
        paused: () => this.seen.phase !== 'recording',
        over: () => this.seen.phase === 'ending',
        goOn: (next) => {
          if (this.begun && next > this.begun.next) {
            this.begun = { ...this.begun, next };
            void this.vault?.goOn(this.begun);
            this.show({ recorded: this.millis(next) });
          }
        },
        kept: (to) => this.show({ kept: this.millis(to) }),
        told: (told) => {
          if (told.type === 'opened' && told.lost && told.lost.to > told.lost.from) {
            this.show({ lost: true });
          }
          if (told.type === 'opened') {
            this.onChanged();
          }
          this.show({ heard: hear(this.seen.heard, told) });
        },
        state: (link) => {
          this.show({ link });
          if (link.is === 'ended') {
            this.show({ phase: 'ended' });
            void this.vault?.destroy(this.visit).finally(this.onChanged);
          } else if (link.is === 'refused') {
            this.microphones?.stop();
            this.microphones = null;
            this.show({ phase: this.seen.phase === 'ending' ? 'ending' : 'paused' });
          }
        },
      },
      this.dial,
    );
    this.link.connect();
  }

  private millis(bytes: number): number {
    return Math.round((bytes / (SECOND * (this.begun?.channels ?? 1))) * 1000);
  }

  private show(change: Partial<Seen>): void {
    this.seen = { ...this.seen, ...change };
    this.listeners.forEach((listener) => listener());
  }
}
