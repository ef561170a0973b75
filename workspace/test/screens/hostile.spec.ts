import type { Page } from '@playwright/test';
import type { Review } from '../../src/api/model';
import { expect, test } from '../stage';

const HOSTILE = [
  '<script>window.bad=1</script>',
  '<img src=x onerror=window.bad=1>',
  '"><svg/onload=window.bad=1>',
  '{{constructor.constructor("window.bad=1")()}}',
  'javascript:window.bad=1',
  '\u202Eevil\u202C \u2066x\u2069',
  '😀👩‍⚕️🏳️‍🌈',
  'a\u0301\u0301\u0301\u0301\u0301',
  '\u0000\u0007\uFFFD',
  'W'.repeat(4000),
  'مرحبا שלום',
];

/** Whether anything ran, or anything that was said became markup, or the page grew wider than its window. */
async function unharmed(page: Page): Promise<void> {
  expect(
    await page.evaluate(() => ({
      ran: 'bad' in window,
      markup: document.querySelectorAll('#pages script, #pages img:not([src="/app/icon.svg"]), #pages iframe, #pages [onerror], #pages [onload]').length,
      wider: document.documentElement.scrollWidth > window.innerWidth,
    })),
  ).toEqual({ ran: false, markup: 0, wider: false });
}

test('whatever was said, named or written is shown as text', async ({ page, fake }) => {
  const { world } = fake;
  const at = (n: number) => HOSTILE[n % HOSTILE.length] ?? '';
  world.patients = world.patients.map((patient, n) => ({ ...patient, name: at(n), mrn: at(n + 3) }));
  world.visits = world.visits.map((visit, n) => ({ ...visit, reason: at(n + 1), practitioner: at(n + 2), failure: at(n), patient: { ...visit.patient, name: at(n), mrn: at(n + 4) } }));
  const before = world.review('v-review');
  let n = 0;
  const hostile: Review = {
    ...before,
    speakers: before.speakers.map((speaker) => ({ ...speaker, label: at(n++) })),
    turns: before.turns.map((turn) => ({ ...turn, words: turn.words.map((word) => ({ ...word, text: at(n++), lookAlike: [at(n)], entity: at(n + 1) })) })),
    sections: before.sections.map((section) => ({ ...section, title: at(n++), sentences: section.sentences.map((sentence) => ({ ...sentence, text: at(n++), reasons: [at(n)] })) })),
    omissions: before.omissions.map((omission) => ({ ...omission, text: at(n++) })),
    dropped: HOSTILE.map((text) => ({ text, reasons: [text] })),
    orders: before.orders.map((order) => ({ ...order, kind: at(n++), text: at(n++) })),
    codes: before.codes.map((code) => ({ ...code, code: at(n++), display: at(n++) })),
    history: [{ version: 1, at: at(0), by: at(1), what: at(2) }],
    signature: { by: at(1), at: at(0) },
  };
  world.reviews.set('v-review', hostile);

  await page.reload();
  await expect(page.getByRole('list', { name: 'Visits' })).toBeVisible();
  await unharmed(page);
  await page.goto(`${fake.address}/app/visits/new`);
  await expect(page.getByRole('list', { name: 'Patients found' })).toBeVisible();
  await unharmed(page);
  for (const size of [
    { width: 1280, height: 800 },
    { width: 390, height: 800 },
  ]) {
    await page.setViewportSize(size);
    await page.goto(`${fake.address}/app/visits/v-review`);
    await expect(page.locator('.sentence .text').first()).toBeVisible();
    await unharmed(page);
    for (const tab of ['Orders', 'Codes', 'History', 'Note']) {
      await page.getByRole('tab', { name: tab, exact: tab === 'Note' }).click();
      await unharmed(page);
    }
  }
});

test('a megabyte of text in one sentence is taken, shown and kept', async ({ page, fake }) => {
  const long = 'knee '.repeat(209_715);
  await page.goto(`${fake.address}/app/visits/v-review`);
  await page.getByRole('button', { name: /Denies fever/ }).click();
  await page.keyboard.press('e');
  await page.getByLabel('Text of the sentence').fill(long);
  await page.keyboard.press('Enter');
  await expect.poll(() => fake.world.review('v-review').sections[2]!.sentences[0]!.text.length).toBe(long.trim().length);
  await unharmed(page);
});

test('a megabyte without a space, said or named, breaks no page', async ({ page, fake }) => {
  const long = `${'W\u202E😀'.repeat(262_144)}<b>`;
  const { world } = fake;
  const before = world.review('v-review');
  world.reviews.set('v-review', {
    ...before,
    turns: before.turns.map((turn, at) => (at === 1 ? { ...turn, words: turn.words.map((word, n) => (n === 0 ? { ...word, text: long } : word)) } : turn)),
  });
  world.visits = world.visits.map((visit) => (visit.id === 'v-failed' ? { ...visit, reason: long, patient: { ...visit.patient, name: long } } : visit));
  await page.reload();
  await expect(page.getByRole('list', { name: 'Visits' })).toBeVisible();
  await unharmed(page);
  await page.goto(`${fake.address}/app/visits/v-review`);
  await expect(page.locator('.sentence .text').first()).toBeVisible();
  await expect(page.locator('.turn').first()).toBeVisible();
  await unharmed(page);
});

test('nothing that was said is in storage, history or title', async ({ page, fake }) => {
  await page.goto(`${fake.address}/app/visits/v-review`);
  await page.getByRole('button', { name: /Denies fever/ }).click();
  await page.keyboard.press('n');
  const left = await page.evaluate(() => JSON.stringify({ local: { ...localStorage }, tab: { ...sessionStorage }, title: document.title, address: location.href, state: history.state as unknown, cookie: document.cookie }));
  for (const word of ['Parker', 'knee', 'lisinopril', 'MR-20817', '1968']) {
    expect(left.toLowerCase()).not.toContain(word.toLowerCase());
  }
  expect(fake.asked.join('\n')).not.toMatch(/parker|knee|lisinopril|1968/i);
});
