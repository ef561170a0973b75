package org.chartwright.clinical;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chartwright.encounter.Speaker;
import org.chartwright.encounter.TimeSpan;
import org.chartwright.encounter.Turn;
import org.chartwright.encounter.Word;

/** Makes turns from text for the tests of this room. */
final class Dialogues {

    private static final DialogueReader READER = new DialogueReader();

    private Dialogues() {}

    /** A turn of words as they stand, marks taken off their ends. */
    static Turn turn(boolean clinician, String text) {
        List<Word> words = new ArrayList<>();
        for (String piece : text.strip().split("\\s+")) {
            boolean marked = piece.length() > 1 && ",.?!;:".indexOf(piece.charAt(piece.length() - 1)) >= 0;
            int end = marked ? piece.length() - 1 : piece.length();
            words.add(new Word(piece.substring(0, end), piece.substring(end), TimeSpan.NONE, 1, 0, false));
        }
        return new Turn(clinician ? Speaker.CLINICIAN : Speaker.PATIENT, words);
    }

    /** Reads lines that start with {@code d:} or {@code p:}. */
    static Reading read(String... lines) {
        List<Turn> turns = new ArrayList<>();
        for (String line : lines) {
            turns.add(turn(line.startsWith("d:"), line.substring(2)));
        }
        return READER.read(turns, new UUID(1, 2));
    }
}
