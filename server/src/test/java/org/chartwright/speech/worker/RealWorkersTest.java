package org.chartwright.speech.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.speech.Hints;
import org.chartwright.speech.RecognitionException;
import org.chartwright.speech.SpeechConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The built-in engine's own processes, killed and stopped while they hear. */
final class RealWorkersTest {

    private static final SpeechPiece PIECE = new SpeechPiece(0, 0, new short[8000]);

    private final WorkerRecognizer pool = new WorkerRecognizer(
            SpeechConfig.defaults()
                    .withParallelism(1)
                    .withLimits(new SpeechConfig.Limits(
                            Duration.ofSeconds(120), Duration.ofSeconds(10), 0, 4096, Duration.ofMinutes(5))),
            Duration.ofSeconds(12));

    @BeforeEach
    void needsTheEngine() {
        assumeTrue(
                Files.exists(Path.of("/usr/share/pocketsphinx/model/en-us/en-us/mdef")),
                "PocketSphinx is not installed: apt-get install libpocketsphinx3 pocketsphinx-en-us");
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void aRecogniserThatIsKilledWhileItHearsCostsOneAttempt() throws Exception {
        long worker = ready();
        signal("STOP", worker); // so that it is surely still at work when it is killed
        CompletableFuture<Throwable> failure = CompletableFuture.supplyAsync(this::failure);
        await(() -> pool.restingProcesses().isEmpty());
        signal("KILL", worker);
        assertThat(failure.get(60, TimeUnit.SECONDS)).isInstanceOf(RecognitionException.class);
        assertThat(ready()).isNotEqualTo(worker);
    }

    @Test
    void aRecogniserThatHangsIsKilledAtItsLimitAndCostsOneAttempt() throws Exception {
        long worker = ready();
        signal("STOP", worker);
        assertThatThrownBy(() -> pool.recognize(PIECE, Hints.NONE))
                .isInstanceOf(RecognitionException.class)
                .hasMessageContaining("longer than its limit");
        assertThat(ready()).isNotEqualTo(worker);
        await(() -> ProcessHandle.of(worker).filter(ProcessHandle::isAlive).isEmpty());
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("a minute has passed").isLessThan(deadline);
            Thread.sleep(10);
        }
    }

    /** Has a process hear something, and gives its id. */
    private long ready() throws Exception {
        assertThat(pool.recognize(PIECE, Hints.NONE)).isEmpty();
        return pool.restingProcesses().getFirst();
    }

    private Throwable failure() {
        try {
            pool.recognize(PIECE, Hints.NONE);
            return new AssertionError("It heard after all");
        } catch (RecognitionException | InterruptedException e) {
            return e;
        }
    }

    /** To the process and to all that it started: where walls are put up, the recogniser is a child of who puts them up. */
    private static void signal(String name, long process) throws Exception {
        List<String> command = new ArrayList<>(List.of("kill", "-" + name));
        ProcessHandle first = ProcessHandle.of(process).orElseThrow();
        Stream.concat(first.descendants(), Stream.of(first)).map(one -> Long.toString(one.pid())).forEach(command::add);
        assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
    }
}
