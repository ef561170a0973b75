package org.chartwright.note;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.chartwright.models.Recall;

/**
 * What one sentence shows of a visit, whoever says it: what only somebody asks who takes a history, how a clinician
 * examines, tells and bids, how patients speak of themselves and of their own, and words of other matters. No sign is
 * enough alone; {@link VisitGate} weighs them.
 *
 * @param history which of the kinds of questions of a history the sentence holds, by number
 * @param asks whether it asks one who is there about himself or about whom he came with
 * @param yours whether it speaks to somebody of himself
 * @param bids whether it says what to do
 * @param attends whether it begins to ask, looks or examines
 * @param own whether somebody speaks of himself
 * @param kin whether of a child, a parent or a spouse
 * @param doctor whether somebody is called doctor
 * @param other how many words are of stories, games, trades and machines
 */
record VisitSigns(
        BitSet history,
        boolean asks,
        boolean yours,
        boolean bids,
        boolean attends,
        boolean own,
        boolean kin,
        boolean doctor,
        long other) {

    private static final String THEIRS = "(?:your|his|her|their)";
    private static final String ILL = "(?:sick|ill|illness\\w*|diseases?|disorders?|conditions?|diagnos\\w+|cancers?|diabetes|heart|stroke|blood pressure|medical)";
    private static final List<Pattern> HISTORY = List.of(
            Pattern.compile("\\b(?:medical|surgical|psychiatric|past|family(?:'s)?(?: \\w+)?|health|social|significant) histor(?:y|ies)\\b"),
            Pattern.compile("\\b(?:medical|health|chronic) (?:problems?|conditions?|issues?|concerns?|illness(?:es)?)\\b|\\bmajor (?:illness|disease)"
                    + "|\\b(?:any|diagnosed with) (?:\\w+ )?(?:illness(?:es)?|diseases?|disorders?)\\b|\\bother complaints\\b"),
            Pattern.compile("\\brun(?:s|ning)? in " + THEIRS + "(?! (?:office|company|shop|garden|car)\\b)"
                    + "|\\b" + ILL + "\\b.*\\b(?:" + THEIRS + " |the |in |your-)family\\b|\\bfamily\\b.*\\b" + ILL + "\\b"
                    + "|\\b(?:else|anyone|anybody) (?:\\w+ )?at home (?:\\w+ )?(?:sick|ill)\\b|\\b(?:sick|ill) at home\\b"),
            Pattern.compile("\\b(?:any|known|drug|have|other|food|seasonal|your|environmental) (?:\\w+ )?allerg(?:y|ies)\\b|\\ballergic\\b"
                    + "|\\ballergies\\?$|\\badverse reactions?\\b"),
            Pattern.compile("\\b(?:any|what|which|other|current|currently|daily|prescription|your|his|her|new|regular|prescribed|for) (?:\\w+ )?"
                    + "(?:medications?|meds|medicines?|prescriptions?)\\b|\\b(?:medications?|meds|medicines?)\\b.*\\b(?:taking|take|takes|on|using)\\b"
                    + "|\\b(?:taking|take|takes|on|using) (?:\\w+ ){0,2}(?:medications?|meds|medicines?)\\b"),
            Pattern.compile("\\b(?:tobacco|cigarettes?|vape|illicit|recreational drugs?|street drugs|drug (?:use|abuse))\\b"
                    + "|\\b(?:do|did|ever|any|use|much|history of)\\b.*\\balcohol\\b"
                    + "|\\b(?:smok\\w+|drink\\w*)\\b.*\\b(?:or|and)\\b.*\\b(?:smok\\w+|drink\\w*|drugs)\\b"
                    + "|\\b(?:any|use|using|used) (?:\\w+ )?(?:drugs|alcohol|tobacco)\\b|\\b(?:packs?|drinks?) (?:a|per) (?:day|week)\\b"
                    + "|\\b(?:quit|stop(?:ped)?) smoking\\b|\\b(?:a |been |current |former )smok(?:er|ing)\\b|\\bsmokes? in the house\\b"),
            Pattern.compile("\\b(?:any|ever had|had|have|previous|prior|past|other|your) (?:\\w+ )?"
                    + "(?:surger(?:y|ies)|operations?|procedures?|hospitali[sz]ations?)\\b"),
            Pattern.compile("\\b(?:your|his|her|any|last|you|he|she)\\b.*\\b(?:vaccin\\w+|immuni[sz]\\w+|(?:flu|tetanus|pneumonia) shots?)\\b"
                    + "|\\b(?:vaccin\\w+|immuni[sz]\\w+|shots)\\b.*\\b(?:up to date|current)\\b"),
            Pattern.compile("\\bwhat (?:brings|brought) (?:you|him|her|them)(?: all)?(?: in| back| here| into?)?(?: today| this \\w+)?"
                    + "(?: to (?:the|our|my|see me)\\b.*)?[?.]?$|\\bwhat seems to be\\b|\\bwhere (?:does|did) it hurt\\b|\\bsymptoms?\\b"
                    + "|\\bchief complaint\\b|\\bscale\\b.*\\bpain\\b|\\bpain\\b.*\\bscale\\b|\\breason for (?:your|the|today's) visit\\b"),
            Pattern.compile("\\b(?:resuscitat\\w+|healthcare proxy|code status)\\b"),
            Pattern.compile("\\bsexually active\\b|\\b(?:your|his|her) (?:overall|general) health\\b"));
    private static final Pattern ADDRESSED = Pattern.compile("\\b(?:you|you're|you've|your|he|she|him|her|his|patient|any|how about|it)\\b");
    /** Questions about others, as people ask each other for news. */
    private static final Pattern NEWS = Pattern.compile("\\b(?:did|do|have) you (?:\\w+ )?(?:hear|heard|see|seen|read|know|watch)\\b");
    private static final Pattern YOURS = Pattern.compile("\\b(?:you|you're|you've|your)\\b");
    private static final Pattern BIDS = Pattern.compile(
            "(?:^(?:okay,? |please |just |so |then |well,? )*(?:take|use|try|apply|rest|continue|keep|stop|start|come back|let me|i will|i'll|let's)"
                    + "|\\b(?:you (?:can|should|need to|have to|may|must)|i want to|i'd like|call us|bring (?:him|her|them) back|give (?:him|her|them)"
                    + "|we(?: will|'ll| are going to| need to)|(?:i|we) (?:recommend|advise|suggest|prescribe\\w*)))\\b");
    private static final Pattern ATTENDS = Pattern.compile(
            "\\b(?:what(?:'s| is| was) (?:going on|happening)\\b(?! (?:at|in|on|this|tonight))|what happened|how (?:long|bad|severe|often)\\b|since when"
                    + "|when did (?:it|this|that) (?:start|begin|happen)|(?:does|did) (?:it|that) hurt|what exactly (?:are|do) you feel\\w*"
                    + "|how(?:'s| is| are| do| does) (?:(?:you|he|she|your [\\w ]+|the patient|it|that) )?(?:feel(?:ing)?|doing)\\b(?! about)"
                    + "|let(?:'s| me| us) (?:take a look|have a look|look at|check|listen|examine|see (?:it|your|his|her))"
                    + "|i(?:'ll| will| am going to|'m going to)? (?:just |do )?(?:examine|check|listen|a quick exam|not (?:see|feel|hear)|n't (?:see|feel|hear)"
                    + "|see|feel|hear|appreciate)|on (?:your )?exam\\w*|we are looking at)\\b");
    private static final Pattern OWN = Pattern.compile("\\b(?:i|i'm|i've|i'd|my|me|myself|mine)\\b");
    private static final Pattern KIN = Pattern.compile(
            "\\b(?:he|she|he's|she's|him|her|his|my (?:son|daughter|baby|child|boy|girl|mom|mother|dad|father|husband|wife))\\b");
    private static final Pattern DOCTOR = Pattern.compile("(?:,|^| )(?: ?)(?:doctor|doc)[.?!,]?$|(?:, ?|^)(?:doctor|doc)\\b");
    /** The words of those who tell of stories, games, trades, machines and money. */
    private static final Pattern OTHER_MATTER = Pattern.compile(
            "\\b(?:episodes? (?:starts?|ends?|was|is|of the)|(?:next|last|this|new|first|final|each|every|another|favou?rite) (?:episode|season)|movies?|films?|series"
                    + "|(?:the|this|that|tv|hospital|quiz|talk|favou?rite|new|a) shows?(?! (?:that|no|a|an|the|some|signs|of))|actors?|actress|characters?"
                    + "|novels?|chapters?|scenes?|plot|finale|screenplay|drama"
                    + "|league|playoffs?|quarterback|striker|coach|referee|match|tournament|scored|championship|innings?|goalkeeper"
                    + "|recipe|oven|flour|simmer|saute|dough|marinade|tablespoons?|teaspoons?|skillet|menu|waiter|dessert"
                    + "|budget|invoice|deadline|stakeholders?|quarterly|spreadsheet|roadmap|vendors?|customers?|sprint|release|slides?"
                    + "|software|server|router|internet|database|backlog|meeting|agenda|shareholders?|engine|brakes|mechanic|dealership"
                    + "|premium|life insurance|lease|audit\\w*|horses?|cows?|calf|puppy|kitten|vet|leash|paws?|podcast|documentary|video game|boss fight|potions?|antidote"
                    + "|dude|get well soon|poor you|you poor thing|fancy a|see you (?:at|for) (?:dinner|lunch|work|practice|church|the (?:game|party|gym))"
                    + "|(?:grab|get|go for) (?:a |some )(?:beers?|coffee|drinks?|bite|lunch|dinner)|birthday party|barbecue"
                    + "|homework|exam on|lecture|students|essay|election|senator|minister|parliament|stock|investors?|museum|exhibition|flight)\\b");

    /** The signs of a sentence. */
    static VisitSigns of(String sentence) {
        String text = sentence.toLowerCase(Locale.ROOT).replace('\u2019', '\'').strip();
        return Recall.of("signs of a visit", text, VisitSigns::read);
    }

    private static VisitSigns read(String text) {
        BitSet history = new BitSet();
        for (int kind = 0; kind < HISTORY.size(); kind++) {
            history.set(kind, HISTORY.get(kind).matcher(text).find());
        }
        return new VisitSigns(
                history,
                text.endsWith("?") && holds(ADDRESSED, text) && !holds(NEWS, text),
                holds(YOURS, text) && !holds(NEWS, text),
                holds(BIDS, text),
                holds(ATTENDS, text),
                holds(OWN, text),
                holds(KIN, text),
                holds(DOCTOR, text),
                OTHER_MATTER.matcher(text).results().count());
    }

    private static boolean holds(Pattern pattern, String text) {
        return pattern.matcher(text).find();
    }
}
