package org.chartwright.note.plan;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.chartwright.encounter.Role;
import org.chartwright.note.prose.Clause;

/**
 * A few words that say something only together with the question before them: "how long?" &ndash; "four days".
 *
 * @param text under what it answers, lower case: {@code duration: four days}
 * @param evidence the segments of question and answer
 */
record ShortAnswer(String text, List<Integer> evidence) {

    private static final int MOST_WORDS = 14;

    private record Kind(String name, Pattern question, Pattern answer) {}

    private static final String TIME = "\\b(?:minutes?|hours?|days?|weeks?|months?|years?|yesterday|morning|night|evening|noon|today|ago|weekend|summer|winter|spring|fall|"
            + "monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december)\\b";
    private static final String AMOUNT = "\\d|\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|mild|moderate|severe|bad|worst)\\b";
    private static final String TOBACCO = "tobacco use";
    private static final List<Kind> KINDS = List.of(
            kind("duration", "\\bhow (?:long|many (?:minutes|hours|days|weeks|months|years))\\b", TIME),
            kind("onset", "\\bwhen (?:did|was|were|is|are|have)\\b(?!.*\\b(?:last|next|shots?|vaccine|booster|period|surgery|operation|visit|appointment|born|test|scan|colonoscopy|mammogram)\\b)", TIME),
            kind("severity", "\\b(?:how (?:bad|severe|intense)|scale|pain level|rate (?:the|your) pain|one to ten|out of ten|0 to 10|1 to 10)\\b", AMOUNT),
            kind("location", "\\bwhere\\b.*\\b(?:pain|hurt\\w*|feel|it|located|bother\\w*|swell\\w*|rash|numb\\w*)\\b",
                    "\\b(?:left|right|inside|outside|front|back|top|bottom|side|above|below|under|behind|around|upper|lower|middle|tip|end|knee|hip|foot|ankle"
                            + "|shoulder|elbow|wrist|hand|finger|thumb|arm|leg|chest|belly|abdomen|head|neck|jaw|heel|toes?|calf|thigh)\\b"),
            kind(TOBACCO, "\\b(?:smok(?:e|ing)|cigarettes?|tobacco)\\b", "\\b(?:packs?|cigarettes?|cigars?|used to|quit|stopped)\\b"),
            kind("frequency", "\\bhow (?:often|many times|frequently)\\b",
                    "\\b(?:daily|once|twice|times|every|always|constant\\w*|weekly|monthly|day|week|month|night|rarely|occasionally)\\b"));

    private static final Pattern OF_THE_MIND = Pattern.compile("\\b(?:important|confident|ready|likely|true|helpful|motivated|willing)\\b");
    /** How long or how often something is taken is not how long or how often it hurts. */
    private static final Pattern OF_A_DRUG = Pattern.compile("\\bhow (?:long|often|frequently|many)\\b.*\\b(?:tak(?:e|en|ing)|us(?:e|ed|ing)|on (?:it|that|them|this|the))\\b");
    /** Since when somebody does not smoke, or how long an earlier stone took, is not how long it has hurt. */
    private static final Pattern OF_OTHER_THINGS = Pattern.compile("\\b(?:smok\\w+|drink\\w*|quit|packs?|cigarettes?|to pass|pass (?:the|your|those)|diagnosed|married|retired?)\\b");
    private static final Pattern LABELLED =
            Pattern.compile("(?:" + String.join("|", KINDS.stream().map(Kind::name).toList()) + "): .*");

    private static Kind kind(String name, String question, String answer) {
        return new Kind(name, Pattern.compile(question), Pattern.compile(answer));
    }

    /** What a clause, in the third person, answers; nothing where the last question of the turn before wants something else. */
    static Optional<ShortAnswer> of(List<Clause> clauses, int at, String third) {
        Clause clause = clauses.get(at);
        int question = at - 1;
        while (question >= 0 && clauses.get(question).turn() == clause.turn()) {
            question--;
        }
        if (question < 0 || third.split(" ", -1).length > MOST_WORDS) {
            return Optional.empty();
        }
        Clause asked = clauses.get(question);
        // "On a scale from zero to ten, how important is that to you?" asks for no severity.
        if (OF_THE_MIND.matcher(asked.text()).find() || OF_A_DRUG.matcher(asked.text()).find()) {
            return Optional.empty();
        }
        boolean asks = asked.role() == Role.CLINICIAN && asked.asked() && asked.turn() == clause.turn() - 1;
        return KINDS.stream()
                .filter(kind -> kind.name().equals(TOBACCO) || !OF_OTHER_THINGS.matcher(asked.text()).find())
                .filter(kind -> asks && kind.question().matcher(asked.text()).find() && kind.answer().matcher(third).find())
                .findFirst()
                .map(kind -> new ShortAnswer(kind.name() + ": " + third, List.of(asked.segment(), clause.segment())));
    }

    /** Whether a sentence, lower case, is such an answer under its label. */
    static boolean isOne(String text) {
        return LABELLED.matcher(text).matches();
    }

    /** Leaves the text out: it is a patient's story. */
    @Override
    public String toString() {
        return "ShortAnswer[" + evidence + "]";
    }
}
