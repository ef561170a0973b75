package org.chartwright.clinical;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chartwright.encounter.Segment;

/** Says of whom a sentence speaks where it names something. */
final class Subjects {

    private static final Map<String, String> RELATIVES = Map.ofEntries(
            Map.entry("mother", "mother"), Map.entry("mom", "mother"), Map.entry("mum", "mother"),
            Map.entry("mama", "mother"), Map.entry("father", "father"), Map.entry("dad", "father"),
            Map.entry("sister", "sister"), Map.entry("brother", "brother"), Map.entry("sibling", "sibling"),
            Map.entry("aunt", "aunt"), Map.entry("uncle", "uncle"), Map.entry("grandmother", "grandmother"),
            Map.entry("grandma", "grandmother"), Map.entry("grandfather", "grandfather"),
            Map.entry("grandpa", "grandfather"), Map.entry("grandparent", "grandparent"), Map.entry("cousin", "cousin"),
            Map.entry("parent", "parent"), Map.entry("family", "family"), Map.entry("relative", "relative"),
            Map.entry("wife", "wife"), Map.entry("husband", "husband"), Map.entry("son", "son"),
            Map.entry("daughter", "daughter"), Map.entry("niece", "niece"), Map.entry("nephew", "nephew"),
            Map.entry("grandson", "grandson"), Map.entry("granddaughter", "granddaughter"),
            Map.entry("child", "child"), Map.entry("kid", "child"), Map.entry("children", "child"));
    private static final Set<String> OTHERS = Set.of("friend", "coworker", "colleague", "neighbor", "boyfriend",
            "girlfriend", "roommate", "boss", "classmate", "partner", "buddy");
    /** People of whom something is said in general: "a lot of people have it". */
    private static final Set<String> ANYBODY = Set.of(
            "people", "patients", "guys", "folks", "women", "men", "everybody", "everyone", "somebody", "someone", "others", "adults");
    private static final Pattern HE_OR_SHE = Pattern.compile("(?:(?:and|but|so|yes|yeah|no|because|,|\\.) )*(?:he|she) .*");
    private static final int FAR = 6;
    private static final Pattern FIRST = Pattern.compile("(?:^| )(?:i|me|i'm|we)(?: |$)");
    private static final Pattern HERSELF = Pattern.compile("(?:(?:and|but|so|yes|yeah|,) )*(?:he|she|they) .*");
    private static final Pattern MINE = Pattern.compile("\\b(?:my|your|me|mine)\\b");
    private static final Pattern RUNS = Pattern.compile("^(?:(?:do|does|did|can|may|might) )?runs? in (?:my|your|the|his|her|our|their) family\\b.*");
    private static final Set<String> CHILDREN = Set.of("son", "daughter", "child", "grandson", "granddaughter");
    private static final Pattern YOUR_CHILD =
            Pattern.compile("\\byour (son|daughter|baby|child|little one|kid|boy|girl)\\b");
    private static final Set<String> SELF = Set.of("i", "you", "we", "me", "patient", "myself", "yourself", "he", "she");
    private static final Set<String> THIRD = Set.of("he", "she", "they", "him", "her", "his");
    private static final Set<String> REPORTING = Set.of("noticed", "says", "said", "told", "tells", "thinks", "thought",
            "worried", "notices", "concerned", "complains", "wants", "wanted", "brought", "made", "complained");

    private final List<SentenceText> texts;
    /** The relation of the patient to the one who speaks for them, if somebody does. */
    private final Set<String> patients;
    private final boolean spokenFor;
    private final boolean askedAfter;

    /**
     * Who it is.
     *
     * @param subject the sort of person
     * @param relation the relative, or empty
     */
    record Who(Subject subject, String relation) {

        static final Who PATIENT = new Who(Subject.PATIENT, "");
    }

    Subjects(List<SentenceText> texts) {
        this.texts = texts;
        List<Segment> segments = texts.stream().map(text -> text.segment).toList();
        this.spokenFor = SpokenFor.is(segments);
        this.askedAfter = SpokenFor.isAskedAfter(segments);
        String asked = texts.stream()
                .limit(40)
                .filter(SentenceText::byClinician)
                .map(text -> text.words(0, text.tokens.size()))
                .collect(Collectors.joining(" "));
        Set<String> spokenFor = new HashSet<>();
        if (YOUR_CHILD.matcher(asked).find()) {
            spokenFor.addAll(CHILDREN);
        }
        for (String spouse : List.of("husband", "wife")) {
            if (asked.split("your " + spouse, -1).length > 2) {
                spokenFor.add(spouse);
            }
        }
        this.patients = Set.copyOf(spokenFor);
    }

    Who of(SentenceText text, Entity entity) {
        if (spokenFor && !text.byClinician() && SpokenFor.ofSpeaker(text.segment.text(), entity.span().begin())) {
            return new Who(Subject.OTHER, "");
        }
        Who named = named(text, entity);
        if (named != null) {
            return named;
        }
        return carriedOn(text, entity);
    }

