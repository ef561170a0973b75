package org.chartwright.aws.eventstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

final class FramesTest {

    private static final Path VECTORS = Path.of("../../shared/vectors/event-stream");

    private static List<Path> vectors(String kind) throws IOException {
        assumeTrue(Files.isDirectory(VECTORS), "No vectors in ../shared/vectors/event-stream; these cases are skipped");
        try (Stream<Path> files = Files.list(VECTORS.resolve(kind))) {
            return files.sorted().toList();
        }
    }

    @Test
    void goodVectorsAreReadAndWrittenToTheByte() throws Exception {
        List<Path> files = vectors("encoded/positive");
        assertThat(files).hasSizeGreaterThanOrEqualTo(5);
        for (Path file : files) {
            byte[] frame = Files.readAllBytes(file);
            EventMessage message = FrameReader.decode(frame);
            assertThat(FrameWriter.encode(message)).as(file.toString()).isEqualTo(frame);
        }
    }

    @Test
    void badVectorsAreRefusedForTheReasonTheyAreBad() throws Exception {
        List<Path> files = vectors("encoded/negative");
        assertThat(files).hasSizeGreaterThanOrEqualTo(4);
        for (Path file : files) {
            String reason = Files.readString(VECTORS.resolve("decoded/negative").resolve(file.getFileName())).strip();
            assertThatThrownBy(() -> new FrameReader(Files.newInputStream(file), FrameReader.LARGEST).next())
                    .as(file.toString())
                    .isInstanceOf(FrameException.class)
                    .hasMessage(reason);
        }
    }

    @Test
    void everyTypeOfHeaderComesBack() throws Exception {
        Map<String, HeaderValue> headers = new LinkedHashMap<>();
        headers.put("yes", new HeaderValue.Flag(true));
        headers.put("no", new HeaderValue.Flag(false));
        headers.put("byte", new HeaderValue.Int8((byte) -1));
        headers.put("short", new HeaderValue.Int16(Short.MIN_VALUE));
        headers.put("int", new HeaderValue.Int32(Integer.MAX_VALUE));
        headers.put("long", new HeaderValue.Int64(Long.MIN_VALUE));
        headers.put("text", new HeaderValue.Text("naïve 🫀"));
        headers.put("time", new HeaderValue.Timestamp(Instant.ofEpochMilli(-5)));
        headers.put("uuid", new HeaderValue.Uuid(new UUID(1, -2)));
        EventMessage message = new EventMessage(headers, "x".getBytes(StandardCharsets.UTF_8));
        EventMessage read = FrameReader.decode(FrameWriter.encode(message));
        assertThat(read.headers()).isEqualTo(headers);
        assertThat(read.payload()).isEqualTo(message.payload());
        assertThat(List.copyOf(read.headers().keySet())).isEqualTo(List.copyOf(headers.keySet()));
    }

    @Test
    void aStreamEndsBetweenMessagesOnly() throws Exception {
        byte[] frame = FrameWriter.encode(EventMessage.ofTexts(Map.of("a", "b"), new byte[9]));
        FrameReader whole = new FrameReader(new ByteArrayInputStream(frame), 100);
        assertThat(whole.next()).isNotNull();
        assertThat(whole.next()).isNull();
        for (int length = 1; length < frame.length; length++) {
            FrameReader cut = new FrameReader(new ByteArrayInputStream(frame, 0, length), 100);
            assertThatThrownBy(cut::next).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void nothingIsAllocatedForALengthThatIsNotAllowed() {
        ByteBuffer prelude = ByteBuffer.allocate(12).putInt(0x7FFFFFFF).putInt(0);
        CRC32 crc = new CRC32();
        crc.update(prelude.array(), 0, 8);
        prelude.putInt((int) crc.getValue());
        FrameReader reader = new FrameReader(new ByteArrayInputStream(prelude.array()), FrameReader.LARGEST);
        assertThatThrownBy(reader::next).isInstanceOf(FrameException.class).hasMessageContaining("at most 65536 bytes");
    }

    /** The contract's own example of an event that ends a session. */
    static byte[] sessionControl() {
        return HexFormat.of().parseHex("0000008200000059bcb3d5cb0b3a6576656e742d7479706507001353657373696f6e436f6e74726f6c457665"
                + "6e740d3a6d6573736167652d747970650700056576656e740d3a636f6e74656e742d747970650700106170706c69636174696f6e2f"
                + "6a736f6e7b2254797065223a22454e445f4f465f53455353494f4e227d00f649b1");
    }

    @Test
    void theContractsExampleIsUnderstood() throws Exception {
        EventMessage message = FrameReader.decode(sessionControl());
        assertThat(message.text(":event-type")).hasValue("SessionControlEvent");
        assertThat(new String(message.payload(), StandardCharsets.UTF_8)).isEqualTo("{\"Type\":\"END_OF_SESSION\"}");
    }
}
