import type { Page, WebSocketRoute } from '@playwright/test';

/** The other end of /app/live, as docs/live-api.md tells it: keeps sound by its offset, acknowledges, refuses holes. */
export class LiveEnd {
  sound = Buffer.alloc(0);
  opens: Record<string, unknown>[] = [];
  said: string[] = [];
  ended = false;
  /** While set, connections are closed as soon as they come. */
  away = false;
  private socket: WebSocketRoute | null = null;

  /**
   * @param onEnd what the visit becomes when its last sound came
   * @param channels of a session that was begun elsewhere
   */
  constructor(
    private readonly onEnd: () => void = () => undefined,
    private readonly channels?: number,
  ) {}

  async at(page: Page): Promise<this> {
    await page.routeWebSocket('**/app/live', (socket) => this.meet(socket));
    return this;
  }

  tell(message: unknown): void {
    this.socket?.send(JSON.stringify(message));
  }

  async cut(): Promise<void> {
    this.away = true;
    await this.socket?.close({ code: 1012 });
  }

  private meet(socket: WebSocketRoute): void {
    if (this.away) {
      void socket.close({ code: 1012 });
      return;
    }
    this.socket = socket;
    socket.onMessage((message) => {
      if (this.away) {
        return; // on its way when the connection was cut: nobody hears it, and nobody acknowledges it
      }
      if (typeof message === 'string') {
        this.hear(JSON.parse(message) as { type: string; to?: number; channels?: number });
        return;
      }
      const offset = Number(message.readBigUInt64BE(0));
      const samples = message.subarray(8);
      if (offset > this.sound.length) {
        this.tell({ type: 'error', code: 'gap', retry: true, received: this.sound.length });
        void socket.close({ code: 4400 });
        return;
      }
      this.sound = Buffer.concat([this.sound, samples.subarray(this.sound.length - offset)]);
      this.tell({ type: 'kept', to: this.sound.length });
    });
  }

  private hear(message: { type: string; to?: number; channels?: number }): void {
    this.said.push(message.type);
    if (message.type === 'open') {
      this.opens.push(message);
      this.tell({ type: 'opened', session: 's-1', visit: 'v-planned', channels: this.channels ?? message.channels, kept: this.sound.length, resumed: this.opens.length > 1, lost: { from: 0, to: 0 } });
    } else if (message.type === 'end') {
      this.ended = message.to === this.sound.length;
      this.onEnd();
      this.tell({ type: 'ended' });
      void this.socket?.close({ code: 1000 });
    }
  }
}
