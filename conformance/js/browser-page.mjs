// Runs in the page: streams the microphone with the AWS SDK for JavaScript v3 as browsers use it.
import { StartMedicalScribeStreamCommand, TranscribeStreamingClient } from '@aws-sdk/client-transcribe-streaming';

const worklet = `registerProcessor('tap', class extends AudioWorkletProcessor {
  process(inputs) {
    if (inputs[0][0]) this.port.postMessage(inputs[0][0].slice());
    return true;
  }
});`;

function pcm(samples) {
  const bytes = new DataView(new ArrayBuffer(2 * samples.length));
  samples.forEach((sample, i) => bytes.setInt16(2 * i, Math.max(-1, Math.min(1, sample)) * 32767, true));
  return new Uint8Array(bytes.buffer);
}

async function* microphone(seconds) {
  const context = new AudioContext({ sampleRate: 16000 });
  await context.audioWorklet.addModule(URL.createObjectURL(new Blob([worklet], { type: 'text/javascript' })));
  const constraints = { audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false } };
  const source = context.createMediaStreamSource(await navigator.mediaDevices.getUserMedia(constraints));
  const tap = new AudioWorkletNode(context, 'tap');
  const waiting = [];
  let wake = () => {};
  tap.port.onmessage = (event) => { waiting.push(event.data); wake(); };
  source.connect(tap);
  let held = [];
  for (let sent = 0; sent < seconds * 16000;) {
    if (waiting.length === 0) await new Promise((resolve) => { wake = resolve; });
    held.push(...waiting.shift());
    if (held.length >= 1600) {
      sent += held.length;
      yield pcm(held);
      held = [];
    }
  }
  await context.close();
}

// Streams for so many seconds, waits until something final was told, and ends the session.
globalThis.stream = async ({ endpoint, credentials, bucket, seconds }) => {
  const scribe = new TranscribeStreamingClient({ endpoint, region: 'us-east-1', credentials });
  const captions = [];
  let told = () => {};
  async function* events() {
    yield {
      ConfigurationEvent: {
        ResourceAccessRoleArn: 'arn:aws:iam::123456789012:role/scribe',
        PostStreamAnalyticsSettings: { ClinicalNoteGenerationSettings: { OutputBucketName: bucket } },
      },
    };
    for await (const chunk of microphone(seconds)) yield { AudioEvent: { AudioChunk: chunk } };
    while (!captions.some((caption) => !caption.IsPartial)) {
      await Promise.race([
        new Promise((resolve) => { told = resolve; }),
        new Promise((resolve) => { setTimeout(resolve, 1000); }),
      ]);
      yield { AudioEvent: { AudioChunk: new Uint8Array(3200) } };
    }
    yield { SessionControlEvent: { Type: 'END_OF_SESSION' } };
  }
  // The answer of a WebSocket has no headers, so a client that wants to know its session names it.
  const session = crypto.randomUUID();
  const answer = await scribe.send(new StartMedicalScribeStreamCommand({
    SessionId: session, LanguageCode: 'en-US', MediaSampleRateHertz: 16000, MediaEncoding: 'pcm', InputStream: events(),
  }));
  for await (const event of answer.ResultStream) {
    const caption = event.TranscriptEvent?.TranscriptSegment;
    if (caption) {
      captions.push(caption);
      told();
    }
  }
  return { session, captions };
};
