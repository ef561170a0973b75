package org.chartwright.clinical;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.chartwright.encounter.EntityCategory;

/**
 * Decides from the words of one sentence what it claims of an entity: the nearest cue whose reach covers it. A cue reaches
 * over lists ("no fever, chills or cough") and stops at "but", at a new clause, and after a few words of something else.
 */
final class CueFinder {

    private static final int REACH = 6;
    private static final int REACH_OF_DENIAL = 4;
    private static final int REACH_BACK = 5;
    private static final Set<String> FREE = Set.of(
            ",", "or", "and", "any", "a", "an", "the", "of", "my", "your", "his", "her", "have", "had", "has", "having",
            "been", "be", "like", "um", "uh", "you", "know", "some", "in", "new", "really", "to", "feel", "feeling",
            "got", "get", "with", "for", "much", "significant", "obvious", "acute", "other", "such", "is", "that",
            "there", "taking", "take", "noticed", "noticing", "experienced", "experiencing", "-", "hav", "it", "are");
    private static final Set<String> PRONOUNS = Set.of("i", "you", "he", "she", "we", "they", "it", "my", "your");
    private static final Set<String> JOINS = Set.of("and", ",", "so", "or");
    private static final Set<String> MARKS = Set.of(".", "?", "!");
    private static final Set<String> SELF = Set.of("i", "we");
    private static final Pattern GRANTS = Pattern.compile(
            "(?:i|we) (?:do |did |just |still )?(?:have|had|get|got|feel|felt|do|did|am|'ve|'m|was)\\b(?! not| n't| no| never| any).*");

    private final TermTrie cues = new TermTrie();

    CueFinder() {
        Cue.Kind kind = Cue.Kind.END;
        for (String line : LexiconFile.plainLines("assertion.lex")) {
            if (line.startsWith("[")) {
                kind = Cue.Kind.valueOf(line.substring(1, line.indexOf(']')));
                continue;
            }
            for (String phrase : line.split(",", -1)) {
                if (!phrase.isBlank()) {
                    cues.add(
                            Tokenizer.tokens(phrase),
                            new Term(null, EntityCategory.MEDICAL_CONDITION, kind.name(), 0, 0));
                }
            }
        }
    }

    /** The cues of a sentence; words inside an entity are none. */
    List<Cue> find(SentenceText text) {
        List<Cue> found = new ArrayList<>();
        int i = 0;
        while (i < text.tokens.size()) {
            Optional<TermTrie.Match> match = text.taken(i) ? Optional.empty() : cues.longest(text.tokens, i);
            if (match.isPresent() && !text.taken(match.get().end() - 1)) {
                found.add(new Cue(
                        Cue.Kind.valueOf(match.get().term().type()), i, match.get().end()));
                i = match.get().end();
            } else {
                i++;
            }
        }
        return found;
    }

    /** What the sentence alone claims of an entity; empty where no cue reaches it. */
    Optional<Assertion> claim(SentenceText text, List<Cue> cues, Entity entity) {
        Assertion strongest = null;
        int spared = cues.isEmpty() ? 0 : Sparing.tokensBefore(text.words(0, text.tokens.size())).orElse(0);
        for (Cue cue : cues) {
            if (cue.end() <= spared && spared <= entity.begin) {
                continue; // "No, just a cough"
            }
            boolean governs = cue.kind().governsWhatFollows()
                    ? cue.end() <= entity.begin && reaches(text, cues, cue, entity)
                    : cue.begin() >= entity.end && reachesBack(text, cues, cue, entity);
            boolean idle = cue.kind() == Cue.Kind.NOTHING || cue.kind() == Cue.Kind.END;
            boolean chronic = entity.isOf(ConceptKind.DISEASE) && text.words(cue.begin(), cue.end()).contains("history");
            if (governs && !idle && !chronic) {
                strongest = stronger(strongest, cue.kind().assertion());
            }
        }
        return Optional.ofNullable(strongest);
    }

