package org.chartwright.live;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chartwright.encounter.TimeSpan;
import org.chartwright.encounter.Word;

/**
 * A stretch of speech and what was heard in it, as the log keeps it.
 *
 * @param channel on which channel, from 0
 * @param startMillis where it begins
 * @param endMillis where it ends
 * @param words what was heard; empty when the recogniser failed and it is still to be heard
 */
public record HeardPiece(int channel, long startMillis, long endMillis, Optional<List<Word>> words) {

    private static final int NOT_HEARD = -1;

    byte[] packed() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        try {
            out.writeByte(channel);
            out.writeLong(startMillis);
            out.writeLong(endMillis);
            out.writeInt(words.map(List::size).orElse(NOT_HEARD));
            for (Word word : words.orElse(List.of())) {
                out.writeUTF(word.text());
                out.writeLong(word.time().startMillis());
                out.writeLong(word.time().endMillis());
                out.writeDouble(word.confidence());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static HeardPiece unpacked(byte[] packed) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(packed));
        int channel = in.readByte();
        long start = in.readLong();
        long end = in.readLong();
        int count = in.readInt();
        if (count == NOT_HEARD) {
            return new HeardPiece(channel, start, end, Optional.empty());
        }
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add(Word.heard(in.readUTF(), new TimeSpan(in.readLong(), in.readLong()), in.readDouble(), channel));
        }
        return new HeardPiece(channel, start, end, Optional.of(words));
    }

    /** Leaves the words out. */
    @Override
    public String toString() {
        return "HeardPiece[" + channel + ", " + startMillis + ".." + endMillis + "]";
    }
}
