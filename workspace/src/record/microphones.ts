const RATE = 16_000;

export interface Heard {
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
 */
export async function listen(devices: readonly string[], take: (samples: Int16Array) => void): Promise<Heard> {
  const streams: MediaStream[] = [];
  let context: AudioContext | null = null;
  const stop = () => {
    streams.forEach((stream) => stream.getTracks().forEach((track) => track.stop()));
    void context?.close().catch(() => undefined);
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
    context = new AudioContext({ sampleRate: RATE });
    await context.audioWorklet.addModule('/app/tap.js');
    const tap = new AudioWorkletNode(context, 'tap', {
      numberOfInputs: 1,
      numberOfOutputs: 0,
      channelCount: devices.length,
      channelCountMode: 'explicit',
      channelInterpretation: 'discrete',
      processorOptions: { channels: devices.length },
    });
    const merger = context.createChannelMerger(devices.length);
    streams.forEach((stream, channel) => context?.createMediaStreamSource(stream).connect(merger, 0, channel));
    merger.connect(tap);
    tap.port.onmessage = (e: MessageEvent<ArrayBuffer>) => take(new Int16Array(e.data));
    await context.resume();
    return { stop };
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
