package org.chartwright.note.visit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartwright.clinical.Assertion;
import org.chartwright.clinical.ConceptKind;
import org.chartwright.clinical.Lexicon;
import org.chartwright.clinical.Mention;
import org.chartwright.clinical.Reading;
import org.chartwright.encounter.Role;
import org.chartwright.encounter.Segment;
import org.chartwright.note.plan.Candidate;
import org.chartwright.note.plan.Complaint;
import org.chartwright.note.plan.Part;
import org.chartwright.note.prose.Clause;
import org.chartwright.note.prose.Clauses;
import org.chartwright.note.prose.Prose;
import org.chartwright.note.visit.AfterVisitSummary.Topic;
import org.chartwright.note.visit.ProposedOrder.Kind;

/**
 * Gathers what the patient takes home: the clinician's own words to the patient where those are plain enough, and the
 * orders. What is hard to read is left to the note. For one visit.
 */
final class AfterVisitFinder {

    /** Marks a sentence that is made of facts and not of a clause. */
    static final String MADE = "made";

    private static final int MOST_OF_A_TOPIC = 6;
    private static final int LONGEST = 18;
    private static final int SHORTEST = 3;
    private static final int LONGEST_WARNING = 32;
    private static final double HARDEST = 8;
    /** What matters most to the patient first: what it is, what was measured, what was seen. */
    private static final List<Part> FINDINGS = List.of(Part.ASSESSMENT, Part.RESULTS, Part.EXAM);

    private static final Pattern WHOLE = Pattern.compile(
            "(?:(?:on|in|here|based|looking|from)\\b[^,]{1,40}, )?(?:your|you (?:do |also |still |probably |may |might )*(?:have|has|are|do not)|the"
                    + "|there (?:is|are|was|were)|(?:i|we) (?:do |really |also )*(?:think|believe|suspect|see|saw|hear|do not|did not)|everything|both|no)\\b.*"
                    + "\\b(?:is|are|was|were|have|has|had|shows?|showed|looks?|sounds?|seems?|not|feels?|think|see|saw|hear|suspect|believe)\\b.*[a-z0-9%][.,]?");
    private static final Set<Part> ADVICE = EnumSet.of(Part.COUNSELING, Part.TREATMENT);
    private static final Pattern DICTATED = Pattern.compile(
            "\\b(?:he|she|him|his|her|hers|the patient|patient|they|year[- ]old|i will go ahead|dragon|dictat\\w*|them)\\b");
    private static final Pattern UNCLEAR = Pattern.compile(
            "^(?:it|that|this|those|these|there you|which|who|because|when|and|or|if|any|some more|to)\\b|\\b(?:let me|let us|exam you|examine|take a (?:quick )?(?:look|listen)|going to (?:take|do|go)|physical exam|nurse)\\b|[?-]$"
                    + "|\\b(?:the|a|an|of|in|on|and|or|that|your|our|which|those|with|to|is|are|like)[.,]?$");
    private static final Pattern ADVISES = Pattern.compile(
            "^(?:please |just |also )*(?:try to |you (?:can|should|need to|will want to|must|have to) |i (?:want|would like) you to "
                    + "|make sure (?:to|you|that you) |(?:avoid|drink|eat|rest|ice|elevate|use|wear|keep|do not|take|get|bring|watch|check|write|stay"
                    + "|walk|exercise|cut)\\b)");
    private static final Pattern NO_ADVICE = Pattern.compile(
            "\\b(?:doing|taking|take|use|do|keep|try|get|using|continue) (?:that|it|this|those|them|these)\\b|\\b(?:breaths?|template|questions?|photos?"
                    + "|pictures?|know|see|look|gown|table|note)\\b");
    private static final String CALLS = "(?:call (?:me|us|the office|my office|911)|give (?:me|us) a call|let (?:me|us) know|come (?:back|in|see me)"
            + "|go to the (?:er|emergency|hospital)|(?:go|come|report) (?:straight |right )?to the emergency|seek (?:care|help))";
    private static final String IFS = "(?:if|should you|any time)";
    /** From where a sentence says when to call, to its end. */
    private static final Pattern WARNING = Pattern.compile(
            "\\b(?:" + IFS + "\\b.*?\\b" + CALLS + "\\b.*|(?:please |always )?" + CALLS + "\\b.*?\\b" + IFS + "\\b.*)");
    private static final Pattern REASON = Pattern.compile("\\b(?:follow|annual|yearly|check\\w*|visit|physical|wellness|exam)\\b");
    private static final Pattern USED = Pattern.compile(
            "\\b(?:cream|ointment|drops?|inhaler|spray|patch|lotion|shampoo|gel|insulin|injections?|nebulizer|mouthwash|brace|puffs?)\\b");

