const RATE = 16_000;

/** Pieces come five times a second; after so many seconds without one nothing is heard any more. */
const PATIENCE_SECONDS = 5;

export type Take = (samples: Int16Array) => void;

/** Microphones that are open. */
export interface Heard {
  /** Those that the browser chose, where it was let choose. */
  devices: string[];
  /** From now on somebody else takes what is heard, and learns when nothing more comes: nothing is opened anew for it. */
  handOver: (take: Take, lost: () => void) => void;
  stop: () => void;
}

/** What can be listened to; names are there only once somebody allowed it. */
export async function microphonesHere(): Promise<{ id: string; name: string }[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices
    .filter((device) => device.kind === 'audioinput' && device.deviceId !== '')
    .map((device, at) => ({ id: device.deviceId, name: device.label || `Microphone ${at + 1}` }));
}

/**
 * Listens to one microphone, or to two with one person each, and hands on interleaved 16-bit samples of 16 kHz in pieces of a
 * fifth of a second.
 *
 * @param lost called once if a microphone goes away, or no sound comes from the browser any more
 */
export async function listen(devices: readonly string[], take: Take, lost: () => void): Promise<Heard> {
  const streams: MediaStream[] = [];
  let context: AudioContext | null = null;
  let watch: ReturnType<typeof setInterval> | undefined;
  let stopped = false;
  let taker = { take, lost };
  const stop = () => {
    stopped = true;
    clearInterval(watch);
    streams.forEach((stream) => stream.getTracks().forEach((track) => track.stop()));
    void context?.close().catch(() => undefined);
  };
  const gone = () => {
    if (!stopped) {
      stop();
      taker.lost();
    }
  };
  try {
    for (const device of devices) {
      streams.push(
        await navigator.mediaDevices.getUserMedia({
          audio: {
            ...(device ? { deviceId: { exact: device } } : {}),
            channelCount: 1,
            // What cleans up a call takes words away from a recogniser.
            echoCancellation: false,
            noiseSuppression: false,
            autoGainControl: true,
          },
        }),
      );
    }
    const open = new AudioContext({ sampleRate: RATE });
    context = open;
    await open.audioWorklet.addModule('/app/tap.js');
    const tap = new AudioWorkletNode(open, 'tap', {
      numberOfInputs: 1,
      numberOfOutputs: 0,
      channelCount: devices.length,
      channelCountMode: 'explicit',
      channelInterpretation: 'discrete',
      processorOptions: { channels: devices.length },
    });
    const merger = open.createChannelMerger(devices.length);
    streams.forEach((stream, channel) => open.createMediaStreamSource(stream).connect(merger, 0, channel));
    merger.connect(tap);
    let missed = 0;
    tap.port.onmessage = (e: MessageEvent<ArrayBuffer>) => {
      missed = 0;
      taker.take(new Int16Array(e.data));
    };
    await open.resume();
    const tracks = streams.flatMap((stream) => stream.getAudioTracks());
    tracks.forEach((track) => track.addEventListener('ended', gone));
    // A laptop that was closed may come back with a context that rests. Counted, not timed: while it sleeps nothing counts.
    watch = setInterval(() => {
      missed += 1;
      if (missed > PATIENCE_SECONDS) {
        gone();
      } else if (open.state !== 'running') {
        void open.resume().catch(() => undefined);
      }
    }, 1000);
    return {
      devices: tracks.map((track, at) => track.getSettings().deviceId ?? devices[at] ?? ''),
      handOver: (nextTake, nextLost) => {
        taker = { take: nextTake, lost: nextLost };
      },
      stop,
    };
  } catch (refused) {
    stop();
    throw refused;
  }
}

/** Why there is no sound, in a sentence. */
export function whyNot(refused: unknown): string {
  const name = refused instanceof DOMException ? refused.name : '';
  switch (name) {
    case 'NotAllowedError':
      return 'The browser was not allowed to use the microphone. Allow it beside the address, then try again.';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'That microphone is not there. Choose another one.';
    case 'NotReadableError':
      return 'Another program uses the microphone. Close it, then try again.';
    default:
      return 'The microphone cannot be used here.';
  }
}
