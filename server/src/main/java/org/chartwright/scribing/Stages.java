package org.chartwright.scribing;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.chartwright.audio.AudioQuality;
import org.chartwright.audio.AudioStream;
import org.chartwright.audio.MediaDecoder;
import org.chartwright.audio.MediaException;
import org.chartwright.audio.MediaFacts;
import org.chartwright.audio.MediaSource;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.audio.SpeechPieces;
import org.chartwright.clinical.DialogueReader;
import org.chartwright.clinical.Reader;
import org.chartwright.encounter.Role;
import org.chartwright.encounter.Turn;
import org.chartwright.encounter.Word;
import org.chartwright.note.Drafter;
import org.chartwright.note.NoteWriter;
import org.chartwright.speakers.TurnMaker;
import org.chartwright.speakers.VoicePrints;
import org.chartwright.speakers.Voices;
import org.chartwright.speakers.Voices.VoiceSpan;
import org.chartwright.speech.Recognizer;
import org.jspecify.annotations.Nullable;

/**
 * The stages of the pipeline, each behind its door.
 *
 * @param sound bytes to samples
 * @param cutter samples to pieces of speech
 * @param recognizer pieces to words; belongs to whoever opened it
 * @param voices a new listener for each recording
 * @param turns words to turns
 * @param wording turns to readable turns
 * @param reader turns to segments and insights
 * @param drafter all to a note
 */
public record Stages(
        Sound sound,
        Cutter cutter,
        Recognizer recognizer,
        Supplier<Voices> voices,
        TurnTaking turns,
        Wordsmith wording,
        Reader reader,
        Drafter drafter) {

    /** The product's own stages around an engine; engine and decoder stay the caller's. */
    public static Stages of(MediaDecoder decoder, Recognizer recognizer) {
        return new Stages(
                new Decoding(decoder),
                Stages::pieces,
                recognizer,
                VoicePrints::new,
                new MadeTurns(new TurnMaker()),
                RuledWording.open(),
                new DialogueReader(),
                new NoteWriter());
    }

    @SuppressWarnings("resource") // closes the stream, which is the caller's to close
    private static Pieces pieces(AudioStream stream, int channel, Duration longest) {
        SpeechPieces pieces = new SpeechPieces(stream, Math.max(0, channel), longest);
        return new Cut(pieces);
    }

    /** The same with another engine. */
    public Stages with(Recognizer other) {
        return new Stages(sound, cutter, other, voices, turns, wording, reader, drafter);
    }

    private record Cut(SpeechPieces pieces) implements Pieces {

        @Override
        public @Nullable SpeechPiece next() throws IOException, MediaException {
            return pieces.next();
        }

        @Override
        public AudioQuality quality() {
            return pieces.quality();
        }
    }

    private record Decoding(MediaDecoder decoder) implements Sound {

        @Override
        public MediaFacts probe(MediaSource media) throws IOException, MediaException {
            return decoder.probe(media);
        }

        @Override
        public Duration measure(MediaSource media) throws IOException, MediaException {
            return decoder.measure(media);
        }

        @Override
        public AudioStream open(MediaSource media, int channel) throws IOException, MediaException {
            return decoder.open(media, channel);
        }
    }

    private record MadeTurns(TurnMaker maker) implements TurnTaking {

        @Override
        public List<Turn> byVoice(List<Word> words, List<VoiceSpan> voices) {
            return maker.byVoice(words, voices);
        }

        @Override
        public List<Turn> byChannel(List<Word> words, Map<Integer, Role> roles) {
            return maker.byChannel(words, roles);
        }
    }

    /** The door to the decoder of media. Any number of threads. */
    public interface Sound {

        /** Looks at the beginning of a recording. */
        MediaFacts probe(MediaSource media) throws IOException, MediaException;

        /** How long all of it is; refuses what is too long, too short or broken before hours are spent on it. */
        Duration measure(MediaSource media) throws IOException, MediaException;

        /** Opens a channel, from 0, or -1 for all of them mixed to one. The caller closes it. */
        AudioStream open(MediaSource media, int channel) throws IOException, MediaException;
    }

    /** The door to the finder of speech. */
    @FunctionalInterface
    public interface Cutter {

        /** Pieces of that stream, which stays the caller's to close. */
        Pieces cut(AudioStream stream, int channel, Duration longest);
    }

    /** Pieces of speech in order of time. One thread. */
    @FunctionalInterface
    public interface Pieces {

        /** The next piece, or null at the end. */
        @Nullable SpeechPiece next() throws IOException, MediaException;

        /** How good the sound is, once the end was reached. */
        default AudioQuality quality() {
            return AudioQuality.UNKNOWN;
        }
    }

    /** The door to who took which turn. Any number of threads. */
    public interface TurnTaking {

        /** Turns of people who share a microphone, with their roles. */
        List<Turn> byVoice(List<Word> words, List<VoiceSpan> voices);

        /** Turns of people with a channel each. */
        List<Turn> byChannel(List<Word> words, Map<Integer, Role> roles);
    }

    /** The door to written form. Any number of threads. */
    @FunctionalInterface
    public interface Wordsmith {

        /** The same turns as a person would write them, with the user's own rules applied. */
        List<Turn> readable(List<Turn> turns, ScribeRequest.WordRules rules);
    }
}
