package org.chartwright.clinical;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.chartwright.encounter.EntityCategory;
import org.chartwright.encounter.Segment;

/** Decides what a visit claims of each thing it mentions: by the words around it, by question and answer, by person. */
final class Assertions {

    private static final int FURTHEST_ANSWER = 6;
    private static final Pattern STATES = Pattern.compile(
            "(?i)\\b(?:is|are|was|were|'s|'re|have|has|had|do|does|did|will|would|i|we|he|she|it|they|your|the|there|see|take|continue|order)\\b");
    private static final Pattern ANY = Pattern.compile("(?i)\\b(?:any|anything|symptoms)\\b");
    /** What a patient says who no longer has what the clinician takes for given: "How is your back pain?" */
    private static final Pattern GONE = Pattern.compile(
            "(?i)\\b(?:not (?:really )?having any|not (?:really )?had any|n't (?:really )?(?:have|had|having) (?:any|it|that)|it 's gone|all gone|gone away|went away|no more"
                    + "|resolved|completely better|cleared up)\\b");

    /** What is done against an illness, or named after it, is not the illness: "a colon cancer screening". */
    private static final Set<String> AGAINST = Set.of("screening", "screen", "vaccine", "vaccination", "vaccinations", "shot", "shots",
            "booster", "prevention", "study", "studies", "titer", "test", "tests", "testing", "clinic", "pandemic", "season", "risk");
    private static final Pattern GUARDED = Pattern.compile(
            ".*\\b(?:vaccinated|vaccines?|vaccination|immunized|shots?|screened|tested|swabbed) (?:against|for) (?:the )?");
    /** Before an illness of which everybody talks: that the patient had it. */
    private static final Pattern HAD = Pattern.compile(
            ".*\\b(?:had|have|has|having|got|get|caught|contracted|positive for|from|(?:diagnosed|sick|ill|down|infected|hospitalized|admitted) with|history of"
                    + "|(?:hospitalized|treated) for|no|denies) (?:(?:a|an|the|my|his|her|mild|bad|recent|acute) )*");
    /** "So epigastric pain" says again what was told. */
    private static final Pattern SUMS_UP = Pattern.compile("(?i)^(?:(?:okay|ok|alright|all right|right)\\b ?[,.]? ?)*so ,? ?(?!any\\b|other\\b|no\\b)");
    private static final Set<String> OF_THE_SAME = Set.of("it", "that", "this", "they", "those", "them");
    private static final Set<String> TALKED_OF = Set.of("covid-19");
    /** After a thing that the clinician takes for given: "How is your heartburn? Any problems with it?" */
    private static final Pattern ANY_OF_IT = Pattern.compile("(?i)\\b(?:any|is|are|does|do|has)\\b.*\\b(?:that|it|them|those|this)\\b");

    /** A patient who did not understand. */
    private static final Pattern WHAT = Pattern.compile("(?i)\\bwhat ?\\??$|\\b(?:sorry|pardon|excuse me|did ?n't hear|say (?:that|it) again)\\b");
    private static final int FEW = 4;
    /** What breaks off in a denial goes on after the other's "okay": "I've never ..." "Okay." "... broken a bone." */
    private static final Pattern BREAKS_OFF = Pattern.compile("(?i)\\b(?:never|not|n't|no)(?: ?[.,]| \\.\\.\\.)*$");
    private static final Pattern PARTICIPLE = Pattern.compile("(?i)^(?:(?:or|and) )?(?:\\w+ed|broken|had|taken|been|seen|hurt|torn|fallen)\\b");

    private final CueFinder cueFinder = new CueFinder();

    /** The mentions of a visit in order of appearance. */
    List<Mention> of(List<SentenceText> texts) {
        Subjects subjects = new Subjects(texts);
        List<Question> questions = questions(texts);
        List<List<Cue>> cues = texts.stream().map(cueFinder::find).toList();
        List<Mention> mentions = new ArrayList<>();
        List<Segment> segments = texts.stream().map(text -> text.segment).toList();
        for (SentenceText text : texts) {
            OptionalInt feared = FearedAloud.deniedBy(segments, text.index);
            for (Entity entity : text.entities) {
                Concept concept = entity.concept;
                boolean claims = concept != null
                        && concept.kind() != ConceptKind.ANATOMY
                        && concept.kind() != ConceptKind.PERSON;
                if (concept == null || !claims) {
                    continue;
                }
                Claim claim = feared.isPresent() && entity.isOf(ConceptKind.DISEASE)
                        ? new Claim(Assertion.DENIED, List.of(feared.getAsInt()))
                        : claim(texts, questions, cues, entity);
                Subjects.Who who = subjects.of(text, entity);
                TreeSet<Integer> support = new TreeSet<>(claim.support());
                support.addAll(entity.corrections);
                mentions.add(new Mention(
                        concept,
                        entity.insight(),
                        claim.assertion(),
                        who.subject(),
                        who.relation(),
                        text.index,
                        List.copyOf(support)));
            }
        }
        return mentions;
    }

