package org.chartwright.speech.transcriptions;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.chartwright.audio.AudioStream;

/** Samples as a WAV file: 16 bits, one channel. */
final class Wave {

    private static final int HEADER = 44;

    private Wave() {}

    static byte[] of(short[] samples) {
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
