import { type Loudness, loudness, SECOND } from './frames';
import { type Dial, Link, type LinkState } from './Link';
import { hear, type Heard, NOTHING_HEARD } from './told';
import { Vault, type Begun } from './vault';

export interface Microphones {
  channels: number;
  listen: (take: (samples: Int16Array) => void, lost: () => void) => Promise<{ stop: () => void }>;
}

export interface Seen {
  phase: 'idle' | 'recording' | 'paused' | 'ending' | 'ended';
  link: LinkState;
  heard: Heard;
  /** Of the sound; 0 while it is not known. */
  channels: number;
  /** Milliseconds recorded, and of these safe at the server. */
  recorded: number;
  kept: number;
  loud: readonly Loudness[];
  /** Nothing at all has come from a microphone for some seconds, not even the noise of a room: it is switched off. */
  dead: boolean;
  /** The microphones went away: others must be chosen. */
  gone: boolean;
  /** What keeps this browser from recording on, in a sentence. */
  trouble: string | null;
  lost: boolean;
}

const IDLE: Seen = { phase: 'idle', link: { is: 'connecting' }, heard: NOTHING_HEARD, channels: 0, recorded: 0, kept: 0, loud: [], dead: false, gone: false, trouble: null, lost: false };

/** Below what any microphone makes of an empty room, in dB; and of how many pieces in a row, a fifth of a second each. */
const DEAD = -85;
const DEAD_PIECES = 25;

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
  private starting = false;
  private closed = false;
  private deadPieces = 0;
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
      // The server knows how many channels a recording has that was begun elsewhere.
      this.begun ??= await this.vault.begin(this.visit, 0);
      this.show({ trouble: null, phase: this.begun.over ? 'ending' : 'paused', channels: this.begun.channels, recorded: this.millis(this.begun.next) });
      this.connect();
    }
  }

  /**
   * Starts, or goes on after a pause, with these microphones. What they hear meanwhile is kept as well.
   *
   * @returns whether it records with them; if not, they are closed
   */
  async start(microphones: Microphones, roles?: string[]): Promise<boolean> {
    if (this.starting) {
      return false; // pressed twice: two at once would record everything twice
    }
    this.starting = true;
    const early: Int16Array[] = [];
    let take = (samples: Int16Array): void => void early.push(samples);
    let lost = false;
    const opening = microphones.listen(
      (samples) => take(samples),
      () => {
        lost = true;
        this.lose();
      },
    );
    const close = () => void opening.then((open) => open.stop()).catch(() => undefined);
    try {
      const [, mine] = await Promise.all([opening, this.mine(microphones.channels, roles)]);
      if (!mine || lost || this.closed) {
        close();
        return false;
      }
      this.microphones = await opening;
      this.deadPieces = 0;
      this.show({ phase: 'recording', trouble: null, gone: false });
      take = (samples) => this.take(samples);
      early.forEach(take);
      this.connect();
      this.link?.nudge();
      return true;
    } catch (refused) {
      close();
      throw refused;
    } finally {
      this.starting = false;
    }
  }

  /** Whether this page may record the visit, with so many channels. */
  private async mine(channels: number, roles?: string[]): Promise<boolean> {
    this.vault ??= await Vault.open();
    if (!(await this.alone())) {
      return false;
    }
    this.begun ??= await this.vault.begin(this.visit, channels, roles);
    if (this.begun.channels !== channels) {
      this.show({ trouble: `This recording was begun with ${this.begun.channels === 2 ? 'two microphones' : 'one microphone'}, and can go on only so.` });
      return false;
    }
    this.show({ channels });
    return true;
  }

  /** The microphones went away. Whoever records must hear of it at once: from here on nothing is recorded. */
  private lose(): void {
    this.microphones = null;
    this.show({
      phase: this.seen.phase === 'recording' ? 'paused' : this.seen.phase,
      loud: [],
      dead: false,
      gone: true,
      trouble: 'The microphone has gone: unplugged, or taken by another program. What was recorded until then is safe. Choose a microphone and go on.',
    });
    this.link?.nudge();
  }

  async pause(): Promise<void> {
    this.microphones?.stop();
    this.microphones = null;
    await this.keeping;
    this.show({ phase: 'paused', loud: [], dead: false });
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
    this.show({ phase: 'ending', loud: [], dead: false });
    this.connect();
    this.link?.nudge();
  }

  /** Tries at once what would be tried later. */
  retry(): void {
    this.link?.connect();
  }

  close(): void {
    this.closed = true;
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
    const loud = Array.from({ length: begun.channels }, (_, channel) => loudness(samples, channel, begun.channels));
    this.deadPieces = loud.some((one) => one.peak <= DEAD) ? this.deadPieces + 1 : 0;
    this.show({ loud, dead: this.deadPieces >= DEAD_PIECES });
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
        begun: () => this.begun ?? { visit: this.visit, channels: 0, next: 0, over: false },
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
          if (told.type === 'opened' && told.channels && this.begun?.channels === 0) {
            this.begun = { ...this.begun, channels: told.channels };
            void this.vault?.goOn(this.begun);
            this.show({ channels: told.channels, recorded: this.millis(this.begun.next), kept: this.millis(told.kept) });
          }
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
    return Math.round((bytes / (SECOND * (this.begun?.channels || 1))) * 1000);
  }

  private show(change: Partial<Seen>): void {
    this.seen = { ...this.seen, ...change };
    this.listeners.forEach((listener) => listener());
  }
}