    /** How each sentence asks; a bare list beside a question of the same turn ("Other symptoms? Muscle aches, chest pain ...") asks too. */
    private static List<Question> questions(List<SentenceText> texts) {
        List<Question> questions = new ArrayList<>(texts.stream().map(Question::of).toList());
        for (int i = 0; i < texts.size(); i++) {
            SentenceText text = texts.get(i);
            boolean bare = text.byClinician() && questions.get(i).kind() == Question.Kind.NONE
                    && !STATES.matcher(text.words(0, text.tokens.size())).find() && !SUMS_UP.matcher(text.words(0, text.tokens.size())).find();
            if (text.byClinician() && isPutAgain(texts, i)) {
                questions.set(i, new Question(Question.Kind.YES_NO, 0));
            }
            if (bare && (asks(texts, questions, i, i - 1) || asks(texts, questions, i, i + 1))) {
                questions.set(i, new Question(Question.Kind.YES_NO, 0));
            }
        }
        return questions;
    }

    /** "Any history of endometriosis?" "Any history of what?" "Endometriosis." "No.": the word alone asks again. */
    private static boolean isPutAgain(List<SentenceText> texts, int at) {
        SentenceText text = texts.get(at);
        if (text.tokens.size() > FEW || at == 0 || at + 1 >= texts.size() || texts.get(at - 1).byClinician() || texts.get(at + 1).byClinician()) {
            return false;
        }
        SentenceText next = texts.get(at + 1);
        Answer answer = Answer.of(next.words(0, next.tokens.size()));
        return (answer == Answer.NO || answer == Answer.YES)
                && WHAT.matcher(texts.get(at - 1).words(0, texts.get(at - 1).tokens.size())).find();
    }

    private static boolean asks(List<SentenceText> texts, List<Question> questions, int at, int beside) {
        return beside >= 0 && beside < texts.size()
                && texts.get(beside).segment.turn() == texts.get(at).segment.turn()
                && questions.get(beside).kind() == Question.Kind.YES_NO
                && ANY.matcher(texts.get(beside).words(0, texts.get(beside).tokens.size())).find();
    }

    private record Claim(Assertion assertion, List<Integer> support) {}

    private Claim claim(
            List<SentenceText> texts, List<Question> questions, List<List<Cue>> cues, Entity entity) {
        SentenceText text = entity.home;
        if (entity.isOf(ConceptKind.DISEASE) && isTopic(text, entity)) {
            return new Claim(Assertion.CONDITIONAL, List.of());
        }
        Optional<Assertion> said = cueFinder.claim(text, cues.get(text.index), entity);
        if (said.isEmpty() && goesOnDenying(texts, text)) {
            return new Claim(Assertion.DENIED, List.of());
        }
        Question question = questions.get(text.index);
        boolean asked = question.kind() == Question.Kind.YES_NO && entity.end > question.start();
        if (said.isPresent() && (said.get() == Assertion.CONDITIONAL || !asked)) {
            return new Claim(said.get(), List.of());
        }
        if (!asked) {
            int reply = question.kind() == Question.Kind.OPEN && text.byClinician() ? reply(texts, questions, text) : -1;
            if (reply >= 0 && entity.is(EntityCategory.MEDICAL_CONDITION) && deniesAllOfIt(texts, questions, text, reply)) {
                return new Claim(Assertion.ASKED, List.of());
            }
            boolean gone = reply >= 0 && entity.is(EntityCategory.MEDICAL_CONDITION)
                    && GONE.matcher(texts.get(reply).words(0, texts.get(reply).tokens.size())).find();
            return gone ? new Claim(Assertion.PAST, List.of(reply)) : new Claim(byItself(text, entity), List.of());
        }
        return answered(texts, questions, cues, entity, said.orElse(Assertion.ASKED));
    }

    private static boolean goesOnDenying(List<SentenceText> texts, SentenceText text) {
        if (!PARTICIPLE.matcher(text.words(0, text.tokens.size())).find()) {
            return false;
        }
        for (int i = text.index - 1; i >= Math.max(0, text.index - 3); i--) {
            SentenceText before = texts.get(i);
            if (before.segment.speaker().equals(text.segment.speaker())) {
                return before.segment.turn() != text.segment.turn() && BREAKS_OFF.matcher(before.words(0, before.tokens.size())).find();
            }
            if (before.tokens.size() > FEW) {
                return false;
            }
        }
        return false;
    }

