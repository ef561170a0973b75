package org.chartwright.scribing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the text files from which vocabularies and vocabulary filters are made. Refuses with line and column. */
public final class VocabularyFile {

    /** The largest file, in bytes. */
    public static final int LARGEST = 50 * 1024;

    /** The longest entry, in characters. */
    public static final int LONGEST_ENTRY = 256;

    private static final List<String> COLUMNS = List.of("Phrase", "SoundsLike", "IPA", "DisplayAs");
    private static final Pattern PHRASE = Pattern.compile("[A-Za-z'.-]+");
    private static final Pattern SOUNDS = Pattern.compile("[A-Za-z'.-]+(?: *- *[A-Za-z'.-]+)*");

    private VocabularyFile() {}

    /** The entries of a table or list file. */
    public static List<VocabularyEntry> entries(byte[] file) throws VocabularyException {
        List<String> lines = lines(file);
        return Arrays.asList(lines.getFirst().split("\t", -1)).contains("Phrase") ? table(lines) : list(lines);
    }

    /** The entries of phrases that were given one by one; the message counts them as lines. */
    public static List<VocabularyEntry> entries(List<String> phrases) throws VocabularyException {
        List<VocabularyEntry> entries = new ArrayList<>();
        for (int i = 0; i < phrases.size(); i++) {
            entries.add(entry(phrases.get(i).strip(), "", "", "", i + 1));
        }
        return List.copyOf(entries);
    }

    /** The words of a filter file: one a line, no spaces inside. */
    public static List<String> words(byte[] file) throws VocabularyException {
        Set<String> words = new LinkedHashSet<>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String word = lines.get(i).strip();
            if (word.isEmpty()) {
                continue;
            }
            if (word.length() > LONGEST_ENTRY) {
                throw wrong(i + 1, "Phrase", "is longer than " + LONGEST_ENTRY + " characters");
            }
            if (word.chars().anyMatch(Character::isWhitespace)) {
                throw wrong(i + 1, "Phrase", "holds a space; write one word a line");
            }
            words.add(word);
        }
        if (words.isEmpty()) {
            throw new VocabularyException("The file holds no word.");
        }
        return List.copyOf(words);
    }

    /** The entries as a table file, columns in the usual order. */
    public static String table(Iterable<VocabularyEntry> entries) {
        StringBuilder table = new StringBuilder(String.join("\t", COLUMNS)).append('\n');
        for (VocabularyEntry entry : entries) {
            table.append(String.join("\t", entry.phrase(), entry.soundsLike(), entry.ipa(), entry.displayAs()))
                    .append('\n');
        }
        return table.toString();
    }

    /** The entries of a table that {@link #table(Iterable)} wrote. */
    static List<VocabularyEntry> trusted(String table) {
        return table.lines()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .map(cells -> new VocabularyEntry(cells[0], cells[1], cells[2], cells[3]))
                .toList();
    }

    private static List<VocabularyEntry> table(List<String> lines) throws VocabularyException {
        Map<String, Integer> places = header(lines.getFirst());
        List<VocabularyEntry> entries = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).isEmpty()) {
                continue;
            }
            String[] cells = lines.get(i).split("\t", -1);
            if (cells.length != places.size()) {
                throw new VocabularyException("Line " + (i + 1) + " has " + cells.length + " columns where the header has "
                        + places.size() + "; keep the tabs of empty cells.");
            }
            entries.add(entry(
                    cell(cells, places, "Phrase"),
                    cell(cells, places, "SoundsLike"),
                    cell(cells, places, "IPA"),
                    cell(cells, places, "DisplayAs"),
                    i + 1));
        }
        return filled(entries);
    }

    private static Map<String, Integer> header(String line) throws VocabularyException {
        Map<String, Integer> places = new LinkedHashMap<>();
        for (String name : line.split("\t", -1)) {
            if (!COLUMNS.contains(name.strip())) {
                throw new VocabularyException("Line 1 names an unknown column; known are " + String.join(", ", COLUMNS)
                        + ", separated by tabs.");
            }
            if (places.put(name.strip(), places.size()) != null) {
                throw new VocabularyException("Line 1 names the column " + name.strip() + " twice.");
            }
        }
        return places;
    }

    private static String cell(String[] cells, Map<String, Integer> places, String column) {
        Integer place = places.get(column);
        return place == null ? "" : cells[place].strip();
    }

    private static List<VocabularyEntry> list(List<String> lines) throws VocabularyException {
        List<VocabularyEntry> entries = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            for (String phrase : lines.get(i).split(",", -1)) {
                if (!phrase.isBlank()) {
                    entries.add(entry(phrase.strip(), "", "", "", i + 1));
                }
            }
        }
        return filled(entries);
    }

    private static List<VocabularyEntry> filled(List<VocabularyEntry> entries) throws VocabularyException {
        if (entries.isEmpty()) {
            throw new VocabularyException("The file holds no phrase.");
        }
        return List.copyOf(entries);
    }

    private static VocabularyEntry entry(String phrase, String soundsLike, String ipa, String displayAs, int line)
            throws VocabularyException {
        if (phrase.isEmpty()) {
            throw wrong(line, "Phrase", "is empty");
        }
        for (Map.Entry<String, String> cell :
                List.of(Map.entry("Phrase", phrase), Map.entry("SoundsLike", soundsLike), Map.entry("IPA", ipa),
                        Map.entry("DisplayAs", displayAs))) {
            if (cell.getValue().length() > LONGEST_ENTRY) {
                throw wrong(line, cell.getKey(), "is longer than " + LONGEST_ENTRY + " characters");
            }
        }
        if (phrase.chars().anyMatch(Character::isDigit)) {
            throw wrong(line, "Phrase", "holds a digit; spell numbers out and put the digits into DisplayAs");
        }
        if (phrase.chars().anyMatch(Character::isWhitespace)) {
            throw wrong(line, "Phrase", "holds a space; join words by hyphens");
        }
        if (!PHRASE.matcher(phrase).matches()) {
            throw wrong(line, "Phrase", "may hold only a-z, A-Z, apostrophe, hyphen and full stop");
        }
        if (!soundsLike.isEmpty() && !ipa.isEmpty()) {
            throw wrong(line, "IPA", "cannot be given together with SoundsLike");
        }
        if (!soundsLike.isEmpty() && !SOUNDS.matcher(soundsLike).matches()) {
            throw wrong(line, "SoundsLike", "must be syllables of letters joined by hyphens");
        }
        return new VocabularyEntry(phrase, soundsLike, ipa, displayAs);
    }

    private static List<String> lines(byte[] file) throws VocabularyException {
        if (file.length > LARGEST) {
            throw new VocabularyException("The file is larger than 50 KB.");
        }
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
        } catch (CharacterCodingException e) {
            throw new VocabularyException("The file is not valid UTF-8 text.");
        }
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        int carriageReturn = text.indexOf('\r');
        if (carriageReturn >= 0) {
            long line = text.substring(0, carriageReturn).chars().filter(c -> c == '\n').count() + 1;
            throw new VocabularyException("Line " + line + " ends with a carriage return; lines must end with LF only.");
        }
        if (text.isBlank()) {
            throw new VocabularyException("The file is empty.");
        }
        return List.of(text.split("\n", -1));
    }

    private static VocabularyException wrong(int line, String column, String what) {
        return new VocabularyException("Line " + line + ", column " + column + ": the entry " + what + ".");
    }
}
