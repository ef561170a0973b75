import { message, SECOND } from './frames';
import type { Told } from './told';
import type { Begun, Vault } from './vault';

export type LinkState =
  | { is: 'connecting' }
  | { is: 'open' }
  | { is: 'waiting'; code: string }
  | { is: 'refused'; code: string }
  | { is: 'ended' };

export interface LinkOwner {
  begun: () => Begun;
  /** What the visit is to become; told when a session begins. */
  asked: () => Record<string, unknown>;
  paused: () => boolean;
  over: () => boolean;
  /** The server knows of more sound than this browser: go on behind it. */
  goOn: (next: number) => void;
  told: (told: Told) => void;
  state: (state: LinkState) => void;
  kept: (to: number) => void;
}

/** The way to one server, so that a test can stand at its other end. */
export type Dial = () => WebSocket;

const AHEAD = 512 * 1024;
const SLOWEST_RETRY_MILLIS = 15_000;

/**
 * Sends what the vault holds, in order, from where the server says; forgets what is acknowledged; dials again after every
 * loss until the visit has ended or the server refuses for good.
 */
export class Link {
  private socket: WebSocket | null = null;
  private opened = false;
  private sent = 0;
  private pumping = false;
  private again = false;
  private tries = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private closed = false;
  private toldPause = false;
  private toldEnd = false;
  private session: string | null = null;
  private error: { code: string; retry: boolean } | null = null;

  constructor(
    private readonly vault: Vault,
    private readonly owner: LinkOwner,
    private readonly dial: Dial,
  ) {}

  connect(): void {
    if (this.closed || this.socket) {
      return;
    }
    clearTimeout(this.timer);
    this.owner.state({ is: 'connecting' });
    this.opened = false;
    this.toldPause = false;
    this.toldEnd = false;
    this.error = null;
    const socket = this.dial();
    socket.binaryType = 'arraybuffer';
    this.socket = socket;
    socket.onopen = () => void this.greet(socket).catch(() => socket.close());
    socket.onmessage = (e) => socket === this.socket && typeof e.data === 'string' && this.hear(JSON.parse(e.data) as Told);
    socket.onclose = () => this.lost(socket);
  }

  /** There is more to send, or something to say. */
  nudge(): void {
    if (this.opened) {
      void this.pump();
    }
  }

  close(): void {
    const socket = this.socket;
    this.closed = true;
    this.socket = null; // what still comes from it is nobody's: the vault may be closed by then
    clearTimeout(this.timer);
    socket?.close(1000);
  }

  private async greet(socket: WebSocket): Promise<void> {
    const begun = this.owner.begun();
    const oldest = (await this.vault.oldest(begun.visit)) ?? begun.next;
    this.say(socket, {
      type: 'open',
      visit: begun.visit,
      language: 'en-US',
      ...(begun.channels > 0 ? { channels: begun.channels } : {}),
      encoding: 'pcm',
      sampleRate: SECOND / 2,
      resumeFrom: oldest,
      ...(begun.roles ? { roles: begun.roles } : {}),
      ...(this.session ? { session: this.session } : {}),
      ...this.owner.asked(),
    });
  }

  /** Sends a message, unless the connection was lost while we waited for something else: the next one begins anew. */
  private say(socket: WebSocket, what: object): void {
    if (this.stands(socket)) {
      socket.send(JSON.stringify(what));
    }
  }

  private stands(socket: WebSocket): boolean {
    return socket === this.socket && socket.readyState === WebSocket.OPEN;
  }

  private hear(told: Told): void {
    switch (told.type) {
      case 'opened':
        this.session = told.session;
        this.opened = true;
        this.tries = 0;
        this.sent = told.kept;
        this.owner.state({ is: 'open' });
        this.owner.goOn(told.kept);
        this.acknowledge(told.kept);
        void this.pump();
        break;
      case 'kept':
        this.acknowledge(told.to);
        break;
      case 'ended':
        this.closed = true;
        this.owner.state({ is: 'ended' });
        break;
      case 'error':
        this.error = told;
        break;
      default:
        break;
    }
    this.owner.told(told);
  }

  private acknowledge(to: number): void {
    this.owner.kept(to);
    // What cannot be forgotten now is sent again one day, and passed over.
    void this.vault.forget(this.owner.begun().visit, to).catch(() => undefined);
  }

  /** One run at a time; whoever asks meanwhile is served by one more turn of it. */
  private async pump(): Promise<void> {
    if (this.pumping) {
      this.again = true;
      return;
    }
    this.pumping = true;
    try {
      do {
        this.again = false;
        await this.drain();
      } while (this.again);
    } catch {
      this.socket?.close(); // the browser's database does not answer: begin again from where the server says
    } finally {
      this.pumping = false;
    }
  }

  private async drain(): Promise<void> {
    const socket = this.socket;
    const { visit } = this.owner.begun();
    while (socket && this.opened && this.stands(socket)) {
      if (socket.bufferedAmount > AHEAD) {
        setTimeout(() => this.nudge(), 100);
        return;
      }
      if (!this.owner.paused() && this.toldPause) {
        this.say(socket, { type: 'resume' });
        this.toldPause = false;
      }
      const piece = await this.vault.pieceAt(visit, this.sent);
      if (piece === null) {
        this.sayWhatIs(socket);
        return;
      }
      if (this.stands(socket)) {
        socket.send(message(piece.offset, piece.bytes));
        this.sent = piece.offset + piece.bytes.length;
      }
    }
  }

  /** All sound is sent: now is the time to say that the visit rests or is over. */
  private sayWhatIs(socket: WebSocket): void {
    if (this.owner.over() && !this.toldEnd) {
      this.toldEnd = true;
      this.say(socket, { type: 'end', to: this.owner.begun().next });
    } else if (this.owner.paused() && !this.toldPause && !this.owner.over()) {
      this.toldPause = true;
      this.say(socket, { type: 'pause' });
    }
  }

  private lost(socket: WebSocket): void {
    if (socket !== this.socket) {
      return;
    }
    this.socket = null;
    this.opened = false;
    if (this.closed) {
      return;
    }
    if (this.error && !this.error.retry) {
      this.owner.state({ is: 'refused', code: this.error.code });
      return;
    }
    this.owner.state({ is: 'waiting', code: this.error?.code ?? 'unreachable' });
    this.tries += 1;
    this.timer = setTimeout(() => this.connect(), Math.min(SLOWEST_RETRY_MILLIS, 500 * 2 ** Math.min(this.tries, 5)));
  }
}
