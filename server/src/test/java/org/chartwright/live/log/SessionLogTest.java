package org.chartwright.live.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class SessionLogTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("tenant/session/log");
    }

    private static short[] sound(int count, int seed) {
        Random luck = new Random(seed);
        short[] samples = new short[count];
        for (int i = 0; i < count; i++) {
            samples[i] = (short) luck.nextInt();
        }
        return samples;
    }

    private Journal journal() throws IOException {
        return Journal.open(folder, Duration.ofMillis(100));
    }

    @Test
    void whatWasAddedIsReadBackFromAnyPlace() throws Exception {
        short[] sound = sound(40_001, 1);
        try (Journal journal = journal();
                SessionLog log = SessionLog.open(file, journal, Seal.NONE, 1)) {
            for (int at = 0; at < sound.length; at += 777) {
                log.append(Arrays.copyOfRange(sound, at, Math.min(sound.length, at + 777)));
            }
            log.note(new byte[] {1, 2});
            log.secure();
        }
        try (SessionLog log = SessionLog.read(file, Seal.NONE, 1)) {
            assertThat(log.frames()).isEqualTo(40_001);
            assertThat(log.samples(0, 0, 50_000)).isEqualTo(sound);
            assertThat(log.samples(-1, 12_345, 9000)).isEqualTo(Arrays.copyOfRange(sound, 12_345, 21_345));
            assertThat(log.notes()).containsExactly(new byte[] {1, 2});
        }
    }

    @Test
    void twoChannelsAreReadApartAndMixed() throws Exception {
        try (Journal journal = journal();
                SessionLog log = SessionLog.open(file, journal, Seal.NONE, 2)) {
            log.append(new short[] {1, 101, 2, 102, 3, 103});
            log.flush();
            assertThat(log.samples(0, 0, 3)).containsExactly(1, 2, 3);
            assertThat(log.samples(1, 1, 2)).containsExactly(102, 103);
            assertThat(log.samples(-1, 0, 3)).containsExactly(51, 52, 53);
            assertThat(log.interleaved(1, 2)).containsExactly(2, 102, 3, 103);
        }
    }

    @Test
    void halfARecordIsCutOffAndTheRestGoesOn() throws Exception {
        try (Journal journal = journal()) {
            try (SessionLog log = SessionLog.open(file, journal, Seal.NONE, 1)) {
                log.append(sound(8000, 1));
                log.append(sound(8000, 2));
            }
            long whole = Files.size(file);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(whole - 5);
            }
            try (SessionLog log = SessionLog.open(file, journal, Seal.NONE, 1)) {
                assertThat(log.frames()).isEqualTo(8000);
                log.append(sound(8000, 3));
                log.flush();
                assertThat(log.samples(0, 8000, 8000)).isEqualTo(sound(8000, 3));
            }
        }
    }

    @Test
    void whatTheDiskLostIsPutBackFromTheJournal() throws Exception {
        byte[] before;
        try (Journal journal = journal();
                SessionLog log = SessionLog.open(file, journal, Seal.NONE, 1)) {
            for (int i = 0; i < 20; i++) {
                log.append(sound(5000, i));
            }
            log.note("heard".getBytes());
            log.secure();
            before = Files.readAllBytes(file);
        }
        // A loss of power takes what was not synced: here all but the first bytes, and zeros in their place at the end.
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(1000);
        }
        try (Journal again = journal()) {
            assertThat(Files.readAllBytes(file)).isEqualTo(before);
            try (SessionLog log = SessionLog.open(file, again, Seal.NONE, 1)) {
                assertThat(log.frames()).isEqualTo(100_000);
                assertThat(log.notes()).hasSize(1);
            }
        }
    }

    @Test
    void aDeletedSessionDoesNotComeBackFromTheJournal() throws Exception {
        try (Journal journal = journal();
                SessionLog log = SessionLog.open(file, journal, Seal.NONE, 1)) {
            log.append(sound(8000, 1));
            log.secure();
        }
        Files.delete(file);
        journal().close();
        assertThat(file).doesNotExist();
    }

    @Test
    @Timeout(30)
    void aFullJournalGoesOnceItsLogsAreSafe() throws Exception {
        byte[] before;
        try (Journal journal = Journal.open(folder, Duration.ofMillis(10), 1_000_000);
                SessionLog gone = SessionLog.open(folder.resolve("tenant/gone/log"), journal, Seal.NONE, 1);
                SessionLog log = SessionLog.open(file, journal, Seal.NONE, 1)) {
            gone.append(sound(8000, 1));
            gone.secure();
            Files.delete(folder.resolve("tenant/gone/log"));
            // Once the first two have gone there is a third, which has little in it yet.
            while (Files.exists(folder.resolve("journal-0")) || Files.exists(folder.resolve("journal-1"))) {
                log.append(sound(8000, 2));
                log.secure();
            }
            log.note("the last".getBytes());
            log.secure();
            before = Files.readAllBytes(file);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(before.length - 5);
        }
        journal().close();
        assertThat(Files.mismatch(file, Files.write(folder.resolve("before"), before))).isEqualTo(-1);
    }

    @Test
    void aChangedRecordIsNotGivenOut() throws Exception {
        try (Journal journal = journal();
                SessionLog log = SessionLog.open(file, journal, Seal.NONE, 1)) {
            log.append(sound(8000, 1));
            log.append(sound(8000, 2));
        }
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 100] ^= 1;
        Files.write(file, bytes);
        try (SessionLog log = SessionLog.read(file, Seal.NONE, 1)) {
            assertThat(log.frames()).isEqualTo(8000);
        }
    }

    @Test
    void nothingIsSafeOnceTheJournalIsClosed() throws Exception {
        Journal journal = journal();
        SessionLog log = SessionLog.open(file, journal, Seal.NONE, 1);
        journal.close();
        assertThatThrownBy(() -> {
            log.append(sound(8000, 1));
            log.secure();
        }).isInstanceOf(IOException.class);
    }
}
