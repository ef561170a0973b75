package org.chartwright.note;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.chartwright.clinical.Assertion;
import org.chartwright.clinical.ConceptKind;
import org.chartwright.clinical.Mention;
import org.chartwright.clinical.Reading;
import org.chartwright.clinical.Subject;
import org.chartwright.encounter.Category;
import org.chartwright.encounter.Role;
import org.chartwright.encounter.Segment;
import org.chartwright.note.plan.Candidate;
import org.chartwright.note.plan.Part;

/** Writes the review of systems: what the patient reports and denies, system by system. Stateless. */
final class SystemsReview {

    private static final Map<String, String> SYSTEMS = systems();
    private static final Set<String> TOO_VAGUE = Set.of("pain", "fall", "injury", "popping", "trauma", "symptoms", "hurt");
    /** What a clinician says of people, of causes and of what might come is nothing that the patient reports. */
    private static final Pattern OF_ANYBODY = Pattern.compile(
            "\\b(?:people|people's|patients|reasons? (?:to|for|why)|we (?:can |could |may |might |often |sometimes |usually |do )*see (?:this|that|it|some|a lot)"
                    + "|^(?:(?:good|okay|so)[,.]? )*we (?:removed|did|took|got|looked|saw|found|put)|side effects?|(?:can|could|may|might) (?:cause|lead|happen|give)|help with)\\b");
    /** "Lisinopril gave me a cough" tells of what is over. */
    private static final Pattern GAVE = Pattern.compile("(?i)\\b(?:gave|caused|made) (?:me|him|her|them)? ?(?:(?:an?|some|bad|terrible|the|feel|very|so|really) )*$");
    private static final int MOST_NAMED = 6;

    /** How a symptom is named in some segments, and whether by that very word. */
    private record Place(String name, boolean word, Set<Integer> segments) {

        @Override
        public String toString() {
            return "Place[" + segments + "]";
        }
    }

    /** What is claimed of a symptom and where. */
    private static final class Claim {
        private String name = "";
        private final List<Place> reported = new ArrayList<>();
        private final List<Place> denied = new ArrayList<>();
    }

    private SystemsReview() {}

    /** The systems that come first in a specialty, then the others. */
    static List<Candidate> of(Reading reading, List<String> first, BiPredicate<String, Set<Integer>> holds) {
        Map<String, Map<String, Claim>> bySystem = new LinkedHashMap<>();
        Set<Integer> allergies = new Allergies(reading).evidence();
        first.stream().filter(SYSTEMS::containsKey).forEach(system -> bySystem.put(system, new LinkedHashMap<>()));
        SYSTEMS.keySet().forEach(system -> bySystem.putIfAbsent(system, new LinkedHashMap<>()));
        for (Mention mention : reading.mentions()) {
            Map<String, Claim> claims = bySystem.get(mention.concept().system());
            if (claims != null && counts(mention, reading, allergies)) {
                Claim claim = claims.computeIfAbsent(mention.concept().name(), name -> new Claim());
                String named = Sites.named(mention, reading.segments());
                claim.name = named.length() > claim.name.length() ? named : claim.name;
                Set<Integer> where = new TreeSet<>(mention.support());
                where.add(mention.segment());
                boolean word = segment(mention, reading).contains(mention.concept().name());
                (mention.assertion() == Assertion.DENIED ? claim.denied : claim.reported).add(new Place(named, word, where));
            }
        }
        List<Candidate> review = new ArrayList<>();
        bySystem.forEach((system, claims) -> {
            review.addAll(line(system, "Reports ", claims, true).candidates(holds));
            review.addAll(line(system, "Denies ", claims, false).candidates(holds));
        });
        return review;
    }

    private static String segment(Mention mention, Reading reading) {
        return reading.segments().get(mention.segment()).text().toLowerCase(Locale.ROOT);
    }

    private static boolean counts(Mention mention, Reading reading, Set<Integer> allergies) {
        Segment segment = reading.segments().get(mention.segment());
        boolean claimed = mention.assertion() == Assertion.PRESENT || mention.assertion() == Assertion.DENIED;
        return claimed
                && mention.subject() == Subject.PATIENT
                && mention.concept().kind() == ConceptKind.SYMPTOM
                && segment.category() == Category.SUBJECTIVE
                && (segment.speaker().role() != Role.CLINICIAN || !mention.support().isEmpty() || !isOfAnybody(segment))
                // A rash that a drug once gave is told of the allergy, not of today.
                && !allergies.contains(mention.segment())
                && !GAVE.matcher(segment.text().substring(0, mention.insight().spans().getFirst().begin())).find()
                && !TOO_VAGUE.contains(mention.concept().name());
    }

    private static boolean isOfAnybody(Segment segment) {
        return OF_ANYBODY.matcher(segment.text().toLowerCase(Locale.ROOT).replace('\u2019', '\'')).find();
    }

    private static FactLine line(String system, String verb, Map<String, Claim> claims, boolean reported) {
        List<FactLine.Item> items = new ArrayList<>();
        for (Claim claim : claims.values()) {
            // Claimed both ways: nobody knows what holds, so nothing is said of it here.
            boolean parted = List.of(claim.name.split(" and ", -1)).stream()
                    .anyMatch(part -> !part.equals(claim.name) && claims.containsKey(part));
            boolean clear = !parted && claim.reported.isEmpty() != claim.denied.isEmpty();
            List<Place> where = reported ? claim.reported : claim.denied;
            if (clear && !where.isEmpty() && items.size() < MOST_NAMED) {
                items.add(new FactLine.Item(claim.name, fewest(claim.name, where)));
            }
        }
        return new FactLine(Part.SYSTEMS, SYSTEMS.getOrDefault(system, "") + ": ", verb, reported ? "and" : "or", items);
    }

    /** The fewest segments that say it by that name: "no diarrhea" alone, before a question and what answers it. */
    private static Set<Integer> fewest(String name, List<Place> where) {
        return where.stream()
                .min(Comparator.comparing((Place place) -> !place.name().equals(name)).thenComparing(place -> !place.word())
                        .thenComparing(place -> place.segments().size()))
                .orElseThrow()
                .segments();
    }

    private static Map<String, String> systems() {
        Map<String, String> systems = new LinkedHashMap<>();
        systems.put("constitutional", "Constitutional");
        systems.put("eyes", "Eyes");
        systems.put("ears nose throat", "Ears, Nose, Mouth and Throat");
        systems.put("cardiovascular", "Cardiovascular");
        systems.put("respiratory", "Respiratory");
        systems.put("gastrointestinal", "Gastrointestinal");
        systems.put("genitourinary", "Genitourinary");
        systems.put("musculoskeletal", "Musculoskeletal");
        systems.put("skin", "Skin");
        systems.put("neurological", "Neurological");
        systems.put("psychiatric", "Psychiatric");
        return systems;
    }
}
