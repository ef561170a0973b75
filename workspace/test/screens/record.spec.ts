import type { Page } from '@playwright/test';
import { SECOND } from '../../src/record/frames';
import { LiveEnd } from '../fake/LiveEnd';
import { expect, noBarriers, test } from '../stage';

async function start(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/app/visits/v-planned`);
  await page.getByRole('button', { name: 'Check the microphone' }).click();
  await expect(page.getByRole('meter', { name: /Level/ })).toBeVisible();
}

/** What the page opened of microphones, for whoever pulls their plug. */
interface Opened {
  opened: MediaStream[];
}

async function watchMicrophones(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const all: MediaStream[] = ((window as unknown as Opened).opened = []);
    const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (how) => {
      const stream = await open(how);
      all.push(stream);
      return stream;
    };
  });
}

const kept = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<{ pieces: number; keys: number; bytes: number; end: number }>((done) => {
        const request = indexedDB.open('chartwright');
        request.onsuccess = () => {
          const all = (store: string) => new Promise<{ offset: number; length: number }[]>((got) => (request.result.transaction(store).objectStore(store).getAll().onsuccess = (e) => got((e.target as IDBRequest<{ offset: number; length: number }[]>).result)));
          void Promise.all([all('sound'), all('keys')]).then(([sound, keys]) => {
            request.result.close();
            done({ pieces: sound.length, keys: keys.length, bytes: sound.reduce((sum, piece) => sum + piece.length, 0), end: Math.max(0, ...sound.map((piece) => piece.offset + piece.length)) });
          });
        };
      }),
  );

test.beforeEach(({ fake }) => {
  fake.world.change('v-planned', { consent: 'granted' });
});

test('a visit is recorded, its words and its note are seen as they come, and its end makes a note', async ({ page, fake }) => {
  const live = await new LiveEnd(() => fake.world.change('v-planned', { state: 'processing', sound: true })).at(page);
  await start(page, fake.address);
  await noBarriers(page, 'microphone check');
  await page.getByRole('button', { name: 'Start recording' }).click();
  await expect.poll(() => live.sound.length).toBeGreaterThan(SECOND);
  expect(live.opens[0]).toMatchObject({ visit: 'v-planned', channels: 1, encoding: 'pcm', sampleRate: 16_000, template: 'HISTORY_AND_PHYSICAL', specialty: 'neurology', resumeFrom: 0 });
  // Chromium's fake microphone beeps: sound that is heard, not silence.
  expect(live.sound.some((byte) => byte !== 0)).toBe(true);

  live.tell({ type: 'caption', id: 'c', begin: 100, end: 900, final: false, words: [{ text: 'keep', begin: 100, end: 200, confidence: 0.9 }] });
  await expect(page.locator('.caption.guessed')).toContainText('keep');
  live.tell({ type: 'caption', id: 'c', begin: 100, end: 900, final: true, words: [{ text: 'Keep', begin: 100, end: 200, confidence: 0.9 }, { text: 'lisinopril', begin: 300, end: 800, confidence: 0.9, mark: '.' }] });
  live.tell({ type: 'understood', caption: 'c', segments: [{ from: 0, to: 2, role: 'CLINICIAN' }], entities: [{ category: 'MEDICATION', text: 'lisinopril', from: 1, to: 2 }] });
  live.tell({ type: 'note', version: 1, whole: true, template: 'HISTORY_AND_PHYSICAL', sections: ['PLAN'], changes: [{ op: 'add', id: 'n', section: 'PLAN', after: null, text: 'Continue lisinopril.' }] });
  await expect(page.locator('.caption:not(.guessed)')).toContainText('Clinician Keep lisinopril.');
  await expect(page.locator('.caption .named')).toContainText('lisinopril');
  await expect(page.getByRole('region', { name: 'Draft note' })).toContainText('Continue lisinopril.');
  await noBarriers(page, 'recording');

  await page.getByRole('button', { name: 'Pause' }).click();
  await expect.poll(() => live.said).toContain('pause');
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect.poll(() => live.said).toContain('resume');
  await page.getByRole('button', { name: 'End the visit' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'End the visit' }).click();
  await expect(page.getByText('The note is being written')).toBeVisible();
  expect(live.ended).toBe(true);
  await expect.poll(() => kept(page)).toEqual({ pieces: 0, keys: 0, bytes: 0, end: 0 });
});

test('sound outlives a lost connection and a reload, sealed, and reaches the server whole', async ({ page, fake }) => {
  const live = await new LiveEnd().at(page);
  await start(page, fake.address);
  await page.getByRole('button', { name: 'Start recording' }).click();
  await expect.poll(() => live.sound.length).toBeGreaterThan(SECOND / 2);
  await live.cut();
  await expect(page.getByText(/No connection|Connecting/)).toBeVisible();
  await expect.poll(async () => (await kept(page)).bytes).toBeGreaterThan(SECOND / 2);
  await noBarriers(page, 'no connection');
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await expect(page.getByText('The page was loaded anew')).toBeVisible();
  await noBarriers(page, 'recording after a reload');
  const { end } = await kept(page);
  live.away = false;
  await expect(page.getByText('All of it is safe')).toBeVisible();
  await expect.poll(() => live.sound.length).toBeGreaterThanOrEqual(end);
  await expect.poll(() => kept(page)).toMatchObject({ pieces: 0 });
  await page.getByRole('button', { name: 'Check the microphone' }).click();
  await page.getByRole('button', { name: 'Go on' }).click();
  const then = live.sound.length;
  await expect.poll(() => live.sound.length).toBeGreaterThan(then + SECOND / 2);
  expect(live.said).not.toContain('error');
});

test('other pages can be looked at while a visit is recorded', async ({ page, fake }) => {
  const live = await new LiveEnd().at(page);
  await start(page, fake.address);
  await page.getByRole('button', { name: 'Start recording' }).click();
  await expect.poll(() => live.sound.length).toBeGreaterThan(0);
  await expect(page.getByRole('tab', { name: 'Upload a recording' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Today' }).click();
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();
  const then = live.sound.length;
  await expect.poll(() => live.sound.length).toBeGreaterThan(then + SECOND / 2);
  await noBarriers(page, 'today while recording');
  await page.getByRole('link', { name: /Recording \d/ }).click();
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect.poll(() => live.said).toContain('resume');
  expect(live.opens.length).toBe(1);
});

test('whoever presses twice and at once is recorded once, and hears when a microphone is off or gone', async ({ page, fake }) => {
  const live = await new LiveEnd().at(page);
  await watchMicrophones(page);
  await start(page, fake.address);
  await page.getByRole('button', { name: 'Start recording' }).dblclick();
  await expect.poll(() => live.sound.length).toBeGreaterThan(SECOND);
  const state = () => page.evaluate(() => (window as unknown as Opened).opened.map((stream) => stream.getTracks().map((track) => track.readyState).join()));
  expect(await state(), 'the microphone that was checked is the one that records').toEqual(['live']);
  expect(live.opens.length).toBe(1);

  await page.evaluate(() => (window as unknown as Opened).opened.forEach((stream) => stream.getTracks().forEach((track) => (track.enabled = false))));
  await expect(page.getByText('Nothing at all is heard')).toBeVisible();
  await noBarriers(page, 'recording with a microphone that is off');
  await page.evaluate(() => (window as unknown as Opened).opened.forEach((stream) => stream.getTracks().forEach((track) => (track.enabled = true))));
  await expect(page.getByText('Nothing at all is heard')).toHaveCount(0);

  await page.evaluate(() => (window as unknown as Opened).opened.forEach((stream) => stream.getTracks().forEach((track) => track.dispatchEvent(new Event('ended')))));
  await expect(page.getByText('The microphone has gone')).toBeVisible();
  await expect(page.locator('.record-bar').getByText('Paused')).toBeVisible();
  await expect.poll(() => live.said).toContain('pause');
  await noBarriers(page, 'recording after the microphone has gone');
  const then = live.sound.length;
  await page.getByRole('button', { name: 'Check the microphone' }).click();
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect.poll(() => live.sound.length).toBeGreaterThan(then);
  expect(await state()).toEqual(['ended', 'live']);
});

test('a recording with two microphones that was begun elsewhere goes on with two', async ({ page, fake }) => {
  fake.world.change('v-planned', { state: 'recording' });
  const live = await new LiveEnd(undefined, 2).at(page);
  await page.goto(`${fake.address}/app/visits/v-planned`);
  await page.getByRole('button', { name: 'Go on here' }).click();
  await page.getByRole('button', { name: 'Check the microphone' }).click();
  await expect(page.getByRole('meter', { name: 'Level: Patient' })).toBeVisible();
  await expect(page.getByText('Two microphones, one for each person')).toHaveCount(0);
  await noBarriers(page, 'two microphones');
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect.poll(() => live.sound.length).toBeGreaterThan(SECOND);
  expect(live.opens[0]).not.toHaveProperty('channels');
});

test('who signs out while a visit is recorded leaves no fault behind, and what was said stays sealed', async ({ page, fake }) => {
  const live = await new LiveEnd().at(page);
  await watchMicrophones(page);
  await start(page, fake.address);
  await page.getByRole('button', { name: 'Start recording' }).click();
  await expect.poll(() => live.sound.length).toBeGreaterThan(0);
  await page.getByRole('button', { name: /Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByText('You are signed out.')).toBeVisible();
  live.tell({ type: 'kept', to: live.sound.length });
  await expect.poll(() => page.evaluate(() => (window as unknown as Opened).opened.every((stream) => stream.getTracks().every((track) => track.readyState === 'ended')))).toBe(true);
  expect((await kept(page)).keys).toBe(1);
});

test('a second tab does not take the recording away', async ({ page, fake, context }) => {
  const live = await new LiveEnd().at(page);
  await start(page, fake.address);
  await page.getByRole('button', { name: 'Start recording' }).click();
  await expect.poll(() => live.sound.length).toBeGreaterThan(0);
  const second = await context.newPage();
  await second.goto(`${fake.address}/app/visits/v-planned`);
  await expect(second.getByText('being recorded in another tab')).toBeVisible();
  expect(live.opens.length).toBe(1);
});
