import { mkdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { turnsOf, SCRIPT } from '../fake/sample';
import { LiveEnd } from '../fake/LiveEnd';
import { test } from '../stage';

const INTO = process.env.SCREENSHOTS ?? 'screenshots';
mkdirSync(INTO, { recursive: true });

const SIZES = { large: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;

/** One picture in each colour and size. */
async function pictures(page: Page, name: string, sizes: (keyof typeof SIZES)[] = ['large', 'phone']): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(SIZES[size]);
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await page.waitForTimeout(150);
      await page.screenshot({ path: `${INTO}/${name}-${size}-${scheme}.png` });
    }
  }
}

test('sign in and invitation', async ({ page, fake }) => {
  fake.world.signedIn = false;
  await page.reload();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await pictures(page, 'sign-in');
  await page.goto(`${fake.address}/app/invitation#one-time-token`);
  await page.getByText('Welcome, Noor Haddad').waitFor();
  await pictures(page, 'invitation');
});

test('today', async ({ page }) => {
  await page.getByText('James Parker').waitFor();
  await pictures(page, 'today');
});

test('new visit and consent', async ({ page, fake }) => {
  await page.goto(`${fake.address}/app/visits/new`);
  await page.getByText('James Parker').waitFor();
  await pictures(page, 'new-visit');
  await page.goto(`${fake.address}/app/visits/v-planned`);
  await page.getByRole('button', { name: 'They said yes' }).waitFor();
  await pictures(page, 'consent');
  await page.getByRole('button', { name: 'They said yes' }).click();
  await page.getByRole('tab', { name: 'Paste a dialogue' }).click();
  await page.getByRole('textbox', { name: 'Dialogue' }).fill('[doctor] What brings you in today?\n[patient] My knee hurts.');
  await pictures(page, 'paste', ['large']);
  await page.getByRole('tab', { name: 'Upload a recording' }).click();
  await pictures(page, 'upload', ['large']);
});

test('from the EHR', async ({ page, fake }) => {
  fake.world.ehrs = [{ name: 'St-Agnes', tied: false }];
  await page.goto(`${fake.address}/app/launch?iss=${encodeURIComponent('https://ehr.example/fhir/r4')}&launch=l-1`);
  await page.getByRole('heading', { name: 'Your first visit from St-Agnes' }).waitFor();
  await pictures(page, 'launch-first');
  await page.goto(`${fake.address}/app/launch`);
  await page.getByRole('button', { name: 'Open from St-Agnes' }).waitFor();
  await pictures(page, 'launch');
  fake.world.ehrs = [{ name: 'St-Agnes', tied: true }];
  fake.world.launchWhy = 'somebody-else';
  await page.getByRole('button', { name: 'Open from St-Agnes' }).click();
  await page.getByRole('alert').waitFor();
  await pictures(page, 'launch-refused', ['large']);
  await page.goto(`${fake.address}/app/account`);
  await page.getByRole('button', { name: 'Remove the tie to St-Agnes' }).waitFor();
  await pictures(page, 'account');
});

test('review', async ({ page, fake }) => {
  await page.goto(`${fake.address}/app/visits/v-review`);
  await page.getByText('Right knee pain for about three weeks.').waitFor();
  await page.waitForTimeout(2500);
  await pictures(page, 'review');
  await page.keyboard.press('n');
  await pictures(page, 'review-selected');
  await page.setViewportSize(SIZES.large);
  await page.keyboard.press('e');
  await pictures(page, 'review-editing', ['large']);
  await page.keyboard.press('Escape');
  await page.keyboard.press('t');
  await pictures(page, 'review-words');
  await page.setViewportSize(SIZES.large);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Speakers' }).click();
  await pictures(page, 'speakers', ['large']);
  await page.keyboard.press('Escape');
  await page.keyboard.press('s');
  await pictures(page, 'sign-unseen', ['large']);
  await page.keyboard.press('Escape');
  for (const tab of ['For the patient', 'Orders', 'Codes', 'History']) {
    await page.getByRole('tab', { name: tab }).click();
    await pictures(page, `review-${tab.toLowerCase().replaceAll(' ', '-')}`, ['large']);
  }
});

test('signed note', async ({ page, fake }) => {
  await page.goto(`${fake.address}/app/visits/v-signed`);
  await page.getByText('Signed by').waitFor();
  await pictures(page, 'signed', ['large']);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Amend' }).click();
  await pictures(page, 'amending', ['large']);
});

test('recording', async ({ page, fake }) => {
  const live = await new LiveEnd().at(page);
  fake.world.change('v-planned', { consent: 'granted' });
  await page.goto(`${fake.address}/app/visits/v-planned`);
  await page.getByRole('button', { name: 'Check the microphone' }).click();
  await page.getByRole('meter').waitFor();
  await page.waitForTimeout(3000);
  await pictures(page, 'microphone', ['large']);
  await page.getByRole('button', { name: 'Start recording' }).click();
  await page.getByText('All of it is safe').waitFor();
  const turns = turnsOf(SCRIPT(), true).slice(0, 16);
  turns.forEach((turn, at) => {
    const words = turn.words.map(({ text, begin, end, confidence }) => ({ text, begin, end, confidence }));
    const last = at === turns.length - 1;
    live.tell({ type: 'caption', id: `c-${at}`, begin: turn.begin, end: turn.end, final: !last, words });
    if (!last) {
      const named = turn.words.map((word, place) => ({ word, place })).filter(({ word }) => word.entity);
      live.tell({
        type: 'understood',
        caption: `c-${at}`,
        segments: [{ from: 0, to: words.length, role: turn.speaker.startsWith('CLIN') ? 'CLINICIAN' : 'PATIENT' }],
        entities: named.map(({ word, place }) => ({ category: word.entity, text: word.text, from: place, to: place + 1 })),
      });
    }
  });
  live.tell({
    type: 'note',
    version: 1,
    whole: true,
    template: 'HISTORY_AND_PHYSICAL',
    sections: ['CHIEF_COMPLAINT', 'HISTORY_OF_PRESENT_ILLNESS', 'REVIEW_OF_SYSTEMS'],
    changes: [
      { op: 'add', id: '1', section: 'CHIEF_COMPLAINT', after: null, text: 'Right knee pain for about three weeks.' },
      { op: 'add', id: '2', section: 'HISTORY_OF_PRESENT_ILLNESS', after: null, text: 'The patient slipped on the stairs at work and twisted the right knee.' },
      { op: 'add', id: '3', section: 'HISTORY_OF_PRESENT_ILLNESS', after: '2', text: 'Pain is on the inside of the knee, mostly when walking down stairs.' },
      { op: 'add', id: '4', section: 'REVIEW_OF_SYSTEMS', after: null, text: 'Denies fever and chills.' },
    ],
  });
  await pictures(page, 'recording');
  await live.cut();
  await page.getByText(/No connection/).waitFor();
  await pictures(page, 'recording-unconnected', ['large']);
});

test('administration', async ({ page, fake }) => {
  fake.world.role = 'administrator';
  for (const part of ['people', 'usage', 'templates', 'vocabularies', 'deliveries', 'engines', 'keys', 'tenants', 'health']) {
    await page.goto(`${fake.address}/app/administration/${part}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForTimeout(300);
    await pictures(page, `administration-${part}`);
  }
  fake.world.role = 'auditor';
  await page.goto(`${fake.address}/app/administration/audit`);
  await page.getByText('note.sign').first().waitFor();
  await pictures(page, 'administration-audit', ['large']);
});
