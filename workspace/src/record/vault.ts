/** What is known of a recording that was begun in this browser. */
export interface Begun {
  visit: string;
  channels: number;
  roles?: string[];
  /** The offset at which the next sound goes on. */
  next: number;
  /** Whether the visit was said to be over. */
  over: boolean;
}

export interface Piece {
  offset: number;
  bytes: Uint8Array<ArrayBuffer>;
}

interface SealedPiece {
  visit: string;
  offset: number;
  iv: Uint8Array<ArrayBuffer>;
  sealed: ArrayBuffer;
  length: number;
}

const NAME = 'chartwright';
const KEYS = 'keys';
const VISITS = 'visits';
const SOUND = 'sound';

/**
 * Sound that the server has not acknowledged yet, in the browser's database, so that a reload, a lost connection or a closed
 * laptop costs nothing. It is sealed by AES-GCM under a key of its own for each visit that no script can read out, bound to
 * visit and place; key and sound are destroyed as soon as the server has all of it.
 */
export class Vault {
  private constructor(private readonly base: IDBDatabase) {}

  static open(factory: IDBFactory = indexedDB): Promise<Vault> {
    return new Promise((done, failed) => {
      const request = factory.open(NAME, 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore(KEYS);
        request.result.createObjectStore(VISITS, { keyPath: 'visit' });
        request.result.createObjectStore(SOUND, { keyPath: ['visit', 'offset'] });
      };
      request.onsuccess = () => done(new Vault(request.result));
      request.onerror = () => failed(request.error ?? new Error('The browser keeps nothing here'));
    });
  }

  async begin(visit: string, channels: number, roles?: string[]): Promise<Begun> {
    const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
    const begun: Begun = { visit, channels, next: 0, over: false, ...(roles ? { roles } : {}) };
    const work = this.base.transaction([KEYS, VISITS], 'readwrite');
    work.objectStore(KEYS).put(key, visit);
    work.objectStore(VISITS).put(begun);
    await ended(work);
    return begun;
  }

  async begun(visit: string): Promise<Begun | null> {
    return ((await answered(this.base.transaction(VISITS).objectStore(VISITS).get(visit))) as Begun | undefined) ?? null;
  }

  /** Moves on where the server knows of more than this browser does. */
  async goOn(begun: Begun): Promise<void> {
    const work = this.base.transaction(VISITS, 'readwrite');
    work.objectStore(VISITS).put(begun);
    await ended(work);
  }

  /** Keeps a piece of sound; when this resolves it is in the database. */
  async put(begun: Begun, bytes: Uint8Array<ArrayBuffer>): Promise<Begun> {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: place(begun.visit, begun.next) }, await this.key(begun.visit), bytes);
    const piece: SealedPiece = { visit: begun.visit, offset: begun.next, iv, sealed, length: bytes.length };
    const after = { ...begun, next: begun.next + bytes.length };
    const work = this.base.transaction([VISITS, SOUND], 'readwrite');
    work.objectStore(SOUND).put(piece);
    work.objectStore(VISITS).put(after);
    await ended(work);
    return after;
  }

  /** The piece that holds an offset, or the first one after it; null where there is none. */
  async pieceAt(visit: string, offset: number): Promise<Piece | null> {
    const store = this.base.transaction(SOUND).objectStore(SOUND);
    const before = (await first(store, IDBKeyRange.bound([visit, 0], [visit, offset]), 'prev')) as SealedPiece | null;
    const piece = before && before.offset + before.length > offset ? before : ((await first(this.base.transaction(SOUND).objectStore(SOUND), IDBKeyRange.lowerBound([visit, offset]), 'next')) as SealedPiece | null);
    return piece?.visit === visit ? await this.opened(piece) : null;
  }

  /** The offset of the oldest sound that is still here; null where all of it has gone on. */
  async oldest(visit: string): Promise<number | null> {
    const piece = (await first(this.base.transaction(SOUND).objectStore(SOUND), IDBKeyRange.bound([visit, 0], [visit, Number.MAX_SAFE_INTEGER]), 'next')) as SealedPiece | null;
    return piece?.offset ?? null;
  }

  /** Destroys what the server has: every piece that lies before the offset as a whole. */
  async forget(visit: string, before: number): Promise<void> {
    const work = this.base.transaction(SOUND, 'readwrite');
    const request = work.objectStore(SOUND).openCursor(IDBKeyRange.bound([visit, 0], [visit, before]));
    request.onsuccess = () => {
      const cursor = request.result;
      if (cursor) {
        const piece = cursor.value as SealedPiece;
        if (piece.offset + piece.length <= before) {
          cursor.delete();
        }
        cursor.continue();
      }
    };
    await ended(work);
  }

  /** Destroys key and sound of a visit. */
  async destroy(visit: string): Promise<void> {
    const work = this.base.transaction([KEYS, VISITS, SOUND], 'readwrite');
    work.objectStore(KEYS).delete(visit);
    work.objectStore(VISITS).delete(visit);
    work.objectStore(SOUND).delete(IDBKeyRange.bound([visit, 0], [visit, Number.MAX_SAFE_INTEGER]));
    await ended(work);
  }

  close(): void {
    this.base.close();
  }

  private async opened(piece: SealedPiece): Promise<Piece> {
    const bytes = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: piece.iv, additionalData: place(piece.visit, piece.offset) }, await this.key(piece.visit), piece.sealed);
    return { offset: piece.offset, bytes: new Uint8Array(bytes) };
  }

  private async key(visit: string): Promise<CryptoKey> {
    const key = (await answered(this.base.transaction(KEYS).objectStore(KEYS).get(visit))) as CryptoKey | undefined;
    if (!key) {
      throw new Error('No recording of this visit was begun here');
    }
    return key;
  }
}

function place(visit: string, offset: number): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${visit}:${offset}`) as Uint8Array<ArrayBuffer>;
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error ?? new Error('The browser’s database does not answer'));
  });
}

function ended(work: IDBTransaction): Promise<void> {
  return new Promise((done, failed) => {
    work.oncomplete = () => done();
    work.onabort = () => failed(work.error ?? new Error('The browser’s database is full'));
    work.onerror = () => failed(work.error ?? new Error('The browser’s database is full'));
  });
}

async function first(store: IDBObjectStore, range: IDBKeyRange, direction: IDBCursorDirection): Promise<unknown> {
  const cursor = await answered(store.openCursor(range, direction));
  return cursor?.value ?? null;
}
