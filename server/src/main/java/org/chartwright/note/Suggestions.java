package org.chartwright.note;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.chartwright.clinical.Assertion;
import org.chartwright.clinical.Lexicon;
import org.chartwright.clinical.Mention;
import org.chartwright.clinical.Reading;
import org.chartwright.encounter.SegmentId;
import org.chartwright.note.plan.Candidate;
import org.chartwright.note.plan.Candidates;
import org.chartwright.note.plan.Learned;
import org.chartwright.note.plan.Part;

/** For what a note omits, the sentence that would say it and where it would stand. For one visit; any thread. */
public final class Suggestions {

    private final Reading reading;
    private final NoteRequest request;
    private final Lexicon lexicon;
    private final List<Candidate> sayable;

    /** Finds all that could be said of a visit. */
    public Suggestions(Reading reading, NoteRequest request) {
        this.reading = reading;
        this.request = request;
        this.lexicon = Lexicon.of(request.specialty());
        this.sayable = reading.segments().isEmpty()
                ? List.of()
                : Candidates.placed(NoteWriter.found(reading, request.pronouns()), Learned.installed());
    }

    /**
     * A sentence that could be added.
     *
     * @param name of the concept that is omitted
     * @param text what would be said
     * @param section where
     * @param evidence what it rests on
     * @param weight how much it matters, 0 to 1
     */
    public record Suggestion(String name, String text, String section, List<SegmentId> evidence, double weight) {

        /** Leaves the texts out: they are part of a patient's story. */
        @Override
        public String toString() {
            return "Suggestion[" + section + "]";
        }
    }

    /** For all that is omitted by a note that says those sentences, the weightiest first. */
    public List<Suggestion> besides(Collection<String> written) {
        List<Suggestion> suggestions = new ArrayList<>();
        for (DraftReport.Omission omission : Omissions.of(reading, written, request.specialty())) {
            suggestions.add(suggestion(omission));
        }
        return suggestions;
    }

    private Suggestion suggestion(DraftReport.Omission omission) {
        Optional<Candidate> said = sayable.stream()
                .filter(one -> one.evidence().contains(omission.segment()))
                .filter(one -> lexicon.find(one.text()).stream()
                        .anyMatch(found -> found.concept().name().equals(omission.name())))
                .findFirst();
        Mention mention = reading.mentions().stream()
                .filter(one -> one.segment() == omission.segment() && one.concept().name().equals(omission.name()))
                .findFirst()
                .orElseThrow();
        List<Integer> evidence = said.map(Candidate::evidence).orElseGet(() -> evidence(mention));
        return new Suggestion(
                omission.name(),
                said.map(Candidate::text).orElseGet(() -> named(mention)),
                section(said.map(Candidate::part).orElseGet(() -> part(mention))),
                evidence.stream().map(index -> reading.segments().get(index).id()).toList(),
                omission.weight());
    }

    private String section(Part part) {
        return Places.of(part, request.template()).orElse(request.template().sections().getLast());
    }

    private static List<Integer> evidence(Mention mention) {
        List<Integer> evidence = new ArrayList<>(mention.support());
        evidence.add(mention.segment());
        return evidence.stream().sorted().distinct().toList();
    }

    /** The bare name, with what is claimed of it. */
    private static String named(Mention mention) {
        String name = mention.concept().name();
        String claim = switch (mention.assertion()) {
            case PRESENT, ASKED -> "";
            case DENIED -> "no ";
            case POSSIBLE, CONDITIONAL -> "possible ";
            case PAST -> "history of ";
        };
        String text = claim + name + (mention.relation().isEmpty() ? "" : " (" + mention.relation() + ")");
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }

    private static Part part(Mention mention) {
        if (!mention.relation().isEmpty()) {
            return Part.FAMILY;
        }
        return switch (mention.concept().kind()) {
            case SYMPTOM -> mention.assertion() == Assertion.DENIED ? Part.SYSTEMS : Part.STORY;
            case DISEASE, MEDICATION, ALLERGY, PROCEDURE, PERSON -> Part.HISTORY;
            case FINDING, ANATOMY -> Part.EXAM;
            case TEST -> Part.RESULTS;
            case TREATMENT -> Part.TREATMENT;
            case HABIT -> Part.SOCIAL;
        };
    }
}
