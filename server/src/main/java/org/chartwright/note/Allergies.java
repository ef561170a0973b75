package org.chartwright.note;

import static org.chartwright.note.AllergyCauses.end;
import static org.chartwright.note.AllergyCauses.start;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartwright.clinical.ConceptKind;
import org.chartwright.clinical.Mention;
import org.chartwright.clinical.Reading;
import org.chartwright.clinical.Sparing;
import org.chartwright.clinical.SpokenFor;
import org.chartwright.clinical.Subject;
import org.chartwright.clinical.TakingBack;
import org.chartwright.encounter.Role;
import org.chartwright.encounter.Segment;
import org.chartwright.note.plan.Candidate;
import org.chartwright.note.plan.Part;
import org.chartwright.note.prose.Answers;
import org.chartwright.note.prose.Prose;

/** Finds the drugs that the patient does not bear, and writes them with what they do. For one visit. */
final class Allergies {

    /** What is said of a drug, the surest first. */
    private enum Said {
        ALLERGIC("allergic to ", "and"),
        REACTED("reaction to ", "and"),
        CANNOT("cannot take ", "or");

        private final String start;
        private final String joiner;

        Said(String start, String joiner) {
            this.start = start;
            this.joiner = joiner;
        }
    }

    private static final Pattern ALLERGY = Pattern.compile("\\b(?:allerg\\w*|anaphyla\\w*|intoleran\\w*)\\b");
    private static final Pattern ASKED_ALLERGY = Pattern.compile("\\b(?:allergic to|allerg(?:y|ies))\\b.*\\?");
    private static final Pattern DENIED = Pattern.compile(
            "\\b(?:not|never|no|n't|isn't|aren't|denies|without)\\b[^.,;]{0,25}\\b(?:allerg|reaction)|^(?:no|nope|none|not that)\\b");
    /** Of other than the known ones it may be so; of those to drugs a latex allergy says nothing. */
    private static final Pattern NONE_AT_ALL = Pattern.compile(
            "\\b(?:den(?:ies|ied)|(?:has|had|have) no|no) (?:any |having |known |history of )*(?<drug>(?:drug|medication|medicine) )?allerg(?:y|ies)\\b(?! to (?!(?:any )?medic|(?:any )?drugs|any))"
                    + "|\\bnot allergic to any");
    private static final Pattern REACTION = Pattern.compile(
            "\\b(?:rash|hives|itching|itchy|anaphylaxis|swelling|swollen|nausea|vomiting|shortness of breath|wheezing|(?:stomach )?bleeding"
            + "|(?<vomit>(?:throws?|threw|throwing) up|vomits?|vomited)|(?<throat>throat (?:swells|swelled|swelling))|(?<itch>itch(?:es|ed)?(?: all over)?))\\b");
    private static final Pattern NONE_OF_IT = Pattern.compile("\\b(?:no|not|never|without|denies|\\w+n't)\\b[^.,;]{0,25}$");
    private static final Pattern GIVES = Pattern.compile(
            "\\b(?:(?:gives?|gave|mak(?:es|ing)|made) (?:me|him|her|them)|caus\\w+|br(?:eaks?|oke) out"
            + "|(?:i|he|she|they) (?:gets?|got|had|has|have|itch(?:es|ed)?)|throat (?:swells|swelled)|reaction)\\b");
    /** After a drug, of which nobody asked: only what an allergy does. */
    private static final Pattern HARMS = Pattern.compile(
            "(?:,? (?:always|just|really|once|also|which|and|that|it|they))* (?:(?:gives?|gave|mak(?:es|e)|made|caus(?:es|ed?)) (?<whom>me|him|her|them) "
                    + "[^.,;]{0,30}\\b(?:rash(?:es)?|hives|itch\\w*|anaphyla\\w*|(?:stomach|gi|internal|intestinal) bleed\\w*|bleeding)\\b|itch(?:es|ed) (?<itched>me|him|her|them)\\b)"
                    + "|(?:,? (?:always|once|also|which))* (?:makes?|made) (?:my|his|her|their) (?:throat|face|lips?|tongue|eyes) (?:swell|swelled|close)\\b");
    private static final String ILL_EFFECT = "(?:(?:rash(?:es)?|hives|itch\\w*|swelling|anaphyla\\w*) )";
    /** Before a drug: what it did, or that there was a reaction to it. */
    private static final Pattern HARMED_BY = Pattern.compile(
            "\\breactions? to (?:the |a |some |his |her |my |your )?$"
                    + "|\\b(?:gets?|got|have|has|had|breaks?|broke|suffer(?:s|ed)? from)(?: out)?(?: in| with)? (?:an? |the |some |bad |terrible |really )*" + ILL_EFFECT
                    + "(?:from|with|to|after|when(?:ever)? (?:i|he|she|you) (?:takes?|took|had)) (?:taking )?(?:the |a |any )?$");
    /** Of a drug that was named before: "I had hives when I took it." */
    private static final Pattern IT_HARMED = Pattern.compile(
            ILL_EFFECT + "(?:all over )?(?:(?:the )?(?:first |last |one )?(?:time|when(?:ever)?|every time)) (?:i|he|she) (?:takes?|took|had|tried|used) (?:it|that|them)\\b"
                    + "|\\b(?:it|that|they) (?:always |just |really |once )*(?:gives?|gave|caus(?:es|ed?)) (?:me|him|her|them) [^.,;]{0,20}\\b(?:rash(?:es)?|hives|itch\\w*|anaphyla\\w*)\\b");
    private static final Pattern WHAT_HAPPENED = Pattern.compile(
            "\\bwhat (?:happens|happened|does (?:it|that) do|did (?:it|that) do|kind of reaction|reaction|sort of reaction)\\b|\\bhow (?:do|did) you react\\b");
    private static final Pattern TOLD_ALLERGIC = Pattern.compile(
            "\\b(?:you are|you're|patient is|he is|she is) allergic to\\b|\\b(?:allergy|allergies) to (?:the )?");
    /** Before a drug. */
    private static final Pattern CANNOT = Pattern.compile(
            "\\b(?:i|he|she|they|and|but) (?:really )?(?:can't|cannot|can not|cant|can never|could never|couldn't) (?:take|have|tolerate) (?:\\w+ (?:or|and) )?$");
    /** After it: nothing that would make it a matter of when or how. */
    private static final Pattern AT_ALL = Pattern.compile("^(?: or \\w+)?(?: at all| any ?more| either)?(?:[.,;!]| because\\b| since\\b| as (?:it|they)\\b|$)");
    /** What is so now may be why the patient came, and need not be what the drug did. */
    private static final Pattern NOW = Pattern.compile(
            "\\b(?:now|today|yesterday|currently|since|this (?:morning|week)|last (?:night|week)|(?:days?|weeks?) ago)\\b");
    /** After the only drug of which it is told. */
    private static final Pattern ALONE = Pattern.compile(" (?:gives|gave|makes|made|causes|caused)\\b");
    /** Between two drugs that do the same. */
    private static final Pattern TOGETHER = Pattern.compile("[, ]*(?:and|or)?[, ]*");
    /** For seasons and animals an antihistamine is taken; the drug is the remedy, not the cause. */
    private static final Pattern REMEDY = Pattern.compile(
            "\\b(?:for|helps? with|treats?)\\b[^.,;]{0,20}\\ballerg|\\bseasonal\\b|\\bi (?:take|use|am taking)\\b");
    /** Before what was taken against the reaction that is told first. */
    private static final Pattern AGAINST = Pattern.compile(
            "\\b(?:allerg|anaphyla|reaction)[^.;]*\\b(?:and|so|then)(?: i| he| she)? (?:takes?|took|uses?|used|was given)\\b[^.,;]{0,20}$");
    /** After what does no harm. */
    private static final Pattern HARMLESS = Pattern.compile(
            "(?: \\w+)? (?:is|are|was|were|has been|have been) (?:fine|okay|ok|good|all right)\\b"
            + "|[^.,;]{0,15}\\bno (?:problem|trouble|issue)");
    /** What is handled or eaten without a word of harm. */
    private static final Pattern HANDLED = Pattern.compile(
            "\\b(?:i|he|she|we) (?:\\w+ )?(?:wears?|eats?|loves?|likes?|works?|uses?|keeps?)\\b|\\bthere(?:'s| is| are)\\b");

