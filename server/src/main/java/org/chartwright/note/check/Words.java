package org.chartwright.note.check;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.chartwright.clinical.SideSlips;

/** What single words mean to the verifier. Stateless. */
final class Words {

    private static final Set<String> EMPTY = Set.of((
            "a about after again all also am an and any are aren't as at be because been before being both but by can cannot "
            + "could did do does doing down each few for from further go going got had has have having he her here hers him "
            + "himself herself his how i if in into is it its itself just like let me more most my no nor not now of off "
            + "okay on once one only or other our out over own please really right same shall she should so some such take "
            + "than that the their theirs them then there these they this those through to too under until up upon us very "
            + "was we well were what when where which while who whom why will with would yeah yes you your "
            + "patient patients denies denied reports reported report states notes noted presents presented today currently "
            + "evaluation history significant past medical recommend recommended plan treatment advised understands agrees "
            + "taking presenting endorses regarding follow followup continue ensure want experiencing demonstrates "
            + "slightly approximately good get know think see look looks make thing things lot kind takes gets goes makes knows thinks sees wants").split(" "));
    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("mg", "mg"), Map.entry("milligram", "mg"), Map.entry("milligrams", "mg"), Map.entry("mcg", "mcg"),
            Map.entry("microgram", "mcg"), Map.entry("micrograms", "mcg"), Map.entry("g", "g"), Map.entry("grams", "g"),
            Map.entry("ml", "ml"), Map.entry("milliliters", "ml"), Map.entry("cm", "cm"), Map.entry("centimeter", "cm"),
            Map.entry("centimeters", "cm"), Map.entry("mm", "mm"), Map.entry("millimeter", "mm"),
            Map.entry("millimeters", "mm"), Map.entry("units", "unit"), Map.entry("unit", "unit"),
            Map.entry("pounds", "lb"), Map.entry("lbs", "lb"), Map.entry("kg", "kg"), Map.entry("kilograms", "kg"),
            Map.entry("%", "%"), Map.entry("percent", "%"), Map.entry("degrees", "degree"), Map.entry("inches", "inch"));
    private static final Map<String, String> PERSONS = Map.ofEntries(
            Map.entry("mother", "mother"), Map.entry("mom", "mother"), Map.entry("mother's", "mother"),
            Map.entry("mom's", "mother"), Map.entry("father", "father"), Map.entry("dad", "father"),
            Map.entry("father's", "father"), Map.entry("dad's", "father"), Map.entry("brother", "brother"),
            Map.entry("sister", "sister"), Map.entry("son", "son"), Map.entry("daughter", "daughter"),
            Map.entry("wife", "wife"), Map.entry("husband", "husband"), Map.entry("aunt", "aunt"),
            Map.entry("uncle", "uncle"), Map.entry("grandmother", "grandmother"), Map.entry("grandma", "grandmother"),
            Map.entry("grandfather", "grandfather"), Map.entry("cousin", "cousin"), Map.entry("neighbor", "neighbor"));
    private static final Map<String, String> TIMES = Map.ofEntries(
            Map.entry("day", "day"), Map.entry("days", "day"), Map.entry("daily", "day"), Map.entry("everyday", "day"),
            Map.entry("week", "week"), Map.entry("weeks", "week"), Map.entry("weekly", "week"),
            Map.entry("month", "month"), Map.entry("months", "month"), Map.entry("monthly", "month"),
            Map.entry("year", "year"), Map.entry("years", "year"), Map.entry("yearly", "year"),
            Map.entry("annual", "year"), Map.entry("year-old", "year"), Map.entry("hour", "hour"),
            Map.entry("hours", "hour"), Map.entry("minutes", "minute"), Map.entry("yesterday", "yesterday"),
            Map.entry("tomorrow", "tomorrow"), Map.entry("monday", "monday"), Map.entry("tuesday", "tuesday"),
            Map.entry("wednesday", "wednesday"), Map.entry("thursday", "thursday"), Map.entry("friday", "friday"),
            Map.entry("saturday", "saturday"), Map.entry("sunday", "sunday"), Map.entry("january", "january"),
            Map.entry("february", "february"), Map.entry("april", "april"), Map.entry("june", "june"),
            Map.entry("july", "july"), Map.entry("august", "august"), Map.entry("september", "september"),
            Map.entry("october", "october"), Map.entry("november", "november"), Map.entry("december", "december"));
    private static final Set<String> CONVENTIONS = Set.of("medication", "treatment", "physical exam", "evaluation");
    private static final Pattern NO = Pattern.compile(
            "^(?:(?:um|uh|oh|well|so|okay|hmm|mm|my|gosh|god|goodness|(?:he|she|they) (?:says?|said))[,.]? )*(?:no|nope|nah|none|never|not|negative|nothing"
                    + "|i (?:do|have|did|am|was|would)(?: not|n't))\\b.*", Pattern.DOTALL);
    private static final Pattern YES = Pattern.compile(
            "^(?:(?:um|uh|oh|well|so|hmm|mm|(?:he|she|they) (?:says?|said))[,.]? )*(?:yes|yeah|yep|yup|yea|i do|i have|i did|i am|correct|sure|definitely"
                    + "|absolutely|it does|it is|it did|that is correct|right|mm-hmm)\\b(?!n't).*", Pattern.DOTALL);

    private static final Pattern BODY = Pattern.compile(SideSlips.BODY);
    private static final Pattern WELL = Pattern.compile(
            "(?:is|are|was|were|feels?|felt|looks?|looked|seems?) (?:(?!not\\b|n't\\b|never\\b|less\\b)[a-z]+ )?(?:fine|okay|ok|good|great|normal|well|alright)\\b");
    private static final int SHORT = 5;

    private Words() {}

    static String normal(String text) {
        return text.toLowerCase(Locale.ROOT).replace('’', '\'').strip();
    }

    static List<String> tokens(String lower) {
        String bare = lower.replaceAll("[.?!\"()]+(?=\\s|$)", " ").strip();
        return bare.isEmpty() ? List.of() : List.of(bare.split("\\s+", -1));
    }

    static boolean isNo(String answer) {
        return NO.matcher(answer).matches();
    }

    static boolean isYes(String answer) {
        return YES.matcher(answer).matches();
    }

    static boolean isConventional(String concept) {
        return CONVENTIONS.contains(concept);
    }

    static Optional<String> unit(String token) {
        return Optional.ofNullable(UNITS.get(token.endsWith("%") ? "%" : token));
    }

    static Optional<String> person(String token) {
        return Optional.ofNullable(PERSONS.get(token));
    }

    static Optional<String> time(String token) {
        return Optional.ofNullable(TIMES.get(token));
    }

    /** "left" and "right" where they mean a side of the body. */
    static Optional<String> side(List<String> tokens, int at) {
        String token = tokens.get(at).replaceAll("[^a-z-]", "");
        String side = token.startsWith("left") && (token.equals("left") || token.startsWith("left-")) ? "left"
                : token.equals("right") || token.startsWith("right-") ? "right" : "";
        if (side.isEmpty()) {
            return Optional.empty();
        }
        String next = at + 1 < tokens.size() ? tokens.get(at + 1).replaceAll("[^a-z]", "") : "";
        String before = at > 0 ? tokens.get(at - 1).replaceAll("[^a-z']", "") : "";
        boolean talk = before.matches("all|that's|is|are|be|was|i|he|she|they|you|we|got|have|has")
                || tokens.get(at).endsWith(",")
                || next.matches("now|away|here|there|at|before|after|as|so|okay|when|if|i|you|and then|the|it|my|her|his|a|");
        boolean sided = BODY.matcher(next).matches() || before.matches("the|your|my|her|his|on|of|their|in") && !next.matches("now|away|here|there");
        return talk && !sided ? Optional.empty() : Optional.of(side);
    }

    /** Whether the words from there on tell that what stands before them is well: "is just fine". */
    static boolean isWell(List<String> tokens, int from) {
        return WELL.matcher(String.join(" ", tokens.subList(Math.min(from, tokens.size()), Math.min(from + 3, tokens.size())))).lookingAt();
    }

    static boolean isContent(String token) {
        return token.length() > 1 && !EMPTY.contains(token) && !Polarity.isNegator(token)
                && !token.chars().allMatch(Character::isDigit);
    }

    /** A light stem: what differs only in its ending is the same word. */
    static String stem(String word) {
        String bare = word.replaceAll("[^a-z0-9%/-]|'s$", "");
        if (bare.length() <= SHORT && bare.endsWith("ies")) {
            return bare.substring(0, bare.length() - 3) + "y"; // cries, tries
        }
        for (String ending : List.of("ations", "ation", "ings", "ing", "ies", "ied", "edly", "ed", "ly", "es", "s", "y", "e")) {
            if (bare.endsWith(ending) && bare.length() - ending.length() >= 3) {
                String cut = bare.substring(0, bare.length() - ending.length());
                int last = cut.length() - 1;
                boolean twice = last > 2 && cut.charAt(last) == cut.charAt(last - 1) && "bdgmnprt".indexOf(cut.charAt(last)) >= 0;
                return twice ? cut.substring(0, last) : cut;
            }
        }
        return bare;
    }
}
