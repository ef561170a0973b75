import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { noBarriers, watch, withAuthenticator } from '../stage';
import { Authenticator, Product } from './Product';

const SCRIPT = readFileSync(fileURLToPath(new URL('../../../samples/visit/script.txt', import.meta.url)), 'utf8');
const PASSWORD = 'a knee that hurts on the stairs';

test.describe.configure({ mode: 'serial' });

const product = new Product();
const complaints: string[] = [];
/** Of every request that any page made, from the first to the last. */
const addresses: string[] = [];
let helen: Page;
let tomas: Page;
let authenticator: Authenticator;

/** Takes an invitation as its person does, with the authenticator that the page shows, and signs in. */
async function settle(page: Page, account: string, name: string, role: string, endpoint = product.endpoint): Promise<Authenticator> {
  await watch(page, complaints);
  await page.goto(endpoint + product.invite(account, name, role));
  await expect(page.getByText(`Welcome, ${name}`)).toBeVisible();
  const app = new Authenticator(await page.locator('.factor code').innerText());
  await page.getByLabel('Choose a password').fill(PASSWORD);
  await page.getByLabel('Once more').fill(PASSWORD);
  await page.getByLabel('Code that the app shows now').fill(await app.code());
  await page.getByRole('button', { name: 'Set up the account' }).click();
  await page.getByRole('button', { name: 'Go to sign in' }).click();
  await page.getByLabel('Account').fill(account);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByLabel('Code').fill(await app.code());
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();
  return app;
}

/** A visit of a new patient, up to the patient's yes. */
async function begin(page: Page, given: string, family: string, endpoint = product.endpoint, number = ''): Promise<void> {
  await page.goto(`${endpoint}/app/visits/new`);
  await page.getByRole('button', { name: 'New patient' }).click();
  await page.getByLabel('Given names').fill(given);
  await page.getByLabel('Family name').fill(family);
  await page.getByLabel('Date of birth').fill('1968-04-12');
  await page.getByLabel('Record number (MRN)').fill(number);
  await page.getByRole('button', { name: 'Add patient' }).click();
  await page.getByLabel('Reason for the visit').fill('Knee pain');
  await page.getByRole('button', { name: 'Continue to consent' }).click();
  await page.getByRole('button', { name: 'They said yes' }).click();
  await expect(page.getByRole('tab', { name: 'Paste a dialogue' })).toBeVisible();
}

const selected = (page: Page) => page.locator('.sentence.selected .text');
const texts = (page: Page) => page.locator('.sentence:not(.omission) .text').evaluateAll((all) => all.map((one) => one.lastChild?.textContent ?? ''));

async function write(page: Page, sentence: RegExp, change: (text: string) => string): Promise<string> {
  await page.locator('.sentence:not(.omission) .text', { hasText: sentence }).first().click();
  await page.keyboard.press('e');
  const area = page.getByLabel('Text of the sentence');
  const text = change(await area.inputValue());
  await area.fill(text);
  await page.keyboard.press('Enter');
  await expect(selected(page)).toContainText(text);
  return text;
}

