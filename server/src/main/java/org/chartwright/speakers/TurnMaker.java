package org.chartwright.speakers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.chartwright.encounter.Role;
import org.chartwright.encounter.Speaker;
import org.chartwright.encounter.Turn;
import org.chartwright.encounter.Word;
import org.chartwright.speakers.Voices.VoiceSpan;

/**
 * Joins words to voices and voices to roles: every word ends in exactly one turn, in order of time. Safe for any number
 * of threads.
 */
public final class TurnMaker {

    /** People talking over each other on two channels are told in turns that end at pauses of this length. */
    private static final long CHANNEL_PAUSE = 500;

    private final Roles roles;

    /** With the roles model that comes with the product. */
    public TurnMaker() {
        this(new Roles());
    }

    /** With another one. */
    public TurnMaker(Roles roles) {
        this.roles = roles;
    }

    /**
     * One microphone: each word goes to the voice that is heard at its time, and each voice gets its role from what it
     * says; the one that was expected is the clinician. Without spans all is one voice.
     */
    public List<Turn> byVoice(List<Word> words, List<VoiceSpan> spans) {
        List<Word> ordered = ordered(words);
        int[] voices = new WordVoices(ordered, spans).voices();
        List<Run> runs = runs(ordered, voices);
        if (runs.isEmpty()) {
            return List.of();
        }
        List<Line> lines = runs.stream()
                .map(run -> new Line(
                        run.voice, run.words.stream().map(Word::rendered).collect(Collectors.joining(" "))))
                .toList();
        OptionalInt clinician =
                spans.stream().filter(VoiceSpan::expected).mapToInt(VoiceSpan::voice).findFirst();
        Roles.Casting casting = roles.cast(lines, Trust.HEARD_VOICES, clinician);
        Map<Integer, Speaker> speakers = speakers(casting, runs);
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            append(
                    turns, Objects.requireNonNull(speakers.get(casting.voices().get(i))), runs.get(i).words);
        }
        return turns;
    }

    /**
     * A microphone each: the role of a word is that of its channel. Where people talk over each other the turns are cut
     * at pauses and told by their beginnings.
     *
     * @param channels the role of each channel that has words
     */
    public List<Turn> byChannel(List<Word> words, Map<Integer, Role> channels) {
        Map<Integer, Speaker> speakers = new HashMap<>();
        Map<Role, Integer> next = new HashMap<>();
        new TreeMap<>(channels).forEach((channel, role) ->
                speakers.put(channel, new Speaker(role, next.merge(role, 1, Integer::sum) - 1)));
        List<Run> phrases = new ArrayList<>();
        TreeMap<Integer, List<Word>> byChannel =
                ordered(words).stream().collect(Collectors.groupingBy(Word::channel, TreeMap::new, Collectors.toList()));
        byChannel.forEach((channel, heard) -> {
            if (!speakers.containsKey(channel)) {
                throw new IllegalArgumentException("No role for channel " + channel);
            }
            phrases.addAll(phrases(heard));
        });
        phrases.sort(Comparator.comparing(phrase -> phrase.words.getFirst().time()));
        List<Turn> turns = new ArrayList<>();
        phrases.forEach(phrase -> append(turns, Objects.requireNonNull(speakers.get(phrase.voice)), phrase.words));
        return turns;
    }

    private record Run(int voice, List<Word> words) {}

    private static List<Word> ordered(List<Word> words) {
        return words.stream()
                .sorted(Comparator.comparingLong(word -> word.time().startMillis()))
                .toList();
    }

    private static List<Run> runs(List<Word> words, int[] voices) {
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (runs.isEmpty() || runs.getLast().voice != voices[i]) {
                runs.add(new Run(voices[i], new ArrayList<>()));
            }
            runs.getLast().words.add(words.get(i));
        }
        return runs;
    }

    /** What one channel says between pauses. */
    private static List<Run> phrases(List<Word> words) {
        List<Run> phrases = new ArrayList<>();
        long end = Long.MIN_VALUE / 2;
        for (Word word : words) {
            if (phrases.isEmpty() || word.time().startMillis() - end >= CHANNEL_PAUSE) {
                phrases.add(new Run(word.channel(), new ArrayList<>()));
            }
            phrases.getLast().words.add(word);
            end = Math.max(end, word.time().endMillis());
        }
        return phrases;
    }

    private static void append(List<Turn> turns, Speaker speaker, List<Word> words) {
        if (!turns.isEmpty() && turns.getLast().speaker().equals(speaker)) {
            List<Word> longer = new ArrayList<>(turns.removeLast().words());
            longer.addAll(words);
            turns.add(new Turn(speaker, longer));
        } else {
            turns.add(new Turn(speaker, words));
        }
    }

    /** In each role, first the clinician or patient proper, then by how much they say. */
    private static Map<Integer, Speaker> speakers(Roles.Casting casting, List<Run> runs) {
        int[] said = new int[casting.parts().size()];
        for (int i = 0; i < runs.size(); i++) {
            said[casting.voices().get(i)] += runs.get(i).words.size();
        }
        List<Integer> order = new ArrayList<>();
        for (int voice = 0; voice < said.length; voice++) {
            if (said[voice] > 0) {
                order.add(voice);
            }
        }
        order.sort(Comparator.<Integer>comparingInt(voice -> casting.parts().get(voice).ordinal())
                .thenComparing(voice -> -said[voice]));
        Map<Role, Integer> next = new HashMap<>();
        Map<Integer, Speaker> speakers = new HashMap<>();
        for (int voice : order) {
            Role role = casting.parts().get(voice).role();
            speakers.put(voice, new Speaker(role, next.merge(role, 1, Integer::sum) - 1));
        }
        return speakers;
    }
}
