package org.chartwright.note;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.chartwright.clinical.ConceptKind;
import org.chartwright.clinical.Mention;
import org.chartwright.clinical.Reading;
import org.chartwright.encounter.Role;
import org.chartwright.encounter.Segment;
import org.chartwright.encounter.Span;

/**
 * Tells whether a drug that is spoken of is one that the patient takes. Being named is not enough: somebody must say
 * that it is taken, or answer the question what is taken; and nothing beside it may say that it was stopped, is only
 * thought of, or is not borne. Stateless.
 */
final class Taking {

    private static final Pattern TAKES = Pattern.compile(
            "\\b(?:take|takes|taking|took|use|uses|using|am on|i'm on|are on|you're on|is on|on the|been on|still on|put me on"
                    + "|started me on|has me on|have me on|keeping? up with|give me|gave me|prescribed me|injections? of"
                    + "|compliant|continu\\w+|on my|doing)\\b");
    private static final Pattern ASKED_WHAT = Pattern.compile(
            "\\b(?:medic\\w+|meds|drugs?|pills?|tak(?:e|en|ing)|tried|try|treat\\w*|using|on anything|over the counter|blood thinners?|inhalers?|supplements?|vitamins?|painkillers?)\\b.*\\?");
    private static final Pattern NOT_TAKEN = Pattern.compile(
            "\\b(?:stop|stopp\\w+|quit|discontinu\\w+|came off|went off|used to|ran out|allerg\\w+|never|cannot|can't|don't|not"
                    + "|didn't|haven't|won't|isn't|wasn't|refus\\w+|avoid\\w*|should i|can i|could i|would it|instead of|rather"
                    + "|thinking|thought about|want to start|going to start|will start|no longer|should take|supposed to (?:take|be)|reactions? to|declin\\w+|if i|last year"
                    + "|years ago|in the past|had to|hold off|gave up|without|tried to (?:take|use)|tried once|once tried"
                    + "|(?:was|were) (?:also |just |previously )?(?:on|taking|using))\\b|\\?$");

    /** A drug alone, asked about as the next of several. */
    private static final Pattern NEXT = Pattern.compile(
            "(?:(?:and|okay|ok|all right|so|good|great|then|also),? )*(?:what about |how about )?(?:the |your )?it\\?");
    private static final Pattern STOPPED = Pattern.compile(
            "\\b(?:stop\\w*|quit|no longer|used to(?! be (?:\\d+|one|two|five|ten|twenty|forty|more|less|higher|lower)\\b)|ran out|not tak(?:e|ing)|n't (?:tak(?:e|ing)|been taking)|any ?more|off (?:of )?it|wean\\w* (?:\\w+ ){0,4}off|ween\\w* (?:\\w+ ){0,4}off|came off|went off|gave it up|last year|years ago)\\b");
    /** After a drug: "my sister gave me her oxycodone, but I didn't take it". */
    private static final Pattern DID_NOT = Pattern.compile(
            "^[^.;?!]*[.,;]? ?\\b(?:but|and|though) (?:i|he|she|we|they) (?:never|didn't|don't|haven't|have not|did not|do not|won't|wouldn't|doesn't) (?:\\w+ )?(?:tak(?:e|en)|use|used|start|started|fill|filled|tried|try)(?: (?:it|them|any|that|those|one))?(?= ?[.,;!]| because\\b|$)(?! (?:yesterday|today|this morning|last night))");
    /** What the clinician bids is not what the patient reports. */
    private static final Pattern ORDERED = Pattern.compile(
            "^ ?(?:(?:and|so|then|please|okay|ok|just|also),? )*(?:take|use|start|try|continue|keep|give|apply|stay on)\\b"
                    + "|\\b(?:you can|you could|you may|you should|you'll|you will|i want you|have you (?:take|start|use|continue|try)|let's|let us|i'll|i will|we'll|we will|i'd like|i would like|i'm going to|we're going to"
                    + "|(?:am|are) going to|gonna|gon na)\\b");
    /** The same of one that is over. */
    private static final Pattern BUT_STOPPED = Pattern.compile("^[^.;?!]*[.,;]? ?\\b(?:but|and) (?:then )?(?:i|he|she) (?:stopped|quit|ran out|gave (?:it )?up|came off)\\b(?! (?:smoking|drinking|working))");
    private static final Pattern OBJECT = Pattern.compile("(?i) (?:(?:the|my|that|taking|using) )*");
    private static final int REACH = 8;

    private Taking() {}