    /** "How is your heartburn? Any problems with that?" &ndash; "No": whether it is still there is not known. */
    private static boolean deniesAllOfIt(List<SentenceText> texts, List<Question> questions, SentenceText open, int reply) {
        SentenceText last = texts.get(reply - 1);
        boolean ofIt = last != open && questions.get(last.index).kind() == Question.Kind.YES_NO
                && last.entities.stream().noneMatch(other -> other.is(EntityCategory.MEDICAL_CONDITION))
                && ANY_OF_IT.matcher(last.words(0, last.tokens.size())).find();
        return ofIt && Answer.of(texts.get(reply).words(0, texts.get(reply).tokens.size())) == Answer.NO;
    }

    /** Whether an illness is only what something is for, or what everybody talks of. */
    private static boolean isTopic(SentenceText text, Entity entity) {
        Concept concept = entity.concept;
        String before = text.words(Math.max(0, entity.begin - 6), entity.begin) + " ";
        return text.isOneOf(entity.end, AGAINST)
                || GUARDED.matcher(before).matches()
                || (concept != null && TALKED_OF.contains(concept.name())
                        && !HAD.matcher(before).matches());
    }

    /** An operation that "was done" is over; anything else that is merely named is so. */
    private static Assertion byItself(SentenceText text, Entity entity) {
        boolean over = entity.isOf(ConceptKind.PROCEDURE)
                && text.words(Math.max(0, entity.begin - 6), entity.begin).matches(".*\\b(had|underwent|was|were|did|got|after|since)\\b.*");
        return over ? Assertion.PAST : Assertion.PRESENT;
    }

    private Claim answered(
            List<SentenceText> texts,
            List<Question> questions,
            List<List<Cue>> cues,
            Entity entity,
            Assertion asked) {
        int reply = reply(texts, questions, entity.home);
        if (reply < 0) {
            return new Claim(asked == Assertion.DENIED ? Assertion.ASKED : asked, List.of());
        }
        int turn = texts.get(reply).segment.turn();
        StringBuilder words = new StringBuilder();
        boolean names = false;
        for (int i = reply; i < texts.size() && texts.get(i).segment.turn() == turn && i < reply + 3; i++) {
            SentenceText text = texts.get(i);
            if (i > reply && goesOnToAnotherDrug(text, entity)) {
                break;
            }
            for (Entity named : text.entities) {
                names |= named.is(EntityCategory.MEDICAL_CONDITION);
                if (sameConcept(named, entity)) {
                    Assertion claimed = cueFinder.claim(text, cues.get(i), named).orElse(byYesOrNo(texts, reply, Assertion.PRESENT));
                    return new Claim(claimed, i == reply ? List.of(i) : List.of(reply, i));
                }
            }
            words.append(words.isEmpty() ? "" : " ").append(text.words(0, text.tokens.size()));
        }
        Answer answer = Answer.of(words.toString());
        if (names && listed(entity) && answer == Answer.NO && words.toString().matches("(?:um ,? ?|uh ,? ?|well ,? ?)*no [a-z].*")) {
            // "Any wheezing or shortness of breath?" – "No wheezing": of the other nothing is known.
            return new Claim(Assertion.ASKED, List.of());
        }
        if (names && listed(entity) && (answer == Answer.YES || answer == Answer.OTHER)
                && !onlyOthers(words.toString(), texts.get(reply))) {
            // "Any dizziness, fever or chills?" – "I did get a little dizzy": of the others nothing is known.
            return new Claim(Assertion.ASKED, List.of());
        }
        if (answer == Answer.YES && !names && (isOneOfSeveral(entity) || asksOn(texts, questions, entity))) {
            // "Any nausea, vomiting or diarrhea?" – "Yes": which of them is not known. "Any chills? Are you eating?" – "Yes": the last.
            return new Claim(Assertion.ASKED, List.of());
        }
        if (answer == Answer.YES && isOneOfDrugs(entity)) {
            // "Do you take Advil, Motrin or Aleve?" – "Yes": which of them is not known.
            return new Claim(Assertion.ASKED, List.of());
        }
        if (entity.isOf(ConceptKind.ALLERGY) && Sparing.begin(words.toString()).isPresent()) {
            // "Any drug allergies?" – "No, just penicillin."
            return new Claim(Assertion.ASKED, List.of());
        }
        boolean particular = !texts.get(reply).pieces.isEmpty() || texts.get(reply).entities.stream()
                .anyMatch(other -> other.is(EntityCategory.TIME_EXPRESSION));
        return switch (answer) {
            // "Are you taking 20 mg?" – "No, 40.": the dose is denied, not the drug.
            case NO -> entity.is(EntityCategory.MEDICATION) && entity.corrections.contains(reply)
                    ? new Claim(Assertion.PRESENT, List.of(reply))
                    : new Claim(Assertion.DENIED, List.of(reply));
            case NO_LONGER -> new Claim(Assertion.PAST, List.of(reply));
            case MAYBE -> new Claim(Assertion.POSSIBLE, List.of(reply));
            case YES -> onlyOthers(words.toString(), texts.get(reply))
                    ? new Claim(Assertion.DENIED, List.of(reply))
                    : new Claim(asked == Assertion.ASKED ? Assertion.PRESENT : confirmed(asked, words.toString()), List.of(reply));
            case OTHER -> asked == Assertion.ASKED && particular && texts.get(reply).tokens.size() < 16
                    ? new Claim(Assertion.PRESENT, List.of(reply))
                    : new Claim(asked == Assertion.DENIED ? Assertion.ASKED : asked, List.of());
        };
    }

