import { expect, noBarriers, test } from '../stage';

const LAUNCH = `launch?iss=${encodeURIComponent('https://ehr.example/fhir/r4')}&launch=l-1`;

test('an EHR opens its visit, the first time after a tie, and leaves nothing in addresses or storage', async ({ page, fake }) => {
  fake.world.ehrs = [{ name: 'St-Agnes', tied: false }];
  await page.goto(`${fake.address}/app/${LAUNCH}`);
  await expect(page.getByRole('heading', { name: 'Your first visit from St-Agnes' })).toBeVisible();
  expect(page.url()).toBe(`${fake.address}/app/launch`);
  await noBarriers(page, 'first launch');
  await page.getByRole('button', { name: 'That is me: go on' }).click();
  const proof = page.getByRole('dialog', { name: 'Prove that it is you' });
  await proof.getByLabel('Password').fill('a sentence that nobody guesses');
  await proof.getByLabel('Code').fill('123456');
  await proof.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL('**/app/visits/v-planned');
  await expect(page.getByRole('heading', { name: 'Consent' })).toBeVisible();
  expect(fake.asked.join('\n')).not.toMatch(/l-1|c-1|s-1/);
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))).not.toMatch(/l-1|c-1|ehr\.example/);
  // Where one can go back to there is nothing of it either.
  await page.goBack();
  await expect(page.getByRole('button', { name: 'Open from St-Agnes' })).toBeVisible();
  expect(page.url()).toBe(`${fake.address}/app/launch`);
});

test('whoever is not signed in here signs in first, and the visit opens then', async ({ page, fake }) => {
  fake.world.ehrs = [{ name: 'St-Agnes', tied: true }];
  fake.world.signedIn = false;
  await page.goto(`${fake.address}/app/${LAUNCH}`);
  await page.getByLabel('Account').fill('helen');
  expect(page.url()).toBe(`${fake.address}/app/launch`);
  await page.getByLabel('Password').fill('a sentence that nobody guesses');
  await page.getByLabel('Code').fill('123456');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/app/visits/v-planned');
});

test('who is somebody else at the EHR hears so, and no unknown EHR is gone to', async ({ page, fake }) => {
  fake.world.ehrs = [{ name: 'St-Agnes', tied: true }];
  fake.world.launchWhy = 'somebody-else';
  // The page leads on by itself, perhaps before all of it is loaded.
  await page.goto(`${fake.address}/app/${LAUNCH}`, { waitUntil: 'commit' });
  await expect(page.getByRole('alert')).toContainText('somebody else than you');
  expect(page.url()).toBe(`${fake.address}/app/launch/back`);
  await noBarriers(page, 'refused launch');
  await page.goto(`${fake.address}/app/launch?iss=${encodeURIComponent('https://evil.example')}&launch=l-1`);
  await expect(page.getByRole('alert')).toContainText('No visits are taken from there');
  expect(page.url()).toBe(`${fake.address}/app/launch`);
});

test('a visit is opened from the EHR by whoever begins here, and the tie is taken away again', async ({ page, fake }) => {
  fake.world.ehrs = [{ name: 'St-Agnes', tied: true }];
  await page.goto(`${fake.address}/app/visits/new`);
  await page.getByRole('link', { name: 'From the EHR' }).click();
  await expect(page.getByRole('button', { name: 'Open from St-Agnes' })).toBeVisible();
  await noBarriers(page, 'from the EHR');
  await page.getByRole('button', { name: 'Open from St-Agnes' }).click();
  await page.waitForURL('**/app/visits/v-planned');
  fake.world.proved = true;
  await page.goto(`${fake.address}/app/account`);
  await page.getByRole('button', { name: 'Remove the tie to St-Agnes' }).click();
  await expect(page.getByRole('button', { name: 'Remove the tie to St-Agnes' })).toHaveCount(0);
  expect(fake.world.ehrs).toEqual([{ name: 'St-Agnes', tied: false }]);
});
