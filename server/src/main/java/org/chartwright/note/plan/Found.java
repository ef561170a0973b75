package org.chartwright.note.plan;

import java.util.List;
import org.chartwright.note.prose.Prose;

/**
 * Something said, in the third person, before its place in the note is known.
 *
 * @param kind where it comes from
 * @param text lower case, no final mark
 * @param evidence indexes of segments, ascending
 * @param features what the learned parts look at, without the part
 * @param order index of the clause
 */
public record Found(Candidate.Kind kind, String text, List<Integer> evidence, List<String> features, int order) {

    private static final int LEAST_WORDS = 2;
    private static final int WORD_STEP = 4;
    private static final int MOST_STEPS = 6;

    /** Copies the lists. */
    public Found {
        evidence = List.copyOf(evidence);
        features = List.copyOf(features);
    }

    /** Written for its part; nothing when nothing worth writing is left. */
    java.util.Optional<Candidate> placed(Part chosen) {
        return written(Placement.of(kind, text, chosen));
    }

    /** Written for a part that is certain. */
    public java.util.Optional<Candidate> written(Part part) {
        String list = switch (part) {
            case EXAM -> "exam";
            case RESULTS -> "results";
            case ASSESSMENT, TESTING, TREATMENT, COUNSELING, FOLLOW_UP -> "plan";
            case COMPLAINT, STORY, SYSTEMS, HISTORY, FAMILY, SOCIAL -> "story";
            case GOAL, INTERVENTION, RESPONSE, PROGRESS, BEHAVIOR -> "session";
        };
        String sentence = Prose.sentence(Prose.forSection(list, text));
        int words = sentence.isBlank() ? 0 : sentence.split(" ", -1).length;
        if (words < LEAST_WORDS || HalfSaid.is(kind, text, part)) {
            return java.util.Optional.empty();
        }
        List<String> all = new java.util.ArrayList<>(features);
        all.add("part=" + part);
        all.add("words=" + Math.min(MOST_STEPS, words / WORD_STEP));
        return java.util.Optional.of(new Candidate(kind, part, "", sentence, evidence, all, order));
    }

    /** The same in other words. */
    public Found worded(String newText) {
        return new Found(kind, newText, evidence, features, order);
    }

    /** Leaves the text out: it is a patient's story. */
    @Override
    public String toString() {
        return "Found[" + kind + ", " + text.length() + " chars]";
    }
}
