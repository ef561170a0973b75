import { defineConfig } from '@playwright/test';

const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';
// A WAV file that the fake microphone plays; without one it beeps.
const microphone = process.env.CHARTWRIGHT_MICROPHONE;

export default defineConfig({
  testDir: 'test',
  outputDir: 'test-results',
  reporter: [['list']],
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  // A busy machine may be slow; what a test waits for is a condition, and this is only its last patience.
  timeout: 240_000,
  expect: { timeout: 60_000 },
  use: {
    actionTimeout: 60_000,
    trace: 'off',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    permissions: ['microphone', 'clipboard-read', 'clipboard-write'],
    launchOptions: {
      executablePath: chromium,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--use-fake-ui-for-media-stream',
        '--use-fake-device-for-media-stream',
        ...(microphone ? [`--use-file-for-fake-audio-capture=${microphone}`] : []),
      ],
    },
  },
  projects: [
    { name: 'screens', testMatch: 'screens/**/*.spec.ts' },
    { name: 'pictures', testMatch: 'pictures/**/*.spec.ts' },
    { name: 'journey', testMatch: 'journey/**/*.spec.ts' },
    { name: 'speed', testMatch: 'speed/**/*.spec.ts' },
  ],
});
