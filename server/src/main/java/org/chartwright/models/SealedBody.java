package org.chartwright.models;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What the files of all models have in common: a body, packed by gzip, and the body's SHA-256. The sum is checked before
 * anything is believed, so a damaged count cannot make the reader reach for memory. The body begins with magic, version and
 * provenance, which is readable with {@code zcat FILE | head}.
 */
final class SealedBody {

    private static final int LARGEST_BODY = 256 << 20;
    private static final int DIGEST_BYTES = 32;

    private SealedBody() {}

    /** Writes what comes after the provenance. */
    interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    /** Reads what comes after the provenance. */
    interface Reading<M> {
        M from(DataInputStream in, SortedMap<String, String> provenance) throws IOException;
    }

    static void write(OutputStream target, int magic, int version, SortedMap<String, String> provenance, Writing rest)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(bytes))) {
            out.writeInt(magic);
            out.writeShort(version);
            StringBuilder header = new StringBuilder();
            provenance.forEach((key, value) ->
                    header.append(oneLine(key)).append('=').append(oneLine(value)).append('\n'));
            writeText(out, header.toString());
            rest.to(out);
        }
        byte[] body = bytes.toByteArray();
        GZIPOutputStream packed = new GZIPOutputStream(target);
        packed.write(body);
        packed.write(digest(body, body.length));
        packed.finish();
    }

    static <M> M read(InputStream source, String name, int magic, int version, Reading<M> rest) {
        try {
            byte[] all = new GZIPInputStream(source).readNBytes(LARGEST_BODY + 1);
            if (all.length > LARGEST_BODY) {
                throw new ModelException("Model " + name + " is too large");
            }
            int length = all.length - DIGEST_BYTES;
            if (length < 0
                    || !MessageDigest.isEqual(digest(all, length), Arrays.copyOfRange(all, length, all.length))) {
                throw new ModelException("Model " + name + " is damaged: its checksum does not match");
            }
            try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(all, 0, length))) {
                return parse(in, name, magic, version, rest);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new ModelException("Model " + name + " is damaged", e);
        }
    }

    private static <M> M parse(DataInputStream in, String name, int magic, int version, Reading<M> rest) throws IOException {
        if (in.readInt() != magic) {
            throw new ModelException("Model " + name + " is not a Chartwright model of this kind");
        }
        int written = in.readUnsignedShort();
        if (written != version) {
            throw new ModelException("Model " + name + " has format " + written + "; this build reads " + version);
        }
        SortedMap<String, String> provenance = new TreeMap<>();
        readText(in).lines().forEach(line -> {
            int equals = line.indexOf('=');
            provenance.put(line.substring(0, equals), line.substring(equals + 1));
        });
        M model = rest.from(in, provenance);
        if (in.read() >= 0) {
            throw new ModelException("Model " + name + " is damaged: it goes on after its end");
        }
        return model;
    }

    private static String oneLine(String text) {
        return text.replace('\n', ' ').replace('\r', ' ');
    }

    static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static String readText(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private static byte[] digest(byte[] bytes, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, length);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
