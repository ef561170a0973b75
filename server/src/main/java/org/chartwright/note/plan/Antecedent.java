package org.chartwright.note.plan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartwright.encounter.Role;
import org.chartwright.encounter.Segment;
import org.chartwright.note.prose.Clause;

/**
 * Tells whom a patient means by "he" or "she". A note speaks of the patient so, and "she does have diabetes" of a friend
 * would stand there as the patient's: the person is named instead. Stateless.
 */
final class Antecedent {

    private static final String PERSON = "(?:step)?(?:mother|mom|mum|father|dad|sister|brother|aunt|uncle|grandmother|grandma|grandfather|grandpa|cousin"
            + "|wife|husband|son|daughter|niece|nephew|grandson|granddaughter|friend|coworker|colleague|neighbor|boyfriend|girlfriend"
            + "|roommate|boss|partner|buddy|trainer|coach|teacher|doctor|physician|pcp|pa|nurse|surgeon|specialist|therapist"
            + "|dentist|chiropractor|pharmacist|optometrist|midwife|practitioner|provider|\\w+(?:ologist|iatrist|pedist|trician)"
            + "|player|teammate|opponent|driver|customer|client|person|guy|lady|man|woman|girl|boy|kid)";
    private static final Pattern NAMED = Pattern.compile(
            "\\b(?<whose>my|our|your|the|a|an|this|that|one)? ?(?:(?:own|best|good|old|younger|older|little|big|primary care|family|orthopedic|eye) )*(?<who>" + PERSON + ")\\b(?!'s)");
    private static final Pattern BEGINS = Pattern.compile("^(?:(?:and|but|so|because|then|well|also),? )*(?<she>he|she)\\b(?! (?:or|and) (?:i|he|she)\\b)");
    /** What only somebody does whom the patient tells of: it is plain that the patient does not mean the patient. */
    private static final Pattern TELLS = Pattern.compile(
            "^(?:(?:and|but|so|because|then|well|also),? )*(?:he|she)(?: (?:also|just|did|had|has|kind of|actually|even|then))* (?:say|said|says|tell|told|tells|think|thinks|thought|want|wants|wanted|suggest\\w*"
                    + "|recommend\\w*|mention\\w*|ask\\w*|prescrib\\w+|refer\\w*|order\\w*|put|gave|give|sent|send|check\\w*|look\\w*|check|notic\\w+|call\\w*)\\b");

    private Antecedent() {}

    /**
     * A clause in which the person is named.
     *
     * @param text the clause, still in the patient's words
     * @param segment the segment that names the person
     */
    record Told(String text, int segment) {

        /** Leaves the text out: it is a patient's story. */
        @Override
        public String toString() {
            return "Told[" + segment + "]";
        }
    }

    /** Whether a clause of a patient who speaks for himself speaks of somebody else as "he" or "she". */
    static boolean isOfAnother(Clause clause) {
        return clause.role() == Role.PATIENT && BEGINS.matcher(clause.text()).find();
    }

    /** The clause with the person named who was named last in the same turn, or in what it answers; empty where none was. */
    static Optional<Told> of(Clause clause, List<Segment> segments) {
        int turn = segments.get(clause.segment()).turn();
        for (int i = clause.segment(); i >= 0 && segments.get(i).turn() >= turn - 1; i--) {
            String said = plain(segments.get(i));
            String before = i == clause.segment() ? upTo(said, clause.text()) : said;
            Optional<String> person = last(before);
            if (person.isPresent()) {
                String named = BEGINS.matcher(clause.text()).replaceFirst(Matcher.quoteReplacement(person.get()));
                return Optional.of(new Told(named, i));
            }
        }
        return Optional.empty();
    }

    /** Whether nobody takes the clause for the patient's own, though it is not told who it is. */
    static boolean isPlain(Clause clause) {
        return TELLS.matcher(clause.text()).find();
    }

    /** What stands before a clause in its segment. */
    private static String upTo(String said, String clause) {
        Matcher begins = BEGINS.matcher(clause);
        String rest = begins.find() ? clause.substring(begins.start("she")) : clause;
        String words = rest.length() > 12 ? rest.substring(0, 12) : rest;
        int at = said.indexOf(words);
        return at < 0 ? "" : said.substring(0, at);
    }

    private static Optional<String> last(String said) {
        Matcher named = NAMED.matcher(said);
        Optional<String> person = Optional.empty();
        while (named.find()) {
            String whose = named.group("whose");
            person = Optional.of((whose == null || whose.matches("the|this|that") ? "the " : "my ") + named.group("who"));
        }
        return person;
    }

    private static String plain(Segment segment) {
        return segment.text().toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    }
}
