import { mkdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
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

test('administration', async ({ page, fake }) => {
  fake.world.role = 'administrator';
  for (const part of ['people', 'usage', 'templates', 'vocabularies', 'deliveries', 'health']) {
    await page.goto(`${fake.address}/app/administration/${part}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForTimeout(300);
    await pictures(page, `administration-${part}`, part === 'usage' ? ['large', 'phone'] : ['large']);
  }
  fake.world.role = 'auditor';
  await page.goto(`${fake.address}/app/administration/audit`);
  await page.getByText('note.sign').first().waitFor();
  await pictures(page, 'administration-audit', ['large']);
});
