// Hands on what the microphones hear, as 16-bit samples of all channels in turn, in pieces of a fifth of a second.
class Tap extends AudioWorkletProcessor {
  constructor(options) {
    super();
    this.channels = options.processorOptions.channels;
    this.piece = new Int16Array((sampleRate / 5) * this.channels);
    this.filled = 0;
  }

  process(inputs) {
    const heard = inputs[0] ?? [];
    const length = heard[0]?.length ?? 0;
    for (let at = 0; at < length; at++) {
      for (let channel = 0; channel < this.channels; channel++) {
        const value = heard[channel]?.[at] ?? 0;
        this.piece[this.filled++] = Math.max(-32768, Math.min(32767, Math.round(value * 32767)));
      }
      if (this.filled === this.piece.length) {
        const whole = this.piece.buffer;
        this.piece = new Int16Array(this.piece.length);
        this.filled = 0;
        this.port.postMessage(whole, [whole]);
      }
    }
    return true;
  }
}

registerProcessor('tap', Tap);
