package org.chartwright.note.prose;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartwright.clinical.Sparing;

/** Writes a question of the clinician and the patient's yes or no as a statement about the patient. */
public final class Answers {

    /** What a short answer says. */
    public enum Polarity {
        /** Yes. */
        YES,
        /** No. */
        NO,
        /** Neither can be told. */
        OPEN
    }

    private static final Pattern NO = Pattern.compile(
            "^(?:no|nope|nah|none|never|not (?:really|at all|that i|any|lately|recently|since)|negative"
                    + "|i (?:do|have|did|am|was|would) (?:not|never)|i never|nothing)\\b.*");
    private static final Pattern YES = Pattern.compile(
            "^(?:yes|yeah|yep|yup|yea|(?:i|it) (?:do|does|did|am|is|was)(?! not\\b| never\\b| no\\b)"
                    + "|(?:i|it) ha(?:ve|s)(?= ?[,.!]|$| (?:had|been|noticed|seen|some|a (?:little|bit)|those|that|it|them|all|both)\\b)|correct"
                    + "|that is correct|that is right|sure|absolutely|definitely|exactly|mm-hmm|uh-huh|a little|sometimes"
                    + "|right)\\b.*");
    private static final Pattern ASSENT = Pattern.compile(
            "(?:yes|yeah|yep|yup|yea|correct|that is (?:correct|right)|sure|absolutely|definitely|exactly|right"
                    + "|(?:i|it) (?:do|does|have|has|did|am|is|was)|mm-hmm|uh-huh|okay|um|uh|oh|well|doctor|[,.!]|\\s)+");
    private static final Pattern TAKEN_BACK = Pattern.compile(
            "\\b(?:no|not|never|none|neither|nothing|but|except|only|just|quit|stopped|used to|no longer|although)\\b");
    private static final Pattern GRANTED_AFTER_NO = Pattern.compile(
            "\\b(?:but|except|only|just|although|though|yes|yeah|maybe|a (?:little )?bit|a little|slight(?:ly)?|some|sometimes|occasionally|used to|i (?:do|did|have|am)(?! not\\b| never\\b))\\b");
    private static final Pattern NO_THING = Pattern.compile("^(?:um,? |uh,? |well,? )*no ((?!i\\b|not\\b|no\\b|it\\b|he\\b|she\\b|they\\b|we\\b|that\\b)[a-z' ]+)[.!]?$");
    /** "No, I, yeah, I do". */
    private static final Pattern BOTH = Pattern.compile("^(?:no|nope|nah)\\b(?:,? (?:i|well|um|uh|oh)\\b)*,? (?:yeah|yes|yep)\\b(?!,? (?:no|not|i do not)\\b|,? that is)(?!$).*");
    /** "No family history, but on my cousin's side there is" denies nothing as a whole. */
    private static final Pattern BUT_SOME = Pattern.compile("\\b(?:but|except|although|though) (?:\\w+ )?(?:i|my|on my|in my|we|there|some|one) ?(?:do|did|have|had|has|am|was|is|'ve|\\w+)\\b(?! not\\b| never\\b)");
    private static final Pattern OPEN_CHOICE = Pattern.compile("\\bor\\b|\\band\\b|,");
    private static final Pattern WHICH = Pattern.compile(
            "\\b(?:anything|anyone|anybody|something|other|any (?:\\w+ )?(?:medic\\w+|drugs?|allerg\\w+|problems?|surger\\w+"
                    + "|operations?|conditions?|symptoms|issues|history|changes?|pills|supplements))\\b|\\ballerg\\w+\\b");
    private static final Pattern ASKED = Pattern.compile(
            "^(?:and |so |but |okay |now |also |then )*(do|does|did|are|is|was|were|have|has|had|can|could|would) "
                    + "(you|it|there|that|they|he|she|(?:your|the|this|his|her|their) (?:(?:left|right|other|lower|upper|low|big|little) )*\\w+"
                    + "(?: pain| pressure| sugars?| side| joints?| muscles?)?) (.+)$");
    private static final Pattern AT_ALL = Pattern.compile(",? at all$");
    private static final Pattern TOO = Pattern.compile(",? (?:too|as well)$");
    private static final Pattern ANY = Pattern.compile(
            "^(?:and |so |but |okay |now |also |then |how about |what about |do you have |have you had |are you having "
                    + "|did you have |have you noticed |have you experienced |do you notice |do you get "
                    + "|have you been having |is there |are there |was there )*any( other)? (.+)$");
    private static final Pattern TWO_QUESTIONS = Pattern.compile(
            ".* any(?:body|one) (?:ever )?(?:said|told)\\b.*|.+ (?:or (?:have|do|did|are|were|is) (?:you|it|he|she)|(?:was|is|were|did) (?:it|that)|what (?:your|the|is|was))\\b.*");
    private static final Pattern STATED = Pattern.compile("^(?:and |so |but |okay |now )*you (.+)$");

