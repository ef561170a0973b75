package org.chartwright.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.chartwright.audio.MediaException.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Small files that would become large, and files that lie about themselves. */
final class MediaBombsTest {

    private static final int BLOCK = 65_535;
    private static final int RATE = 8000;

    @BeforeEach
    void needsFfmpeg() {
        assumeTrue(MediaDecoder.missing().isEmpty(), "skipped: FFmpeg is not installed");
    }

    @Test
    void aFlacOfADayInHundredAndSixtyKilobytesIsStoppedAtTheMostSound() {
        byte[] day = flac(Duration.ofHours(24));
        assertThat(day.length).isLessThan(170_000);
        MediaDecoder decoder = new MediaDecoder(MediaLimits.DEFAULT.withLongest(Duration.ofMinutes(20)));
        assertThatThrownBy(() -> decoder.measure(Signals.source(day)))
                .isInstanceOfSatisfying(MediaException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TOO_LONG));
    }

    @Test
    void aFlacOfTheSameMakeThatIsShortIsGood() throws Exception {
        MediaDecoder decoder = new MediaDecoder(MediaLimits.DEFAULT);
        assertThat(decoder.measure(Signals.source(flac(Duration.ofMinutes(2)))).toSeconds()).isBetween(119L, 132L);
    }

    @Test
    void aWaveThatClaimsFourGigabytesIsAsLongAsItIs() throws Exception {
        byte[] wave = ByteBuffer.allocate(44 + 2 * RATE)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(-1)
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(RATE)
                .putInt(2 * RATE)
                .putShort((short) 2)
                .putShort((short) 16)
                .put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt(-2)
                .array();
        MediaDecoder decoder = new MediaDecoder(MediaLimits.DEFAULT);
        assertThat(decoder.measure(Signals.source(wave)).toMillis()).isBetween(990L, 1010L);
    }

    @Test
    void aMillionPagesOfOggWithoutSoundAreRefused() {
        ByteArrayOutputStream pages = new ByteArrayOutputStream(28_000_000);
        byte[] head = ByteBuffer.allocate(19).order(ByteOrder.LITTLE_ENDIAN)
                .put("OpusHead".getBytes(StandardCharsets.US_ASCII)).put((byte) 1).put((byte) 1).putShort((short) 312)
                .putInt(48_000).putShort((short) 0).put((byte) 0).array();
        byte[] tags = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN)
                .put("OpusTags".getBytes(StandardCharsets.US_ASCII)).putInt(0).putInt(0).array();
        pages.writeBytes(page(0, 2, head));
        pages.writeBytes(page(1, 0, tags));
        for (int i = 2; i < 1_000_000; i++) {
            pages.writeBytes(page(i, 0, new byte[0]));
        }
        MediaDecoder decoder = new MediaDecoder(MediaLimits.DEFAULT);
        assertThatThrownBy(() -> decoder.measure(Signals.source(pages.toByteArray()))).isInstanceOf(MediaException.class);
    }

    /** Silence: each frame says once that all its samples are zero. */
    private static byte[] flac(Duration length) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes("fLaC".getBytes(StandardCharsets.US_ASCII));
        long facts = (long) RATE << 44 | 15L << 36; // 20 bits of rate, 3 of channels - 1, 5 of bits - 1, 36 of a length not told
        file.writeBytes(ByteBuffer.allocate(38).put((byte) 0x80).put(new byte[] {0, 0, 34})
                .putShort((short) BLOCK).putShort((short) BLOCK).put(new byte[6]).putLong(facts).array());
        long frames = length.toSeconds() * RATE / BLOCK + 1;
        for (int number = 0; number < frames; number++) {
            ByteArrayOutputStream frame = new ByteArrayOutputStream();
            frame.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xF8, 0x74, 0x08});
            frame.writeBytes(new String(Character.toChars(number < 0xD800 ? number : number + 0x800)).getBytes(StandardCharsets.UTF_8));
            frame.write((BLOCK - 1) >> 8);
            frame.write(BLOCK - 1);
            frame.write(crc(frame.toByteArray(), 8, 0x07));
            frame.writeBytes(new byte[] {0, 0, 0});
            int crc = crc(frame.toByteArray(), 16, 0x8005);
            frame.write(crc >> 8);
            frame.write(crc);
            file.writeBytes(frame.toByteArray());
        }
        return file.toByteArray();
    }

    private static byte[] page(int number, int type, byte[] content) {
        ByteBuffer page = ByteBuffer.allocate(27 + (content.length > 0 ? 1 : 0) + content.length).order(ByteOrder.LITTLE_ENDIAN);
        page.put("OggS".getBytes(StandardCharsets.US_ASCII)).put((byte) 0).put((byte) type).putLong(0).putInt(7).putInt(number)
                .putInt(0).put((byte) (content.length > 0 ? 1 : 0));
        if (content.length > 0) {
            page.put((byte) content.length).put(content);
        }
        return page.putInt(22, crc(page.array(), 32, 0x04C11DB7)).array();
    }

    private static int crc(byte[] bytes, int bits, int polynomial) {
        int crc = 0;
        for (byte each : bytes) {
            crc ^= (each & 0xFF) << (bits - 8);
            for (int bit = 0; bit < 8; bit++) {
                boolean high = (crc >>> (bits - 1) & 1) == 1;
                crc = crc << 1 ^ (high ? polynomial : 0);
            }
        }
        return bits == 32 ? crc : crc & (1 << bits) - 1;
    }
}