    private final Reading reading;
    private final Lexicon lexicon;
    private final List<Clause> clauses;
    private final List<ProposedOrder> orders;
    private final Map<Topic, List<Candidate>> found = new EnumMap<>(Topic.class);

    AfterVisitFinder(Reading reading, List<ProposedOrder> orders, Lexicon lexicon) {
        this.reading = reading;
        this.lexicon = lexicon;
        this.clauses = Clauses.of(reading.segments());
        this.orders = orders;
        for (Topic topic : Topic.values()) {
            found.put(topic, new ArrayList<>());
        }
    }

    /** What could be said to the patient, by topic, made of what the note's writer chose and of the orders. */
    Map<Topic, List<Candidate>> all(List<Candidate> chosen) {
        Complaint.in(clauses).filter(reason -> understood(reason.text())).ifPresent(reason -> add(
                Topic.WHY_YOU_CAME, Part.COMPLAINT,
                Prose.sentence("you came in for " + PlainWords.words(reason.text().replaceAll("\\b(?:his|her) ", "your "))),
                reason.segments()));
        Set<Integer> ordered = new HashSet<>();
        orders.forEach(order -> ordered.addAll(order.evidence()));
        List<Candidate> worthFirst = new ArrayList<>(chosen);
        worthFirst.sort(java.util.Comparator.comparing(candidate -> FINDINGS.indexOf(candidate.part())));
        for (Candidate candidate : worthFirst) {
            Clause clause = clauses.get(candidate.order());
            if (candidate.kind() == Candidate.Kind.CLINICIAN && plain(clause.text())) {
                spoken(candidate, clause, ordered.contains(clause.segment()));
            }
        }
        found.values().forEach(list -> list.sort(java.util.Comparator.comparingInt(Candidate::order)));
        orders.forEach(this::order);
        warnings();
        return found;
    }

    /** A reason that names something, and nothing that the patient denies. */
    private boolean understood(String reason) {
        boolean denied = lexicon.find(reason).stream().anyMatch(one -> {
            List<Mention> mentions = reading.mentions().stream()
                    .filter(mention -> mention.concept().name().equals(one.concept().name()))
                    .toList();
            return !mentions.isEmpty() && mentions.stream().allMatch(mention -> mention.assertion() == Assertion.DENIED);
        });
        if (denied) {
            return false;
        }
        boolean named = lexicon.find(reason).stream().anyMatch(one -> one.concept().kind() == ConceptKind.SYMPTOM
                || one.concept().kind() == ConceptKind.DISEASE || one.concept().kind() == ConceptKind.FINDING);
        return (named || REASON.matcher(reason).find()) && !reason.matches("(?:were|was|is|are|that|then)\\b.*|.* (?:today|doing|too|then)");
    }

    private void spoken(Candidate candidate, Clause clause, boolean ordered) {
        boolean advice = ADVICE.contains(candidate.part()) && !ordered && ADVISES.matcher(clause.text()).find()
                && !NO_ADVICE.matcher(clause.text()).find();
        boolean finding = FINDINGS.contains(candidate.part()) && WHOLE.matcher(clause.text()).matches();
        if (finding || advice) {
            add(
                    advice ? Topic.WHAT_YOU_CAN_DO : Topic.WHAT_WE_FOUND, candidate.part(),
                    PlainWords.sentence(clause.text()), candidate.evidence());
        }
    }

    private static boolean plain(String text) {
        return !WARNING.matcher(text).find() && !DICTATED.matcher(text).find() && !UNCLEAR.matcher(text).find();
    }

