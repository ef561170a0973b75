package org.chartwright.note.plan;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartwright.encounter.Role;
import org.chartwright.note.prose.Clause;

/** Finds why the patient came, as the clinician or the patient puts it early in the visit. Stateless. */
public final class Complaint {

    /**
     * The reason.
     *
     * @param text lower case, without article
     * @param clause index of the clause that says it
     * @param segment index of its segment
     */
    public record Reason(String text, int clause, int segment) {

        /** Leaves the text out: it is a patient's story. */
        @Override
        public String toString() {
            return "Reason[clause=" + clause + "]";
        }
    }

    private static final String STOP = "(?=[,.;?!]|$| (?:today|and|but|so|that|which|who|since|because|what|tell|how|when"
            + "|are|is|was|were|i|you|it|after|about|right|okay|could|can|do|did|have|has|going|over|from|here|now|if|let"
            + "|for (?:the|about|a|several|few|two|three)|started|on and)\\b)";
    private static final String THING = "((?:[a-z0-9'/+-]+ ?){1,8}?)" + STOP;
    private static final List<Pattern> SAID = List.of(
            Pattern.compile("\\bchief complaint(?: is| of|:|,)* " + THING),
            Pattern.compile("\\breason for (?:the |your |today's )?visit(?: today)?(?: is|:|,)* " + THING),
            Pattern.compile("\\bpresent(?:s|ing|ed) (?:\\w+ ){0,5}?(?:for|with|to discuss)(?: (?:an?|the|evaluation of|further"
                    + "|evaluation|of|his|her|their|some))* " + THING),
            Pattern.compile("\\b(?:here|comes? in|coming in|came in|in|seen)(?: to see \\w+)?(?: today)?,? (?:for|with|because of"
                    + "|complaining of|due to)(?: (?:an?|the|evaluation of|further|evaluation|of|his|her|their|your|some|you|having"
                    + "|have|are))* " + THING),
            Pattern.compile("\\b(?:you are|you have been|you were|is|been) (?:having|experiencing|suffering from|complaining of)"
                    + "(?: (?:an?|the|some|your|this|these))* " + THING),
            Pattern.compile("\\b(?:what is going on with|what happened (?:to|with)|tell me about|how is|problems? with"
                    + "|trouble with|hurt|injured|about)(?: (?:the|your|an?|his|her|my|this))+ " + THING),
            Pattern.compile("\\b((?:(?:left|right|low|lower|upper|bad|severe) )*(?:\\w+) (?:pain|ache|injury|swelling|infection"
                    + "|cough|rash|ulcer|headaches?))\\b"));
    private static final Pattern EMPTY = Pattern.compile(
            "(?:me|us|it|that|this|you|today|bit|him|her|them|little|while|doctor|visit|nurse|medical assistant|time|day|week"
                    + "|month|year|\\w+ing|like|look|quick|exam|checkup|so|results|some|any|what|well|good|okay)");
    private static final double EARLY = 0.4;

    private Complaint() {}

    /** The reason, or nothing when none is put in words that are understood. */
    public static Optional<Reason> in(List<Clause> clauses) {
        for (Pattern pattern : SAID) {
            for (int i = 0; i < clauses.size() && clauses.get(i).position() < EARLY; i++) {
                Matcher matcher = pattern.matcher(clauses.get(i).text());
                boolean asked = clauses.get(i).asked() && clauses.get(i).role() == Role.PATIENT;
                if (!asked && matcher.find()) {
                    String thing = matcher.group(1).strip().replaceAll("^(?:some|a|an|the|your|his|her|my|this|little|bit|of) ", "");
                    String last = thing.substring(thing.lastIndexOf(' ') + 1);
                    if (thing.length() > 2 && !EMPTY.matcher(thing).matches() && !last.matches("the|a|of|to|with|in|on|your")) {
                        return Optional.of(new Reason(thing, i, clauses.get(i).segment()));
                    }
                }
            }
        }
        return Optional.empty();
    }
}
