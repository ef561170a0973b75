// The journey of conformance/journey.txt with the AWS SDK for JavaScript v3. Prints each step that has passed.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import * as s3 from '@aws-sdk/client-s3';
import * as transcribe from '@aws-sdk/client-transcribe';

const endpoint = process.env.CHARTWRIGHT_ENDPOINT;
const configuration = { endpoint, region: 'us-east-1' };
const store = new s3.S3Client({ ...configuration, forcePathStyle: true });
const scribe = new transcribe.TranscribeClient(configuration);
const role = 'arn:aws:iam::123456789012:role/scribe';
const input = 'js-recordings';
const output = 'js-notes';
const passed = (step) => console.log(`ok ${step}`);

const job = (name, changes = {}) => new transcribe.StartMedicalScribeJobCommand({
  MedicalScribeJobName: name,
  Media: { MediaFileUri: `s3://${input}/visit.ogg` },
  OutputBucketName: output,
  DataAccessRoleArn: role,
  Settings: { ShowSpeakerLabels: true, MaxSpeakerLabels: 2, ChannelIdentification: false },
  ...changes,
});

await store.send(new s3.CreateBucketCommand({ Bucket: input }));
await store.send(new s3.CreateBucketCommand({ Bucket: output }));
passed('make two buckets');

await store.send(new s3.PutObjectCommand({
  Bucket: input, Key: 'visit.ogg', Body: await readFile(process.env.CHARTWRIGHT_RECORDING),
}));
passed('upload the recording');

await assert.rejects(
  scribe.send(job('js-absent', { Media: { MediaFileUri: `s3://${input}/absent.ogg` } })),
  transcribe.BadRequestException);
passed('refuse a recording that is not there');

await assert.rejects(
  scribe.send(job('js-torn', { Settings: { ShowSpeakerLabels: true, ChannelIdentification: true } })),
  transcribe.BadRequestException);
passed('refuse settings that contradict each other');

const stranger = new transcribe.TranscribeClient({
  ...configuration,
  credentials: { ...(await scribe.config.credentials()), secretAccessKey: 'wrong' },
});
await assert.rejects(stranger.send(new transcribe.ListMedicalScribeJobsCommand({})), { name: 'InvalidSignatureException' });
passed('refuse a wrong secret');

await scribe.send(new transcribe.CreateVocabularyCommand({
  VocabularyName: 'js-words', LanguageCode: 'en-US', Phrases: ['meniscus', 'knee-pain'],
}));
await transcribe.waitUntilVocabularyReady(
  { client: scribe, maxWaitTime: 60, minDelay: 1, maxDelay: 1 }, { VocabularyName: 'js-words' });
passed('create a vocabulary and wait until it is ready');

const started = await scribe.send(job('js-visit', { Tags: [{ Key: 'clinic', Value: 'north' }] }));
assert.match(started.MedicalScribeJob.MedicalScribeJobStatus, /^(QUEUED|IN_PROGRESS)$/);
assert.ok(started.MedicalScribeJob.CreationTime instanceof Date);
passed('start a job');

await assert.rejects(scribe.send(job('js-visit')), transcribe.ConflictException);
passed('refuse the same name again');

await scribe.send(job('js-visit-2'));
for (const name of ['js-visit', 'js-visit-2']) {
  await transcribe.waitUntilMedicalScribeJobCompleted(
    { client: scribe, maxWaitTime: 600, minDelay: 1, maxDelay: 2 }, { MedicalScribeJobName: name });
}
passed('wait until the job is completed');

const done = (await scribe.send(new transcribe.GetMedicalScribeJobCommand({ MedicalScribeJobName: 'js-visit' }))).MedicalScribeJob;
const fetchByAddress = async (address) => {
  const [, bucket, ...key] = new URL(address).pathname.split('/');
  const answer = await store.send(new s3.GetObjectCommand({ Bucket: bucket, Key: key.join('/') }));
  assert.match(answer.ContentType, /^application\/json/);
  return JSON.parse(await answer.Body.transformToString());
};
const { Conversation } = await fetchByAddress(done.MedicalScribeOutput.TranscriptFileUri);
assert.equal(Conversation.JobName, 'js-visit');
assert.ok(Conversation.TranscriptSegments.length > 0);
passed('fetch the transcript by its address');

const { ClinicalDocumentation } = await fetchByAddress(done.MedicalScribeOutput.ClinicalDocumentUri);
assert.equal(ClinicalDocumentation.Sections.length, 10);
passed('fetch the note by its address');

const segments = new Set(Conversation.TranscriptSegments.map((segment) => segment.SegmentId));
const links = ClinicalDocumentation.Sections.flatMap((section) => section.Summary).flatMap((line) => line.EvidenceLinks);
assert.ok(links.length > 0 && links.every((link) => segments.has(link.SegmentId)));
passed('follow every evidence link');

const names = [];
for await (const page of transcribe.paginateListMedicalScribeJobs(
  { client: scribe, pageSize: 1 }, { JobNameContains: 'JS-visit', Status: 'COMPLETED' })) {
  assert.ok(page.MedicalScribeJobSummaries.length <= 1);
  names.push(...page.MedicalScribeJobSummaries.map((summary) => summary.MedicalScribeJobName));
}
assert.deepEqual(names, ['js-visit-2', 'js-visit']);
passed('list jobs page by page');

const account = process.env.CHARTWRIGHT_ACCOUNT ?? '123456789012';
const arn = `arn:aws:transcribe:us-east-1:${account}:medical-scribe-job/js-visit`;
await scribe.send(new transcribe.TagResourceCommand({ ResourceArn: arn, Tags: [{ Key: 'ward', Value: '7' }] }));
const tagged = await scribe.send(new transcribe.ListTagsForResourceCommand({ ResourceArn: arn }));
assert.deepEqual(new Set(tagged.Tags.map((tag) => tag.Key)), new Set(['clinic', 'ward']));
await scribe.send(new transcribe.UntagResourceCommand({ ResourceArn: arn, TagKeys: ['ward'] }));
passed('tag, list tags, untag');

await scribe.send(new transcribe.DeleteVocabularyCommand({ VocabularyName: 'js-words' }));
passed('delete the vocabulary');

for (const name of ['js-visit', 'js-visit-2']) {
  await scribe.send(new transcribe.DeleteMedicalScribeJobCommand({ MedicalScribeJobName: name }));
}
passed('delete the jobs');

await assert.rejects(
  scribe.send(new transcribe.GetMedicalScribeJobCommand({ MedicalScribeJobName: 'js-visit' })),
  (error) => error instanceof transcribe.BadRequestException && error.message.includes("couldn't be found"));
passed('a deleted job is not found');