    private static Assertion stronger(@org.jspecify.annotations.Nullable Assertion first, Assertion second) {
        List<Assertion> order =
                List.of(Assertion.CONDITIONAL, Assertion.DENIED, Assertion.POSSIBLE, Assertion.PAST, Assertion.PRESENT);
        return first == null || order.indexOf(second) < order.indexOf(first) ? second : first;
    }

    private static boolean reaches(SentenceText text, List<Cue> cues, Cue cue, Entity entity) {
        boolean isNo = text.words(cue.begin(), cue.end()).equals("no");
        int reach = reach(cue.kind());
        int cost = 0;
        for (int i = cue.end(); i < entity.begin; i++) {
            int token = i;
            boolean barred = cues.stream().anyMatch(other -> other.begin() == token
                    && (other.kind() == Cue.Kind.END || (other.kind() == Cue.Kind.NOTHING && other.end() < entity.begin)));
            boolean clause = text.isOneOf(i, PRONOUNS)
                    && text.isOneOf(i - 1, JOINS)
                    && !text.isOneOf(i, Set.of("my", "your"))
                    && i - 1 >= cue.end();
            // "No fever and now chills": what begins now is not denied. "No, I have a stuffy nose": the no was the answer.
            boolean turns = cue.kind() == Cue.Kind.DENIED_BEFORE
                    && (text.form(i).equals("now") || text.form(i).equals("too") || (isNo && grants(text, i)));
            // "No, my muscles hurt": the no was the answer.
            boolean answered = isNo && cue.begin() == 0 && i == cue.end() + 1 && text.form(cue.end()).equals(",")
                    && text.isOneOf(i, Set.of("my", "it", "they", "he", "she"));
            // "No, wait, losartan" puts a word right and denies none.
            boolean slip = isNo && i <= cue.end() + 1 && text.isOneOf(i, Set.of("wait", "sorry"));
            // "No fever, some chills": what there is some of is not denied.
            boolean some = isNo && text.form(i).equals("some") && (text.taken(i - 1) || text.isOneOf(i - 1, Set.of(",", "and")) && text.taken(i - 2));
            if (barred || clause || turns || answered || slip || some || text.isOneOf(i, MARKS)) {
                return false;
            }
            boolean listed = text.taken(i) || text.isOneOf(i, FREE) || isPiece(text, i);
            cost += listed ? 0 : 1;
            if (cost > reach) {
                return false;
            }
        }
        return true;
    }

    /** How many words of something else may stand between a cue and what it governs. */
    private static int reach(Cue.Kind kind) {
        return switch (kind) {
            case CONDITIONAL_BEFORE -> 2 * REACH;
            case DENIED_BEFORE -> REACH_OF_DENIAL;
            default -> REACH;
        };
    }

    private static boolean grants(SentenceText text, int at) {
        return text.isOneOf(at, SELF) && GRANTS.matcher(text.words(at, at + 3)).matches();
    }

    private static boolean reachesBack(SentenceText text, List<Cue> cues, Cue cue, Entity entity) {
        int cost = 0;
        for (int i = entity.end; i < cue.begin(); i++) {
            int token = i;
            boolean barred = cues.stream().anyMatch(other -> other.begin() == token && other.kind() == Cue.Kind.END);
            if (barred || text.isOneOf(i, MARKS)) {
                return false;
            }
            boolean other = text.taken(i) && !isTime(text, i) && !text.isOneOf(entity.end, JOINS);
            if (other) {
                return false;
            }
            cost += text.taken(i) || isPiece(text, i) || text.isOneOf(i, Set.of("and", "or", ",")) ? 0 : 1;
        }
        return cost <= REACH_BACK;
    }

    private static boolean isTime(SentenceText text, int token) {
        return text.entities.stream().anyMatch(
                entity -> entity.is(EntityCategory.TIME_EXPRESSION) && entity.begin <= token && token < entity.end);
    }

    private static boolean isPiece(SentenceText text, int token) {
        return text.pieces.stream().anyMatch(piece -> piece.begin() <= token && token < piece.end());
    }
}