    private final List<Segment> segments;
    private final List<Mention> causes;
    private final Map<String, Set<Integer>> found = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, Said> said = new LinkedHashMap<>();
    private final Map<String, Map<String, Integer>> reactions = new LinkedHashMap<>();

    Allergies(Reading reading) {
        this.segments = reading.segments();
        this.causes = AllergyCauses.in(reading);
        for (Mention mention : causes) {
            if (mention.subject() == Subject.PATIENT) {
                where(mention).ifPresent(at -> keep(mention, Said.ALLERGIC, at));
            }
        }
        for (Mention mention : causes) {
            if (mention.subject() == Subject.PATIENT && !found.containsKey(mention.concept().name())) {
                unasked(mention).ifPresent(how -> keep(mention, how, confirmed(mention.segment()).orElse(List.of(mention.segment()))));
            }
        }
        Set<Integer> told = new TreeSet<>();
        found.values().forEach(told::addAll);
        for (int at = 0; at < segments.size(); at++) {
            harmedByIt(at);
            whatHappened(at);
        }
        told.forEach(this::reactionsAfter);
    }

    private void keep(Mention mention, Said how, List<Integer> at) {
        // Of a brand it is not for the note to say which of its drugs did it.
        String spoken = said(mention.segment()).substring(start(mention), end(mention));
        if (mention.concept().kind() == ConceptKind.MEDICATION && !mention.concept().name().contains(spoken)) {
            names.putIfAbsent(mention.concept().name(), spoken);
        }
        found.computeIfAbsent(mention.concept().name(), name -> new TreeSet<>()).addAll(at);
        said.putIfAbsent(mention.concept().name(), how);
    }

