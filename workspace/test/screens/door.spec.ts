import { expect, noBarriers, test, withAuthenticator } from '../stage';

test('who is wrong stays outside, who is right sees the visits', async ({ page, fake }) => {
  fake.world.signedIn = false;
  await page.reload();
  await page.getByLabel('Account').fill('helen');
  await page.getByLabel('Password').fill('wrong password');
  await page.getByLabel('Code').fill('123 456');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('Account, password or code is wrong');
  await noBarriers(page, 'refused sign-in');
  await page.getByLabel('Password').fill('a sentence that nobody guesses');
  await page.getByLabel('Code').fill('123456');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();
});

test('an invitation is taken from behind the #, and leaves no trace in the address', async ({ page, fake }) => {
  await page.goto(`${fake.address}/app/invitation#one-time-token`);
  await expect(page.getByText('Welcome, Noor Haddad')).toBeVisible();
  expect(page.url()).toBe(`${fake.address}/app/invitation`);
  await expect(page.getByRole('img', { name: 'QR code of your second factor' })).toBeVisible();
  await expect(page.getByText('JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP')).toBeVisible();
  await page.getByLabel('Choose a password').fill('too short');
  await expect(page.getByRole('button', { name: 'Set up the account' })).toBeDisabled();
  await page.getByLabel('Choose a password').fill('a sentence that nobody guesses');
  await page.getByLabel('Once more').fill('a sentence that nobody guesses');
  await page.getByLabel('Code that the app shows now').fill('123456');
  await noBarriers(page, 'invitation');
  await page.getByRole('button', { name: 'Set up the account' }).click();
  await expect(page.getByText('Your account is ready')).toBeVisible();
  expect(fake.asked.join('\n')).not.toContain('one-time-token');
});

test('a session that ended is told, and nothing of the visits is left on the page', async ({ page, fake }) => {
  await expect(page.getByText('James Parker')).toBeVisible();
  fake.world.signedIn = false;
  await page.getByText('James Parker').click();
  await expect(page.getByText('Your session has ended')).toBeVisible();
  await expect(page.getByText('James Parker')).toHaveCount(0);
  await noBarriers(page, 'session ended');
});

test('whoever leaves is asked once, and then signed out', async ({ page, fake }) => {
  fake.world.idleSeconds = 300;
  await page.clock.install();
  await page.reload();
  await expect(page.getByText('James Parker')).toBeVisible();
  await page.clock.runFor(250_000);
  await expect(page.getByRole('alertdialog', { name: 'Are you still there?' })).toBeVisible();
  await page.getByRole('button', { name: 'I am here' }).click();
  await expect(page.getByText('James Parker')).toBeVisible();
  await page.clock.runFor(310_000);
  await expect(page.getByText('Your session has ended')).toBeVisible();
  await expect(page.getByText('James Parker')).toHaveCount(0);
  expect(fake.world.signedIn).toBe(false);
});

test('whoever has an account of the hospital signs in there, or hears why not', async ({ page, fake }) => {
  fake.world.signedIn = false;
  fake.world.ways = { local: true, provider: 'St Agnes' };
  fake.world.wayBack = '#sign-in=role';
  await page.reload();
  await expect(page.getByRole('button', { name: 'Sign in with St Agnes' })).toBeVisible();
  await noBarriers(page, 'sign-in with a provider');
  await page.getByRole('button', { name: 'Sign in with St Agnes' }).click();
  await page.waitForURL(/#sign-in=role$/);
  await page.reload();
  await page.goto(`${fake.address}/app/visits/new#sign-in=role`);
  await expect(page.getByRole('alert')).toContainText('gives you no role here');
  expect(page.url()).toBe(`${fake.address}/app/visits/new`);
  fake.world.ways = { local: false, provider: 'St Agnes' };
  fake.world.wayBack = '';
  await page.goto(`${fake.address}/app/`);
  await expect(page.getByLabel('Password')).toHaveCount(0);
  await page.getByRole('button', { name: 'Sign in with St Agnes' }).click();
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();
});

test('whoever signs in elsewhere proves themselves there before signing a note', async ({ page, fake }) => {
  fake.world.elsewhere = true;
  fake.world.review('v-review').sections.forEach((section) => section.sentences.forEach((sentence) => (sentence.seen = true)));
  await page.goto(`${fake.address}/app/visits/v-review`);
  await expect(page.locator('.sentence').first()).toBeVisible();
  await page.keyboard.press('s');
  await page.getByRole('button', { name: 'Sign as Helen Lane' }).click();
  const proof = page.getByRole('dialog', { name: 'Prove that it is you' });
  await expect(proof.getByLabel('Password')).toHaveCount(0);
  await noBarriers(page, 'proof elsewhere');
  const back = page.waitForEvent('load');
  await proof.getByRole('button', { name: 'Sign in there again' }).click();
  await back;
  await expect(page.locator('.sentence').first()).toBeVisible();
  await page.keyboard.press('s');
  await page.getByRole('button', { name: 'Sign as Helen Lane' }).click();
  await expect(page.getByText('Signed by')).toBeVisible();
});

test('a passkey is made on the account page, signs in, proves again and is removed', async ({ page, fake }) => {
  await withAuthenticator(page);
  await page.goto(`${fake.named}/app/account`);
  await page.getByLabel('Name of the new passkey').fill('Desk in room 4');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  const proof = page.getByRole('dialog', { name: 'Prove that it is you' });
  await proof.getByLabel('Password').fill('a sentence that nobody guesses');
  await proof.getByLabel('Code').fill('123456');
  await proof.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('button', { name: 'Remove Desk in room 4' })).toBeVisible();
  await noBarriers(page, 'account');

  fake.world.signedIn = false;
  fake.world.proved = false;
  await page.goto(`${fake.named}/app/`);
  await noBarriers(page, 'sign-in with a passkey');
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();

  fake.world.proved = false;
  fake.world.review('v-review').sections.forEach((section) => section.sentences.forEach((sentence) => (sentence.seen = true)));
  await page.goto(`${fake.named}/app/visits/v-review`);
  await expect(page.locator('.sentence').first()).toBeVisible();
  await page.keyboard.press('s');
  await page.getByRole('button', { name: 'Sign as Helen Lane' }).click();
  await noBarriers(page, 'proof by passkey');
  await proof.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(page.getByText('Signed by')).toBeVisible();

  await page.goto(`${fake.named}/app/account`);
  await page.getByRole('button', { name: 'Remove Desk in room 4' }).click();
  await expect(page.getByRole('button', { name: 'Remove Desk in room 4' })).toHaveCount(0);
});

test('where passkeys do not work, none is offered, and the account page says where they do', async ({ page, fake }) => {
  await page.goto(`${fake.address}/app/account`);
  await expect(page.getByText(`Passkeys are made and used at ${fake.named}/app/ only.`)).toBeVisible();
  fake.world.signedIn = false;
  await page.goto(`${fake.address}/app/`);
  await expect(page.getByLabel('Password')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Use a passkey' })).toHaveCount(0);
});
