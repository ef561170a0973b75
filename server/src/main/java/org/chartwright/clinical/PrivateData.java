package org.chartwright.clinical;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartwright.encounter.EntityCategory;
import org.chartwright.models.Recall;

/** Finds what identifies a person: names, ages, dates, numbers and addresses of all sorts. */
final class PrivateData {

    private static final Set<String> TITLES = Set.of("dr", "doctor", "mr", "mrs", "ms", "miss", "mister", "missus");
    private static final Set<String> GREETINGS = Set.of("hi", "hello", "hey", "morning", "afternoon", "evening", "bye", "so", "okay");
    private static final Set<String> NOT_NAMES = Set.of(
            "and", "or", "the", "is", "was", "said", "told", "i", "you", "he", "she", "who", "that", "to", "for", "in",
            "at", "on", "about", "put", "gave", "did", "has", "had", "how", "what", "will", "office", "visit", "yes",
            "no", "okay", "so", "um", "uh", "here", "there", "we", "it", "do", "can", "have", "my", "your", "but",
            "not", "just", "because", "before", "when", "if", "appointment", "any", "as", "a", "an", "today", "please",
            "recently", "again", "up", "back", "with", "of", "from", "by", "first", "ordered", "wanted", "wants", "thinks", "then");
    /** First names that are words, or parts of other names, as well. */
    private static final Set<String> AMBIGUOUS = Set.of(
            "art", "april", "august", "austin", "autumn", "bill", "bob", "carol", "chad", "christian", "dale", "daisy", "dawn",
            "don", "drew", "earl", "eve", "faith", "frank", "gene", "grace", "grant", "heather", "holly", "hope", "hunter",
            "iris", "ivan", "ivy", "jack", "jean", "joy", "june", "john", "jordan", "lance", "lane", "lee", "lily", "louis", "mark",
            "mason", "max", "may", "melody", "mike", "misty", "norman", "nick", "olive", "pat", "peg", "penny", "ray", "rick",
            "rob", "robin", "rose", "ruby", "ruth", "sandy", "scott", "sierra", "sky", "summer", "sue", "terry", "tom", "tony",
            "victor", "violet", "wade", "wayne", "will", "tara", "ted", "sam", "dan", "angel", "amber", "crystal", "destiny",
            "francis", "jackson", "kelly", "leslie", "logan", "marie", "morgan", "parker", "paris", "parkinson", "madison",
            "florence", "georgia", "virginia", "sydney", "carolina", "diana", "graves", "regina", "jesus", "howard", "ally");
    private static final Pattern WRITTEN = Pattern.compile(
            "(?<EMAIL>[\\w.+-]+@[\\w-]+\\.[\\w.-]+\\w)"
                    + "|(?<URL>\\b(?:https?://|www\\.)\\S+\\w)"
                    + "|(?<PHONE>\\(?\\b\\d{3}\\)?[ .-]\\d{3}[ .-]\\d{4}\\b|\\b\\d{10}\\b)"
                    + "|(?<ADDRESS>\\b\\d{1,5} (?:\\w+ ){1,3}(?:street|avenue|road|lane|drive|boulevard|court)\\b)"
                    + "|\\b(?:mrn|medical record number|account number|policy number)(?: is)?[ :#]+(?<ID>[\\w-]*\\d[\\w-]*)",
            Pattern.CASE_INSENSITIVE);

    private final Set<String> firstNames = new HashSet<>();

    PrivateData() {
        LexiconFile.plainLines("names.txt").forEach(line -> firstNames.addAll(List.of(line.split(" "))));
    }

    void find(SentenceText text, List<SentenceText> texts) {
        List<Entity> found = new ArrayList<>();
        for (Piece piece : text.pieces) {
            if (piece.kind() == Piece.Kind.AGE || piece.kind() == Piece.Kind.DATE) {
                found.add(entity(text, piece.begin(), piece.end(), piece.kind().name()));
            } else if (piece.kind() == Piece.Kind.NUMBER && (asksAge(text, texts) || saysAge(text, piece))) {
                found.add(entity(text, piece.begin(), piece.end(), "AGE"));
            }
        }
        names(text, texts, found);
        written(text, found);
        for (Entity entity : found) {
            boolean clash = text.entities.stream()
                    .anyMatch(other -> other.begin < entity.end && entity.begin < other.end);
            if (!clash) {
                text.entities.add(entity);
            }
        }
    }

    private static boolean asksAge(SentenceText text, List<SentenceText> texts) {
        for (int i = text.index - 1; i >= Math.max(0, text.index - 2) && text.tokens.size() < 10; i--) {
            boolean other = texts.get(i).segment.turn() != text.segment.turn();
            if (other && texts.get(i).words(0, Integer.MAX_VALUE).contains("how old")) {
                return true;
            }
        }
        return false;
    }