    private static final Pattern TO_BE_KNOWN = Pattern.compile(
            "(?:,? (?:that )?(?:(?:i|we) (?:should|need to|must) (?:know|be aware)(?: (?:of|about))?|you (?:know|are aware) of|you can think of))$");
    private static final String HISTORY = "(?:family|past|medical|surgical|significant|known|drug|food|other)?";
    /** What is asked for without a verb of its own: "what is your family medical history?", "how about allergies?". */
    private static final Pattern NAMED = Pattern.compile(
            "^(?:and |so |then )*(?:what (?:is|are) your|what about your|how about your|how about|what about|tell me about your) "
                    + "((?:" + HISTORY + " ){0,2}(?:histor(?:y|ies)|allergies(?: to [a-z ]+)?|medications?|surger(?:y|ies)(?: in the past)?))$");
    private static final Pattern IN_FAMILY = Pattern.compile(
            "^(?:and |so )*(?:does|do|did|has|have|is) any ?(?:one|body)(?: else)? in your (?:immediate )?family (have|had|suffer from|suffered from) (.+)$");
    private static final Pattern RUN_IN_FAMILY = Pattern.compile("^(?:and |so )*(?:do|does|did) (?:any )?(.+) run in your family$");

    private static final Pattern HESITATION = Pattern.compile(
            "^(?:(?:um|uh|oh|well|so|okay|you know|i mean|mm|hm|my gosh|my god|gosh|god|goodness|oh my|(?:he|she|they) (?:says?|said))[, ]+)+");
    private static final Pattern DENIAL = Pattern.compile("^(?:[a-z-]+[,.!]? ){0,2}?(?:no|nope|nah|none|never|not|negative|nothing)\\b");

    private final Prose prose;

    /** Speaks of the patient as the prose does. */
    public Answers(Prose prose) {
        this.prose = prose;
    }

    /** Whether an answer, in lower case, begins as a yes or a no. */
    public static Polarity polarity(String answer) {
        String bare = HESITATION.matcher(answer).replaceFirst("");
        if (BOTH.matcher(bare).matches()) {
            return Polarity.OPEN;
        }
        if (NO.matcher(bare).matches()) {
            return Polarity.NO;
        }
        return YES.matcher(bare).matches() ? Polarity.YES : Polarity.OPEN;
    }

    /**
     * Whether an answer settles the question as a whole, so that the question may be written as a statement. What the
     * answer goes on to say counts: where it takes part of the yes or no back, or names which of several things holds,
     * the answer's own words must be used instead.
     *
     * @param question lower case
     * @param answer all that the patient replied, lower case, with "not" written out
     */
    public static Polarity settled(String question, String answer) {
        Polarity polarity = polarity(answer);
        String rest = DENIAL.matcher(answer).replaceFirst("");
        return switch (polarity) {
            case OPEN -> Polarity.OPEN;
            case NO -> OPEN_CHOICE.matcher(question).find() && (GRANTED_AFTER_NO.matcher(rest).find() || namesOnlySome(question, answer))
                            || BUT_SOME.matcher(rest).find()
                            || (WHICH.matcher(question).find() && Sparing.begin(answer).isPresent())
                    ? Polarity.OPEN
                    : Polarity.NO;
            case YES -> {
                boolean bare = ASSENT.matcher(answer).matches();
                boolean particular = OPEN_CHOICE.matcher(question).find() || WHICH.matcher(question).find();
                yield bare || (!particular && !TAKEN_BACK.matcher(answer).find()) ? Polarity.YES : Polarity.OPEN;
            }
        };
    }