    private @org.jspecify.annotations.Nullable Who named(SentenceText text, Entity entity) {
        if (RUNS.matcher(text.words(entity.end, text.tokens.size())).matches()) {
            return new Who(Subject.FAMILY, "family");
        }
        boolean owned = text.isOneOf(entity.begin - 1, Set.of("my", "your"));
        for (int i = entity.begin - 1; i >= 0; i--) {
            String form = text.form(i);
            String relation = RELATIVES.get(text.tokens.get(i).stem());
            if (relation == null) {
                relation = RELATIVES.get(form);
            }
            boolean anybody = ANYBODY.contains(form) || (form.equals("those") && text.isOneOf(i + 1, Set.of("who", "with", "that")));
            // "Somebody stepped on my foot and it hurts": what follows is the patient's again.
            boolean other = (anybody || OTHERS.contains(text.tokens.get(i).stem()))
                    && !MINE.matcher(text.words(i + 1, entity.begin)).find();
            if (relation != null || other) {
                boolean reports = text.isOneOf(i + 1, REPORTING) || text.isOneOf(i + 2, REPORTING);
                if (reports && owned) {
                    return Who.PATIENT;
                }
                return who(text, i, relation);
            }
            boolean subject = SELF.contains(form) && !(THIRD.contains(form) && i > 0);
            if (subject && !THIRD.contains(form) && !isAside(text, i)) {
                return Who.PATIENT;
            }
        }
        for (int i = entity.end; i < Math.min(text.tokens.size(), entity.end + 8); i++) {
            String relation = RELATIVES.get(text.tokens.get(i).stem());
            boolean runs = relation != null
                    && (text.words(entity.end, i).matches(".*\\b(in|on|for|with|runs? in) (my|your|the|his|her)?.*")
                            || text.form(i + 1).equals("history"));
            if (relation != null && runs && !text.words(entity.end, i).contains(".")) {
                return who(text, i, relation);
            }
        }
        return null;
    }

    /** "you know", "i think", "i mean" tell nothing about whom a sentence speaks of. */
    private static boolean isAside(SentenceText text, int at) {
        return text.isOneOf(at + 1, Set.of("know", "think", "mean", "guess", "believe", "said", "see", "remember"));
    }

    private Who who(SentenceText text, int at, @org.jspecify.annotations.Nullable String relation) {
        boolean ofClinician = text.byClinician() && text.isOneOf(at - 1, Set.of("my", "our"));
        if (relation == null || ofClinician) {
            return new Who(Subject.OTHER, "");
        }
        if (patients.contains(relation)) {
            return Who.PATIENT;
        }
        boolean medicine = relation.equals("family")
                && text.isOneOf(at + 1, Set.of("doctor", "physician", "medicine", "practice", "practitioner", "member"));
        return medicine && !text.form(at + 1).equals("member") ? Who.PATIENT : new Who(Subject.FAMILY, relation);
    }

    /** "He died of cirrhosis", said by the patient: whoever it is who was named last, it is not the patient. */
    private Who ofAnother(SentenceText text) {
        for (int i = text.index - 1; i >= Math.max(0, text.index - FAR); i--) {
            for (Token token : texts.get(i).tokens.reversed()) {
                String relation = RELATIVES.get(token.stem());
                if (relation != null || OTHERS.contains(token.stem())) {
                    return relation == null ? new Who(Subject.OTHER, "") : new Who(Subject.FAMILY, relation);
                }
            }
        }
        return new Who(Subject.OTHER, "");
    }

    /** "He had a stroke" after "my father is dead"; a bare answer after "does anything run in your family?". */
    private Who carriedOn(SentenceText text, Entity entity) {
        boolean third = text.holds(THIRD);
        // "She has asthma, and I always thought I had it too" tells of her first.
        boolean first = HERSELF.matcher(text.words(0, entity.begin)).matches()
                ? FIRST.matcher(text.words(0, entity.begin)).find()
                : FIRST.matcher(text.words(0, text.tokens.size())).find();
        if (!text.byClinician() && !spokenFor && !askedAfter && !first && HE_OR_SHE.matcher(text.words(0, entity.begin)).matches()) {
            return ofAnother(text);
        }
        for (int i = text.index - 1; i >= Math.max(0, text.index - 2); i--) {
            SentenceText before = texts.get(i);
            boolean sameTurn = before.segment.turn() == text.segment.turn();
            String relation = "";
            for (Token token : before.tokens) {
                String named = RELATIVES.get(token.stem());
                relation = named == null ? relation : named;
            }
            boolean relevant = !relation.isEmpty() && !patients.contains(relation);
            if (relevant && sameTurn && third && !first) {
                return new Who(Subject.FAMILY, relation);
            }
            if (relevant && !sameTurn && !first && !text.byClinician() && before.byClinician()
                    && before.words(0, before.tokens.size()).matches(
                            ".*\\b(family|runs? in|mother|father|parents|siblings|relatives|brothers|sisters)\\b.*")) {
                return new Who(Subject.FAMILY, relation);
            }
        }
        return Who.PATIENT;
    }
}
