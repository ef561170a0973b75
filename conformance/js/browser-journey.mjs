// The journey of conformance/browser-journey.txt: the AWS SDK for JavaScript v3 in Chromium, whose microphone hears a file.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import * as s3 from '@aws-sdk/client-s3';
import * as streaming from '@aws-sdk/client-transcribe-streaming';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';

const endpoint = process.env.CHARTWRIGHT_ENDPOINT;
const bucket = 'browser-notes';
const passed = (step) => console.log(`ok ${step}`);
const store = new s3.S3Client({ endpoint, region: 'us-east-1', forcePathStyle: true });
const scribe = new streaming.TranscribeStreamingClient({ endpoint, region: 'us-east-1' });
await store.send(new s3.CreateBucketCommand({ Bucket: bucket }));
passed('make a bucket');

const bundled = await build({
  entryPoints: [new URL('browser-page.mjs', import.meta.url).pathname],
  bundle: true, write: false, format: 'esm', platform: 'browser', target: 'chrome120',
});
const pages = createServer((request, response) => {
  const script = request.url === '/page.js';
  response.setHeader('Content-Type', script ? 'text/javascript' : 'text/html');
  response.end(script ? bundled.outputFiles[0].text : '<!doctype html><title>page</title><script type="module" src="/page.js"></script>');
});
await new Promise((resolve) => { pages.listen(0, '127.0.0.1', resolve); });

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: [
    '--no-sandbox', '--disable-background-networking', '--ignore-certificate-errors',
    '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream',
    `--use-file-for-fake-audio-capture=${process.env.CHARTWRIGHT_RECORDING}`,
    // The SDK streams to port 8443 of the endpoint's host, whatever the endpoint says.
    `--host-resolver-rules=MAP scribe.test:8443 127.0.0.1:${new URL(endpoint).port}`,
  ],
});
let streamed;
try {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${pages.address().port}/`);
  await page.waitForFunction(() => typeof globalThis.stream === 'function');
  const credentials = await scribe.config.credentials();
  streamed = await page.evaluate((request) => globalThis.stream(request), {
    endpoint: 'https://scribe.test',
    credentials: { accessKeyId: credentials.accessKeyId, secretAccessKey: credentials.secretAccessKey },
    bucket, seconds: 12,
  });
} finally {
  await browser.close();
  pages.close();
}
const finals = streamed.captions.filter((caption) => !caption.IsPartial);
assert.match(finals.map((caption) => caption.Content).join(' '), /\w+/);
passed('stream from a microphone and read captions');
assert.ok(streamed.captions.some((caption) => caption.IsPartial));
passed('captions come while somebody speaks');

let details;
for (let i = 0; i < 600 && details?.PostStreamAnalyticsResult?.ClinicalNoteGenerationResult?.Status !== 'COMPLETED'; i += 1) {
  await sleep(500);
  details = (await scribe.send(new streaming.GetMedicalScribeStreamCommand({ SessionId: streamed.session })))
    .MedicalScribeStreamDetails;
}
assert.equal(details.StreamStatus, 'COMPLETED');
passed('the session is ended');
assert.ok(details.PostStreamAnalyticsResult.ClinicalNoteGenerationResult.TranscriptOutputLocation.endsWith('.json'));
passed('the note is written');
