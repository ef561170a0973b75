import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { FakeServer } from './fake/FakeServer';

interface Stage {
  fake: FakeServer;
  /** What the browser complained of: errors of scripts, what the policy refused, and the console. */
  complaints: string[];
}

/** A page before a server of its own. Whatever the browser complains of makes the test fail. */
export const test = base.extend<Stage>({
  // Playwright wants its first argument taken apart, also where nothing is taken.
  fake: async ({}, use) => {
    const fake = await FakeServer.start();
    await use(fake);
    await fake.stop();
  },
  complaints: async ({}, use) => {
    await use([]);
  },
  page: async ({ page, fake, complaints }, use) => {
    await watch(page, complaints);
    await page.goto(`${fake.address}/app/`);
    await use(page);
    expect(complaints).toEqual([]);
  },
});

/** What Chromium tells of every session that ends, since the server asks it to forget what it cached. */
const FORGOTTEN = /^Clear-Site-Data header on '[^']*\/app\/api\/session': Cleared data types: "cache"\.$/;

/** Hears what a page complains of. A refused call is an answer like another, and no complaint. */
export async function watch(page: Page, complaints: string[]): Promise<void> {
  page.on('pageerror', (e) => complaints.push(`error: ${e.message}`));
  page.on('console', (line) => {
    if (!/^Failed to load resource/.test(line.text()) && !FORGOTTEN.test(line.text())) {
      complaints.push(`console ${line.type()}: ${line.text()}`);
    }
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (e) => console.error(`policy: ${e.violatedDirective} ${e.blockedURI} ${e.sourceFile}:${e.lineNumber}`));
  });
}

/** Looks for barriers of WCAG 2.2 A and AA, in light and in dark. */
export async function noBarriers(page: Page, where: string): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    const looked = new AxeBuilder({ page });
    // Colours are all that differs in the dark.
    const { violations } = await (scheme === 'light' ? looked.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']) : looked.withRules('color-contrast')).analyze();
    expect(
      violations.map((found) => `${where} (${scheme}): ${found.id}: ${found.nodes.map((node) => `${node.target.join(' ')} ${node.failureSummary?.split('\n')[1] ?? ''}`).join(' | ')}`),
    ).toEqual([]);
  }
}

export { expect };

/** Gives the page a device that keeps passkeys and knows whose finger it feels. */
export async function withAuthenticator(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  });
}