    /** Whether the patient is said to be allergic to the drug. */
    boolean holds(String drug) {
        return found.containsKey(drug);
    }

    /** Whether a sentence of a note, lower case, denies what is found here: "denies any allergies". */
    boolean contradict(String sentence) {
        Matcher none = NONE_AT_ALL.matcher(sentence);
        return none.find() && said.entrySet().stream().anyMatch(one -> one.getValue() == Said.ALLERGIC
                && (none.group("drug") == null || causes.stream().anyMatch(cause -> cause.concept().name().equals(one.getKey())
                        && cause.concept().kind() == ConceptKind.MEDICATION)));
    }

    /** The segments that tell of allergies and of what they did. */
    Set<Integer> evidence() {
        Set<Integer> evidence = new TreeSet<>();
        found.values().forEach(evidence::addAll);
        reactions.values().forEach(names -> evidence.addAll(names.values()));
        return evidence;
    }

    /** "Allergic to penicillin (rash)."; nothing where no drug is named. A reaction that does not hold never costs the drug. */
    List<Candidate> facts(BiPredicate<String, Set<Integer>> holds) {
        List<Candidate> facts = new ArrayList<>();
        for (Said how : Said.values()) {
            List<FactLine.Item> items = found.entrySet().stream()
                    .filter(one -> said.get(one.getKey()) == how)
                    .map(one -> item(one.getKey(), one.getValue(), how, holds))
                    .toList();
            String label = facts.isEmpty() ? "\nALLERGIES\n\n" : "";
            facts.addAll(new FactLine(Part.HISTORY, label, how.start, how.joiner, items).candidates(holds));
        }
        return facts;
    }

    private FactLine.Item item(String drug, Set<Integer> where, Said how, BiPredicate<String, Set<Integer>> holds) {
        FactLine.Item told = told(drug, where);
        return holds.test(Prose.sentence(how.start + told.name()), told.evidence())
                ? told
                : new FactLine.Item(names.getOrDefault(drug, drug), where);
    }

    private FactLine.Item told(String drug, Set<Integer> where) {
        Map<String, Integer> does = reactions.getOrDefault(drug, Map.of());
        Set<Integer> evidence = new TreeSet<>(where);
        evidence.addAll(does.values());
        String name = names.getOrDefault(drug, drug);
        return new FactLine.Item(does.isEmpty() ? name : name + " (" + String.join(", ", does.keySet()) + ")", evidence);
    }

