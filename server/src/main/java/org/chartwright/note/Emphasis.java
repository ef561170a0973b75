package org.chartwright.note;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.chartwright.clinical.Lexicon;
import org.chartwright.note.plan.Candidate;
import org.chartwright.note.plan.Part;
import org.chartwright.specialties.Guide;
import org.chartwright.specialties.Specialty;

/**
 * What a specialty changes in a note: which of the things said are worth keeping, where they stand and in which order.
 * It never adds one. Immutable.
 */
final class Emphasis {

    /** How far a key statement is lifted from its learned worth towards 1. */
    private static final double LIFT = 0.6;

    private static final double LEAST_KEY_WEIGHT = 0.9;
    private static final Set<Part> OF_THE_STORY =
            EnumSet.of(Part.COMPLAINT, Part.STORY, Part.SYSTEMS, Part.SOCIAL, Part.HISTORY);

    private static final Pattern FINDING =
            Pattern.compile("(?i)^(?:there (?:is|are|was|were)\\b|.{1,60}?\\b(?:is|are|was|were|shows?|appears?)\\b)");
    private static final Pattern OPINION = Pattern.compile(
            "(?i)\\b(?:I|we|will|should|would|could|may|might|if|call|continue|start|stop|order|because|seems?|likely)\\b");

    private final Guide guide;
    private final Lexicon lexicon;

    private Emphasis(Specialty specialty) {
        this.guide = Guide.of(specialty);
        this.lexicon = Lexicon.of(specialty);
    }

    static Emphasis of(Specialty specialty) {
        return new Emphasis(specialty);
    }

    /** The words as they are meant here. */
    Lexicon lexicon() {
        return lexicon;
    }

    /** Body systems that come first. */
    List<String> systems() {
        return guide.systems();
    }

    /** Labels of the examination that come first. */
    List<Guide.Label> exam() {
        return guide.exam();
    }

    /** How worth saying something is, 0 to 1. */
    double worth(Candidate candidate, double learned) {
        return guide.key().in(candidate.text()) ? learned + (1 - learned) * LIFT : learned;
    }

    /** How much a concept matters that the note leaves out, 0 to 1. */
    double weight(String concept, double usual) {
        return usual > 0 && guide.key().in(concept) ? Math.max(usual, LEAST_KEY_WEIGHT) : usual;
    }

    /** In the part where this specialty looks for it. */
    Candidate placed(Candidate candidate) {
        boolean ofTheStory = OF_THE_STORY.contains(candidate.part());
        boolean clinician = candidate.kind() == Candidate.Kind.CLINICIAN;
        boolean found = clinician && (ofTheStory || candidate.part() == Part.ASSESSMENT) && isFinding(candidate);
        if (found && labelled(guide.exam(), candidate)) {
            return candidate.in(Part.EXAM);
        }
        return ofTheStory && labelled(guide.history(), candidate) ? candidate.in(Part.HISTORY) : candidate;
    }

    /** The past history: what this specialty asks for first, under its labels, then the rest in its order. */
    List<Candidate> history(List<Candidate> chosen) {
        Map<String, List<Candidate>> groups = new LinkedHashMap<>();
        guide.history().forEach(label -> groups.put(label.name(), new ArrayList<>()));
        List<Candidate> rest = new ArrayList<>();
        for (Candidate candidate : chosen) {
            guide.history().stream()
                    .filter(label -> label.words().in(candidate.text()))
                    .findFirst()
                    .map(label -> groups.getOrDefault(label.name(), rest))
                    .orElse(rest)
                    .add(candidate);
        }
        List<Candidate> laid = new ArrayList<>();
        groups.forEach((label, group) -> {
            for (Candidate candidate : group) {
                laid.add(candidate == group.getFirst() ? candidate.under(label + ": ") : candidate);
            }
        });
        laid.addAll(rest);
        return laid;
    }

    private static boolean isFinding(Candidate candidate) {
        return FINDING.matcher(candidate.text()).find() && !OPINION.matcher(candidate.text()).find();
    }

    private static boolean labelled(List<Guide.Label> labels, Candidate candidate) {
        return labels.stream().anyMatch(label -> label.words().in(candidate.text()));
    }
}
