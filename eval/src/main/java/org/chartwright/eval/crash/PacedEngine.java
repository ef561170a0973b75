package org.chartwright.eval.crash;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chartwright.audio.AudioStream;
import org.chartwright.audio.MediaContainer;
import org.chartwright.audio.MediaFacts;
import org.chartwright.audio.MediaSource;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.clinical.DialogueReader;
import org.chartwright.encounter.Role;
import org.chartwright.encounter.TimeSpan;
import org.chartwright.encounter.Turn;
import org.chartwright.encounter.Word;
import org.chartwright.note.NoteWriter;
import org.chartwright.scribing.Stages;
import org.chartwright.speakers.TurnMaker;
import org.chartwright.speakers.Voices;
import org.chartwright.speakers.Voices.VoiceSpan;
import org.chartwright.speech.Hints;
import org.chartwright.speech.Recognizer;

/** Recordings that are texts, a line a piece of speech, heard at a steady pace; all stages after hearing are real. */
final class PacedEngine implements Recognizer, Stages.Sound {

    private static final Duration PACE = Duration.ofMillis(120);

    private final Duration pace;

    private PacedEngine(Duration pace) {
        this.pace = pace;
    }

    static Stages stages() {
        return stages(PACE);
    }

    /** The same, as fast as it can. */
    static Stages hasty() {
        return stages(Duration.ZERO);
    }

    private static Stages stages(Duration pace) {
        PacedEngine engine = new PacedEngine(pace);
        TurnMaker maker = new TurnMaker();
        Stages.TurnTaking turns = new Stages.TurnTaking() {
            @Override
            public List<Turn> byVoice(List<Word> words, List<VoiceSpan> voices) {
                return maker.byVoice(words, voices);
            }

            @Override
            public List<Turn> byChannel(List<Word> words, Map<Integer, Role> roles) {
                return maker.byChannel(words, roles);
            }
        };
        return new Stages(
                engine, PacedEngine::pieces, engine, Lines::new, turns, (said, rules) -> said, new DialogueReader(),
                new NoteWriter());
    }

    static MediaSource recording(byte[] text) {
        return new MediaSource() {
            @Override
            public long size() {
                return text.length;
            }

            @Override
            public InputStream open(long offset) {
                return new ByteArrayInputStream(text, (int) offset, text.length - (int) offset);
            }
        };
    }

    @Override
    public MediaFacts probe(MediaSource media) {
        return new MediaFacts(MediaContainer.WAV, "text", 1, AudioStream.sampleRate());
    }

    @Override
    public Duration measure(MediaSource media) throws IOException {
        return Duration.ofMillis(media.size());
    }

    @Override
    public AudioStream open(MediaSource media, int channel) throws IOException {
        InputStream in = media.open(0);
        return new AudioStream() {
            @Override
            public int read(short[] buffer, int offset, int length) throws IOException {
                int value = in.read();
                if (value < 0) {
                    return -1;
                }
                buffer[offset] = (short) value;
                return 1;
            }

            @Override
            public void close() {}
        };
    }

    private static Stages.Pieces pieces(AudioStream stream, int channel, Duration longest) {
        long[] line = {0};
        return () -> {
            StringBuilder text = new StringBuilder();
            short[] one = new short[1];
            while (stream.read(one, 0, 1) > 0 && one[0] != '\n') {
                text.append((char) one[0]);
            }
            if (text.isEmpty()) {
                return null;
            }
            short[] samples = new short[text.length()];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (short) text.charAt(i);
            }
            return new SpeechPiece(1000 * line[0]++, 0, samples);
        };
    }

    @Override
    public String engine() {
        return "paced";
    }

    @Override
    public Duration longestPiece() {
        return Duration.ofSeconds(10);
    }

    @Override
    public int parallelism() {
        return 2;
    }

    @Override
    public List<Word> recognize(SpeechPiece piece, Hints hints) throws InterruptedException {
        Thread.sleep(pace);
        byte[] text = new byte[piece.samples().length];
        for (int i = 0; i < text.length; i++) {
            text[i] = (byte) piece.samples()[i];
        }
        List<Word> words = new ArrayList<>();
        long time = piece.startMillis();
        for (String word : new String(text, StandardCharsets.US_ASCII).split(" ", -1)) {
            words.add(Word.heard(word, new TimeSpan(time, time + 40), 0.9, 0));
            time += 40;
        }
        return words;
    }

    @Override
    public void close() {}

    /** The speakers take turns, a line each. */
    private static final class Lines implements Voices {

        private final List<VoiceSpan> spans = new ArrayList<>();

        @Override
        public void observe(SpeechPiece piece) {
            spans.add(new VoiceSpan(new TimeSpan(piece.startMillis(), piece.startMillis() + 1000), spans.size() % 2));
        }

        @Override
        public List<VoiceSpan> tellApart(int most) {
            return List.copyOf(spans);
        }

        @Override
        public Voices snapshot() {
            Lines copy = new Lines();
            copy.spans.addAll(spans);
            return copy;
        }

        @Override
        public int likeliest(SpeechPiece piece) {
            return 0;
        }
    }
}