    /** The segments that say so of one mention; empty when they do not. */
    private Optional<List<Integer>> where(Mention mention) {
        int at = mention.segment();
        String own = said(at);
        if (segments.get(at).speaker().role() == Role.PATIENT) {
            boolean names = ALLERGY.matcher(own).find() && !REMEDY.matcher(own).find();
            int question = questionBefore(at);
            boolean asked = question >= 0 && ASKED_ALLERGY.matcher(said(question)).find()
                    && !REMEDY.matcher(own).find();
            OptionalInt spared = Sparing.begin(own);
            boolean denied = DENIED.matcher(own.substring(TakingBack.cuedEnd(own))).find() && (spared.isEmpty() || start(mention) < spared.getAsInt());
            if (denied || (!names && !asked) || isBorne(mention, own)) {
                return Optional.empty();
            }
            // "You have no allergies?" would refuse what is plainly said after it.
            return Optional.of(asked && !own.contains("allerg") ? List.of(question, at) : List.of(at));
        }
        boolean told = TOLD_ALLERGIC.matcher(own.substring(0, start(mention))).find()
                || own.substring(end(mention)).matches("(?s) allerg(?:y|ies)\\b.*");
        return told && !DENIED.matcher(own).find() ? confirmed(at) : Optional.empty();
    }

    /** Where a clinician says it; where it is asked ("you're allergic to penicillin, right?"), only with the patient's yes. */
    private Optional<List<Integer>> confirmed(int at) {
        if (!said(at).contains("?")) {
            return Optional.of(List.of(at));
        }
        int reply = at + 1;
        boolean yes = reply < segments.size() && segments.get(reply).speaker().role() == Role.PATIENT
                && Answers.polarity(said(reply)) == Answers.Polarity.YES;
        return yes ? Optional.of(List.of(at, reply)) : Optional.empty();
    }

    /** What is said of a drug though nobody spoke of allergies. */
    private Optional<Said> unasked(Mention mention) {
        String own = said(mention.segment());
        String before = own.substring(0, start(mention));
        Matcher harmed = HARMED_BY.matcher(before);
        if (harmed.find() && !NONE_OF_IT.matcher(before.substring(0, harmed.start())).find()) {
            return confirmed(mention.segment()).map(_ -> Said.REACTED);
        }
        if (segments.get(mention.segment()).speaker().role() == Role.CLINICIAN || own.contains("?")) {
            return Optional.empty();
        }
        Matcher harms = HARMS.matcher(own.substring(end(mention)));
        if (harms.lookingAt()) {
            return ofPatient(harms) ? Optional.of(Said.REACTED) : Optional.empty();
        }
        boolean cannot = CANNOT.matcher(before).find() && AT_ALL.matcher(own.substring(end(mention))).find();
        return cannot ? Optional.of(Said.CANNOT) : Optional.empty();
    }

    /** "It gives her hives" is said of the patient only by whoever speaks for the patient. */
    private boolean ofPatient(Matcher harms) {
        String whom = harms.group("whom") == null ? harms.group("itched") : harms.group("whom");
        return whom == null || whom.equals("me") || SpokenFor.is(segments);
    }

    /** "Any trouble with sulfa?" &ndash; "Yes, I had hives when I took it": the one drug that was named last did it. */
    private void harmedByIt(int at) {
        if (segments.get(at).speaker().role() == Role.CLINICIAN || !causesIn(at).isEmpty() || !IT_HARMED.matcher(said(at)).find()) {
            return;
        }
        for (int i = at - 1; i >= 0 && segments.get(i).turn() >= segments.get(at).turn() - 1; i--) {
            List<Mention> named = causesIn(i);
            if (!named.isEmpty()) {
                if (named.stream().map(one -> one.concept().name()).distinct().count() == 1
                        && named.getFirst().subject() == Subject.PATIENT) {
                    keep(named.getFirst(), Said.REACTED, List.of(i, at));
                    reactionsIn(at, List.of(), named);
                }
                return;
            }
        }
    }

