package org.chartwright.speech.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.chartwright.encounter.TimeSpan;
import org.chartwright.encounter.Word;

/** What a worker answers. */
sealed interface Reply {

    /** The engine is open. */
    record Ready() implements Reply {}

    /** What was heard. */
    record Heard(List<Word> words) implements Reply {}

    /** It could not be done; the worker stays usable. */
    record Failed(String reason) implements Reply {}

    /** Writes the reply and flushes. */
    default void write(DataOutputStream out) throws IOException {
        switch (this) {
            case Ready _ -> out.writeByte('R');
            case Heard heard -> {
                out.writeByte('W');
                out.writeInt(heard.words().size());
                for (Word word : heard.words()) {
                    out.writeUTF(word.text());
                    out.writeLong(word.time().startMillis());
                    out.writeLong(word.time().endMillis());
                    out.writeDouble(word.confidence());
                    out.writeInt(word.channel());
                }
            }
            case Failed failed -> {
                out.writeByte('F');
                out.writeUTF(failed.reason());
            }
        }
        out.flush();
    }

    /** Reads a reply; a broken one is an {@link IOException}. */
    static Reply read(DataInputStream in) throws IOException {
        byte kind = in.readByte();
        return switch (kind) {
            case 'R' -> new Ready();
            case 'W' -> new Heard(words(in));
            case 'F' -> new Failed(in.readUTF());
            default -> throw new IOException("Unknown reply " + kind);
        };
    }

    private static List<Word> words(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > 100_000) {
            throw new IOException("Count out of range: " + count);
        }
        List<Word> words = new ArrayList<>(count);
        try {
            for (int i = 0; i < count; i++) {
                words.add(Word.heard(
                        in.readUTF(), new TimeSpan(in.readLong(), in.readLong()), in.readDouble(), in.readInt()));
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("A word out of range", e);
        }
        return words;
    }
}