    private void order(ProposedOrder order) {
        String what = OrderDetails.written(PlainWords.words(order.what()));
        List<String> rest = new ArrayList<>(details(order));
        boolean stop = order.action() == ProposedOrder.Action.STOP;
        rest.add(order.why().isEmpty() || stop ? "" : "for your " + PlainWords.words(order.why()));
        rest.add(order.when());
        rest.add(order.condition());
        if (order.kind() == Kind.MEDICATION) {
            add(Topic.YOUR_MEDICINES, Part.TREATMENT, medicine(order, what, rest), order.evidence());
            return;
        }
        String text = switch (order.kind()) {
            case REFERRAL -> Grammar.promise("we", "refer", "you to " + OrderFinder.person(what), false, rest);
            case FOLLOW_UP -> Grammar.bid("come back", "", rest);
            case PROCEDURE -> Grammar.promise("we", "plan", withArticle(order, what), false, rest);
            case LAB, IMAGING, TEST, MEDICATION -> Grammar.promise("we", "order", withArticle(order, what), false, rest);
        };
        add(Topic.TESTS_AND_APPOINTMENTS, Part.TESTING, text, order.evidence());
    }

    /** The order's own sentence knows whether an article was said. */
    private static String withArticle(ProposedOrder order, String what) {
        boolean article = order.text().matches("(?i)\\w+ an? .*");
        String noun = what.replaceAll(" of the ", " of your ");
        return article ? OrderFinder.article(noun) + noun : noun;
    }

    private static String medicine(ProposedOrder order, String what, List<String> rest) {
        boolean used = USED.matcher(order.what() + " " + order.details()).find();
        String taking = used ? "using " : "taking ";
        boolean dosed = order.details().containsKey("STRENGTH") || order.details().containsKey("DOSAGE");
        return switch (order.action()) {
            case START, ORDER -> Grammar.bid("start", taking + what, rest);
            case CONTINUE -> Grammar.bid("keep", taking + what, rest);
            case STOP -> Grammar.bid("stop", taking + what, rest);
            case INCREASE -> Grammar.bid("increase", "your " + what + (dosed ? " to" : ""), rest);
            case DECREASE -> Grammar.bid("lower", "your " + what + (dosed ? " to" : ""), rest);
            case CHANGE -> Grammar.bid("change", "your " + what, rest);
            case REFILL -> Grammar.promise("we", "refill", "your " + what, false, rest);
        };
    }

    private static List<String> details(ProposedOrder order) {
        return List.of("STRENGTH", "DOSAGE", "FORM", "ROUTE_OR_MODE", "FREQUENCY", "DURATION").stream()
                .filter(order.details()::containsKey)
                .map(order.details()::get)
                .toList();
    }

    private void warnings() {
        List<Segment> segments = reading.segments();
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i).speaker().role() != Role.CLINICIAN) {
                continue;
            }
            String said = Prose.cleaned(segments.get(i).text());
            Matcher warning = WARNING.matcher(said);
            if (!said.endsWith("?") && warning.find()) {
                int words = warning.group().split(" ", -1).length;
                if (words <= LONGEST_WARNING && words > SHORTEST && !DICTATED.matcher(warning.group()).find()) {
                    add(Topic.WHEN_TO_CALL, Part.FOLLOW_UP, PlainWords.sentence(warning.group()), List.of(i));
                }
            }
        }
    }

    private void add(Topic topic, Part part, String text, List<Integer> evidence) {
        List<Candidate> own = found.getOrDefault(topic, List.of());
        int words = text.split(" ", -1).length;
        boolean free = topic == Topic.WHAT_WE_FOUND || topic == Topic.WHAT_YOU_CAN_DO;
        boolean made = topic == Topic.YOUR_MEDICINES || topic == Topic.TESTS_AND_APPOINTMENTS;
        boolean fits = !free || (words >= SHORTEST && words <= LONGEST && ReadingGrade.of(List.of(text)) <= HARDEST
                && own.size() < MOST_OF_A_TOPIC);
        if (fits && own.stream().noneMatch(one -> one.text().equals(text))) {
            own.add(new Candidate(
                    Candidate.Kind.FACT, part, "", text, List.copyOf(new java.util.TreeSet<>(evidence)),
                    made ? List.of(MADE) : List.of(),
                    evidence.getFirst()));
        }
    }
}