    /** "She was eighty one when she passed", "died at forty", "just turned thirty nine". */
    private static boolean saysAge(SentenceText text, Piece piece) {
        String before = text.words(piece.begin() - 2, piece.begin());
        boolean then = text.form(piece.end()).equals("when") && before.matches(".*\\b(was|were|is|'s)");
        return then || before.matches(".*\\b(turned|(died|passed|dead|away) at)");
    }

    private void names(SentenceText text, List<SentenceText> texts, List<Entity> found) {
        boolean asked = text.index > 0 && texts.get(text.index - 1).words(0, 99).contains("your name");
        for (int i = 0; i < text.tokens.size(); i++) {
            int begin = i;
            if (TITLES.contains(text.form(i))) {
                int start = text.form(i + 1).equals(".") ? i + 2 : i + 1;
                int end = nameEnd(text, start, 2);
                if (end > start) {
                    found.add(entity(text, start, end, "NAME"));
                    i = end - 1;
                }
            } else if (firstNames.contains(text.form(i)) && isAddressed(text, i, asked)) {
                int end = i + 1;
                boolean surname = isCapital(text, i) && isCapital(text, end) && !NOT_NAMES.contains(text.form(end));
                found.add(entity(text, begin, surname ? end + 1 : end, "NAME"));
                i = surname ? end : i;
            }
        }
    }

    /** A first name is taken as one after a greeting, between commas, with a capital, or where a name was asked for. */
    private static boolean isAddressed(SentenceText text, int at, boolean asked) {
        String before = text.form(at - 1);
        if (before.equals(",") ? GREETINGS.contains(text.form(at - 2)) : GREETINGS.contains(before)) {
            return true;
        }
        if (!AMBIGUOUS.contains(text.form(at))) {
            return true;
        }
        String words = text.words(at - 3, at);
        boolean vocative = before.equals(",") && (text.form(at + 1).matches("[,.?!]") || text.form(at + 1).isEmpty());
        boolean capital = isCapital(text, at) && at > 0;
        boolean told = words.endsWith("name is") || words.endsWith("name 's") || words.endsWith("this is");
        boolean subject = at == 0 && text.isOneOf(1, Set.of("is", ",", "was", "presents", "'s"));
        return asked || vocative || capital || told || subject;
    }

    private static boolean isCapital(SentenceText text, int token) {
        if (token < 0 || token >= text.tokens.size()) {
            return false;
        }
        return Character.isUpperCase(text.segment.text().charAt(text.tokens.get(token).begin()));
    }

    private static int nameEnd(SentenceText text, int start, int most) {
        int end = start;
        boolean cased = isCapital(text, start);
        while (end < text.tokens.size()
                && end - start < (cased ? most : 1)
                && Character.isLetter(text.form(end).charAt(0))
                && !NOT_NAMES.contains(text.form(end))
                && !text.taken(end)
                && isCapital(text, end) == cased) {
            end++;
        }
        return end;
    }

    private static void written(SentenceText text, List<Entity> found) {
        for (Written one : Recall.of("written private data", text.segment.text(), PrivateData::written)) {
            cover(text, one.begin(), one.end(), one.type(), found);
        }
    }

    /** Characters that identify by how they are written. */
    private record Written(int begin, int end, String type) {}

    private static List<Written> written(String said) {
        boolean possible = said.indexOf('@') >= 0 || said.chars().anyMatch(Character::isDigit) || said.contains("www");
        if (!possible) {
            return List.of();
        }
        List<Written> found = new ArrayList<>();
        Matcher matcher = WRITTEN.matcher(said);
        while (matcher.find()) {
            for (String group : List.of("EMAIL", "URL", "PHONE", "ADDRESS", "ID")) {
                if (matcher.group(group) != null) {
                    found.add(new Written(
                            matcher.start(group), matcher.end(group), group.equals("PHONE") ? "PHONE_OR_FAX" : group));
                }
            }
        }
        return List.copyOf(found);
    }

    private static void cover(SentenceText text, int begin, int end, String type, List<Entity> found) {
        int first = -1;
        int last = -1;
        for (int i = 0; i < text.tokens.size(); i++) {
            Token token = text.tokens.get(i);
            if (token.end() > begin && token.begin() < end) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        if (first >= 0) {
            found.add(entity(text, first, last + 1, type));
        }
    }

    private static Entity entity(SentenceText text, int begin, int end, String type) {
        return new Entity(text, begin, end, EntityCategory.PROTECTED_HEALTH_INFORMATION, type, null);
    }
}
