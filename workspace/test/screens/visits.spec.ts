import { expect, noBarriers, test } from '../stage';

test('visits are filtered and found by what is typed, and names stay out of addresses', async ({ page, fake }) => {
  await expect(page.getByRole('list', { name: 'Visits' }).getByRole('listitem')).toHaveCount(6);
  await noBarriers(page, 'today');
  await page.keyboard.press('/');
  await page.keyboard.type('ros pe');
  await expect(page.getByRole('list', { name: 'Visits' }).getByRole('listitem')).toHaveCount(1);
  await expect(page.getByText('Rosa Maria Pena')).toBeVisible();
  await page.keyboard.type('x');
  await expect(page.getByText('Nothing matches')).toBeVisible();
  await page.getByRole('searchbox').fill('');
  await page.getByRole('radio', { name: /To review/ }).click();
  await expect(page.getByRole('list', { name: 'Visits' }).getByRole('listitem')).toHaveCount(1);
  expect(fake.asked.filter((asked) => /visits/.test(asked)).join('\n')).not.toMatch(/ros/i);
  expect(page.url()).toBe(`${fake.address}/app/`);
});

test('whoever is not on the first page is found by the server, and their name is in no address', async ({ page, fake }) => {
  fake.world.page = 2;
  await page.reload();
  await page.getByRole('radio', { name: 'All', exact: true }).click();
  await expect(page.getByRole('list', { name: 'Visits' }).getByRole('listitem')).toHaveCount(2);
  await page.getByRole('searchbox').fill('ros pe');
  await expect(page.getByText('Rosa Maria Pena')).toBeVisible();
  await expect(page.getByRole('list', { name: 'Visits' }).getByRole('listitem')).toHaveCount(1);
  await page.getByRole('searchbox').fill('');
  await page.keyboard.press('Escape');
  await page.goto(`${fake.address}/app/visits/new`);
  await page.getByRole('searchbox', { name: 'Find a patient' }).fill('pena');
  await expect(page.getByRole('list', { name: 'Patients found' }).getByRole('button')).toHaveCount(1);
  expect(fake.asked).toContain('POST /app/api/visits/search');
  expect(fake.asked).toContain('POST /app/api/patients/search');
  expect(fake.asked.join('\n')).not.toMatch(/ros|pena|[?&]q=/i);
});

test('from patient over consent to a note, without touching the mouse', async ({ page }) => {
  await expect(page.getByText('James Parker')).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByRole('searchbox', { name: 'Find a patient' })).toBeFocused();
  await page.keyboard.type('Somebody New');
  await page.getByRole('button', { name: 'Add a patient of that name' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Given names')).toHaveValue('Somebody');
  await expect(page.getByLabel('Family name')).toHaveValue('New');
  await noBarriers(page, 'new patient');
  await page.getByLabel('Date of birth').fill('1980-02-03');
  await page.getByLabel('Family name').press('Enter');
  await expect(page.getByText('Somebody New')).toBeVisible();
  await page.getByLabel('Reason for the visit').fill('Knee pain');
  await page.getByRole('button', { name: 'Continue to consent' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Consent' })).toBeVisible();
  await noBarriers(page, 'consent');
  await page.getByRole('button', { name: 'They said no' }).press('Enter');
  await expect(page.getByText('The patient said no')).toBeVisible();
  await page.getByRole('button', { name: 'They said yes' }).press('Enter');
  await page.getByRole('tab', { name: 'Record', exact: true }).focus();
  await noBarriers(page, 'record');
  await page.keyboard.press('ArrowRight');
  await noBarriers(page, 'upload');
  await page.keyboard.press('ArrowRight');
  await page.getByRole('textbox', { name: 'Dialogue' }).fill('My knee hurts.');
  await expect(page.getByText('Line 1: Begin with who speaks')).toBeVisible();
  await page.getByRole('textbox', { name: 'Dialogue' }).fill('[doctor] What brings you in?\n[patient] I have had pain in my right knee for about three weeks.');
  await noBarriers(page, 'paste');
  await page.getByRole('button', { name: 'Write the note' }).press('Enter');
  await expect(page.getByText('Right knee pain for about three weeks.')).toBeVisible();
  await expect(page.getByText('This visit came without sound.')).toBeVisible();
});

test('a recording is sent as it is, and its visit tells when the note is there', async ({ page, fake }) => {
  fake.world.change('v-planned', { consent: 'granted' });
  await page.goto(`${fake.address}/app/visits/v-planned`);
  await page.getByRole('tab', { name: 'Upload a recording' }).click();
  const sound = Buffer.alloc(70_000, 3);
  const chosen = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (await chosen).setFiles({ name: 'visit.ogg', mimeType: 'audio/ogg', buffer: sound });
  await expect(page.getByText('visit.ogg')).toBeVisible();
  await page.getByRole('button', { name: 'Send it' }).click();
  await expect(page.getByText('The note is being written')).toBeVisible();
  await noBarriers(page, 'processing');
  expect(fake.world.recordings.get('v-planned')?.equals(sound)).toBe(true);
  expect(fake.asked).toContain('PUT /app/api/visits/v-planned/recording?speakers=2');
  fake.world.finish('v-planned');
  await expect(page.getByText('Right knee pain for about three weeks.')).toBeVisible();
});

test('a patient’s name leads to all their visits', async ({ page, fake }) => {
  await page.goto(`${fake.address}/app/visits/v-review`);
  await page.getByRole('link', { name: 'James Parker' }).click();
  await expect(page.getByRole('heading', { name: 'James Parker' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Visits' }).getByRole('listitem')).toHaveCount(1);
  expect(page.url()).toBe(`${fake.address}/app/patients/p-1`);
  await noBarriers(page, 'patient');
});

test('a visit that failed says why and can be tried again', async ({ page, fake }) => {
  await page.goto(`${fake.address}/app/visits/v-failed`);
  await expect(page.getByText('The recording holds no speech.')).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Upload a recording' })).toBeVisible();
  await noBarriers(page, 'failed');
});
