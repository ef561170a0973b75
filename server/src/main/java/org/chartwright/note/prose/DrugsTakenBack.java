package org.chartwright.note.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartwright.encounter.Role;
import org.chartwright.encounter.Segment;

/**
 * Finds what a clinician ordered and called off in the same visit &ndash; "use ibuprofen", later "then no ibuprofen" &ndash; so
 * that the order stands nowhere. For one visit.
 */
final class DrugsTakenBack {

    private static final Pattern CALLED_OFF = Pattern.compile(
            "^(?:(?:okay|ok|then|so|well|and|all right),? )*(?:scratch|forget|skip|cancel|leave out|no(?: more)?|not) (?:about )?(?:the |that |any )?"
                    + "(?<what>[a-z]{4,})(?: (?:then|for you|now|after all))*[.,!]?$");
    /** How something is ordered, not how it is told. */
    private static final Pattern ORDERED = Pattern.compile(
            "\\b(?:take|use|start|try|give|prescribe|order|continue|can|will|want|would|recommend)\\b|\\d");
    private static final int REACH = 12;

    private record CalledOff(int from, int until, Pattern what) {

        @Override
        public String toString() {
            return "CalledOff[" + from + ", " + until + "]";
        }
    }

    private final List<CalledOff> found = new ArrayList<>();

    DrugsTakenBack(List<Segment> segments) {
        for (int i = 0; i < segments.size(); i++) {
            String text = segments.get(i).text().toLowerCase(Locale.ROOT).replace('\u2019', '\'').strip();
            Matcher off = CALLED_OFF.matcher(text);
            if (segments.get(i).speaker().role() == Role.CLINICIAN && off.matches()) {
                found.add(new CalledOff(Math.max(0, i - REACH), i, Pattern.compile("\\b" + off.group("what") + "\\b")));
            }
        }
    }

    /** Whether a clause of a segment orders what was called off after it. */
    boolean holds(Segment segment, int at, String clause) {
        return segment.speaker().role() == Role.CLINICIAN && found.stream()
                .anyMatch(one -> one.from() <= at && at < one.until() && one.what().matcher(clause).find()
                        && ORDERED.matcher(clause).find());
    }
}
