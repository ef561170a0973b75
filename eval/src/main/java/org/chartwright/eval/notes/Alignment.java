package org.chartwright.eval.notes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.chartwright.note.plan.Part;

/** How much of a candidate a reference note says, and in which part it says it. */
final class Alignment {

    private static final Set<String> STOP = Set.of((
            "a about after again all also am an and any are as at be because been before being but by can could did do does "
            + "doing for from had has have having he her here hers him his how i if in into is it its just me more my no "
            + "not of on or other our out over own she so some such than that the their them then there these they this "
            + "those through to too up very was we were what when where which while who will with would you your patient "
            + "reports states denies").split(" "));

    private record Line(Part part, Set<String> words) {}

    private final List<Line> lines = new ArrayList<>();
    private final Set<String> pairs = new HashSet<>();
    private final Map<String, Integer> words = new HashMap<>();

    Alignment(Visits.Visit visit) {
        for (Visits.Section section : visit.sections()) {
            for (String line : section.text().split("\n|(?<=[a-z][.?!]) ")) {
                List<String> tokens = tokens(line);
                if (!tokens.isEmpty()) {
                    lines.add(new Line(part(section.header(), line), content(tokens)));
                }
            }
        }
        List<String> all = tokens(visit.note());
        for (int i = 0; i < all.size(); i++) {
            words.merge(all.get(i), 1, Integer::sum);
            if (i > 0) {
                pairs.add(all.get(i - 1) + " " + all.get(i));
            }
        }
    }

    /** What the best line holds of the candidate's content words, and where that line stands. */
    record Match(double held, Part part) {}

    Match best(String text) {
        Set<String> own = content(tokens(text));
        Match best = new Match(0, Part.STORY);
        if (own.isEmpty()) {
            return best;
        }
        for (Line line : lines) {
            double held = own.stream().filter(line.words()::contains).count() / (double) Math.max(2, own.size());
            if (held > best.held()) {
                best = new Match(held, line.part());
            }
        }
        return best;
    }

    /** How much of the candidate's text is in the reference, 0 to 1. */
    double value(String text) {
        List<String> tokens = tokens(text);
        if (tokens.size() < 2) {
            return 0;
        }
        double hits = 0;
        for (int i = 1; i < tokens.size(); i++) {
            hits += pairs.contains(tokens.get(i - 1) + " " + tokens.get(i)) ? 1 : 0;
        }
        Set<String> own = content(tokens);
        double said = own.stream().filter(words::containsKey).count() / (double) Math.max(1, own.size());
        return 0.4 * hits / (tokens.size() - 1) + 0.3 * said + 0.3 * best(text).held();
    }

    static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        for (String token : text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")) {
            if (!token.isEmpty()) {
                tokens.add(token);
            }
        }
        return tokens;
    }

    private static Set<String> content(List<String> tokens) {
        Set<String> content = new HashSet<>(tokens);
        content.removeAll(STOP);
        return content;
    }

    private static Part part(String header, String line) {
        return switch (header) {
            case "CHIEF COMPLAINT", "CC" -> Part.COMPLAINT;
            case "HISTORY OF PRESENT ILLNESS", "HPI" -> Part.STORY;
            case "REVIEW OF SYSTEMS" -> Part.SYSTEMS;
            case "MEDICAL HISTORY", "PAST HISTORY", "PAST MEDICAL HISTORY", "SURGICAL HISTORY", "MEDICATIONS",
                    "CURRENT MEDICATIONS", "ALLERGIES" -> Part.HISTORY;
            case "FAMILY HISTORY" -> Part.FAMILY;
            case "SOCIAL HISTORY" -> Part.SOCIAL;
            case "PHYSICAL EXAM", "PHYSICAL EXAMINATION", "EXAM", "VITALS", "VITALS REVIEWED" -> Part.EXAM;
            case "RESULTS" -> Part.RESULTS;
            case "ASSESSMENT", "IMPRESSION" -> Part.ASSESSMENT;
            default -> aim(line);
        };
    }

    /** Within the plan: by its label where it has one, else by its words. */
    private static Part aim(String line) {
        String text = line.toLowerCase(Locale.ROOT);
        if (text.contains("medical reasoning:")) {
            return Part.ASSESSMENT;
        }
        if (text.contains("additional testing:")) {
            return Part.TESTING;
        }
        if (text.contains("medical treatment:") || text.contains("specialist referrals:")) {
            return Part.TREATMENT;
        }
        if (text.contains("patient education and counseling:")) {
            return Part.COUNSELING;
        }
        if (text.matches(".*\\b(follow[- ]?up (?:in|with me|on|here)|return|see (?:him|her) (?:back|again)|will follow up).*")) {
            return Part.FOLLOW_UP;
        }
        if (text.matches(".*\\b(we will order|ordered|order|mri|ct|x-ray|ultrasound|labs?|panel|cbc|test|biopsy|echocardiogram)\\b.*")) {
            return Part.TESTING;
        }
        if (text.matches(".*\\b(prescrib\\w*|prescription|start|initiate|continue|increase|mg|refer\\w*|therapy|surgery|injection|stop"
                + "|discontinue|refill\\w*|medication)\\b.*")) {
            return Part.TREATMENT;
        }
        if (text.matches(".*\\b(advis\\w*|explain\\w*|discuss\\w*|encourag\\w*|counsel\\w*|recommend\\w*|should|avoid|questions)\\b.*")) {
            return Part.COUNSELING;
        }
        return Part.ASSESSMENT;
    }
}