    static boolean isTaken(Mention mention, Reading reading) {
        List<Segment> segments = reading.segments();
        Segment own = segments.get(mention.segment());
        String sentence = own.text().toLowerCase(Locale.ROOT).replace('\u2019', '\'');
        boolean byClinician = own.speaker().role() == Role.CLINICIAN;
        if (byClinician && (stopped(mention, reading) || ORDERED.matcher(clause(sentence, mention, own)).find())) {
            return false;
        }
        boolean dosed = TakenDose.isReplied(mention, segments);
        boolean answered = sentence.endsWith("?") && (!mention.support().isEmpty() || dosed);
        String clause = answered ? sentence.substring(0, sentence.length() - 1) : clause(sentence, mention, own);
        if (NOT_TAKEN.matcher(clause).find() || DID_NOT.matcher(following(mention, segments)).find()
                || BUT_STOPPED.matcher(own.text().substring(mention.insight().spans().getFirst().end()).toLowerCase(Locale.ROOT)).find()) {
            return false;
        }
        return TAKES.matcher(sentence).find()
                || (!byClinician && answersWhat(mention.segment(), segments))
                || (answered && namesNext(mention, segments));
    }

    /** Whether a reply that tells how much tells also that it is over: "forty, but I quit". */
    private static boolean stopped(Mention mention, Reading reading) {
        List<Segment> segments = reading.segments();
        int reply = segments.get(mention.segment()).turn() + 1;
        return IntStream.range(mention.segment() + 1, segments.size())
                .filter(i -> segments.get(i).turn() == reply)
                .anyMatch(i -> STOPPED.matcher(segments.get(i).text().toLowerCase(Locale.ROOT).replace('\u2019', '\''))
                        .results()
                        .anyMatch(over -> reading.mentions().stream().noneMatch(other -> isOf(other, mention, i, over, segments.get(i)))));
    }

    /** Whether it is another drug that is over: "I was on glipizide but I stopped it", "I stopped the glipizide". */
    private static boolean isOf(Mention other, Mention mention, int at, MatchResult over, Segment reply) {
        if (other.segment() != at || other.concept().kind() != ConceptKind.MEDICATION || other.concept().equals(mention.concept())) {
            return false;
        }
        Span drug = other.insight().spans().getFirst();
        return drug.end() <= over.start()
                || (drug.begin() >= over.end() && OBJECT.matcher(reply.text().substring(over.end(), drug.begin())).matches());
    }

    /** What the same speaker says after a drug, to the end of the next sentence. */
    private static String following(Mention mention, List<Segment> segments) {
        Segment own = segments.get(mention.segment());
        StringBuilder said = new StringBuilder(own.text().substring(mention.insight().spans().getFirst().end()));
        int next = mention.segment() + 1;
        if (next < segments.size() && segments.get(next).turn() == own.turn()) {
            said.append(" and ").append(segments.get(next).text().replaceFirst("(?i)^(?:but|and|though),? ", ""));
        }
        return said.toString().toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    }

    /** "And the metformin?", after "are you still taking the lisinopril?". */
    private static boolean namesNext(Mention mention, List<Segment> segments) {
        Segment own = segments.get(mention.segment());
        String drug = mention.insight().spans().getFirst().in(own);
        if (!NEXT.matcher(own.text().replace(drug, "it").toLowerCase(Locale.ROOT)).matches()) {
            return false;
        }
        for (int i = mention.segment() - 1; i >= Math.max(0, mention.segment() - REACH); i--) {
            String before = segments.get(i).text().toLowerCase(Locale.ROOT).replace('\u2019', '\'');
            if (before.contains("allerg")) {
                return false;
            }
            if (before.endsWith("?") && TAKES.matcher(before).find()) {
                return !NOT_TAKEN.matcher(before.substring(0, before.length() - 1)).find();
            }
        }
        return false;
    }

    /** The stretch around the drug, up to "but" and the like on both sides. */
    private static String clause(String sentence, Mention mention, Segment own) {
        int at = Math.max(0, sentence.indexOf(
                mention.insight().spans().getFirst().in(own).toLowerCase(Locale.ROOT).replace('\u2019', '\'')));
        int begin = 0;
        int end = sentence.length();
        Matcher ends = Pattern.compile("[;.?!](?= |$)|\\b(?:but|although|however|and then|so|and (?=(?:i|he|she|they|we)\\b))\\b").matcher(sentence);
        while (ends.find()) {
            if (ends.end() <= at) {
                begin = ends.end();
            } else if (ends.start() > at) {
                end = Math.min(end, ends.group().equals("?") ? ends.end() : ends.start());
            }
        }
        return sentence.substring(begin, end);
    }

    private static boolean answersWhat(int at, List<Segment> segments) {
        int turn = segments.get(at).turn();
        for (int i = at - 1; i >= 0 && segments.get(i).turn() >= turn - 1; i--) {
            String before = segments.get(i).text().toLowerCase(Locale.ROOT);
            boolean clinician = segments.get(i).speaker().role() == Role.CLINICIAN;
            if (clinician && segments.get(i).turn() == turn - 1 && ASKED_WHAT.matcher(before).find() && !before.contains("allerg")) {
                return true;
            }
        }
        return false;
    }
}
