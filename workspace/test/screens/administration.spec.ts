import type { Page } from '@playwright/test';
import { expect, noBarriers, test } from '../stage';

test('every part of the house can be used by everybody', async ({ page, fake }) => {
  fake.world.role = 'administrator';
  await page.reload();
  await expect(page.getByRole('heading', { name: 'People' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Today' })).toHaveCount(0);
  for (const [part, shown] of [
    ['People', 'Tomas Iriarte'],
    ['Usage', 'Minutes of sound by day'],
    ['Templates', 'Post-op visit'],
    ['Vocabularies', 'practice-names'],
    ['Deliveries', 'Send again'],
    ['Engines', 'Not set up'],
    ['Keys', 'alias/visits'],
    ['Tenants', 'north-clinic'],
    ['Health', 'All parts are well'],
  ] as const) {
    await page.getByRole('link', { name: part }).click();
    await expect(page.getByText(shown).first()).toBeVisible();
    await noBarriers(page, part);
  }
  await expect(page.getByRole('link', { name: 'Audit' })).toHaveCount(0);
});

test('an account is made by an invitation that is shown once, after a proof', async ({ page, fake }) => {
  fake.world.role = 'administrator';
  await page.reload();
  await page.getByRole('button', { name: 'Invite' }).click();
  await page.getByLabel('Name').fill('Noor Haddad');
  await page.getByRole('textbox', { name: 'Account' }).fill('noor');
  await noBarriers(page, 'invite');
  await page.getByRole('dialog').getByRole('button', { name: 'Invite' }).click();
  await page.getByLabel('Password').fill('a sentence that nobody guesses');
  await page.getByLabel('Code').fill('123456');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText(`${fake.address}/app/invitation#one-time-token`)).toBeVisible();
  await noBarriers(page, 'invitation made');
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByText('Noor Haddad')).toBeVisible();
});

test('a tenant is made with the invitation of its first administrator', async ({ page, fake }) => {
  fake.world.role = 'administrator';
  await page.goto(`${fake.address}/app/administration/tenants`);
  await page.getByRole('button', { name: 'New tenant' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('south-clinic');
  await page.getByLabel('First administrator').fill('Bo Lund');
  await page.getByLabel('Their account').fill('bo');
  await noBarriers(page, 'new tenant');
  await page.getByRole('button', { name: 'Make it' }).click();
  await prove(page);
  await expect(page.getByText(`${fake.address}/app/invitation#one-time-token`)).toBeVisible();
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByText('south-clinic')).toBeVisible();
});

test('keys are rotated and disabled after a proof, and no secret of a program is shown', async ({ page, fake }) => {
  fake.world.role = 'administrator';
  await page.goto(`${fake.address}/app/administration/keys`);
  await page.getByRole('button', { name: 'Rotate', exact: true }).click();
  await prove(page);
  await expect(page.getByText('1204 keys were wrapped anew')).toBeVisible();
  await expect(page.getByText('Version 4')).toBeVisible();
  await page.getByRole('button', { name: 'Disable AKIAEXAMPLE000000001' }).click();
  await expect(page.getByRole('button', { name: 'Enable AKIAEXAMPLE000000001' })).toBeVisible();
  await noBarriers(page, 'keys changed');
});

test('use costs what the operator says', async ({ page, fake }) => {
  fake.world.role = 'administrator';
  await page.goto(`${fake.address}/app/administration/usage`);
  await expect(page.getByText('Cost, at €1.40 an hour')).toBeVisible();
  await expect(page.getByText('Cost by day')).toBeVisible();
});

async function prove(page: Page): Promise<void> {
  await page.getByLabel('Password').fill('a sentence that nobody guesses');
  await page.getByLabel('Code').fill('123456');
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
}

test('a template with a mistake is refused with its line', async ({ page, fake }) => {
  fake.world.role = 'administrator';
  await page.reload();
  await page.getByRole('link', { name: 'Templates' }).click();
  await page.getByRole('button', { name: 'New template' }).click();
  await page.getByRole('textbox', { name: 'Template' }).fill('template: MINE\n\n[A]\ntitle: A');
  await page.getByRole('button', { name: 'Keep' }).click();
  await expect(page.getByRole('alert')).toContainText('Line 3: A section needs holds');
  await noBarriers(page, 'template with a mistake');
});

test('an auditor sees who did what, and no patient', async ({ page, fake }) => {
  fake.world.role = 'auditor';
  await page.reload();
  await expect(page.getByText('note.sign').first()).toBeVisible();
  await noBarriers(page, 'audit');
  await expect(page.getByRole('link', { name: 'People' })).toHaveCount(0);
});