    /** "Sulfa." "What happened?" "I broke out in hives.": the one drug told of as an allergy in the turn before the question. */
    private void whatHappened(int at) {
        int question = questionBefore(at);
        if (segments.get(at).speaker().role() == Role.CLINICIAN || question < 0 || !WHAT_HAPPENED.matcher(said(question)).find()
                || !causesIn(at).isEmpty()) {
            return;
        }
        for (int i = question - 1; i >= 0 && segments.get(i).turn() >= segments.get(question).turn() - 1; i--) {
            List<Mention> named = causesIn(i);
            if (!named.isEmpty()) {
                boolean one = named.stream().map(cause -> cause.concept().name()).distinct().count() == 1;
                if (one && found.containsKey(named.getFirst().concept().name())) {
                    reactionsIn(at, List.of(), named);
                }
                return;
            }
        }
    }

    private static boolean isBorne(Mention mention, String own) {
        String after = own.substring(end(mention));
        boolean harms = REACTION.matcher(after).find();
        boolean handled = mention.concept().kind() == ConceptKind.ALLERGY && !ALLERGY.matcher(own).find()
                && HANDLED.matcher(own).find();
        return HARMLESS.matcher(after).lookingAt()
                || (!harms && (handled || AGAINST.matcher(own.substring(0, start(mention))).find()));
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

    /** What the drugs named in a segment do, where it or the next ones of the turn tell it. */
    private void reactionsAfter(int told) {
        List<Mention> last = List.of();
        for (int at = told; at < Math.min(segments.size(), told + 3); at++) {
            List<Mention> here = causesIn(at);
            boolean same = segments.get(at).turn() == segments.get(told).turn();
            if (!same || segments.get(at).speaker().role() != Role.PATIENT || (at > told && !here.isEmpty())) {
                return;
            }
            last = here.isEmpty() ? last : here;
            if (GIVES.matcher(said(at)).find() && (at == told || !NOW.matcher(said(at)).find())) {
                reactionsIn(at, here, last);
            }
        }
    }

    private void reactionsIn(int at, List<Mention> here, List<Mention> before) {
        Matcher names = REACTION.matcher(said(at));
        while (names.find()) {
            if (NONE_OF_IT.matcher(said(at).substring(0, names.start())).find()) {
                continue;
            }
            // Which of two drugs named in a sentence before did it is not known.
            List<Mention> causing = !here.isEmpty() ? causing(here, names.start()) : before.size() == 1 ? before : List.of();
            for (Mention cause : causing) {
                if (found.containsKey(cause.concept().name())) {
                    reactions.computeIfAbsent(cause.concept().name(), name -> new LinkedHashMap<>())
                            .putIfAbsent(written(names), at);
                }
            }
        }
    }

    private static String written(MatchResult reaction) {
        if (reaction.group("throat") != null) {
            return "throat swelling";
        }
        if (reaction.group("vomit") != null) {
            return "vomiting";
        }
        return reaction.group("itch") == null ? reaction.group() : "itching";
    }

    /** The drug named last before the reaction, with those it is named together with; else the first one after it. */
    private List<Mention> causing(List<Mention> here, int reaction) {
        List<Mention> before = here.stream().filter(one -> start(one) < reaction).toList();
        if (before.isEmpty()) {
            return List.of(here.getFirst());
        }
        int first = before.size() - 1;
        boolean alone = ALONE.matcher(said(before.getLast().segment()).substring(end(before.getLast()))).lookingAt();
        while (!alone && first > 0 && TOGETHER.matcher(between(before.get(first - 1), before.get(first))).matches()) {
            first--;
        }
        return before.subList(first, before.size());
    }

    private String between(Mention one, Mention next) {
        return end(one) > start(next) ? "" : said(one.segment()).substring(end(one), start(next));
    }

    private List<Mention> causesIn(int at) {
        return causes.stream()
                .filter(one -> one.segment() == at)
                .sorted(Comparator.comparingInt(AllergyCauses::start))
                .toList();
    }

    private String said(int at) {
        return AllergyCauses.said(segments, at);
    }
}
