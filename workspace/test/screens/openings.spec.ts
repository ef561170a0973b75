import { expect, noBarriers, test } from '../stage';

test('another clinician’s visit is opened with a reason, and the auditor reads it', async ({ page, fake }) => {
  fake.world.closed.add('v-signed');
  await page.goto(`${fake.address}/app/visits/v-signed`);
  await expect(page.getByRole('heading', { name: 'This visit is another clinician’s' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Open anyway' })).toBeDisabled();
  await page.getByLabel('Why you must see it').fill('On call tonight, short of breath.');
  await noBarriers(page, 'closed visit');
  await page.getByRole('button', { name: 'Open anyway' }).click();
  const proof = page.getByRole('dialog', { name: 'Prove that it is you' });
  await proof.getByLabel('Password').fill('a sentence that nobody guesses');
  await proof.getByLabel('Code').fill('123456');
  await proof.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('Signed by')).toBeVisible();

  fake.world.role = 'auditor';
  await page.goto(`${fake.address}/app/administration/openings`);
  await expect(page.getByText('On call tonight, short of breath.')).toBeVisible();
  await noBarriers(page, 'openings');
  await page.getByRole('button', { name: /Mark the opening by .* as reviewed/ }).click();
  await expect(page.getByText(/, mei$/)).toBeVisible();
});
