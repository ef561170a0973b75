// The journey of conformance/stream-journey.txt with the AWS SDK for JavaScript v3 on Node. Prints each step that has passed.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import * as s3 from '@aws-sdk/client-s3';
import * as streaming from '@aws-sdk/client-transcribe-streaming';

const endpoint = process.env.CHARTWRIGHT_ENDPOINT;
const configuration = { endpoint, region: 'us-east-1' };
const store = new s3.S3Client({ ...configuration, forcePathStyle: true });
const scribe = new streaming.TranscribeStreamingClient(configuration);
const sound = await readFile(process.env.CHARTWRIGHT_RECORDING);
const output = 'js-stream-notes';
const chunk = 6400;
const passed = (step) => console.log(`ok ${step}`);

async function* events(state, end) {
  yield {
    ConfigurationEvent: {
      ResourceAccessRoleArn: 'arn:aws:iam::123456789012:role/scribe',
      PostStreamAnalyticsSettings: { ClinicalNoteGenerationSettings: { OutputBucketName: output } },
    },
  };
  for (let at = 0; at < sound.length; at += chunk) {
    yield { AudioEvent: { AudioChunk: sound.subarray(at, at + chunk) } };
    await sleep(50);
  }
  if (end) {
    yield { SessionControlEvent: { Type: 'END_OF_SESSION' } };
  }
  state.beforeEnd = state.captions.length;
}

async function stream(session, end) {
  const state = { captions: [], beforeEnd: 0 };
  const answer = await scribe.send(new streaming.StartMedicalScribeStreamCommand({
    SessionId: session,
    LanguageCode: 'en-US',
    MediaSampleRateHertz: 16000,
    MediaEncoding: 'pcm',
    InputStream: events(state, end),
  }));
  state.session = answer.SessionId;
  for await (const event of answer.ResultStream) {
    const caption = event.TranscriptEvent?.TranscriptSegment;
    if (caption) {
      state.captions.push(caption);
    }
  }
  return state;
}

const details = async (session) => (await scribe.send(
  new streaming.GetMedicalScribeStreamCommand({ SessionId: session }))).MedicalScribeStreamDetails;

await store.send(new s3.CreateBucketCommand({ Bucket: output }));
passed('make a bucket');

const first = await stream(undefined, false);
const finals = first.captions.filter((caption) => !caption.IsPartial);
assert.match(finals.map((caption) => caption.Content).join(' '), /doctor/i);
passed('stream the visit and read captions');
assert.ok(first.beforeEnd > 3, `${first.beforeEnd} captions before the end`);
passed('captions come before the end of the input');
const ids = new Set(finals.map((caption) => caption.SegmentId));
const partials = first.captions.filter((caption) => caption.IsPartial);
assert.ok(partials.length > 0 && partials.every((caption) => ids.has(caption.SegmentId)));
passed("partial captions keep their segment's id");
assert.equal((await details(first.session)).StreamStatus, 'PAUSED');
passed('pause, and the session is paused');
const second = await stream(first.session, true);
assert.equal(second.session, first.session);
assert.equal((await details(first.session)).StreamStatus, 'COMPLETED');
passed('resume the session and end it');

let result;
for (let i = 0; i < 600 && result?.Status !== 'COMPLETED'; i += 1) {
  await sleep(500);
  result = (await details(first.session)).PostStreamAnalyticsResult.ClinicalNoteGenerationResult;
  assert.notEqual(result.Status, 'FAILED');
}
assert.equal(result.Status, 'COMPLETED');
passed('wait until the note is written');
const fetched = async (address) => {
  const key = address.slice(`${endpoint}/${output}/`.length);
  const object = await store.send(new s3.GetObjectCommand({ Bucket: output, Key: key }));
  return JSON.parse(await object.Body.transformToString());
};
const transcript = (await fetched(result.TranscriptOutputLocation)).Conversation;
const note = (await fetched(result.ClinicalNoteOutputLocation)).ClinicalDocumentation;
assert.equal(transcript.SessionId, first.session);
assert.equal(note.SessionId, first.session);
passed('fetch the transcript and the note by their addresses');
const segments = new Set(transcript.TranscriptSegments.map((segment) => segment.SegmentId));
for (const section of note.Sections) {
  for (const line of section.Summary) {
    assert.ok(line.EvidenceLinks.every((link) => segments.has(link.SegmentId)));
  }
}
passed('follow every evidence link');
await assert.rejects(stream(first.session, true), streaming.BadRequestException);
passed('an ended session is not resumed');
