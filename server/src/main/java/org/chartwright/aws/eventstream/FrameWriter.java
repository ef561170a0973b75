package org.chartwright.aws.eventstream;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;

/** Writes messages as bytes. Stateless. */
public final class FrameWriter {

    private static final int OVERHEAD = 16;
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_VALUE = 0xFFFF;

    private FrameWriter() {}

    /** The message as it goes over the wire. */
    public static byte[] encode(EventMessage message) {
        byte[] headers = headers(message.headers());
        ByteBuffer frame = ByteBuffer.allocate(OVERHEAD + headers.length + message.payload().length);
        frame.putInt(frame.capacity()).putInt(headers.length);
        frame.putInt(crc(frame.array(), 8));
        frame.put(headers).put(message.payload());
        frame.putInt(crc(frame.array(), frame.position()));
        return frame.array();
    }

    /** The headers alone, as they are signed. */
    static byte[] headers(Map<String, HeaderValue> headers) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        try {
            for (Map.Entry<String, HeaderValue> header : headers.entrySet()) {
                byte[] name = header.getKey().getBytes(StandardCharsets.UTF_8);
                if (name.length == 0 || name.length > LONGEST_NAME) {
                    throw new IllegalArgumentException("A header's name must have 1 to 255 bytes");
                }
                out.writeByte(name.length);
                out.write(name);
                write(header.getValue(), out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(HeaderValue value, DataOutputStream out) throws IOException {
        switch (value) {
            case HeaderValue.Flag flag -> out.writeByte(flag.value() ? 0 : 1);
            case HeaderValue.Int8 number -> {
                out.writeByte(2);
                out.writeByte(number.value());
            }
            case HeaderValue.Int16 number -> {
                out.writeByte(3);
                out.writeShort(number.value());
            }
            case HeaderValue.Int32 number -> {
                out.writeByte(4);
                out.writeInt(number.value());
            }
            case HeaderValue.Int64 number -> {
                out.writeByte(5);
                out.writeLong(number.value());
            }
            case HeaderValue.Bytes bytes -> write(6, bytes.value(), out);
            case HeaderValue.Text text -> write(7, text.value().getBytes(StandardCharsets.UTF_8), out);
            case HeaderValue.Timestamp time -> {
                out.writeByte(8);
                out.writeLong(time.value().toEpochMilli());
            }
            case HeaderValue.Uuid uuid -> {
                out.writeByte(9);
                out.writeLong(uuid.value().getMostSignificantBits());
                out.writeLong(uuid.value().getLeastSignificantBits());
            }
        }
    }

    private static void write(int type, byte[] value, DataOutputStream out) throws IOException {
        if (value.length > LONGEST_VALUE) {
            throw new IllegalArgumentException("A header's value can have at most 65,535 bytes");
        }
        out.writeByte(type);
        out.writeShort(value.length);
        out.write(value);
    }

    private static int crc(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }
}
