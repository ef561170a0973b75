package org.chartwright.note.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartwright.clinical.ConceptKind;
import org.chartwright.clinical.Mention;
import org.chartwright.clinical.Reading;
import org.chartwright.clinical.SpokenFor;
import org.chartwright.encounter.Category;
import org.chartwright.encounter.Role;
import org.chartwright.encounter.Segment;
import org.chartwright.note.prose.Answers;
import org.chartwright.note.prose.Answers.Polarity;
import org.chartwright.note.prose.Clause;
import org.chartwright.note.prose.DosesPutRight;
import org.chartwright.note.prose.Predicate;
import org.chartwright.note.prose.Prose;
import org.chartwright.note.prose.Relay;
import org.chartwright.note.prose.VitalSign;

/** Finds what a note could say: every clause rewritten, every question with its answer. */
public final class Candidates {

    private static final int LEAST_WORDS = 2;
    private static final Pattern NO_THING = Pattern.compile(
            "no (?!(?:one|problems?|idea|doubt|way|matter|longer|more|issues?|worries|i|he|she|it|we|you|they|that|this|not|no|because|but|just|only|the|my|his"
                    + "|her|their|nothing|never|never|really|actually|so|and|thank|thanks|sir|ma'am|doctor|other|big|need|in|on|at|for|with|to|about|like)\\b)"
                    + "([a-z-]+(?: (?:or |and )?[a-z-]+){0,4})");

    /** What is asked of whoever speaks for the patient, but for what he has seen: "have you noticed any rash?" */
    private static final Pattern TO_SPEAKER = Pattern.compile("\\byou\\b(?! (?:noticed?|see|seen)(?: that)? (?:any|he|she|his|her)\\b)");
    private static final Pattern SUPPOSED = Pattern.compile(
            "(?:(?:and|so|but|now),? )*(?:you are|you have|you had|you were|you do|you take|you feel|your \\w+ (?:is|are)) (?!.*\\b(?:no|not|never|without|denied)\\b).*");
    private static final Pattern IT_IS_MEASURED = Pattern.compile("(?:and |so |but )*(?:it|that|this) (?:is|was) (?:about |at |still |only |now )*(\\d[\\d./]*%?(?: over \\d+)?)(?: today| now)?[.]?");
    private static final int NEAR = 3;
    /** What is asked while the clinician examines: the examination tells it. */
    private static final Pattern WHILE_EXAMINING = Pattern.compile(
            ".*\\b(?:pain|hurts?|tender|tenderness|discomfort|sore|uncomfortable|bother)\\b.*\\b(?:when|if) i\\b.*|(?:and |okay |now |so )*(?:any |is there (?:any )?)?(?:pain|tenderness|discomfort)(?: (?:here|there|now|right here|with (?:this|that)|on this side))*|"
                    + "(?:and |okay |now |so )*(?:does|did|is) (?:this|that|it) (?:hurt|bother you|tender|painful|sore|uncomfortable)(?: (?:here|there|now|at all|too|when i .*|if i .*))*");
    private static final Pattern EXAMINES = Pattern.compile("\\b(?:exam|examination|examine|palpat\\w+|bend|lift|lean|squeeze|push|press|straighten|range of motion|tender\\w*)\\b");
    private static final Pattern OWN_KIN = Pattern.compile(
            "\\b(?:my|our) (?:own |youngest |oldest |younger |older |little )?(?:mother|mom|father|dad|wife|husband|son|daughter|brother|sister|aunt|uncle|grand\\w+|kids?|family|friend|neighbor|dog)\\b");
    /** "I used to, ten years ago." */
    private static final Pattern USED_TO = Pattern.compile("\\bused to(?=[,.]|$)");
    private static final Pattern DOSE_ALONE = Pattern.compile("(?:yes,? )?\\d[\\d.,]* (?:mg|mcg|ml|tablets?|pills?)\\b.*");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private static final Pattern WELL = Pattern.compile("^(?:(?:and|so|okay|now),? )*(?:can|could) (?:you|he|she|it)\\b|\\b(?:able to|okay|all right|fine|well|good)\\b");

