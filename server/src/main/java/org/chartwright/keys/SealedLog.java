package org.chartwright.keys;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;

/**
 * A sealed log: pieces of at most {@link #LARGEST} bytes, each sealed by itself and bound to its place, and an end mark when
 * it was finished in peace. A crash may cut it anywhere; whole pieces before the cut are read, half a piece is not.
 */
public final class SealedLog {

    /** The most bytes in a piece. */
    public static final int LARGEST = 4 << 20;

    private static final int OVERHEAD = 28; // a nonce and a tag

    private SealedLog() {}

    /** Seals pieces under the log's key, bound to the log and to their place in it. */
    static final class Cipher {

        private final AesGcmJce aead;
        private final byte[] log;

        Cipher(byte[] key, byte[] log) {
            try {
                this.aead = new AesGcmJce(key);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Every JDK has AES-GCM", e);
            }
            this.log = log;
        }

        byte[] seal(byte[] piece, long place, boolean end) throws GeneralSecurityException {
            return aead.encrypt(piece, bound(place, end));
        }

        byte[] open(byte[] sealed, long place, boolean end) throws GeneralSecurityException {
            return aead.decrypt(sealed, bound(place, end));
        }

        private byte[] bound(long place, boolean end) {
            byte[] bound = Arrays.copyOf(log, log.length + Long.BYTES + 1);
            ByteBuffer.wrap(bound, log.length, Long.BYTES + 1).putLong(place).put((byte) (end ? 1 : 0));
            return bound;
        }
    }

    /** Appends pieces. Belongs to one thread at a time. */
    public static final class Writer implements Closeable {

        private final Cipher cipher;
        private final OutputStream beneath;
        private long place;
        private boolean ended;

        Writer(Cipher cipher, long place, OutputStream beneath) {
            this.cipher = cipher;
            this.place = place;
            this.beneath = beneath;
        }

        /** Appends a piece, in one write and a flush. */
        public void append(byte[] piece) throws IOException {
            if (piece.length > LARGEST) {
                throw new IllegalArgumentException("A piece has at most " + LARGEST + " bytes");
            }
            write(piece, false);
        }

        /** Marks the end: a log without it was cut off. Nothing can be appended after it. */
        public void end() throws IOException {
            write(new byte[0], true);
        }

        private void write(byte[] piece, boolean end) throws IOException {
            if (ended) {
                throw new IllegalStateException("The log has ended");
            }
            byte[] sealed;
            try {
                sealed = cipher.seal(piece, place, end);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Every JDK has AES-GCM", e);
            }
            ByteBuffer framed = ByteBuffer.allocate(Integer.BYTES + sealed.length);
            beneath.write(framed.putInt(end ? -sealed.length : sealed.length).put(sealed).array());
            beneath.flush();
            place++;
            ended = end;
        }

        /** Closes what it writes to, without an end mark. */
        @Override
        public void close() throws IOException {
            beneath.close();
        }
    }

    /** Reads pieces in their order. Belongs to one thread at a time. */
    public static final class Reader implements Closeable {

        private final Cipher cipher;
        private final InputStream beneath;
        private long place;
        private long whole;
        private boolean ended;

        Reader(Cipher cipher, long head, InputStream beneath) {
            this.cipher = cipher;
            this.whole = head;
            this.beneath = beneath;
        }

        /**
         * The next piece; empty at the end, and where the writing was cut off.
         *
         * @throws SealException {@code BROKEN} when a whole piece is not what was written there
         */
        public Optional<byte[]> next() throws IOException {
            if (ended) {
                return Optional.empty();
            }
            byte[] frame = beneath.readNBytes(Integer.BYTES);
            if (frame.length < Integer.BYTES) {
                return Optional.empty();
            }
            int length = ByteBuffer.wrap(frame).getInt();
            if (length == 0) {
                return Optional.empty(); // after a power cut a file may end in zeros
            }
            boolean end = length < 0;
            int size = Math.abs(length);
            if (size < OVERHEAD || size > LARGEST + OVERHEAD) {
                throw new SealException(SealException.Trouble.BROKEN);
            }
            byte[] sealed = beneath.readNBytes(size);
            if (sealed.length < size) {
                return Optional.empty();
            }
            byte[] piece;
            try {
                piece = cipher.open(sealed, place, end);
            } catch (GeneralSecurityException e) {
                throw new SealException(SealException.Trouble.BROKEN, e);
            }
            place++;
            whole += Integer.BYTES + size;
            ended = end;
            return end ? Optional.empty() : Optional.of(piece);
        }

        /** Whether the end mark was read: nothing is missing. */
        public boolean ended() {
            return ended;
        }

        /** How many bytes of the log are whole pieces read so far; cut the file there before you go on writing. */
        public long wholeBytes() {
            return whole;
        }

        /**
         * Goes on writing where the reading stopped.
         *
         * @param appending the log's file, cut to {@link #wholeBytes()}, at its end
         */
        public Writer goOn(OutputStream appending) {
            if (ended) {
                throw new IllegalStateException("The log has ended");
            }
            return new Writer(cipher, place, appending);
        }

        @Override
        public void close() throws IOException {
            beneath.close();
        }
    }
}
