package org.chartwright.eval.speech;

import org.chartwright.audio.AudioStream;

/** Sound that is held in memory. */
final class HeldSound implements AudioStream {

    private final short[] sound;
    private int at;

    HeldSound(short[] sound) {
        this.sound = sound;
    }

    @Override
    public int read(short[] buffer, int offset, int length) {
        int count = Math.min(length, sound.length - at);
        if (count <= 0) {
            return -1;
        }
        System.arraycopy(sound, at, buffer, offset, count);
        at += count;
        return count;
    }

    @Override
    public void close() {}
}
