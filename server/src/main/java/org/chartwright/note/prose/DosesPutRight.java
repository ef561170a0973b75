package org.chartwright.note.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.chartwright.clinical.TakingBack;
import org.chartwright.encounter.Segment;

/**
 * Finds doses that are put right in a sentence of their own &ndash; "400 milligrams twice a day." "No, 600." &ndash; so
 * that the wrong one is written nowhere. For one visit.
 */
public final class DosesPutRight {

    private static final String NUMBER = "(?:\\d[\\d,.]*\\d|\\d|one|two|three|four|five|six|seven|eight|nine|ten)";
    private static final String UNIT = "(?: (?:mg|mcg|g|grams?|ml|units?|tablets?|pills?|capsules?|drops?|puffs?|cm|mm|inches|liters?))";
    private static final Pattern DOSED = Pattern.compile("\\b" + NUMBER + UNIT + "\\b");
    private static final Pattern OFTEN = Pattern.compile("\\b(?:(?:once|twice|" + NUMBER + " times) (?:daily|weekly|a (?:week|month))"
            + "|(?<!times |once |twice )daily|every (?:\\w+ )?(?:hours?|days?|morning|night|evening|week)|at (?:night|bedtime))\\b");
    private static final Pattern AMOUNT = Pattern.compile(NUMBER + UNIT + "?");
    private static final Pattern OR_RATHER = Pattern.compile("or (?:about |around )?\\d[^.;?!]{0,35}\\b(?:excuse me|sorry|i mean|rather)\\b");
    private static final int REACH = 4;

    /** What is said in one segment, and what another puts in its place; nothing where it cannot be told what was meant. */
    private record Right(int segment, int by, Optional<String> wrong, String right) {

        @Override
        public String toString() {
            return "Right[" + segment + ", " + by + "]";
        }
    }

    private final List<Right> found = new ArrayList<>();

    /** Looks through a visit. */
    public DosesPutRight(List<Segment> segments) {
        for (int i = 1; i < segments.size(); i++) {
            String text = plain(segments.get(i));
            if (goesOn(segments, i)) {
                found.add(new Right(i - 1, i, Optional.empty(), ""));
            }
            int end = TakingBack.end(text);
            if (end > 0) {
                String rest = Prose.cleaned(text.substring(end)).replaceAll("[ .,!]+$", "");
                boolean often = OFTEN.matcher(rest).matches();
                if (often || AMOUNT.matcher(rest).matches()) {
                    find(segments, i, rest, often);
                }
            }
        }
    }

    private void find(List<Segment> segments, int by, String right, boolean often) {
        for (int i = by - 1; i >= Math.max(0, by - REACH); i--) {
            if (!segments.get(i).speaker().equals(segments.get(by).speaker())) {
                continue;
            }
            List<MatchResult> said = (often ? OFTEN : DOSED).matcher(Prose.cleaned(plain(segments.get(i)))).results().toList();
            if (!said.isEmpty()) {
                boolean one = said.size() == 1;
                String wrong = said.getFirst().group();
                String unit = often || right.contains(" ") ? "" : wrong.substring(wrong.lastIndexOf(' '));
                found.add(new Right(i, by, one ? Optional.of(wrong) : Optional.empty(), right + unit));
                return;
            }
        }
    }

    /** A clause of a segment with the dose that stands; empty where of several doses one was taken back, nobody knows which. */
    Optional<String> corrected(int segment, String clause) {
        String text = clause;
        for (Right one : found) {
            if (one.segment() != segment) {
                continue;
            }
            if (one.wrong().isEmpty()) {
                return DOSED.matcher(text).find() || OFTEN.matcher(text).find() ? Optional.empty() : Optional.of(text);
            }
            text = text.replaceAll("\\b\\Q" + one.wrong().get() + "\\E\\b", one.right());
        }
        return Optional.of(text);
    }

    /** Whether a segment does nothing but put a dose right. */
    boolean isCorrection(int segment) {
        return found.stream().anyMatch(one -> one.by() == segment && !one.right().isEmpty());
    }

    /** Whether a segment takes back the doses of the one before it: "5,000 units on Sundays ..." "or 50,000 units, excuse me". */
    public static boolean goesOn(List<Segment> segments, int at) {
        return at > 0 && at < segments.size() && segments.get(at).speaker().equals(segments.get(at - 1).speaker())
                && OR_RATHER.matcher(plain(segments.get(at))).lookingAt();
    }

    /** The segment that put right what a clause of another says. */
    public OptionalInt by(Clause clause) {
        return found.stream()
                .filter(one -> one.segment() == clause.segment() && one.wrong().isPresent() && clause.text().contains(one.right()))
                .mapToInt(Right::by)
                .findFirst();
    }

    private static String plain(Segment segment) {
        return segment.text().toLowerCase(Locale.ROOT).replace('\u2019', '\'').strip();
    }
}
