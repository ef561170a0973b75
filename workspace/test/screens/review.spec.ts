import type { Page } from '@playwright/test';
import { expect, noBarriers, test, watch } from '../stage';

async function open(page: Page, address: string, visit = 'v-review') {
  await page.goto(`${address}/app/visits/${visit}`);
  await expect(page.getByText('Right knee pain for about three weeks.')).toBeVisible();
}

const selected = (page: Page) => page.locator('.sentence.selected .text');

test('the whole review by keyboard alone: look, fix a dose, add what was left out, sign', async ({ page, fake }) => {
  await open(page, fake.address);
  await noBarriers(page, 'review');

  // Signing is barred while something red was not seen.
  await page.keyboard.press('s');
  await expect(page.getByRole('dialog', { name: 'Sign this note' })).toContainText('3 sentences have to be looked at');
  await expect(page.getByRole('button', { name: /Sign as/ })).toBeDisabled();
  await noBarriers(page, 'sign, unseen');
  await page.keyboard.press('Escape');

  // One key walks through all that needs eyes, what is worst first.
  await page.keyboard.press('n');
  await expect(selected(page)).toContainText('Lisinopril 20 mg every morning');
  await expect(selected(page)).toBeFocused();
  await noBarriers(page, 'sentence selected');

  // A wrong dose is put right where it stands.
  await page.keyboard.press('e');
  const area = page.getByLabel('Text of the sentence');
  await expect(area).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Lisinopril 10 mg every morning; metformin 500 mg twice a day.');
  await noBarriers(page, 'editing');
  await page.keyboard.press('Enter');
  await expect(selected(page)).toContainText('Lisinopril 10 mg every morning');
  await expect(page.getByText('Draft 2')).toBeVisible();

  await page.keyboard.press('n');
  await expect(selected(page)).toContainText('Mild swelling of the left knee');
  await page.keyboard.press('n');
  await expect(selected(page)).toContainText('Tear of the medial meniscus');
  await page.keyboard.press('n');
  await expect(selected(page)).toContainText('Light duty at work for two weeks.');
  await noBarriers(page, 'omission selected');
  await page.keyboard.press('a');
  await expect(page.getByRole('button', { name: /Light duty at work/ })).not.toContainText('not in the note');
  await expect(selected(page)).toContainText('Come back in four weeks');
  for (let left = 0; left < 8 && (await page.getByText('Ready to sign').count()) === 0; left++) {
    await page.keyboard.press('n');
    await page.waitForFunction((many) => document.querySelectorAll('.sentence.queued').length < many || document.querySelector('.queue-bar.done') !== null, 6 - left);
  }
  await expect(page.getByText('All that needed eyes was looked at')).toBeVisible();

  await page.keyboard.press('s');
  await expect(page.getByRole('dialog', { name: 'Sign this note' })).toContainText('James Parker');
  await expect(page.getByRole('button', { name: 'Sign as Helen Lane' })).toBeFocused();
  await page.keyboard.press('Enter');
  const proof = page.getByRole('dialog', { name: 'Prove that it is you' });
  await expect(proof).toBeVisible();
  await noBarriers(page, 'step-up');
  await expect(proof.getByLabel('Password')).toBeFocused();
  await page.keyboard.type('a sentence that nobody guesses');
  await page.keyboard.press('Tab');
  await page.keyboard.type('123456');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Signed by')).toBeVisible();
  await expect(page.getByText('Signed, 1:58 after it was opened')).toBeVisible();
  await noBarriers(page, 'signed');
  const note = fake.world.review('v-review');
  expect(note.status).toBe('final');
  expect(note.sections.flatMap((section) => section.sentences).map((sentence) => sentence.text)).toEqual(expect.arrayContaining(['Lisinopril 10 mg every morning; metformin 500 mg twice a day.', 'Light duty at work for two weeks.']));
});

