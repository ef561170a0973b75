package org.chartwright.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.chartwright.audio.MediaException.Kind;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MediaDecoderTest {

    private static final byte[] STEREO = Signals.wav(Signals.tones(2, 8000, 400), Signals.tones(2, 8000, 1000));

    @TempDir
    private Path folder;

    /** Other tests of this JVM keep a database and recognisers open. */
    private Set<ProcessHandle> othersChildren = Set.of();

    private final MediaDecoder decoder = new MediaDecoder(MediaLimits.DEFAULT);

    @BeforeEach
    void needsFfmpeg() {
        assumeTrue(MediaDecoder.missing().isEmpty(), "skipped: FFmpeg is not installed");
        othersChildren = ProcessHandle.current().children().collect(Collectors.toSet());
    }

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(ProcessHandle.current().children()).isSubsetOf(othersChildren);
        assertThat(Thread.getAllStackTraces().keySet()).noneMatch(thread -> thread.getName().startsWith("media-"));
    }

    @ParameterizedTest
    @CsvSource({
        "a.wav, WAV, 2, ''",
        "a8.wav, WAV, 2, -ar 8000 -c:a pcm_mulaw",
        "a24.wav, WAV, 1, -ar 44100 -c:a pcm_s24le -ac 1",
        "a.flac, FLAC, 2, -ar 48000",
        "a.mp3, MP3, 2, -ar 44100",
        "a.mp4, MP4, 2, -c:a aac",
        "last.m4a, M4A, 2, -c:a aac",
        "first.m4a, M4A, 2, -c:a aac -movflags +faststart",
        "fragments.mp4, MP4, 2, -c:a aac -movflags frag_keyframe+empty_moov",
        "a.ogg, OGG, 2, -c:a libvorbis",
        "b.ogg, OGG, 2, -c:a libopus",
        "a.webm, WEBM, 2, -c:a libopus",
        "a.aac, AAC, 2, -c:a aac"
    })
    void decodesEveryKind(String name, MediaContainer container, int channels, String options) throws Exception {
        String[] words = options.isEmpty() ? new String[0] : options.split(" ");
        MediaSource source = Signals.source(Signals.convert(folder, STEREO, name, words));
        MediaFacts facts = decoder.probe(source);
        assertThat(facts.container()).isEqualTo(container);
        assertThat(facts.channels()).isEqualTo(channels);
        for (int channel = -1; channel < channels; channel++) {
            try (AudioStream stream = decoder.open(source, channel)) {
                short[] samples = Signals.all(stream);
                assertThat(samples.length).isBetween(31_000, 34_500);
                assertThat(level(samples, 400)).as("400 Hz in channel %d", channel)
                        .isGreaterThan(channel == 1 ? 0 : 1500)
                        .isLessThan(channel == 1 ? 700 : 9000);
                assertThat(level(samples, 1000)).as("1 kHz in channel %d", channel)
                        .isGreaterThan(channel == 0 && channels == 2 ? 0 : 1500)
                        .isLessThan(channel == 0 && channels == 2 ? 700 : 9000);
            }
        }
    }

    @Test
    void decodesAmr() {
        // Debian's FFmpeg reads AMR and writes none: a frame of silence of the narrow band, mode 7, made by hand.
        byte[] amr = new byte[6 + 32 * 100];
        System.arraycopy("#!AMR\n".getBytes(StandardCharsets.US_ASCII), 0, amr, 0, 6);
        for (int i = 0; i < 100; i++) {
            amr[6 + 32 * i] = 0x3c;
        }
        assertThat(length(amr)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void givesTheSamplesOfAWaveAsTheyAre() throws Exception {
        short[] noise = Signals.noise(1.5, 3000, 7);
        try (AudioStream stream = decoder.open(Signals.source(Signals.wav(noise)), -1)) {
            assertThat(Signals.all(stream)).isEqualTo(noise);
            assertThat(stream.damaged()).isFalse();
        }
    }

    @Test
    void readsAWaveWhoseRecorderCrashed() {
        byte[] wav = Signals.wav(Signals.noise(2, 3000, 7));
        byte[] unfinished = wav.clone();
        Arrays.fill(unfinished, 4, 8, (byte) 0);
        Arrays.fill(unfinished, 40, 44, (byte) 0);
        assertThat(length(unfinished)).isEqualTo(Duration.ofSeconds(2));
        byte[] boasting = wav.clone();
        Arrays.fill(boasting, 4, 8, (byte) 0xff);
        Arrays.fill(boasting, 40, 44, (byte) 0xfe);
        assertThat(length(boasting)).isEqualTo(Duration.ofSeconds(2));
        assertThat(length(Arrays.copyOf(wav, wav.length / 2)).toMillis()).isBetween(990L, 1000L);
    }

    @Test
    void decodesWhatIsLeftOfACutFlacAndRefusesACutMp4() throws Exception {
        byte[] flac = Signals.convert(folder, Signals.wav(Signals.noise(4, 3000, 7)), "a.flac");
        assertThat(length(Arrays.copyOf(flac, flac.length / 2)).toMillis()).isBetween(1200L, 2200L);
        byte[] mp4 = Signals.convert(folder, STEREO, "a.m4a", "-c:a", "aac");
        assertThat(refusal(Arrays.copyOf(mp4, mp4.length / 2)).kind()).isEqualTo(Kind.INVALID_DATA);
    }

    @Test
    void refusesWhatIsNoRecordingInWords() throws Exception {
        assertThat(refusal(new byte[0])).hasMessageStartingWith("The data in your input media file isn't valid.");
        assertThat(refusal("I am a letter, not a sound.".getBytes(StandardCharsets.UTF_8)))
                .hasMessageStartingWith("Unsupported media format.");
        assertThat(refusal(new byte[100_000]).kind()).isEqualTo(Kind.UNSUPPORTED_FORMAT);
        assertThat(refusal("#EXTM3U\nhttp://127.0.0.1:1/a.ts\n".getBytes(StandardCharsets.UTF_8)).kind())
                .isEqualTo(Kind.UNSUPPORTED_FORMAT);
        assertThat(refusal("ffconcat version 1.0\nfile '/etc/passwd'\n".getBytes(StandardCharsets.UTF_8)).kind())
                .isEqualTo(Kind.UNSUPPORTED_FORMAT);
        assertThat(refusal(Signals.wav(Signals.noise(0.3, 3000, 7))).kind()).isEqualTo(Kind.TOO_SHORT);
        short[] noise = Signals.noise(1, 300, 7);
        assertThat(refusal(Signals.wav(noise, noise, noise)))
                .hasMessageStartingWith("Invalid number of channels: number of channels too large.");
        byte[] zero = Signals.wav(noise);
        zero[22] = 0;
        assertThat(refusal(zero).kind()).isIn(Kind.INVALID_DATA, Kind.BAD_CHANNELS);
        assertThatThrownBy(() -> decoder.open(Signals.source(Signals.wav(noise)), 1))
                .isInstanceOfSatisfying(MediaException.class, e -> assertThat(e.kind()).isEqualTo(Kind.BAD_CHANNELS));
    }

    @Test
    void stopsWhatIsTooLargeOrDecodesToTooMuch() throws Exception {
        MediaDecoder small = new MediaDecoder(new MediaLimits(
                100_000, Duration.ofSeconds(10), Duration.ofMillis(500), 1L << 30, Duration.ofSeconds(20), Duration.ofSeconds(20)));
        byte[] bomb = Signals.convert(folder, Signals.wav(Signals.silence(60)), "bomb.flac");
        assertThat(bomb.length).isLessThan(100_000);
        assertThatThrownBy(() -> small.measure(Signals.source(bomb)))
                .isInstanceOfSatisfying(MediaException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TOO_LONG));
        assertThatThrownBy(() -> small.measure(Signals.source(new byte[100_001])))
                .isInstanceOfSatisfying(MediaException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TOO_LARGE))
                .hasMessageStartingWith("Invalid file size: file size too large.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"while :; do :; done", "exec sleep 60"})
    void killsADecoderThatSpinsOrStandsStill(String script) throws Exception {
        MediaLimits strict = new MediaLimits(
                1000, Duration.ofSeconds(10), Duration.ZERO, 1L << 30, Duration.ofMillis(300), Duration.ofMillis(1500));
        try (DecoderProcess decoding = DecoderProcess.start(
                List.of("sh", "-c", script), InputStream.nullInputStream(), strict, 32_000)) {
            assertThat(decoding.read(new byte[10], 0, 10)).isNegative();
            assertThatThrownBy(decoding::finish)
                    .isInstanceOfSatisfying(MediaException.class, e -> assertThat(e.kind()).isEqualTo(Kind.DECODER_FAILED));
        }
    }

    @Test
    void aFailingSourceIsNotTheEndOfTheRecording() {
        byte[] wav = Signals.wav(Signals.noise(30, 3000, 7));
        MediaSource failing = new MediaSource() {
            @Override
            public long size() {
                return wav.length;
            }

            @Override
            public InputStream open(long offset) {
                return new InputStream() {
                    private int at = (int) offset;

                    @Override
                    public int read() throws IOException {
                        if (at > wav.length / 2) {
                            throw new IOException("the store went away");
                        }
                        return wav[at++] & 0xff;
                    }
                };
            }
        };
        assertThatThrownBy(() -> decoder.measure(failing)).isInstanceOf(IOException.class);
    }

    @Test
    void closingInTheMiddleEndsEverything() throws Exception {
        byte[] wav = Signals.wav(Signals.noise(60, 3000, 7));
        AudioStream stream = decoder.open(Signals.source(wav), -1);
        assertThat(stream.read(new short[100], 0, 100)).isPositive();
        stream.close();
        stream.close();
    }

    private Duration length(byte[] bytes) {
        try {
            return decoder.measure(Signals.source(bytes));
        } catch (IOException | MediaException e) {
            throw new AssertionError(e);
        }
    }

    private MediaException refusal(byte[] bytes) throws IOException {
        try {
            decoder.measure(Signals.source(bytes));
            throw new AssertionError("It was taken");
        } catch (MediaException e) {
            return e;
        }
    }

    /** Amplitude at a frequency. */
    private static double level(short[] samples, double hertz) {
        double re = 0;
        double im = 0;
        int from = 4000;
        int to = 28_000;
        for (int i = from; i < to; i++) {
            re += samples[i] * Math.cos(2 * Math.PI * hertz * i / Signals.RATE);
            im += samples[i] * Math.sin(2 * Math.PI * hertz * i / Signals.RATE);
        }
        return 2 * Math.hypot(re, im) / (to - from);
    }
}
