package org.chartwright.note;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartwright.encounter.Role;
import org.chartwright.encounter.Speaker;
import org.chartwright.encounter.TimeSpan;
import org.chartwright.encounter.Turn;
import org.chartwright.encounter.Word;

/**
 * Reads a typed dialogue: lines that begin with {@code [doctor]} or {@code [patient]}; a line without a tag goes on with
 * the turn before it. Marks that stand apart are joined to the word before them, and pieces of contractions ({@code do
 * n't}, {@code gon na}) to each other. Stateless.
 */
public final class DialogueText {

    private static final Pattern LINE = Pattern.compile("^\\s*\\[([\\p{Alnum}_ -]{1,40})]\\s*(.*)$");
    private static final Pattern TOKEN = Pattern.compile("^(.*?)([,.?!;:]*)$", Pattern.DOTALL);
    private static final Pattern CLINICIAN =
            Pattern.compile("doctor|clinician|provider|therapist|counselor|psychologist|psychiatrist|social_worker|physician|nurse|guest_clinician|dr|assistant");

    private static final String NUMBER = "(?:\\d+|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\w+teen|\\w+ty|hundred)";
    private static final Pattern POINT = Pattern.compile("(\\b" + NUMBER + ") \\. (?=" + NUMBER + "\\b)");
    private static final Pattern OTHER_MARK = Pattern.compile("[.,?!;:]");

    private DialogueText() {}

    /**
     * The turns of a dialogue in order; empty when nothing is said.
     *
     * @throws DialogueException when the text before the first tag is not blank
     */
    public static List<Turn> parse(String dialogue) {
        List<Turn> turns = new ArrayList<>();
        List<String> speakers = new ArrayList<>();
        Speaker speaker = null;
        StringBuilder said = new StringBuilder();
        for (String line : dialogue.split("\\R", -1)) {
            Matcher tagged = LINE.matcher(line);
            if (tagged.matches()) {
                add(turns, speaker, said);
                speaker = speaker(tagged.group(1).toLowerCase(Locale.ROOT).strip(), speakers);
                said.append(tagged.group(2));
            } else if (speaker == null && !line.isBlank()) {
                throw new DialogueException("the dialogue must begin with a speaker tag such as [doctor] or [patient]");
            } else {
                said.append(' ').append(line);
            }
        }
        add(turns, speaker, said);
        return turns;
    }

    private static void add(
            List<Turn> turns, @org.jspecify.annotations.Nullable Speaker speaker, StringBuilder said) {
        List<Word> words = words(said.toString(), TimeSpan.NONE);
        said.setLength(0);
        if (speaker != null && !words.isEmpty()) {
            turns.add(new Turn(speaker, words));
        }
    }

    private static Speaker speaker(String tag, List<String> known) {
        Role role = CLINICIAN.matcher(tag).lookingAt() ? Role.CLINICIAN : Role.PATIENT;
        String key = role + " " + tag;
        if (!known.contains(key)) {
            known.add(key);
        }
        int number = 0;
        for (String other : known) {
            if (other.equals(key)) {
                break;
            }
            number += other.startsWith(role + " ") ? 1 : 0;
        }
        return new Speaker(role, number);
    }

    /** The words of a piece of text, all at one time. */
    public static List<Word> words(String text, TimeSpan time) {
        List<Word> words = new ArrayList<>();
        for (String token : pointed(text.strip()).split("\\s+", -1)) {
            Matcher parts = TOKEN.matcher(token);
            if (token.isEmpty() || !parts.matches()) {
                continue;
            }
            String body = parts.group(1);
            String mark = parts.group(2).isEmpty() ? "" : strongest(parts.group(2));
            Word last = words.isEmpty() ? null : words.getLast();
            if (body.isEmpty()) {
                if (last != null && last.mark().isEmpty()) {
                    words.set(words.size() - 1, last.shownAs(last.text(), mark));
                }
            } else if (last != null && last.mark().isEmpty() && joins(last.text(), body)) {
                words.set(words.size() - 1, last.shownAs(last.text() + body, mark));
            } else {
                words.add(Word.heard(body, time, 1, 0).shownAs(body, mark));
            }
        }
        return words;
    }

    /** Where a transcript has no other marks, a stop between two numbers is a decimal point: "a hundred . four". */
    private static String pointed(String text) {
        Matcher point = POINT.matcher(text);
        return point.find() && !OTHER_MARK.matcher(point.replaceAll(" ")).find() ? point.replaceAll("$1 point ") : text;
    }

    private static String strongest(String marks) {
        for (String mark : List.of("?", "!", ".", ";", ":")) {
            if (marks.contains(mark)) {
                return mark;
            }
        }
        return ",";
    }

    private static boolean joins(String before, String piece) {
        String left = before.toLowerCase(Locale.ROOT);
        return switch (piece.toLowerCase(Locale.ROOT)) {
            case "n't", "n’t" -> left.matches("do|does|did|is|are|was|were|has|have|had|ca|wo|could|would|should|ai|must");
            case "na" -> left.equals("gon") || left.equals("wan");
            case "ta" -> left.equals("got");
            case "me" -> left.equals("lem") || left.equals("gim");
            case "'s", "'re", "'ve", "'ll", "'d", "'m", "%" -> true;
            default -> false;
        };
    }
}