    /** "500 mg twice a day. I was on glipizide, but I stopped it": what is told of another drug answers nothing. */
    private static boolean goesOnToAnotherDrug(SentenceText text, Entity asked) {
        List<Entity> drugs = text.entities.stream().filter(entity -> entity.isOf(ConceptKind.MEDICATION)).toList();
        return asked.isOf(ConceptKind.MEDICATION) && !drugs.isEmpty() && drugs.stream().noneMatch(drug -> sameConcept(drug, asked));
    }

    /** Whether a question offers several drugs of which one is enough. */
    private static boolean isOneOfDrugs(Entity entity) {
        return entity.isOf(ConceptKind.MEDICATION) && entity.home.entities.stream().anyMatch(other -> other != entity
                && other.isOf(ConceptKind.MEDICATION)
                && entity.home.words(Math.min(entity.end, other.end), Math.max(entity.begin, other.begin)).matches(".*\\bor\\b.*"));
    }

    /** Whether a question asks about several complaints at once. */
    private static boolean isOneOfSeveral(Entity entity) {
        return entity.home.holds(Set.of("or")) && entity.home.entities.stream().filter(other -> other.is(EntityCategory.MEDICAL_CONDITION)).count() > 2;
    }

    /** Whether the same turn asks something else after it: "Any chills? Are you eating well?" but not "A cough? Is it dry?" */
    private static boolean asksOn(List<SentenceText> texts, List<Question> questions, Entity entity) {
        boolean on = false;
        for (int i = entity.home.index + 1; i < texts.size() && texts.get(i).segment.turn() == entity.home.segment.turn(); i++) {
            on |= questions.get(i).kind() == Question.Kind.YES_NO && !texts.get(i).holds(OF_THE_SAME);
        }
        return on && entity.is(EntityCategory.MEDICAL_CONDITION);
    }

    private static boolean listed(Entity entity) {
        return entity.is(EntityCategory.MEDICAL_CONDITION)
                && entity.home.entities.stream().filter(other -> other.is(EntityCategory.MEDICAL_CONDITION)).count() > 1;
    }

    /** "Just some nausea" denies the rest of what was asked about. */
    private static boolean onlyOthers(String words, SentenceText reply) {
        return words.matches("(?:just|only|mainly|mostly)\\b.*")
                && reply.entities.stream().anyMatch(entity -> entity.is(EntityCategory.MEDICAL_CONDITION));
    }

    /** "No chest pain?" – "Right." keeps the no; "Yes, I do." does not. */
    private static Assertion confirmed(Assertion asked, String words) {
        boolean contradicts = asked == Assertion.DENIED && words.matches(".*\\b(i do|i have|i did|i am|actually|it does)\\b(?! n't| not).*");
        return contradicts ? Assertion.PRESENT : asked;
    }

    /** A thing that is named again in an answer is so, unless the answer begins with no. */
    private static Assertion byYesOrNo(List<SentenceText> texts, int reply, Assertion otherwise) {
        String words = texts.get(reply).words(0, texts.get(reply).tokens.size());
        boolean plainNo = Answer.of(words) == Answer.NO && !words.matches(".*\\b(but|just|only|except|although|i do|i have|some)\\b.*");
        return plainNo ? Assertion.DENIED : otherwise;
    }

    private static boolean sameConcept(Entity one, Entity other) {
        return one.concept != null && other.concept != null && one.concept.name().equals(other.concept.name());
    }

    /** The sentence with which the other speaker replies; -1 if another question comes between, or nobody replies. */
    private static int reply(List<SentenceText> texts, List<Question> questions, SentenceText question) {
        for (int i = question.index + 1; i < texts.size() && i <= question.index + FURTHEST_ANSWER; i++) {
            SentenceText text = texts.get(i);
            if (!text.segment.speaker().equals(question.segment.speaker())) {
                return questions.get(i).kind() == Question.Kind.NONE || text.tokens.size() > 4 ? i : -1;
            }
            if (questions.get(i).kind() == Question.Kind.OPEN) {
                return -1;
            }
        }
        return -1;
    }
}