    private static final Pattern IT_IS = Pattern.compile("^(?:it|that) (?:is|was) (?:(?:like|about|around|probably|maybe|now) )*(?:an? )?(?=(?:\\d|two|three|four|five|six|seven|eight|nine|ten)\\b)");

    private final Prose prose;
    private final Answers answers;
    private final List<Clause> clauses;
    private final Reading reading;
    private final Companions companions;
    private final DosesPutRight doses;
    private final boolean patientIsAnother;
    private final List<Clause> withheld = new ArrayList<>();

    /** Of a visit and its clauses. */
    public Candidates(Reading reading, List<Clause> clauses, Prose prose) {
        this.reading = reading;
        this.prose = prose;
        this.answers = new Answers(prose);
        this.clauses = clauses;
        this.companions = new Companions(reading.segments());
        this.doses = new DosesPutRight(reading.segments());
        this.patientIsAnother = companions.speakForPatient() || SpokenFor.isAskedAfter(reading.segments());
    }

    /** All that is said, in the order of the visit. */
    public List<Found> all() {
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < clauses.size(); i++) {
            Clause clause = clauses.get(i);
            if (clause.asked()) {
                answered(i, found);
            } else if (companions.speaksOf(clause) || ofOwnKin(i)) {
                withheld.add(clause);
            } else {
                plain(i, found);
            }
        }
        return found;
    }

    private void plain(int i, List<Found> found) {
        Clause clause = clauses.get(i);
        if (words(clause.text()) < LEAST_WORDS || contradicted(i)) {
            return;
        }
        List<String> features = Features.of(clauses, i);
        if (!patientIsAnother && !companions.isCompanion(clause) && Antecedent.isOfAnother(clause)) {
            ofAnother(i, features, found);
            return;
        }
        Optional<String> said = companions.speakForPatient() ? Relay.ofPatient(clause.text(), clause.role()) : Optional.of(clause.text());
        if (said.isEmpty()) {
            withheld.add(clause);
            return;
        }
        if (measured(i, said.get(), features, found) || dosed(i, said.get(), features, found)) {
            return;
        }
        String third = prose.thirdPerson(said.get(), clause.role());
        Candidate.Kind kind = clause.role() == Role.CLINICIAN ? Candidate.Kind.CLINICIAN : Candidate.Kind.PATIENT;
        // "How bad is it?" – "It's like a nine."
        String bare = IT_IS.matcher(third).replaceFirst("");
        if (kind == Candidate.Kind.PATIENT && (!Predicate.stands(bare) || USED_TO.matcher(bare).find())) {
            Optional<ShortAnswer> told = ShortAnswer.of(clauses, i, bare);
            if (told.isPresent()) {
                List<Integer> evidence = new ArrayList<>(told.get().evidence());
                doses.by(clause).ifPresent(evidence::add);
                add(found, Candidate.Kind.ANSWER, told.get().text(), evidence, features, i);
                return;
            }
        }
        Matcher denied = NO_THING.matcher(third);
        if (kind == Candidate.Kind.PATIENT && denied.matches() && afterQuestion(i)) {
            add(found, Candidate.Kind.ANSWER, prose.patient().subject() + " denies " + denied.group(1), List.of(clause.segment()), features, i);
            return;
        }
        List<Integer> evidence = new ArrayList<>(List.of(clause.segment()));
        doses.by(clause).ifPresent(evidence::add);
        add(found, kind, third, evidence, features, i);
    }

    /** What the clinician tells of the clinician's own mother is nobody's history here. */
    private boolean ofOwnKin(int at) {
        Clause clause = clauses.get(at);
        if (clause.role() != Role.CLINICIAN) {
            return false;
        }
        boolean goesOn = at > 0 && clauses.get(at - 1).turn() == clause.turn()
                && clause.text().matches("(?:and |but )*(?:he|she|they)\\b.*");
        return OWN_KIN.matcher(clause.text()).find() || (goesOn && ofOwnKin(at - 1));
    }

    /** "Can I take Advil?" &ndash; "Yes, 400 milligrams.": the dose is told of the drug that was asked about. */
    private boolean dosed(int at, String text, List<String> features, List<Found> found) {
        Clause clause = clauses.get(at);
        if (clause.role() != Role.CLINICIAN || !DOSE_ALONE.matcher(text).matches()) {
            return false;
        }
        List<Mention> asked = reading.mentions().stream()
                .filter(mention -> mention.concept().kind() == ConceptKind.MEDICATION)
                .filter(mention -> reading.segments().get(mention.segment()).turn() == clause.turn() - 1)
                .toList();
        boolean own = reading.mentions().stream()
                .anyMatch(mention -> mention.segment() == clause.segment() && mention.concept().kind() == ConceptKind.MEDICATION);
        if (own || asked.size() != 1 || !reading.segments().get(asked.getFirst().segment()).text().strip().endsWith("?")) {
            return false;
        }
        Mention drug = asked.getFirst();
        String name = drug.insight().spans().getFirst().in(reading.segments().get(drug.segment())).toLowerCase(Locale.ROOT);
        add(found, Candidate.Kind.CLINICIAN, "take " + name + ", " + prose.thirdPerson(text, clause.role()),
                List.of(drug.segment(), clause.segment()), features, at);
        return true;
    }

    /** "You're still watching your diet." – "No": what is said to the patient is a question where the patient answers so. */
    private boolean contradicted(int at) {
        Clause clause = clauses.get(at);
        boolean last = at + 1 < clauses.size() && clauses.get(at + 1).turn() == clause.turn() + 1;
        return last && clause.role() == Role.CLINICIAN && SUPPOSED.matcher(clause.text()).matches()
                && Answers.polarity(replyOf(clause.turn() + 1)) == Polarity.NO;
    }

    /** "Your blood pressure." "It's still high." "It's 169 over 74.": the number is told of the vital sign named before. */
    private boolean measured(int at, String text, List<String> features, List<Found> found) {
        Clause clause = clauses.get(at);
        Matcher number = IT_IS_MEASURED.matcher(text);
        for (int i = at - 1; clause.role() == Role.CLINICIAN && number.matches() && i >= Math.max(0, at - NEAR); i--) {
            Optional<String> sign = VitalSign.lastNamed(clauses.get(i).text());
            if (clauses.get(i).turn() != clause.turn() || clauses.get(i).text().matches(".*\\d.*")) {
                return false;
            }
            if (sign.isPresent()) {
                add(found, Candidate.Kind.CLINICIAN, "the " + sign.get() + " is " + number.group(1),
                        List.of(clauses.get(i).segment(), clause.segment()), features, at);
                return true;
            }
        }
        return false;
    }

    /** "She has diabetes", said by the patient of a friend. */
    private void ofAnother(int i, List<String> features, List<Found> found) {
        Clause clause = clauses.get(i);
        Optional<Antecedent.Told> told = Antecedent.of(clause, reading.segments());
        if (told.isPresent()) {
            String third = prose.thirdPerson(told.get().text(), clause.role());
            add(found, Candidate.Kind.PATIENT, third, List.of(told.get().segment(), clause.segment()), features, i);
        } else if (Antecedent.isPlain(clause)) {
            add(found, Candidate.Kind.PATIENT, prose.thirdPerson(clause.text(), clause.role()), List.of(clause.segment()), features, i);
        } else {
            withheld.add(clause);
        }
    }

    /** What somebody said of himself, or was told for himself, who speaks beside the patient or in the patient's place. */
    public List<Clause> withheld() {
        return List.copyOf(withheld);
    }

    private boolean afterQuestion(int at) {
        int before = at - 1;
        while (before >= 0 && clauses.get(before).turn() == clauses.get(at).turn()) {
            before--;
        }
        return before >= 0 && clauses.get(before).asked() && clauses.get(before).role() == Role.CLINICIAN;
    }

    private void answered(int i, List<Found> found) {
        Clause question = clauses.get(i);
        if (question.role() != Role.CLINICIAN) {
            return;
        }
        int next = i + 1;
        while (next < clauses.size() && clauses.get(next).turn() == question.turn()) {
            // "Can you move your fingers? Does that hurt?" – "No": the one asks whether it is well, the other whether it is ill.
            if (!clauses.get(next).asked() || WELL.matcher(question.text()).find() || WELL.matcher(asked(question)).find()) {
                return;
            }
            next++;
        }
        if (WHILE_EXAMINING.matcher(question.text().replaceAll("[?.,! ]+$", "")).matches() && examining(i)) {
            return;
        }
        if (companions.speakForPatient() && TO_SPEAKER.matcher(question.text()).find()) {
            return;
        }
        int segment = question.segment();
        int turn = question.turn();
        String reply = replyOf(turn + 1);
        int replySegment = firstSegmentOf(turn + 1);
        if (reply.isEmpty() || replySegment < 0) {
            return;
        }
        Polarity polarity = Answers.settled(question.text(), reply);
        if (polarity == Polarity.OPEN) {
            return;
        }
        answers.statement(question.text(), polarity).ifPresent(text -> {
            List<String> features = new ArrayList<>(Features.of(clauses, i));
            features.add("answer=" + polarity);
            add(found, Candidate.Kind.ANSWER, text, List.of(segment, replySegment), features, i);
        });
    }

    /** Whether a question stands in the examination, or among biddings that belong to one. */
    private boolean examining(int at) {
        Clause question = clauses.get(at);
        return question.category() == Category.OBJECTIVE || question.text().matches(".*\\b(?:when|if) i\\b.*|.*\\b(?:here|there|now)\\b.*")
                || clauses.subList(Math.max(0, at - NEAR), at).stream()
                        .anyMatch(one -> one.role() == Role.CLINICIAN && EXAMINES.matcher(one.text()).find());
    }

    /** The question as it was put: "okay?" at its end is no clause's. */
    private String asked(Clause question) {
        return reading.segments().get(question.segment()).text().toLowerCase(Locale.ROOT);
    }

    /** All that the patient says in a turn; empty when the turn is not the patient's. */
    private String replyOf(int turn) {
        StringBuilder reply = new StringBuilder();
        for (Segment segment : reading.segments()) {
            if (segment.turn() == turn && segment.speaker().role() == Role.PATIENT) {
                reply.append(reply.isEmpty() ? "" : " ").append(segment.text());
            }
        }
        return reply.toString().toLowerCase(Locale.ROOT).replace('\u2019', '\'').replace("n't", " not");
    }

    private int firstSegmentOf(int turn) {
        for (int i = 0; i < reading.segments().size(); i++) {
            if (reading.segments().get(i).turn() == turn) {
                return i;
            }
        }
        return -1;
    }

    private static void add(
            List<Found> found, Candidate.Kind kind, String text, List<Integer> evidence, List<String> features,
            int order) {
        if (words(text) >= LEAST_WORDS) {
            List<String> known = new ArrayList<>(features);
            known.add("kind=" + kind);
            found.add(new Found(kind, text, List.copyOf(new TreeSet<>(evidence)), known, order));
        }
    }

    /** Everything found, each placed in its part. */
    public static List<Candidate> placed(List<Found> found, PartChooser parts) {
        return found.stream()
                .flatMap(one -> one.placed(parts.choose(one.features())).stream())
                .toList();
    }

    private static int words(String text) {
        return text.isBlank() ? 0 : spaces(text.strip()) + 1;
    }

    private static int spaces(String text) {
        int count = 0;
        Matcher space = SPACE.matcher(text);
        while (space.find()) {
            count++;
        }
        return count;
    }
}
