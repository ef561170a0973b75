package org.chartwright.note.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartwright.clinical.SideSlips;
import org.chartwright.encounter.Role;
import org.chartwright.encounter.Segment;

/**
 * Finds sides of the body that were said and then put right: after "my left shoulder", "which one?", "the left, no sorry,
 * the right one", nothing that was said of the left shoulder before may be written. For one visit.
 */
final class SidesTakenBack {

    private static final String WHOSE = "(?:in |on )?(?:the|my|your|his|her) ";
    private static final String IS = "(?:(?:it|that) ?(?:'s|is|was) )";
    /** "No, the left knee is fine" takes nothing back; "no, it's the left" and "not the right one, the left" do. */
    private static final List<Pattern> CORRECTS = List.of(
            Pattern.compile("\\b(?:sorry|wait|i mean|i meant|oops|actually),? (?:no,? )?" + IS + "?" + WHOSE + "(left|right)\\b"),
            Pattern.compile("\\bnot " + WHOSE + "(?:left|right)(?: [a-z]+)?,? (?:but )?" + IS + "?" + WHOSE + "(left|right)\\b"),
            Pattern.compile("\\bno,? " + IS + WHOSE + "(left|right)\\b"));
    /** "Right" alone is mostly no side. */
    private static final Pattern SIDE = Pattern.compile("\\b(?:the|my|your|his|her|that|this|some) (left|right)\\b");
    private static final Pattern PART = Pattern.compile("\\b" + SideSlips.BODY);
    /** "It's not the right knee" takes the right knee back, whatever follows. */
    private static final Pattern DENIES = Pattern.compile("\\b" + IS + "not " + WHOSE + "(left|right) " + SideSlips.BODY);
    private static final int REACH = 4;

    private record TakenBack(int until, String side, Pattern said) {}

    private final List<TakenBack> found = new ArrayList<>();

    SidesTakenBack(List<Segment> segments) {
        for (int i = 0; i < segments.size(); i++) {
            String text = segments.get(i).text().toLowerCase(Locale.ROOT).replace('\u2019', '\'');
            if (text.contains("left") || text.contains("right")) {
                Matcher denied = DENIES.matcher(text);
                if (denied.find()) {
                    takeBack(i, other(denied.group(1)), denied.group(2));
                }
                if (i > 0 && segments.get(i).speaker().role() == Role.PATIENT && segments.get(i - 1).speaker().role() == Role.CLINICIAN) {
                    String before = segments.get(i - 1).text().toLowerCase(Locale.ROOT).replace('\u2019', '\'');
                    int at = i;
                    SideSlips.answered(text.strip(), before).ifPresent(side -> part(before).ifPresent(part -> takeBack(at, side, part)));
                }
                for (Pattern correction : CORRECTS) {
                    Matcher matcher = correction.matcher(text);
                    if (matcher.find()) {
                        correct(segments, i, text, matcher);
                    }
                }
            }
        }
    }

    /** Whether a clause of a segment says what was taken back later. */
    boolean holds(int segment, String clause) {
        return found.stream().anyMatch(one -> one.said().matcher(clause).find()
                && (segment < one.until() || (segment == one.until() && !clause.contains(one.side()))));
    }

    private void correct(List<Segment> segments, int at, String text, Matcher correction) {
        String side = correction.group(1);
        String wrong = other(side);
        boolean said = says(text.substring(0, correction.end()), wrong);
        Optional<String> part = part(text);
        for (int i = at - 1; i >= Math.max(0, at - REACH); i--) {
            String before = segments.get(i).text().toLowerCase(Locale.ROOT);
            said |= says(before, wrong);
            part = part.isPresent() ? part : part(before);
        }
        if (said && part.isPresent()) {
            takeBack(at, side, part.get());
        }
    }

    private void takeBack(int at, String side, String part) {
        found.add(new TakenBack(at, side, Pattern.compile("\\b" + other(side) + " (?:[a-z]+ )?" + part)));
    }

    private static String other(String side) {
        return side.equals("left") ? "right" : "left";
    }

    private static Optional<String> part(String text) {
        Matcher part = PART.matcher(text);
        return part.find() ? Optional.of(part.group(1)) : Optional.empty();
    }

    private static boolean says(String text, String wrong) {
        return SIDE.matcher(text).results().anyMatch(side -> side.group(1).equals(wrong));
    }
}
