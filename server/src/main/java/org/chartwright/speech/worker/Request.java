package org.chartwright.speech.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.speech.Hints;

/** What a parent asks of its worker. One byte says the kind; the rest is in Java's data format. */
sealed interface Request {

    /** The most phrases, and the most samples, that a request may carry; more means that the pipe is broken. */
    int MOST_PHRASES = 100_000;

    int MOST_SAMPLES = 16_000 * 600;

    /** Open this engine, in place of one opened before. */
    record Open(String engine, String model, Hints hints) implements Request {}

    /** Hear this piece. */
    record Hear(SpeechPiece piece) implements Request {}

    /** Hear this along, as something new or as what follows. */
    record Along(SpeechPiece more, boolean begins) implements Request {}

    /** This is all that was said along; what were the words? */
    record End(SpeechPiece whole) implements Request {}

    /** Writes the request and flushes. */
    default void write(DataOutputStream out) throws IOException {
        switch (this) {
            case Open open -> {
                out.writeByte('O');
                out.writeUTF(open.engine());
                out.writeUTF(open.model());
                out.writeInt(open.hints().phrases().size());
                for (Hints.Phrase phrase : open.hints().phrases()) {
                    out.writeUTF(phrase.text());
                    out.writeUTF(phrase.soundsLike());
                    out.writeUTF(phrase.ipa());
                }
            }
            case Hear hear -> {
                out.writeByte('H');
                write(hear.piece(), out);
            }
            case End end -> {
                out.writeByte('E');
                write(end.whole(), out);
            }
            case Along along -> {
                out.writeByte(along.begins() ? 'B' : 'A');
                write(along.more(), out);
            }
        }
        out.flush();
    }

    private static void write(SpeechPiece piece, DataOutputStream out) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(piece.samples().length * 2).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(piece.samples());
        out.writeLong(piece.startMillis());
        out.writeInt(piece.channel());
        out.writeInt(piece.samples().length);
        out.write(bytes.array());
    }

    /** Reads a request; ends with {@link java.io.EOFException} when the parent has gone. */
    static Request read(DataInputStream in) throws IOException {
        byte kind = in.readByte();
        switch (kind) {
            case 'O' -> {
                String engine = in.readUTF();
                String model = in.readUTF();
                int count = limited(in.readInt(), MOST_PHRASES);
                List<Hints.Phrase> phrases = new ArrayList<>(count);
                for (int i = 0; i < count; i++) {
                    phrases.add(new Hints.Phrase(in.readUTF(), in.readUTF(), in.readUTF()));
                }
                return new Open(engine, model, new Hints(phrases));
            }
            case 'H' -> {
                return new Hear(piece(in));
            }
            case 'E' -> {
                return new End(piece(in));
            }
            case 'A', 'B' -> {
                return new Along(piece(in), kind == 'B');
            }
            default -> throw new IOException("Unknown request " + kind);
        }
    }

    private static SpeechPiece piece(DataInputStream in) throws IOException {
        long start = in.readLong();
        int channel = in.readInt();
        byte[] bytes = in.readNBytes(limited(in.readInt(), MOST_SAMPLES) * 2);
        short[] samples = new short[bytes.length / 2];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
        return new SpeechPiece(start, channel, samples);
    }

    private static int limited(int count, int most) throws IOException {
        if (count < 0 || count > most) {
            throw new IOException("Count out of range: " + count);
        }
        return count;
    }
}