    /** "Any wheezing or shortness of breath?" &ndash; "No wheezing": of the other nothing is known. */
    private static boolean namesOnlySome(String question, String answer) {
        Matcher no = NO_THING.matcher(answer);
        if (!no.matches()) {
            return false;
        }
        Set<String> denied = Set.copyOf(List.of(no.group(1).split("[^a-z]+", -1)));
        List<String> things = List.of(question.split(",| or | and ", -1));
        long named = things.stream().filter(thing -> !java.util.Collections.disjoint(denied, List.of(thing.strip().split("[^a-z]+", -1)))).count();
        return named > 0 && named < things.size();
    }

    /** The statement, lower case without final mark, or nothing when the question has no such form. */
    public Optional<String> statement(String question, Polarity polarity) {
        String asked = TO_BE_KNOWN.matcher(question.replaceAll("[?.!,]+$", "").replaceAll(", (?:or|and)?$", "")).replaceFirst("");
        if (TWO_QUESTIONS.matcher(asked).matches()) {
            return Optional.empty();
        }
        String she = prose.patient().subject();
        boolean yes = polarity == Polarity.YES;
        if (!yes) {
            Optional<String> none = none(asked);
            if (none.isPresent()) {
                return none;
            }
        }
        Matcher any = ANY.matcher(asked);
        if (any.matches()) {
            // "Any other allergies?" – "No" does not deny the one that is known.
            String other = any.group(1) == null ? "" : "other ";
            String things = prose.thirdPerson(any.group(2), org.chartwright.encounter.Role.CLINICIAN);
            return Optional.of(she + (yes ? " reports " + other + AT_ALL.matcher(bare(things)).replaceFirst("") : " denies any " + other + things));
        }
        Matcher inverted = ASKED.matcher(asked);
        // A yes to one of two verbs ("do you smoke or drink?") does not say which.
        if (yes && inverted.matches() && inverted.group(3).matches(".*\\bor\\b.*")) {
            return Optional.empty();
        }
        if (inverted.matches()) {
            return Optional.of(turned(inverted.group(1), inverted.group(2), inverted.group(3), yes));
        }
        Matcher stated = STATED.matcher(asked);
        if (stated.matches() && yes) {
            return Optional.of(prose.thirdPerson("you " + stated.group(1), org.chartwright.encounter.Role.CLINICIAN));
        }
        return Optional.empty();
    }

    /** That there is none of what was asked for. */
    private Optional<String> none(String asked) {
        Matcher named = NAMED.matcher(asked);
        if (named.matches()) {
            return Optional.of(prose.patient().subject() + " denies any " + named.group(1).strip());
        }
        String family = " in " + prose.patient().possessive() + " family";
        Matcher inFamily = IN_FAMILY.matcher(asked);
        if (inFamily.matches()) {
            String verb = inFamily.group(1).replaceFirst("^have$", "has").replaceFirst("^suffer\\b", "suffers");
            return Optional.of("no one" + family + " " + verb + " " + inFamily.group(2));
        }
        Matcher runs = RUN_IN_FAMILY.matcher(asked);
        return runs.matches() ? Optional.of("no " + runs.group(1) + " run" + family) : Optional.empty();
    }

    private static String bare(String things) {
        return things.replaceFirst("^of ", "");
    }

    private String turned(String auxiliary, String subject, String rest, boolean yes) {
        boolean patient = subject.equals("you");
        String who = patient
                ? prose.patient().subject()
                : prose.thirdPerson(subject, org.chartwright.encounter.Role.CLINICIAN);
        String tail = prose.thirdPerson(rest, org.chartwright.encounter.Role.CLINICIAN);
        String verb = patient ? Verbs.third(auxiliary) : auxiliary;
        if (!yes) {
            if (patient && tail.startsWith("have any ")) {
                return who + " denies any " + tail.substring("have any ".length());
            }
            return who + " " + verb + " not " + TOO.matcher(tail).replaceFirst("");
        }
        String positive = AT_ALL.matcher(tail.replaceFirst("\\bany\\b ?", "")).replaceFirst("");
        if (auxiliary.equals("do") || auxiliary.equals("does")) {
            String[] words = positive.split(" ", 2);
            boolean adverb = Verbs.isAdverb(words[0]) && words.length > 1;
            String first = adverb ? words[0] + " " : "";
            String[] core = adverb ? words[1].split(" ", 2) : words;
            return who + " " + first + (core[0].equals("hurt") ? "hurts" : Verbs.third(core[0])) + (core.length > 1 ? " " + core[1] : "");
        }
        return who + " " + verb + " " + positive;
    }
}
