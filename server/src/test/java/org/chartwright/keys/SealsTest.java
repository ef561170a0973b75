package org.chartwright.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SealsTest {

    private static final UUID TENANT = UUID.fromString("6b1d3c1e-0000-4000-8000-000000000001");
    private static final UUID VISIT = UUID.fromString("6b1d3c1e-0000-4000-8000-000000000002");

    private final Seals seals = TestSeals.make();
    private final Random luck = new Random(11);

    @Test
    void whatWasSealedIsOpenedAndLooksLikeNothing() {
        for (int size : new int[] {0, 1, 1000, Seals.SEGMENT - 17, Seals.SEGMENT, Seals.SEGMENT * 3 + 5}) {
            byte[] content = random(size);
            byte[] sealed = seals.seal(label(Kind.CHECKPOINT), content);
            assertThat(seals.open(label(Kind.CHECKPOINT), sealed)).isEqualTo(content);
            assertThat(Seals.isSealed(sealed)).isTrue();
        }
        byte[] words = TestSeals.bytes("the patient's own unmistakable words");
        assertThat(new String(seals.seal(label(Kind.QUEUE), words), StandardCharsets.ISO_8859_1))
                .doesNotContain("unmistakable");
    }

    @Test
    void nothingOpensUnderTheLabelOfAnotherThing() {
        Set<Label> labels = new HashSet<>();
        for (Kind kind : Kind.values()) {
            labels.add(label(kind));
            labels.add(new Label(TENANT, VISIT, kind, "other"));
            labels.add(new Label(TENANT, VISIT, kind, "thing", 2));
            labels.add(new Label(TENANT, UUID.randomUUID(), kind, "thing", 1));
            labels.add(new Label(UUID.randomUUID(), VISIT, kind, "thing", 1));
        }
        labels.forEach(label -> seals.seal(label, new byte[0])); // so that every scope has a key
        int refused = 0;
        for (Label sealedAs : labels) {
            byte[] sealed = seals.seal(sealedAs, TestSeals.bytes("content"));
            for (Label openedAs : labels) {
                if (sealedAs.equals(openedAs)) {
                    assertThat(seals.open(openedAs, sealed)).isEqualTo(TestSeals.bytes("content"));
                } else {
                    assertBroken(() -> seals.open(openedAs, sealed));
                    refused++;
                }
            }
        }
        assertThat(refused).isEqualTo(labels.size() * (labels.size() - 1));
    }

    @Test
    void whatIsBeneathIsClosedAlsoWhereTheEndCannotBeWritten() throws IOException {
        for (int room : new int[] {500, Seals.SEGMENT, Seals.SEGMENT * 2}) {
            int[] closed = {0};
            OutputStream full = new OutputStream() {
                private int left = room;

                @Override
                public void write(int one) throws IOException {
                    if (left-- <= 0) {
                        throw new IOException("no space left");
                    }
                }

                @Override
                public void close() {
                    closed[0]++;
                }
            };
            OutputStream sealing = seals.sealing(label(Kind.OBJECT), full);
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> {
                try (sealing) {
                    sealing.write(random(Seals.SEGMENT * 3));
                }
            });
            assertThat(closed[0]).as("room for %d bytes", room).isPositive();
        }
    }

    @Test
    void aFlippedBitIsSeenWhereverItIs() {
        byte[] content = random(Seals.SEGMENT * 2);
        byte[] sealed = seals.seal(label(Kind.OBJECT), content);
        int front = 400;
        for (int place = 0; place < front; place++) {
            assertFlipIsSeen(sealed, place, 1 << (place % 8));
        }
        for (int i = 0; i < 1000; i++) {
            assertFlipIsSeen(sealed, front + luck.nextInt(sealed.length - front), 1 << luck.nextInt(8));
        }
    }

    @Test
    void aCutIsSeenAtEverySegmentAndAroundIt() {
        byte[] sealed = seals.seal(label(Kind.OBJECT), random(Seals.SEGMENT * 4));
        for (int cut = 0; cut < sealed.length; cut += cut < 500 ? 1 : 4099) {
            byte[] part = Arrays.copyOf(sealed, cut);
            assertBroken(() -> seals.open(label(Kind.OBJECT), part));
        }
        int head = sealed.length - Seals.SEGMENT * 4 - 40 - 5 * 16;
        for (int segment = 1; segment < 5; segment++) {
            for (int around = -1; around <= 1; around++) {
                byte[] part = Arrays.copyOf(sealed, head + segment * Seals.SEGMENT + around);
                assertBroken(() -> seals.open(label(Kind.OBJECT), part));
            }
        }
        byte[] longer = Arrays.copyOf(sealed, sealed.length + 1);
        assertBroken(() -> seals.open(label(Kind.OBJECT), longer));
    }

    @Test
    void aFileIsReadFromAnyPlaceOn(@TempDir Path folder) throws IOException {
        byte[] content = random(Seals.SEGMENT * 3 + 77);
        Path file = folder.resolve("sealed");
        try (OutputStream out = seals.sealing(label(Kind.OBJECT), Files.newOutputStream(file))) {
            out.write(content);
        }
        try (SeekableByteChannel channel = seals.opening(label(Kind.OBJECT), FileChannel.open(file))) {
            assertThat(channel.size()).isEqualTo(content.length);
            for (int i = 0; i < 200; i++) {
                int from = luck.nextInt(content.length);
                int length = 1 + luck.nextInt(content.length - from);
                ByteBuffer part = ByteBuffer.allocate(length);
                channel.position(from);
                while (part.hasRemaining() && channel.read(part) >= 0) {}
                assertThat(part.array()).isEqualTo(Arrays.copyOfRange(content, from, from + length));
            }
        }
        try (FileChannel whole = FileChannel.open(file)) {
            assertThat(Seals.scopeOf(whole)).isEqualTo(VISIT);
            assertThat(Seals.namedKeyOf(whole)).isNull();
        }
    }

    @Test
    void aDestroyedScopeOpensNoMoreAndTakesNothingNew() {
        TestSeals keys = new TestSeals();
        Seals mortal = keys.seals(new TestNamedKeys());
        byte[] sealed = mortal.seal(label(Kind.OBJECT), random(10));
        keys.destroy(TENANT, VISIT);
        assertTrouble(SealException.Trouble.DESTROYED, () -> mortal.open(label(Kind.OBJECT), sealed));
        assertTrouble(SealException.Trouble.DESTROYED, () -> mortal.seal(label(Kind.OBJECT), random(10)));
    }

    @Test
    void sealingsRepeatNoNonce() {
        // Each thing has a key of its own, and its stream a salt and a nonce of its own besides.
        Set<ByteBuffer> seen = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            byte[] sealed = seals.seal(label(Kind.QUEUE), new byte[0]);
            seen.add(ByteBuffer.wrap(sealed, sealed.length - 16 - 40, 40));
        }
        assertThat(seen).hasSize(10_000);
    }

    @Test
    void aLogIsReadBackAndGoneOnWith() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (SealedLog.Writer log = seals.beginLog(label(Kind.LIVE_AUDIO), file)) {
            log.append(TestSeals.bytes("one"));
            log.append(new byte[0]);
        }
        try (SealedLog.Reader log = read(file.toByteArray())) {
            assertThat(log.next()).hasValue(TestSeals.bytes("one"));
            assertThat(log.next()).hasValue(new byte[0]);
            assertThat(log.next()).isEmpty();
            assertThat(log.ended()).isFalse();
            assertThat(log.wholeBytes()).isEqualTo(file.size());
            try (SealedLog.Writer more = log.goOn(file)) {
                more.append(TestSeals.bytes("three"));
                more.end();
            }
        }
        try (SealedLog.Reader log = read(file.toByteArray())) {
            log.next();
            log.next();
            assertThat(log.next()).hasValue(TestSeals.bytes("three"));
            assertThat(log.next()).isEmpty();
            assertThat(log.ended()).isTrue();
        }
    }

    @Test
    void aLogCutAnywhereGivesItsWholePiecesAndNothingElse() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        int[] ends = new int[4];
        try (SealedLog.Writer log = seals.beginLog(label(Kind.LIVE_AUDIO), file)) {
            ends[0] = file.size();
            for (int i = 1; i < 4; i++) {
                log.append(random(50));
                ends[i] = file.size();
            }
        }
        for (int cut = ends[0]; cut <= ends[3]; cut++) {
            int whole = 0;
            try (SealedLog.Reader log = read(Arrays.copyOf(file.toByteArray(), cut))) {
                while (log.next().isPresent()) {
                    whole++;
                }
                assertThat(log.wholeBytes()).isEqualTo(ends[whole]);
            }
            assertThat(cut).isGreaterThanOrEqualTo(ends[whole]);
            assertThat(whole == 3 || cut < ends[whole + 1]).isTrue();
        }
    }

    @Test
    void piecesOfALogCannotBeMovedOrFlipped() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        int head;
        try (SealedLog.Writer log = seals.beginLog(label(Kind.LIVE_AUDIO), file)) {
            head = file.size();
            log.append(random(50));
            log.append(random(50));
        }
        byte[] moved = file.toByteArray().clone();
        int piece = (moved.length - head) / 2;
        System.arraycopy(file.toByteArray(), head, moved, head + piece, piece);
        try (SealedLog.Reader log = read(moved)) {
            log.next();
            assertBroken(log::next);
        }
        for (int place = head + 4; place < head + piece; place++) {
            byte[] flipped = file.toByteArray().clone();
            flipped[place] ^= 4;
            try (SealedLog.Reader log = read(flipped)) {
                assertBroken(log::next);
            }
        }
    }

    private SealedLog.Reader read(byte[] log) throws IOException {
        return seals.readLog(label(Kind.LIVE_AUDIO), new ByteArrayInputStream(log));
    }

    private void assertFlipIsSeen(byte[] sealed, int place, int bit) {
        byte[] flipped = sealed.clone();
        flipped[place] ^= (byte) bit;
        assertThatExceptionOfType(SealException.class)
                .as("byte %d", place)
                .isThrownBy(() -> seals.open(label(Kind.OBJECT), flipped));
    }

    private static void assertBroken(ThrowingCallable call) {
        assertTrouble(SealException.Trouble.BROKEN, call);
    }

    private static void assertTrouble(
            SealException.Trouble trouble, ThrowingCallable call) {
        assertThatExceptionOfType(SealException.class)
                .isThrownBy(call)
                .satisfies(thrown -> assertThat(thrown.trouble()).isEqualTo(trouble));
    }

    private static Label label(Kind kind) {
        return new Label(TENANT, VISIT, kind, "thing", 1);
    }

    private byte[] random(int size) {
        byte[] bytes = new byte[size];
        luck.nextBytes(bytes);
        return bytes;
    }
}
