package org.chartwright.scribing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.chartwright.audio.AudioStream;
import org.chartwright.audio.MediaContainer;
import org.chartwright.audio.MediaException;
import org.chartwright.audio.MediaFacts;
import org.chartwright.audio.MediaSource;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.clinical.DialogueReader;
import org.chartwright.clinical.Reading;
import org.chartwright.encounter.Note;
import org.chartwright.encounter.Role;
import org.chartwright.encounter.Speaker;
import org.chartwright.encounter.Statement;
import org.chartwright.encounter.TimeSpan;
import org.chartwright.encounter.Turn;
import org.chartwright.encounter.Word;
import org.chartwright.note.Draft;
import org.chartwright.note.DraftReport;
import org.chartwright.note.NoteRequest;
import org.chartwright.speakers.Voices;
import org.chartwright.speakers.Voices.VoiceSpan;
import org.chartwright.speech.Hints;
import org.chartwright.speech.RecognitionException;
import org.chartwright.speech.Recognizer;

/**
 * Stages whose recordings are texts: each character is one sample, each line one piece of speech, and the engine "hears" the
 * words of a line. Everything between is real.
 */
class Scripted implements Recognizer, Stages.Sound {

    final AtomicInteger calls = new AtomicInteger();
    final AtomicInteger atOnce = new AtomicInteger();
    final AtomicInteger mostAtOnce = new AtomicInteger();
    volatile Hints lastHints = Hints.NONE;
    volatile int channels = 1;

    static MediaSource recording(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return new MediaSource() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public InputStream open(long offset) {
                return new ByteArrayInputStream(bytes, (int) offset, bytes.length - (int) offset);
            }
        };
    }

    Stages stages() {
        return new Stages(
                this, Scripted::pieces, this, Listener::new, new Alternating(), (turns, rules) -> turns,
                new DialogueReader(), Scripted::draft);
    }

    @Override
    public MediaFacts probe(MediaSource media) throws IOException, MediaException {
        try (InputStream in = media.open(0)) {
            if (new String(in.readNBytes(4), StandardCharsets.ISO_8859_1).equals("BAD!")) {
                throw new MediaException(
                        MediaException.Kind.INVALID_DATA,
                        "The data in your input media file isn't valid. Check the media file and try your request again.");
            }
        }
        return new MediaFacts(MediaContainer.WAV, "text", channels, 16_000);
    }

    /** A recording that begins with "LONG" is too long. */
    @Override
    public Duration measure(MediaSource media) throws IOException, MediaException {
        probe(media);
        try (InputStream in = media.open(0)) {
            if (new String(in.readNBytes(4), StandardCharsets.ISO_8859_1).equals("LONG")) {
                throw new MediaException(MediaException.Kind.TOO_LONG, "The recording is too long.");
            }
        }
        return Duration.ofMillis(media.size());
    }

    @Override
    public AudioStream open(MediaSource media, int channel) throws IOException, MediaException {
        probe(media);
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
        long[] at = {0};
        return () -> {
            List<Short> line = new ArrayList<>();
            short[] one = new short[1];
            while (stream.read(one, 0, 1) > 0) {
                if (one[0] == '\n') {
                    if (!line.isEmpty()) {
                        break;
                    }
                } else {
                    line.add(one[0]);
                }
            }
            if (line.isEmpty()) {
                return null;
            }
            short[] samples = new short[line.size()];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = line.get(i);
            }
            at[0] += 1000;
            return new SpeechPiece(at[0], Math.max(0, channel), samples);
        };
    }

    @Override
    public String engine() {
        return "scripted";
    }

    @Override
    public Duration longestPiece() {
        return Duration.ofSeconds(20);
    }

    @Override
    public int parallelism() {
        return 2;
    }

    @Override
    public List<Word> recognize(SpeechPiece piece, Hints hints) throws RecognitionException, InterruptedException {
        calls.incrementAndGet();
        lastHints = hints;
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        try {
            StringBuilder text = new StringBuilder();
            for (short sample : piece.samples()) {
                text.append((char) sample);
            }
            return hear(text.toString(), piece);
        } finally {
            atOnce.decrementAndGet();
        }
    }

    /** Hears the words of a line; tests override it to fail or wait. */
    List<Word> hear(String line, SpeechPiece piece) throws RecognitionException, InterruptedException {
        List<Word> words = new ArrayList<>();
        long time = piece.startMillis();
        for (String text : line.strip().split("\\s+")) {
            words.add(Word.heard(text, new TimeSpan(time, time + 50), 0.9, piece.channel()));
            time += 50;
        }
        return words;
    }

    @Override
    public void close() {}

    /** One statement for each segment, citing it. */
    private static Draft draft(Reading reading, NoteRequest request) {
        List<Note.NoteSection> sections = new ArrayList<>();
        for (String section : request.template().sections()) {
            sections.add(new Note.NoteSection(
                    section,
                    sections.isEmpty()
                            ? reading.segments().stream()
                                    .map(segment -> new Statement(segment.text(), List.of(segment.id())))
                                    .toList()
                            : List.of()));
        }
        return new Draft(
                new Note(request.template().name(), sections), "", new DraftReport(List.of(), List.of(), List.of()));
    }

    /** Every piece is another voice than the one before. */
    private static final class Listener implements Voices {

        private final List<VoiceSpan> spans = new ArrayList<>();

        @Override
        public void observe(SpeechPiece piece) {
            spans.add(new VoiceSpan(new TimeSpan(piece.startMillis(), piece.startMillis() + 1000), spans.size()));
        }

        @Override
        public List<VoiceSpan> tellApart(int most) {
            return spans.stream().map(span -> new VoiceSpan(span.time(), span.voice() % most)).toList();
        }

        @Override
        public Voices snapshot() {
            Listener copy = new Listener();
            copy.spans.addAll(spans);
            return copy;
        }

        @Override
        public int likeliest(SpeechPiece piece) {
            return 0;
        }
    }

    private static final class Alternating implements Stages.TurnTaking {

        @Override
        public List<Turn> byVoice(List<Word> words, List<VoiceSpan> voices) {
            List<Turn> turns = new ArrayList<>();
            for (VoiceSpan voice : voices) {
                List<Word> said = words.stream()
                        .filter(word -> word.time().overlapMillis(voice.time()) > 0)
                        .toList();
                if (!said.isEmpty()) {
                    turns.add(new Turn(voice.voice() == 0 ? Speaker.CLINICIAN : Speaker.PATIENT, said));
                }
            }
            return turns;
        }

        @Override
        public List<Turn> byChannel(List<Word> words, Map<Integer, Role> roles) {
            List<Turn> turns = new ArrayList<>();
            for (Word word : words) {
                turns.add(new Turn(new Speaker(roles.get(word.channel()), 0), List.of(word)));
            }
            return turns;
        }
    }
}
