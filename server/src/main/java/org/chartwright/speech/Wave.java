package org.chartwright.speech;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.chartwright.audio.AudioStream;

/** Samples as a WAV file, for engines elsewhere: 16 bits, one channel. Any thread. */
public final class Wave {

    private static final int HEADER = 44;

    private Wave() {}

    /** The whole file. */
    public static byte[] of(short[] samples) {
        int length = samples.length * 2;
        ByteBuffer file = ByteBuffer.allocate(HEADER + length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(ascii("RIFF")).putInt(HEADER - 8 + length).put(ascii("WAVEfmt ")).putInt(16);
        file.putShort((short) 1).putShort((short) 1);
        file.putInt(AudioStream.sampleRate()).putInt(AudioStream.sampleRate() * 2);
        file.putShort((short) 2).putShort((short) 16).put(ascii("data")).putInt(length);
        file.asShortBuffer().put(samples);
        return file.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
