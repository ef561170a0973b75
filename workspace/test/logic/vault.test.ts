import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { Vault } from '../../src/record/vault';

const sound = (from: number, length: number) => Uint8Array.from({ length }, (_, at) => (from + at) % 251) as Uint8Array<ArrayBuffer>;

test('sound comes out as it went in, from any offset, until it is acknowledged', async () => {
  const vault = await Vault.open(new IDBFactory());
  let begun = await vault.begin('v', 1);
  for (let piece = 0; piece < 5; piece++) {
    begun = await vault.put(begun, sound(piece * 100, 100));
  }
  expect(begun.next).toBe(500);
  expect(await vault.oldest('v')).toBe(0);
  expect((await vault.pieceAt('v', 250))?.offset).toBe(200);
  expect(await vault.pieceAt('v', 200)).toEqual({ offset: 200, bytes: sound(200, 100) });
  expect(await vault.pieceAt('v', 500)).toBeNull();

  await vault.forget('v', 250);
  expect(await vault.oldest('v')).toBe(200);
  expect((await vault.pieceAt('v', 0))?.offset).toBe(200);
  await vault.forget('v', 500);
  expect(await vault.oldest('v')).toBeNull();
});

test('another opening goes on where the first one was', async () => {
  const base = new IDBFactory();
  const first = await Vault.open(base);
  await first.put(await first.begin('v', 2, ['CLINICIAN', 'PATIENT']), sound(0, 64));
  first.close();
  const second = await Vault.open(base);
  expect(await second.begun('v')).toEqual({ visit: 'v', channels: 2, roles: ['CLINICIAN', 'PATIENT'], next: 64, over: false });
  expect((await second.pieceAt('v', 0))?.bytes).toEqual(sound(0, 64));
});

test('what lies in the database is not the sound, its key cannot be read out, and both go together', async () => {
  const base = new IDBFactory();
  const vault = await Vault.open(base);
  const plain = new TextEncoder().encode('word '.repeat(40)) as Uint8Array<ArrayBuffer>;
  await vault.put(await vault.begin('v', 1), plain);
  const raw = await new Promise<IDBDatabase>((done) => {
    const request = base.open('chartwright');
    request.onsuccess = () => done(request.result);
  });
  const read = <T>(store: string) =>
    new Promise<T[]>((done) => {
      const request = raw.transaction(store).objectStore(store).getAll();
      request.onsuccess = () => done(request.result as T[]);
    });
  const [piece] = await read<{ sealed: ArrayBuffer }>('sound');
  expect(Buffer.from(piece!.sealed).includes('word')).toBe(false);
  const [key] = await read<CryptoKey>('keys');
  expect(key!.extractable).toBe(false);
  await expect(crypto.subtle.exportKey('raw', key!)).rejects.toThrow();

  await vault.destroy('v');
  expect(await read('sound')).toEqual([]);
  expect(await read('keys')).toEqual([]);
  expect(await vault.begun('v')).toBeNull();
});

test('sound of one visit is not taken for another’s', async () => {
  const vault = await Vault.open(new IDBFactory());
  await vault.put(await vault.begin('a', 1), sound(0, 10));
  await vault.put(await vault.begin('b', 1), sound(5, 10));
  expect((await vault.pieceAt('a', 0))?.bytes).toEqual(sound(0, 10));
  expect(await vault.pieceAt('a', 10)).toBeNull();
  await vault.destroy('a');
  expect((await vault.pieceAt('b', 0))?.bytes).toEqual(sound(5, 10));
});
