package org.chartwright.scribing;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.chartwright.encounter.Role;
import org.chartwright.note.NoteRequest;
import org.chartwright.speakers.VoicePrint;
import org.jspecify.annotations.Nullable;

/**
 * How one recording is to be worked on.
 *
 * @param channels who speaks on each of two channels; empty when all share one microphone
 * @param mostSpeakers how many voices to tell apart at most; of no meaning by channel
 * @param words the custom vocabulary and filter
 * @param note which note
 * @param visit names the visit; seeds all ids, so that the same visit always gets the same documents
 * @param clinician how the clinician sounds, or null when that is not known; of no meaning by channel
 */
public record ScribeRequest(
        Map<Integer, Role> channels,
        int mostSpeakers,
        WordRules words,
        NoteRequest note,
        UUID visit,
        @Nullable VoicePrint clinician) {

    /** Copies the channels, in order. */
    public ScribeRequest {
        channels = Collections.unmodifiableMap(new TreeMap<>(channels));
        if (mostSpeakers < 1) {
            throw new IllegalArgumentException("At least one speaker");
        }
    }

    /** What a job asks for. */
    public static ScribeRequest of(JobRequest request, WordRules words, NoteRequest note, UUID visit) {
        Map<Integer, Role> channels = new TreeMap<>();
        request.channels().forEach(channel -> channels.put(channel.channel(), channel.role()));
        Integer most = request.settings().mostSpeakers();
        return new ScribeRequest(channels, most == null ? 2 : most, words, note, visit);
    }

    /** The same where it is known how the clinician sounds, or not. */
    public ScribeRequest with(@Nullable VoicePrint voice) {
        return new ScribeRequest(channels, mostSpeakers, words, note, visit, voice);
    }

    /** Where nobody's voice is known. */
    public ScribeRequest(
            Map<Integer, Role> channels, int mostSpeakers, WordRules words, NoteRequest note, UUID visit) {
        this(channels, mostSpeakers, words, note, visit, null);
    }

    /** One microphone, two speakers, nothing special. */
    public static ScribeRequest oneMicrophone(NoteRequest note, UUID visit) {
        return new ScribeRequest(Map.of(), 2, WordRules.NONE, note, visit);
    }

    /** Whether each channel is one person. */
    public boolean byChannel() {
        return !channels.isEmpty();
    }

    /**
     * What its user wants done with particular words.
     *
     * @param vocabulary phrases to expect and how to show them
     * @param filtered words to mask, remove or flag; whole words, any case
     * @param method what to do with those
     */
    public record WordRules(List<VocabularyEntry> vocabulary, List<String> filtered, FilterMethod method) {

        /** Nothing. */
        public static final WordRules NONE = new WordRules(List.of(), List.of(), FilterMethod.TAG);

        /** Copies the lists. */
        public WordRules {
            vocabulary = List.copyOf(vocabulary);
            filtered = List.copyOf(filtered);
        }

        @Override
        public String toString() {
            return "WordRules[" + vocabulary.size() + " entries, " + filtered.size() + " filtered]";
        }
    }
}
