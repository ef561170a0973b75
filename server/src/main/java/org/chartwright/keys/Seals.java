package org.chartwright.keys;

import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;
import org.chartwright.keys.SealException.Trouble;
import org.chartwright.keys.SealHead.Form;
import org.jspecify.annotations.Nullable;

/**
 * The door: seals bytes under a {@link Label} and opens them under the same label only. Each thing has a key of its own,
 * which lies before it, wrapped under the key of its scope; that one is wrapped under its tenant's, and that under the root.
 * Destroying the scope's key makes all of the scope unreadable. Any thread.
 *
 * <p>Keys are fetched over a connection of their own, so sealing and opening may be done inside a transaction; but do it
 * outside where you can, since a key's keeper may be slow.
 *
 * <p>All methods throw {@link SealException}: {@code BROKEN} when it is not what was sealed under that label, {@code
 * DESTROYED} when its key is gone, {@code UNAVAILABLE} when another attempt may succeed. Streams that are read further tell
 * of later damage by an {@link IOException}; what they gave before that is genuine.
 */
public final class Seals {

    /** How much is checked at once; a read from a place on reads up to this much before it. */
    public static final int SEGMENT = 64 * 1024;

    private static final String TEXT = "sealed:";
    private static final String HMAC = "HmacSha256";
    private static final int KEY_BYTES = 32;
    private static final int STREAM_HEAD = 40; // of Tink: a length, a salt, a nonce's beginning
    private static final int TAG = 16;

    private final DataKeys keys;

    Seals(DataKeys keys) {
        this.keys = keys;
    }

    /** Seals a whole thing. */
    public byte[] seal(Label label, byte[] content) {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream(content.length + 512);
        try (OutputStream out = sealing(label, null, sealed)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sealed.toByteArray();
    }

    /** Opens a whole thing. */
    public byte[] open(Label label, byte[] sealed) {
        try (InputStream in = opening(label, new ByteArrayInputStream(sealed))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new SealException(Trouble.BROKEN, e);
        }
    }

    /** Seals a text for a column of text. */
    public String sealText(Label label, String content) {
        return TEXT + Base64.getEncoder().encodeToString(seal(label, content.getBytes(StandardCharsets.UTF_8)));
    }

    /** Opens what {@link #sealText} made; refuses a text in the clear. */
    public String openText(Label label, String sealed) {
        require(isSealed(sealed));
        try {
            byte[] bytes = Base64.getDecoder().decode(sealed.substring(TEXT.length()));
            return new String(open(label, bytes), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new SealException(Trouble.BROKEN, e);
        }
    }

    /** A stream that seals what is written into it; it is whole when it was closed, which closes the one beneath. */
    public OutputStream sealing(Label label, OutputStream beneath) throws IOException {
        return sealing(label, null, beneath);
    }

    /**
     * Likewise, under a named key besides.
     *
     * @param named or null for none
     */
    public OutputStream sealing(Label label, @Nullable NamedKey named, OutputStream beneath) throws IOException {
        DataKeys.Made made = keys.make(Form.WHOLE, label, named);
        beneath.write(made.head().bytes());
        return sealing(made.key(), made.bound(), beneath);
    }

    /** A stream of what was sealed. It gives nothing that was not checked. */
    public InputStream opening(Label label, InputStream beneath) throws IOException {
        SealHead head = SealHead.read(beneath);
        require(head.form() == Form.WHOLE);
        DataKeys.Found found = keys.find(head, label);
        try {
            return cipher(found.key()).newDecryptingStream(beneath, found.bound());
        } catch (GeneralSecurityException e) {
            throw new SealException(Trouble.BROKEN, e);
        }
    }

    /** What was sealed, to be read from any place on. Its size is known at once. */
    public SeekableByteChannel opening(Label label, SeekableByteChannel beneath) throws IOException {
        SealHead head = head(beneath);
        require(head.form() == Form.WHOLE);
        DataKeys.Found found = keys.find(head, label);
        try {
            return cipher(found.key())
                    .newSeekableDecryptingChannel(new ChannelBehindHead(beneath, head.bytes().length), found.bound());
        } catch (GeneralSecurityException e) {
            throw new SealException(Trouble.BROKEN, e);
        }
    }

    /**
     * Begins a log: pieces are sealed one by one, and what was written before a crash can be read after it.
     *
     * @param beneath where it is written; the log writes whole pieces and flushes after each, forcing them to disk is the
     *     caller's business
     */
    public SealedLog.Writer beginLog(Label label, OutputStream beneath) throws IOException {
        DataKeys.Made made = keys.make(Form.LOG, label, null);
        beneath.write(made.head().bytes());
        beneath.flush();
        return new SealedLog.Writer(new SealedLog.Cipher(made.key(), made.bound()), 0, beneath);
    }

    /**
     * Reads a log that may have been cut off by a crash.
     *
     * @param beneath the log from its beginning; closing the reader closes it
     */
    public SealedLog.Reader readLog(Label label, InputStream beneath) throws IOException {
        SealHead head = SealHead.read(beneath);
        require(head.form() == Form.LOG);
        DataKeys.Found found = keys.find(head, label);
        return new SealedLog.Reader(new SealedLog.Cipher(found.key(), found.bound()), head.bytes().length, beneath);
    }

    /** The scope that a sealed thing says to be of; opening it under that scope's label shows whether that is true. */
    public static UUID scopeOf(SeekableByteChannel sealed) throws IOException {
        return head(sealed).scope();
    }

    /** The size of what was sealed; opening it shows whether that is true. */
    public static long openedSize(SeekableByteChannel sealed) throws IOException {
        long content = sealed.size() - head(sealed).bytes().length;
        long segments = (content + SEGMENT - 1) / SEGMENT;
        return Math.max(0, content - STREAM_HEAD - segments * TAG);
    }

    /** The named key that a sealed thing says to need, or null; likewise. */
    public static @Nullable NamedKey namedKeyOf(SeekableByteChannel sealed) throws IOException {
        return head(sealed).named();
    }

    /** Whether bytes begin as sealed things do; for telling them from what an older version left in the clear. */
    public static boolean isSealed(byte[] beginning) {
        return SealHead.begins(beginning);
    }

    /** Likewise for a text. */
    public static boolean isSealed(String text) {
        return text.startsWith(TEXT);
    }

    private static SealHead head(SeekableByteChannel channel) throws IOException {
        channel.position(0);
        // Unbuffered, the head would be read byte by byte, each a system call.
        return SealHead.read(new BufferedInputStream(Channels.newInputStream(channel), 1024));
    }

    private static OutputStream sealing(byte[] key, byte[] bound, OutputStream beneath) throws IOException {
        try {
            OutputStream sealing = cipher(key).newEncryptingStream(beneath, bound);
            return new FilterOutputStream(sealing) {
                @Override
                public void write(byte[] bytes, int from, int count) throws IOException {
                    sealing.write(bytes, from, count);
                }

                /** Where its end cannot be written, as on a full disk, the cipher would leave the one beneath open. */
                @Override
                public void close() throws IOException {
                    try (beneath) {
                        sealing.close();
                    }
                }
            };
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES-GCM", e);
        }
    }

    private static StreamingAead cipher(byte[] key) throws GeneralSecurityException {
        return new AesGcmHkdfStreaming(key, HMAC, KEY_BYTES, SEGMENT, 0);
    }

    private static void require(boolean fits) {
        if (!fits) {
            throw new SealException(Trouble.BROKEN);
        }
    }
}