test.beforeAll(async ({ browser }) => {
  helen = await (await browser.newContext()).newPage();
  tomas = await (await browser.newContext()).newPage();
  for (const page of [helen, tomas]) {
    // What follows # is never sent.
    page.on('request', (request) => addresses.push(request.url().replace(/#.*/, '')));
    page.on('websocket', (socket) => addresses.push(socket.url()));
  }
});

test.afterEach(() => expect(complaints).toEqual([]));

test('two people take their invitations and sign in', async () => {
  authenticator = await settle(helen, 'helen', 'Helen Lane', 'CLINICIAN');
  await settle(tomas, 'tomas', 'Tomas Iriarte', 'CLINICIAN');
});

/** Whoever was heard as the other is put right. */
async function exchange(page: Page): Promise<void> {
  const first = page.locator('.turn .who').first();
  const before = await first.innerText();
  await page.getByRole('button', { name: 'Speakers' }).click();
  await page.getByRole('button', { name: 'They are the other way round' }).click();
  await expect(first).not.toHaveText(before);
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

interface Documents {
  entry?: { resource: { content: { attachment: { contentType: string; data?: string; url?: string } }[] } }[];
}

/** The note as text, from whichever server's document. */
async function textOf(documents: Documents, read: <T>(path: string) => Promise<T>): Promise<string> {
  const attachments = documents.entry?.flatMap((entry) => entry.resource.content.map((content) => content.attachment)) ?? [];
  const plain = attachments.find((attachment) => attachment.contentType.startsWith('text/plain'));
  const data = plain?.data ?? (await read<{ data: string }>((plain?.url ?? '').replace(/^.*\/(?=Binary\/)/, ''))).data;
  return Buffer.from(data, 'base64').toString().replace(/\s+/g, ' ');
}

test('a dialogue becomes a note that is reviewed by keyboard, repaired, signed, and found in FHIR and at the hospital', async () => {
  product.sendToHospital();
  await begin(helen, 'James', 'Parker', product.endpoint, 'MR-1968');
  await helen.getByRole('tab', { name: 'Paste a dialogue' }).click();
  await helen.getByRole('textbox', { name: 'Dialogue' }).fill(SCRIPT);
  await helen.getByRole('button', { name: 'Write the note' }).click();
  await expect(helen.locator('.sentence').first()).toBeVisible();
  await noBarriers(helen, 'review of a real note');

  // A dose is put right, and outlives a reload in the middle.
  const dose = await write(helen, /lisinopril/i, (text) => text.replace(/(20|twenty) mg/, '10 mg'));
  expect(dose).toContain('10 mg');
  await helen.reload();
  await expect(helen.getByText(dose)).toBeVisible();

  // Clinician and patient are exchanged, and back: what rests on their words is drafted anew, the dose stays as it was written.
  await exchange(helen);
  await expect(helen.getByText(dose)).toBeVisible();
  await exchange(helen);
  await expect(helen.getByText(dose)).toBeVisible();

  // Somebody else changes another sentence meanwhile: both changes are there.
  await tomas.goto(helen.url());
  await expect(tomas.locator('.sentence').first()).toBeVisible();
  const theirs = await write(tomas, /MRI/, (text) => `${text.replace(/\.?$/, '')}, by Friday.`);
  const mine = await write(helen, /therapy/i, (text) => `${text.replace(/\.?$/, '')}, near their home.`);
  await expect(helen.getByText(theirs)).toBeVisible();

  // What was left out is added with one key, where anything was.
  const omitted = await helen.locator('.omission .text').count();
  if (omitted > 0) {
    const before = (await texts(helen)).length;
    await helen.locator('.omission .text').first().click();
    await helen.keyboard.press('a');
    await expect(helen.locator('.sentence:not(.omission)')).toHaveCount(before + 1);
  }

  // One key walks through all that needs eyes.
  await expect(async () => {
    await helen.keyboard.press('n');
    expect(await helen.getByText('All that needed eyes was looked at').isVisible()).toBe(true);
  }).toPass({ intervals: [50], timeout: 90_000 });

  await helen.keyboard.press('s');
  await helen.getByRole('button', { name: 'Sign as Helen Lane' }).click();
  const proof = helen.getByRole('dialog', { name: 'Prove that it is you' });
  await expect(helen.getByText('Signed by').or(proof)).toBeVisible();
  if (await proof.isVisible()) {
    await proof.getByLabel('Password').fill(PASSWORD);
    await proof.getByLabel('Code').fill(await authenticator.code());
    await proof.getByRole('button', { name: 'Continue' }).click();
  }
  await expect(helen.getByText('Signed by')).toBeVisible();

  const patients = await product.fhir<{ entry?: { resource: { id: string } }[] }>('Patient?family=Parker');
  const documents = await product.fhir<Documents>(`DocumentReference?patient=${patients.entry?.[0]?.resource.id}`);
  const here = await textOf(documents, (path) => product.fhir(path));
  // The hospital's own server, another HAPI, has it as well, and the page says so.
  await expect.poll(async () => (await product.atHospital<Documents>('DocumentReference')).entry?.length ?? 0, { timeout: 90_000 }).toBe(1);
  const there = await textOf(await product.atHospital<Documents>('DocumentReference'), (path) => product.atHospital(path));
  for (const sentence of [dose, theirs, mine]) {
    expect(here).toContain(sentence);
    expect(there).toContain(sentence);
  }
  await expect(async () => {
    await helen.reload();
    await helen.getByRole('tab', { name: 'History' }).click();
    await expect(helen.getByRole('tabpanel').getByText('Acknowledged')).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 90_000 });
});

test('a passkey signs in and proves again before a note is signed', async ({ browser }) => {
  // Passkeys are made for names: the same server, by its name.
  const named = product.endpoint.replace('127.0.0.1', 'localhost');
  const ines = await (await browser.newContext()).newPage();
  await settle(ines, 'ines', 'Ines Duarte', 'CLINICIAN', named);
  await withAuthenticator(ines);
  await ines.getByRole('button', { name: /Account of/ }).click();
  await ines.getByRole('menuitem', { name: 'Account and passkeys' }).click();
  await ines.getByLabel('Name of the new passkey').fill('Desk in room 4');
  await ines.getByRole('button', { name: 'Add a passkey' }).click();
  await expect(ines.getByRole('button', { name: 'Remove Desk in room 4' })).toBeVisible();
  await noBarriers(ines, 'account with a passkey');
  await ines.getByRole('button', { name: /Account of/ }).click();
  await ines.getByRole('menuitem', { name: 'Sign out' }).click();
  await ines.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(ines.getByRole('heading', { name: 'Today' })).toBeVisible();

  // The server says that the proof is old; only another answer of the passkey lets the note be signed.
  await begin(ines, 'Joan', 'Bell', named);
  await ines.getByRole('tab', { name: 'Paste a dialogue' }).click();
  await ines.getByRole('textbox', { name: 'Dialogue' }).fill('[doctor] What brings you in?\n[patient] I have had a cough for three days.');
  await ines.getByRole('button', { name: 'Write the note' }).click();
  await expect(ines.locator('.sentence').first()).toBeVisible();
  await expect(async () => {
    await ines.keyboard.press('n');
    expect(await ines.getByText('All that needed eyes was looked at').isVisible()).toBe(true);
  }).toPass({ intervals: [50], timeout: 90_000 });
  let old = true;
  await ines.route('**/note/sign', async (route) => {
    if (!old) {
      return route.continue();
    }
    await route.fulfill({ status: 401, contentType: 'application/problem+json', body: '{"status":401,"code":"step-up"}' });
  });
  ines.on('response', (answer) => {
    old = old && !(answer.url().endsWith('/session/proof/passkey') && answer.status() === 204);
  });
  await ines.keyboard.press('s');
  await ines.getByRole('button', { name: 'Sign as Ines Duarte' }).click();
  await ines.getByRole('dialog', { name: 'Prove that it is you' }).getByRole('button', { name: 'Use a passkey' }).click();
  await expect(ines.getByText('Signed by')).toBeVisible();
  await ines.context().close();
});

test('a visit is recorded from a microphone, and its note rests on the sound', async () => {
  test.skip(!process.env.CHARTWRIGHT_MICROPHONE, 'no CHARTWRIGHT_MICROPHONE: a WAV file for the fake microphone');
  test.setTimeout(300_000);
  // The way to the server, so that it can be cut.
  const ways: (() => Promise<void>)[] = [];
  await helen.routeWebSocket('**/app/live', (page) => {
    const server = page.connectToServer();
    ways.push(async () => {
      // The page's end first: what it sends into a way that is already closed behind it would be a complaint.
      await page.close({ code: 1012 });
      await server.close();
    });
  });
  await begin(helen, 'Grace', 'Oyelaran');
  await helen.getByRole('button', { name: 'Check the microphone' }).click();
  await helen.getByRole('button', { name: 'Start recording' }).click();
  await expect(helen.locator('.caption:not(.guessed)').first()).toBeVisible({ timeout: 120_000 });
  await ways[0]!();
  await expect.poll(() => ways.length).toBeGreaterThan(1);
  await expect(helen.getByText('All of it is safe')).toBeVisible();
  await helen.getByRole('button', { name: 'End the visit' }).click();
  await helen.getByRole('dialog').getByRole('button', { name: 'End the visit' }).click();
  await expect(helen.locator('.turn').first()).toBeVisible({ timeout: 180_000 });
  await expect(helen.getByRole('group', { name: 'Recording' })).toBeVisible();
});

test('patients are found by their names, and no address of the whole journey carries one', async () => {
  await helen.goto(`${product.endpoint}/app/visits/new`);
  await helen.getByRole('searchbox', { name: 'Find a patient' }).fill('jam par');
  await expect(helen.getByRole('list', { name: 'Patients found' }).getByRole('button', { name: /James Parker/ })).toBeVisible();
  await helen.goto(`${product.endpoint}/app/`);
  await helen.getByRole('searchbox').fill('parker');
  await expect(helen.getByRole('list', { name: 'Visits' }).getByText('James Parker').first()).toBeVisible();
  expect(addresses.length).toBeGreaterThan(50);
  expect(addresses.filter((address) => /parker|james|oyelaran|grace|knee|lisinopril|1968-04/i.test(decodeURIComponent(address)))).toEqual([]);
});

test('nothing of the patients is left in the browser', async () => {
  const left = await helen.evaluate(() => JSON.stringify({ local: { ...localStorage }, tab: { ...sessionStorage }, title: document.title, address: location.href, cookie: document.cookie }));
  expect(left).not.toMatch(/Parker|Oyelaran|lisinopril|knee/i);
  await helen.getByRole('button', { name: /Account of/ }).click();
  await helen.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(helen.getByText('You are signed out.')).toBeVisible();
  await helen.goBack();
  await expect(helen.getByText(/Parker|Oyelaran/)).toHaveCount(0);
});
