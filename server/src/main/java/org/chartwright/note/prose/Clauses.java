package org.chartwright.note.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.chartwright.clinical.FearedAloud;
import org.chartwright.clinical.SideSlips;
import org.chartwright.encounter.Role;
import org.chartwright.encounter.Segment;
import org.chartwright.models.Recall;

/** Cuts segments into clauses and cleans them. Stateless. */
public final class Clauses {

    private static final Rules RULES = Rules.read("rewriting.txt");
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.?!;])(?<!\\b(?:dr|mr|ms|mrs|st|vs)\\.) +");
    private static final Pattern QUESTION = Pattern.compile(
            "^(?:and |so |but |okay |now )*(?!do that\\b)(?:(?:do|does|did|are|is|was|were|have|has|had|can|could|will|would) "
                    + "(?:you|it|there|that|they|he|she|your|the|this|any|anything)\\b|any\\b|anything\\b|what\\b(?! (?:i|we) )"
                    + "|how\\b|when (?:did|do|was|is|are)\\b|where\\b|who\\b|why\\b|which\\b|tell me\\b).*");
    /** What the clinician will have the patient do, said without its subject: "and have you come back in two weeks". */
    private static final Pattern BIDDEN = Pattern.compile("^(?:and |then |we will |i will )*have you (?:come|take|follow|start|see|do|keep|use|return|schedule|stop|try"
            + "|wear|go|get|increase|decrease|continue|meet|work|call|finish|make|check|set|talk)\\b.*");
    /** "We'll continue the Keppra, okay?" asks for nothing but a nod. */
    private static final Pattern TOLD = Pattern.compile("^(?!.*\\b(?:do|did|are|have|can|could|would) you\\b).*\\b(?:(?:i|we)(?:'ll|'m|'re|'d| will| am| are| want| would| need"
            + "| should)|let's|let us|try|take|continue|stop|keep|use)\\b.*\\b(?:okay|ok|all right|alright) ?\\?$");
    /** A condition that a mark parts from what depends on it. */
    private static final Pattern HANGING = Pattern.compile(
            "((?:^|[.?!;] |\\b(?:and|but|so|or) )(?:if|unless) [^.,;?!]{2,40})\\. (?=(?:i|i'm|i'd|i'll|we|we'll|we're|you|then|let's)\\b)");
    /** "I don't think that. This is a sign of a stroke": what is not thought must not be stated. */
    private static final Pattern NOT_THOUGHT = Pattern.compile(".*\\b(?:not|n't|never) (?:think|believe|feel|suspect)(?: that)?[.]?$");
    private static final Pattern THOUGHT_OF = Pattern.compile("^(?:this|it|that|there|you|your|he|she|they|we|the)\\b.*");
    /** "No, sorry, it was sulfa": what "it" is stands in the sentence before, and what was meant is read from both. */
    private static final Pattern PUTS_RIGHT = Pattern.compile(
            "(?:no|oh|well)?,? ?(?:sorry|wait|i mean|i meant|correction),? (?:no,? )?(?:it|that) (?:is|was) (?!not\\b)[\\w-]+(?: \\w+)?[.!]?");
    private static final int LONG_WORDS = 9;
    private static final int SHORT_WORDS = 4;

    private Clauses() {}

    /**
     * The clauses of a visit.
     *
     * @param standing what may be written, in order
     * @param takenBack what was put right later, and is written nowhere
     */
    public record Cut(List<Clause> standing, List<Clause> takenBack) {

        /** Leaves the words out: they are somebody's story. */
        @Override
        public String toString() {
            return "Cut[" + standing.size() + " standing, " + takenBack.size() + " taken back]";
        }
    }

    /** All clauses of the visit in order; those of which nothing is left, or that were taken back, are not there. */
    public static List<Clause> of(List<Segment> segments) {
        return cut(segments).standing();
    }

    /** All clauses of the visit in order; those of which nothing is left are not there. */
    public static Cut cut(List<Segment> segments) {
        List<Clause> clauses = new ArrayList<>();
        List<Clause> takenBack = new ArrayList<>();
        SidesTakenBack sides = new SidesTakenBack(segments);
        DrugsTakenBack drugs = new DrugsTakenBack(segments);
        DosesPutRight doses = new DosesPutRight(segments);
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            double position = (i + 0.5) / segments.size();
            for (String piece : Recall.of("pieces of a segment", segment.text().toLowerCase(Locale.ROOT), Clauses::pieces)) {
                String text = RULES.apply("clean", SideSlips.standing(NameSlips.removed(piece)));
                boolean told = segment.speaker().role() == Role.CLINICIAN && TOLD.matcher(piece).matches();
                boolean asked = (piece.endsWith("?") && !told)
                        || (QUESTION.matcher(text).matches() && !BIDDEN.matcher(text).matches());
                if (doses.isCorrection(i) || PUTS_RIGHT.matcher(text).matches() || text.chars().noneMatch(Character::isLetterOrDigit)) {
                    continue;
                }
                Optional<String> standing = sides.holds(i, text) ? Optional.empty() : doses.corrected(i, text);
                if (drugs.holds(segment, i, text) || unthought(clauses, segment.turn(), text) || FearedAloud.deniedBy(segments, i).isPresent()) {
                    standing = Optional.empty();
                }
                (standing.isPresent() ? clauses : takenBack).add(new Clause(
                        i, segment.turn(), segment.speaker().role(), segment.category(), standing.orElse(text), asked, position));
            }
        }
        return new Cut(clauses, takenBack);
    }

    /** Whether the clause before, in the same turn, ends in not thinking what this one says. */
    private static boolean unthought(List<Clause> before, int turn, String text) {
        return !before.isEmpty() && before.getLast().turn() == turn && NOT_THOUGHT.matcher(before.getLast().text()).matches()
                && THOUGHT_OF.matcher(text).matches();
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        for (String sentence : SENTENCE.split(HANGING.matcher(text).replaceAll("$1, "), -1)) {
            if (sentence.split(" ", -1).length <= LONG_WORDS) {
                pieces.add(sentence);
            } else {
                merge(RunOn.cut(sentence), pieces);
            }
        }
        return pieces;
    }

    /** Very short pieces go with the one before, so that "and it hurts" does not stand alone. */
    private static void merge(List<String> cut, List<String> into) {
        StringBuilder held = new StringBuilder();
        for (String piece : cut) {
            if (!held.isEmpty() && held.toString().split(" ", -1).length >= SHORT_WORDS) {
                into.add(held.toString());
                held.setLength(0);
            }
            held.append(held.isEmpty() ? "" : " ").append(piece);
        }
        if (!held.isEmpty()) {
            into.add(held.toString());
        }
    }

    /** Whether these words belong to the clinician. */
    static boolean isClinician(Clause clause) {
        return clause.role() == Role.CLINICIAN;
    }
}
