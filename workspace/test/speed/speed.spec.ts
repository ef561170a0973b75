import { expect } from '@playwright/test';
import { reviewOf, SCRIPT } from '../fake/sample';
import { test } from '../stage';

const RUNS = 5;
const KEYS = 200;
const WORDS = 9_000;

/** The sample visit over and over, until an hour of words is there; its note grows along. */
function hour(): string {
  const script = SCRIPT();
  const words = script.split(/\s+/).filter((word) => !word.startsWith('[')).length;
  return Array.from({ length: Math.ceil(WORDS / words) + 1 }, () => script.trim()).join('\n');
}

const at = (sorted: number[], share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

test('how soon an hour’s visit can be worked with, and how soon a key shows', async ({ page, fake }) => {
  test.setTimeout(600_000);
  const { world } = fake;
  const long = reviewOf(world.visit('v-review'), hour());
  const many = Math.ceil(WORDS / 560);
  const sections = long.sections.map((section) => ({
    ...section,
    sentences: Array.from({ length: many }, (_, copy) => section.sentences.map((sentence) => ({ ...sentence, id: `${sentence.id}-${copy}` }))).flat(),
  }));
  world.reviews.set('v-review', { ...long, sections, queue: sections.flatMap((section) => section.sentences).filter((sentence) => sentence.red).map((sentence) => sentence.id) });
  const words = long.turns.reduce((sum, turn) => sum + turn.words.length, 0);
  expect(words).toBeGreaterThanOrEqual(WORDS);

  const opened: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    await page.goto('about:blank');
    await page.goto(`${fake.address}/app/visits/v-review`, { waitUntil: 'commit' });
    opened.push(
      await page.evaluate(
        () =>
          new Promise<number>((done) => {
            // Interactive: note and words are drawn, and a frame later the page still answers.
            const look = () =>
              document.querySelector('.sentence .text') && document.querySelector('.turn [data-w]') ? requestAnimationFrame(() => setTimeout(() => done(performance.now()), 0)) : requestAnimationFrame(look);
            look();
          }),
      ),
    );
  }

  await page.locator('.sentence .text').nth(20).click();
  await page.keyboard.press('e');
  await page.getByLabel('Text of the sentence').waitFor();
  await page.evaluate(() => {
    const shown: number[] = [];
    Object.assign(window, { shown });
    window.addEventListener('keydown', () => {
      const pressed = performance.now();
      // After the next frame is drawn the letter is on the screen.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port2.onmessage = () => shown.push(performance.now() - pressed);
        port1.postMessage(0);
      });
    }, true);
  });
  for (let key = 0; key < KEYS; key++) {
    await page.keyboard.press('abcdefgh '.charAt(key % 9));
    await page.waitForTimeout(40);
  }
  const keys = (await page.evaluate(() => (window as unknown as { shown: number[] }).shown)).sort((a, b) => a - b);
  await page.keyboard.press('Escape');

  opened.sort((a, b) => a - b);
  const sentences = sections.reduce((sum, section) => sum + section.sentences.length, 0);
  console.log(`a visit of ${words} words and ${sentences} sentences, ${RUNS} openings: interactive after ${at(opened, 0.5).toFixed(0)} ms (median), ${at(opened, 1).toFixed(0)} ms (most); goal 1500`);
  console.log(`${keys.length} keys: shown after ${at(keys, 0.5).toFixed(1)} ms (median), ${at(keys, 0.95).toFixed(1)} ms (p95); goal 50`);
  console.log(`turns drawn: ${await page.locator('.turn').count()} of ${long.turns.length}`);
});
