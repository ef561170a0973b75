package org.chartwright.keys;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UTFDataFormatException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stands before a sealed thing: which key its own key is wrapped under, that wrapped key, and a commitment, by which
 * no second key can open the same bytes to something else.
 *
 * @param form a whole thing or a log
 * @param scope whose key wraps the thing's key
 * @param named the named key that wraps it too, or null
 * @param wrapped the thing's key
 * @param commitment over all of it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SealHead(Form form, UUID scope, @Nullable NamedKey named, byte[] wrapped, byte[] commitment) {

    static final int COMMITMENT = 32;
    private static final int MOST_TEXT = 8192;
    private static final int MOST_PAIRS = 32;
    private static final int MOST_WRAPPED = 8192;

    /** The two forms; the first four bytes of either. */
    enum Form {
        /** Written once, read from any place on. */
        WHOLE(0x43575331),
        /** Written piece by piece, readable up to where the writing stopped. */
        LOG(0x43574c31);

        private final int magic;

        Form(int magic) {
            this.magic = magic;
        }
    }

    /** All but the commitment: what is committed to. */
    static byte[] committed(Form form, UUID scope, @Nullable NamedKey named, byte[] wrapped) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(form.magic);
            out.writeLong(scope.getMostSignificantBits());
            out.writeLong(scope.getLeastSignificantBits());
            out.writeUTF(named == null ? "" : named.arn());
            Map<String, String> context = named == null ? Map.of() : named.ordered();
            out.writeByte(context.size());
            for (Map.Entry<String, String> pair : context.entrySet()) {
                out.writeUTF(pair.getKey());
                out.writeUTF(pair.getValue());
            }
            out.writeShort(wrapped.length);
            out.write(wrapped);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    byte[] committed() {
        return committed(form, scope, named, wrapped);
    }

    /** The whole head. */
    byte[] bytes() {
        byte[] committed = committed();
        byte[] whole = Arrays.copyOf(committed, committed.length + COMMITMENT);
        System.arraycopy(commitment, 0, whole, committed.length, COMMITMENT);
        return whole;
    }

    /** Reads a head and no byte more. */
    static SealHead read(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        try {
            Form form = form(data.readInt());
            UUID scope = new UUID(data.readLong(), data.readLong());
            String arn = data.readUTF();
            Map<String, String> context = new TreeMap<>();
            int pairs = data.readUnsignedByte();
            require(pairs <= MOST_PAIRS && arn.length() <= MOST_TEXT);
            for (int i = 0; i < pairs; i++) {
                context.put(data.readUTF(), data.readUTF());
            }
            byte[] wrapped = new byte[data.readUnsignedShort()];
            require(wrapped.length <= MOST_WRAPPED);
            data.readFully(wrapped);
            byte[] commitment = new byte[COMMITMENT];
            data.readFully(commitment);
            return new SealHead(form, scope, arn.isEmpty() ? null : new NamedKey(arn, context), wrapped, commitment);
        } catch (EOFException | UTFDataFormatException e) {
            throw new SealException(SealException.Trouble.BROKEN, e);
        }
    }

    /** Whether these bytes begin like a sealed thing. */
    static boolean begins(byte[] bytes) {
        if (bytes.length < Integer.BYTES) {
            return false;
        }
        int magic = ByteBuffer.wrap(bytes).getInt();
        return magic == Form.WHOLE.magic || magic == Form.LOG.magic;
    }

    private static void require(boolean sane) {
        if (!sane) {
            throw new SealException(SealException.Trouble.BROKEN);
        }
    }

    private static Form form(int magic) {
        for (Form form : Form.values()) {
            if (form.magic == magic) {
                return form;
            }
        }
        throw new SealException(SealException.Trouble.BROKEN);
    }
}