test('a sentence lights its words, and words lead to their sentences', async ({ page, fake }) => {
  await open(page, fake.address);
  await page.getByRole('button', { name: /Continue lisinopril 20 mg daily/ }).click();
  await expect(page.locator('.w-lit').first()).toBeVisible();
  expect((await page.locator('.w-lit').allTextContents()).join('').trim()).toBe('keep taking lisinopril twenty milligrams a day,');
  await page.keyboard.press('t');
  await expect(page.getByRole('group', { name: /What was said/ })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.w-chosen')).toHaveText('lisinopril');
  await expect(page.locator('#word-told')).toContainText('lisinopril, heard with 64 percent, looks like fosinopril');
  await noBarriers(page, 'word chosen');
  await page.keyboard.press('Escape');
  await expect(selected(page)).toContainText('Continue lisinopril');
  await page.getByRole('searchbox', { name: 'Search the transcript' }).fill('hard boiled');
  await expect(page.getByText('0 found')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search the transcript' }).fill('slipped on');
  await page.locator('.w-found', { hasText: 'slipped' }).click();
  await page.getByRole('list', { name: 'Rest on these words' }).getByRole('button').first().click();
  await expect(selected(page)).toContainText('slipped on the stairs');
});

test('evidence is played from where it was said', async ({ page, fake }) => {
  await open(page, fake.address);
  await page.getByRole('button', { name: /Denies fever and chills/ }).click();
  const { begin, end } = fake.world.review('v-review').sections[2]!.sentences[0]!.evidence[0]!;
  await page.keyboard.press('p');
  const at = () => page.evaluate(() => (document.querySelector('audio')?.currentTime ?? 0) * 1000);
  await expect.poll(at).toBeGreaterThan(begin - 300);
  await expect.poll(() => page.evaluate(() => document.querySelector('audio')?.paused)).toBe(true);
  expect(await at()).toBeGreaterThanOrEqual(end);
});

test('who was wrongly heard is put right; what is copied is the text alone', async ({ page, fake }) => {
  await open(page, fake.address);
  await page.getByRole('button', { name: 'Speakers' }).click();
  await noBarriers(page, 'speakers');
  await page.getByRole('group', { name: 'Patient' }).getByLabel(/Name/).fill('Mother');
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  await expect(page.locator('.turn .who', { hasText: 'Mother' }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Speakers' }).click();
  await page.getByRole('button', { name: 'They are the other way round' }).click();
  await expect(page.getByText('Draft 3')).toBeVisible();
  expect(fake.world.review('v-review').turns[0]!.speaker).toBe('PATIENT_0');
  await page.getByRole('button', { name: 'Copy Chief complaint' }).click();
  await expect(page.getByText('Copied')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('Right knee pain for about three weeks.');
});

test('two voices that are one are made one', async ({ page, fake }) => {
  const review = fake.world.review('v-review');
  fake.world.reviews.set('v-review', {
    ...review,
    speakers: [...review.speakers, { id: 'PATIENT_1', role: 'patient', label: 'Patient 2' }],
    turns: review.turns.map((turn, at) => (at === 5 ? { ...turn, speaker: 'PATIENT_1' } : turn)),
  });
  await open(page, fake.address);
  await page.getByRole('button', { name: 'Speakers' }).click();
  await page.getByRole('group', { name: 'Patient 2' }).getByRole('button', { name: /The same voice as/ }).click();
  await page.getByRole('option', { name: 'Patient', exact: true }).click();
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  await expect(page.getByText('Draft 2')).toBeVisible();
  expect(fake.world.review('v-review').turns.some((turn) => turn.speaker === 'PATIENT_1')).toBe(false);
});

test('one key leads back through what was looked at', async ({ page, fake }) => {
  await open(page, fake.address);
  await page.keyboard.press('n');
  await expect(selected(page)).toContainText('Lisinopril 20 mg');
  await page.keyboard.press('n');
  await expect(selected(page)).toContainText('Mild swelling');
  await page.keyboard.press('Shift+N');
  await expect(selected(page)).toContainText('Lisinopril 20 mg');
});

test('what the patient takes home is copied and saved', async ({ page, fake }) => {
  await open(page, fake.address);
  await page.getByRole('tab', { name: 'For the patient' }).click();
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(page.getByText('Copied')).toBeVisible();
  const first = fake.world.review('v-review').afterVisit!.parts.flatMap((part) => part.sentences)[0]!.text;
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(first);
  expect(await page.getByRole('link', { name: 'Save' }).getAttribute('href')).toBe('/app/api/visits/v-review/after-visit?form=text');
});

test('a sentence that is taken out comes back where it was', async ({ page, fake }) => {
  await open(page, fake.address);
  await page.getByRole('button', { name: /The knee swells up/ }).click();
  await page.keyboard.press('x');
  await expect(page.getByRole('button', { name: /The knee swells up/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: /The knee swells up/ })).toBeVisible();
  expect(fake.world.review('v-review').sections[1]!.sentences[2]!.text).toContain('swells up');
});

test('a sentence is moved by keys within its section', async ({ page, fake }) => {
  await open(page, fake.address);
  const order = () => fake.world.review('v-review').sections.at(-1)!.sentences.map((sentence) => sentence.id);
  await page.getByRole('button', { name: /Physical therapy twice/ }).click();
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(order).toEqual(['s-plan-1', 's-plan-0', 's-plan-2', 's-plan-3', 's-plan-4']);
  await expect(page.getByText('Draft 2')).toBeVisible();
  await expect(selected(page)).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(order).toEqual(['s-plan-0', 's-plan-1', 's-plan-2', 's-plan-3', 's-plan-4']);
});

test('who writes at once keeps the focus, and no letter is taken for a key', async ({ page, fake }) => {
  await open(page, fake.address);
  // All within one task, before the browser draws anything: as fast as hands on a slow machine.
  const before = await page.evaluate(() => {
    const press = (key: string) => (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    const rested = () => new Promise<void>((done) => queueMicrotask(done));
    return ['n', 'n', 'e'].reduce((last, key) => last.then(() => press(key)).then(rested), Promise.resolve()).then(() => document.activeElement?.tagName);
  });
  expect(before).toBe('TEXTAREA');
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  await expect(page.getByLabel('Text of the sentence')).toBeFocused();
});

test('a reload in the middle loses nothing that was kept', async ({ page, fake }) => {
  await open(page, fake.address);
  await page.keyboard.press('n');
  await page.keyboard.press('n');
  await expect(selected(page)).toContainText('Mild swelling');
  await page.keyboard.press('e');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Mild swelling of the right knee.');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Draft 2')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Mild swelling of the right knee.')).toBeVisible();
  await page.keyboard.press('n');
  await expect(selected(page)).toContainText('Mild swelling of the right knee.');
});

test('two people at one note: what does no harm is merged, what does is laid open', async ({ page, fake, browser, complaints }) => {
  const context = await browser.newContext();
  const other = await context.newPage();
  await watch(other, complaints);
  await open(page, fake.address);
  await open(other, fake.address);

  const change = async (where: Page, name: RegExp, text: string) => {
    await where.getByRole('button', { name }).click();
    await where.keyboard.press('e');
    await where.keyboard.press('Control+a');
    await where.keyboard.type(text);
    await where.keyboard.press('Enter');
  };
  await change(other, /MRI of the knee/, 'MRI of the right knee.');
  await expect(other.getByText('Draft 2')).toBeVisible();
  await change(page, /Denies fever/, 'No fever, no chills.');
  await expect(page.getByText('Draft 3')).toBeVisible();
  await expect(page.getByRole('button', { name: /MRI of the right knee/ })).toBeVisible();

  // One writes while the other changes the same sentence.
  await page.getByRole('button', { name: /MRI of the right knee/ }).click();
  await page.keyboard.press('e');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('MRI of both knees.');
  await change(other, /MRI of the right knee/, 'MRI of the right knee within a week.');
  await expect(other.getByRole('button', { name: /MRI of the right knee within a week/ })).toBeVisible();
  await page.keyboard.press('Enter');
  const both = page.getByRole('alertdialog', { name: 'Somebody else changed this sentence' });
  await expect(both).toContainText('MRI of the right knee within a week.');
  await expect(both).toContainText('MRI of both knees.');
  await noBarriers(page, 'conflict');
  await both.getByRole('button', { name: 'Leave theirs' }).click();
  await expect(page.getByRole('button', { name: /MRI of the right knee within a week/ })).toBeVisible();
  await context.close();
});

test('an edit that the server does not hear stays on the page', async ({ page, fake }) => {
  await open(page, fake.address);
  await page.getByRole('button', { name: /Denies fever/ }).click();
  fake.cut = true;
  await page.keyboard.press('e');
  await page.keyboard.type(' And more.');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The server cannot be reached')).toBeVisible();
  await expect(page.getByLabel('Text of the sentence')).toHaveValue('Denies fever and chills. And more.');
  await noBarriers(page, 'unreachable');
  fake.cut = false;
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(page.getByRole('button', { name: /Denies fever and chills. And more/ })).toBeVisible();
});

test('a signed note is amended beside what was signed, with a reason and a proof', async ({ page, fake }) => {
  await open(page, fake.address, 'v-signed');
  await page.getByRole('button', { name: /Denies fever/ }).click();
  await expect(page.getByRole('button', { name: 'Edit', exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: 'More' }).click();
  await noBarriers(page, 'menu');
  await page.getByRole('menuitem', { name: 'Amend' }).click();
  await page.getByRole('button', { name: /Denies fever/ }).click();
  await page.keyboard.press('e');
  await page.keyboard.type(' No night sweats.');
  await page.keyboard.press('Enter');
  await expect(page.getByText('One change; nothing is kept before')).toBeVisible();
  expect(fake.world.review('v-signed').version).toBe(3);
  await page.getByLabel('Reason of the amendment').fill('Told by telephone');
  await noBarriers(page, 'amending');
  await page.getByRole('button', { name: 'Sign the amendment' }).click();
  await page.getByLabel('Password').fill('a sentence that nobody guesses');
  await page.getByLabel('Code').fill('123456');
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await expect(page.getByText('Amended by')).toBeVisible();
  expect(fake.world.review('v-signed').version).toBe(4);
  await page.getByRole('tab', { name: 'History' }).click();
  await page.getByRole('button', { name: 'What changed' }).first().click();
  await expect(page.locator('.diff ins').first()).toBeVisible();
  await noBarriers(page, 'history');
});

test('what an amendment says against what was said is shown, and so is old red, before it is signed', async ({ page, fake }) => {
  const review = fake.world.review('v-signed');
  const red = review.sections.flatMap((section) => section.sentences).filter((sentence) => sentence.red);
  red.forEach((sentence) => Object.assign(sentence, { seen: false }));
  expect(red.length).toBeGreaterThan(0);
  fake.world.proved = true;
  await open(page, fake.address, 'v-signed');
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Amend' }).click();
  await page.getByRole('button', { name: /Denies fever/ }).click();
  await page.keyboard.press('e');
  await page.getByLabel('Text of the sentence').fill('Takes warfarin 5 mg daily.');
  await page.keyboard.press('Enter');
  await page.getByLabel('Reason of the amendment').fill('Told by telephone');
  await page.getByRole('button', { name: 'Sign the amendment' }).click();
  const bar = page.locator('.amend-bar');
  await expect(bar.getByText('What was said does not hold this')).toBeVisible();
  await expect(bar.getByText('Takes warfarin 5 mg daily.')).toBeVisible();
  await noBarriers(page, 'amending against what was said');
  for (let left = red.length; left > 0; left--) {
    await expect(bar.locator('.unseen button')).toHaveCount(left);
    await expect(bar.getByRole('button', { name: /sign/i }).last()).toBeDisabled();
    await bar.locator('.unseen button').first().click();
  }
  await page.getByRole('button', { name: 'Sign the amendment' }).click();
  await page.getByRole('button', { name: 'I have looked at it: sign' }).click();
  await expect(page.getByText('Amended by')).toBeVisible();
  await expect(page.getByText('Takes warfarin 5 mg daily.')).toBeVisible();
});

test('codes are accepted or refused, and nothing is coded by itself', async ({ page, fake }) => {
  await open(page, fake.address);
  for (const tab of ['For the patient', 'Orders', 'Codes']) {
    await page.getByRole('tab', { name: tab }).click();
    await noBarriers(page, tab);
  }
  await page.getByRole('button', { name: 'Accept Essential (primary) hypertension' }).click();
  await page.getByRole('button', { name: /Refuse Type 2 diabetes/ }).click();
  await expect.poll(() => fake.world.review('v-review').codes.map((code) => code.state)).toEqual(['accepted', 'refused', 'accepted']);
});

test('a section is drafted anew and a template changed when asked', async ({ page, fake }) => {
  await open(page, fake.address);
  await page.getByRole('button', { name: 'Draft Plan anew' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Draft anew' }).click();
  await expect(page.getByText('Draft 2')).toBeVisible();
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Change the template' }).click();
  await page.getByRole('button', { name: /Template/ }).click();
  await page.getByRole('option', { name: 'SOAP', exact: true }).click();
  await noBarriers(page, 'template');
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  await expect(page.getByText('Draft 3')).toBeVisible();
  expect(fake.world.review('v-review').template).toBe('PHYSICAL_SOAP');
});

test('on a phone note and words take turns', async ({ page, fake }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, fake.address);
  await expect(page.getByRole('region', { name: 'Transcript' })).toBeHidden();
  await page.getByRole('radio', { name: 'Words' }).click();
  await expect(page.getByRole('region', { name: 'Transcript' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await noBarriers(page, 'phone');
});
