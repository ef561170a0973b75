package org.chartwright.note.plan;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartwright.encounter.Role;
import org.chartwright.note.prose.Answers;
import org.chartwright.note.prose.Clause;

/** Finds why the patient came, as the clinician or the patient puts it early in the visit. Stateless. */
public final class Complaint {

    /**
     * The reason.
     *
     * @param text lower case, without article
     * @param clause index of the clause that says it
     * @param segments indexes of the segments it rests on
     */
    public record Reason(String text, int clause, List<Integer> segments) {

        /** Copies the list. */
        public Reason {
            segments = List.copyOf(segments);
        }

        /** Leaves the text out: it is a patient's story. */
        @Override
        public String toString() {
            return "Reason[clause=" + clause + "]";
        }
    }

    private static final String STOP = "(?=[,.;?!]|$| (?:today|and|but|so|that|which|who|since|because|what|tell|how|when"
            + "|are|is|was|were|i|you|it|after|about|right|okay|could|can|do|did|have|has|going|over|from|here|now|if|let"
            + "|for (?:the|about|a|several|few|two|three)|started|on and|doing|then|yes|no|there|while|where|this|would)\\b)";
    private static final String THING = "([a-z0-9'/+-]+(?: [a-z0-9'/+-]+){0,7}?)" + STOP;
    private static final String BODY =
            "knee|shoulder|elbow|wrist|ankle|hips?|back|neck|foot|feet|hand|finger|thumb|toe|leg|arm|calf|eye|ear|abdomen|jaw"
                    + "|heel|head|throat|chest|stomach|breast|breasts|kidneys|knees|elbows|shoulders";
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
            Pattern.compile("\\b(?<!concerned )(?<!worried )(?:what is going on with|what happened (?:to|with)|tell me about|how is|problems? with"
                    + "|trouble with|hurt|injured|about)(?: (?:the|your|an?|his|her|my|this))+ " + THING),
            Pattern.compile("\\bmy ((?:(?:left|right|lower|upper|big|great) )*(?:" + BODY + "))(?: (?:really|still|just))* (?:hurts?|aches?|(?:is|are|has been|have been) (?:\\w+ )?(?:hurting|sore|swollen|painful))\\b"),
            Pattern.compile("\\b((?:pain|ache|swelling|injury|rash|numbness|weakness|ulcer|lump|bump|wound|mole|sore) (?:in|on|of) (?:both |my |your |the |his |her )+"
                    + "(?:(?:left|right|lower|upper|low|big|great) )*(?:\\w+))\\b"),
            Pattern.compile("\\b((?:(?:left|right|low|lower|upper|bad|severe) )*(?:\\w+) (?:pain|ache|injury|swelling|infections?"
                    + "|cough|rash|ulcer|headaches?))\\b"));
    private static final Pattern PLACED = Pattern.compile(
            "(pain|ache|swelling|injury|rash|numbness|weakness|ulcer|lump|bump|wound|mole|sore) (?:in|on|of) (?:my |your |the |his |her )+((?:(?:left|right|lower"
                    + "|upper|low|big|great) )*(?:\\w+))\\b.*");
    /** A reason is a thing; verbs before it belong to the sentence it was said in. */
    private static final Pattern VERBS = Pattern.compile(
            "^(?:(?:were|had|has|have|having|having had|been|was|is|are|am|be|got|get|gets|getting|feel|feels|felt|feeling|in|with|of|for|no"
                    + "|not|really|more|much|that|some|any|any other|and|or|a|the|i|you|he|she|it|the same) )+");
    /** A list that is asked through is a review of systems; "does it throb or ache?" asks how it is. */
    private static final Pattern REVIEWS = Pattern.compile(
            "^(?:(?:and|so|also|okay),? )*(?:does|do|did|is|was) (?:it|this|that) (?:throb|ache|burn|sting|hurt|itch|feel)\\b|^(?:and |so |also )*(?:(?:(?:do|did) you|has he|has she) (?:have|had) |have you had )?any\\b.*,.* or \\b");
    private static final Pattern VAGUE = Pattern.compile(
            "(?:\\w+ly |new |recent |old |medial |lateral |outer |inner |inside |outside |worst )?(?:pain|ache|injury|swelling|infection|rash|ulcer|pressure|physical|weight|surgery|concerns?|problems?|mass)");
    private static final Pattern EMPTY = Pattern.compile(
            "(?:me|us|it|that|this|you|today|bit|him|her|them|little|while|doctor|visit|nurse|medical assistant|time|day|week"
                    + "|month|year|\\w+ing|like|look|quick|exam|checkup|so|results|some|any|what|well|good|okay)");
    private static final Pattern CLINICAL = Pattern.compile(
            "\\b(?:" + BODY + "|pain|ache|headaches?|injur\\w*|swell\\w*|ulcers?|cough\\w*|rash|breath\\w*|follow\\w*|visit|exam\\w*"
                    + "|physical|check\\w*|pressure|sugar|labs?|finding\\w*|evaluation|consult\\w*|disease|diabet\\w*|cancer|infection\\w*"
                    + "|surgery|fall|swallow\\w*|urinat\\w*|urine|fatigue|tired\\w*|weight|dizz\\w*|nausea\\w*|vomit\\w*|diarrhea"
                    + "|constipat\\w*|fever|asthma|depress\\w*|anxiety|sleep\\w*|smoking|numb\\w*|tingl\\w*|weak\\w*|fractur\\w*|stones?"
                    + "|reflux|heartburn|arthritis|gout|hepatitis|twitch\\w*|allerg\\w*|\\w+itis|\\w+emia|\\w+osis|\\w+algia|\\w+ism"
                    + "|problems|results|referral|migraines?|lump|mass|nodule|bleed\\w*|burn\\w*|bite|wound|concern\\w*|attack)\\b");
    private static final Pattern ONLY_BODY = Pattern.compile("(?:(?:left|right|both|bilateral|lower|upper|low|big|great) )*(?:" + BODY + ")");
    private static final Pattern HURTS = Pattern.compile("\\b(?:pain\\w*|hurt\\w*|sore|ach(?:e|es|ing|y))\\b");
    /** "Lisinopril gave me a cough" is no reason to come, nor is what "you had back then". */
    private static final Pattern GAVE = Pattern.compile("\\bback then\\b|\\b(?:gave|caused) (?:me|him|her|them) \\b");
    private static final int SOON = 12;
    private static final double EARLY = 0.4;

    private Complaint() {}

    /** A part of the body alone becomes its pain where the same clause, or one soon after, says that it hurts; else it is none. */
    private static Optional<Reason> reason(List<Clause> clauses, String thing, int at) {
        if (ONLY_BODY.matcher(thing).matches()) {
            for (int i = at; i < Math.min(clauses.size(), at + SOON); i++) {
                if (HURTS.matcher(clauses.get(i).text()).find()) {
                    java.util.Set<Integer> segments = new java.util.TreeSet<>(List.of(clauses.get(at).segment()));
                    segments.add(clauses.get(i).segment());
                    return Optional.of(new Reason(thing + " pain", at, List.copyOf(segments)));
                }
            }
            return Optional.empty();
        }
        return Optional.of(new Reason(thing, at, List.of(clauses.get(at).segment())));
    }

    /** What the patient asks, and what the clinician asks and the patient denies, is no reason. */
    private static boolean idle(List<Clause> clauses, int at) {
        Clause clause = clauses.get(at);
        if (GAVE.matcher(clause.text()).find()) {
            return true;
        }
        if (!clause.asked()) {
            return Answers.polarity(clause.text()) == Answers.Polarity.NO;
        }
        if (clause.role() == Role.PATIENT || REVIEWS.matcher(clause.text()).find()) {
            return true;
        }
        for (int i = at + 1; i < clauses.size(); i++) {
            if (clauses.get(i).turn() != clause.turn()) {
                return clauses.get(i).role() == Role.PATIENT && Answers.polarity(clauses.get(i).text()) == Answers.Polarity.NO;
            }
        }
        return false;
    }

    /** "A cough or a runny nose?" "A runny nose, but no cough": the cough is no reason. */
    private static boolean denied(List<Clause> clauses, int at, String last) {
        Clause clause = clauses.get(at);
        if (!clause.asked() || clause.role() != Role.CLINICIAN) {
            return false;
        }
        Pattern no = Pattern.compile("\\bno (?:\\w+ ){0,2}" + Pattern.quote(last) + "\\b");
        return clauses.stream()
                .anyMatch(reply -> reply.turn() == clause.turn() + 1 && reply.role() == Role.PATIENT && no.matcher(reply.text()).find());
    }

    /** The reason, or nothing when none is put in words that are understood. */
    public static Optional<Reason> in(List<Clause> clauses) {
        for (Pattern pattern : SAID) {
            for (int i = 0; i < clauses.size() && clauses.get(i).position() < EARLY; i++) {
                Matcher matcher = pattern.matcher(clauses.get(i).text());
                if (!idle(clauses, i) && matcher.find()) {
                    String thing = matcher.group(1).strip().replaceAll("^(?:(?:some|a|an|the|your|his|her|my|this|little|bit|lot|of|complaints|problems with|problem with) )+", "").replaceAll("\\b(?:your|my)\\b", "the");
                    thing = VERBS.matcher(PLACED.matcher(thing).replaceFirst("$2 $1")).replaceFirst("").replaceFirst(" first$", "");
                    String last = thing.substring(thing.lastIndexOf(' ') + 1);
                    if (CLINICAL.matcher(thing).find()
                            && !EMPTY.matcher(thing).matches()
                            && !VAGUE.matcher(thing).matches()
                            && !last.matches("the|a|of|to|with|in|on|your|my")
                            && !denied(clauses, i, last)) {
                        Optional<Reason> reason = reason(clauses, thing, i);
                        if (reason.isPresent()) {
                            return reason;
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }
}
