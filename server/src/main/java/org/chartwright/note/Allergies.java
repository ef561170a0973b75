package org.chartwright.note;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.chartwright.clinical.ConceptKind;
import org.chartwright.clinical.Mention;
import org.chartwright.clinical.Reading;
import org.chartwright.clinical.Subject;
import org.chartwright.encounter.Role;
import org.chartwright.encounter.Segment;
import org.chartwright.note.plan.Candidate;
import org.chartwright.note.plan.Part;
import org.chartwright.note.prose.Prose;

/** Finds the drugs that the patient does not bear, and writes them with what they do. For one visit. */
final class Allergies {

    private static final Pattern ALLERGY = Pattern.compile("\\b(?:allerg\\w*|anaphyla\\w*|intoleran\\w*)\\b");
    private static final Pattern ASKED_ALLERGY = Pattern.compile("\\b(?:allergic to|allerg(?:y|ies))\\b.*\\?");
    private static final Pattern DENIED = Pattern.compile(
            "\\b(?:not|never|no|n't|isn't|aren't|denies|without)\\b[^.,;]{0,25}\\ballerg|^(?:no|nope|none|not that)\\b");
    private static final Pattern REACTION = Pattern.compile(
            "\\b(?:rash|hives|itching|itchy|anaphylaxis|swelling|swollen|nausea|vomiting|shortness of breath|wheezing)\\b");
    private static final Pattern GIVES = Pattern.compile(
            "\\b(?:gives? me|gave me|caus\\w+|mak(?:es|ing) me|made me|break out|broke out|i (?:get|got|had|have)|reaction)\\b");
    /** For seasons and animals an antihistamine is taken; the drug is the remedy, not the cause. */
    private static final Pattern REMEDY = Pattern.compile(
            "\\b(?:for|helps? with|treats?)\\b[^.,;]{0,20}\\ballerg|\\bseasonal\\b|\\bi (?:take|use|am taking)\\b");

    private final List<Segment> segments;
    private final Map<String, Set<Integer>> found = new LinkedHashMap<>();
    private final Set<String> reactions = new LinkedHashSet<>();

    Allergies(Reading reading) {
        this.segments = reading.segments();
        for (Mention mention : reading.mentions()) {
            if (mention.concept().kind() == ConceptKind.MEDICATION && mention.subject() == Subject.PATIENT) {
                where(mention).ifPresent(at ->
                        found.computeIfAbsent(mention.concept().name(), name -> new TreeSet<>()).addAll(at));
            }
        }
    }

    /** Whether the patient is said to be allergic to the drug. */
    boolean holds(String drug) {
        return found.containsKey(drug);
    }

    /** The segments that tell of allergies and of what they did. */
    Set<Integer> evidence() {
        Set<Integer> evidence = new TreeSet<>();
        facts().forEach(fact -> evidence.addAll(fact.evidence()));
        return evidence;
    }

    /** "Allergic to penicillin (rash)."; nothing where no drug is named. */
    List<Candidate> facts() {
        if (found.isEmpty()) {
            return List.of();
        }
        Set<Integer> evidence = new TreeSet<>();
        found.values().forEach(evidence::addAll);
        reaction(evidence);
        String what = found.size() == 1 && !reactions.isEmpty() ? " (" + String.join(", ", reactions) + ")" : "";
        String text = Prose.sentence("allergic to " + Sites.listed(found.keySet(), "and") + what);
        List<Integer> rests = List.copyOf(evidence);
        return List.of(new Candidate(
                Candidate.Kind.FACT, Part.HISTORY, "\nALLERGIES\n\n", text, rests, List.of(), rests.getFirst()));
    }

    /** The segments that say so of one mention; empty when they do not. */
    private java.util.Optional<List<Integer>> where(Mention mention) {
        int at = mention.segment();
        String own = said(at);
        if (segments.get(at).speaker().role() == Role.PATIENT) {
            boolean names = ALLERGY.matcher(own).find() && !REMEDY.matcher(own).find();
            int question = questionBefore(at);
            boolean asked = question >= 0 && ASKED_ALLERGY.matcher(said(question)).find()
                    && !REMEDY.matcher(own).find();
            if (DENIED.matcher(own).find() || (!names && !asked)) {
                return java.util.Optional.empty();
            }
            return java.util.Optional.of(names ? List.of(at) : List.of(question, at));
        }
        boolean told = Pattern.compile("\\b(?:you are|you're|patient is|he is|she is) allergic to\\b").matcher(own).find();
        return told && !own.contains("?") && !DENIED.matcher(own).find()
                ? java.util.Optional.of(List.of(at))
                : java.util.Optional.empty();
    }

    private int questionBefore(int at) {
        int turn = segments.get(at).turn();
        for (int i = at - 1; i >= 0 && segments.get(i).turn() >= turn - 1; i--) {
            if (segments.get(i).turn() == turn - 1 && said(i).endsWith("?")) {
                return i;
            }
        }
        return -1;
    }

    /** What the drug does, where the same turn tells it. */
    private void reaction(Set<Integer> evidence) {
        for (int at : List.copyOf(evidence)) {
            for (int i = at; i < Math.min(segments.size(), at + 3); i++) {
                boolean same = segments.get(i).turn() == segments.get(at).turn();
                if (!same || segments.get(i).speaker().role() != Role.PATIENT || !GIVES.matcher(said(i)).find()) {
                    continue;
                }
                java.util.regex.Matcher names = REACTION.matcher(said(i));
                while (names.find()) {
                    reactions.add(names.group());
                    evidence.add(i);
                }
            }
        }
    }

    private String said(int at) {
        return segments.get(at).text().toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    }
}
