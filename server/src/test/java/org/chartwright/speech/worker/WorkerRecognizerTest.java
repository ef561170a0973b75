package org.chartwright.speech.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.encounter.Word;
import org.chartwright.speech.Hints;
import org.chartwright.speech.RecognitionException;
import org.chartwright.speech.SpeechConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workers that crash, hang and run out of memory cost one attempt each. */
final class WorkerRecognizerTest {

    private static final SpeechConfig CONFIG = SpeechConfig.defaults()
            .withEngine("scripted")
            .withParallelism(1)
            .withLimits(new SpeechConfig.Limits(
                    Duration.ofSeconds(30), Duration.ofSeconds(3), 0, 2048, Duration.ofMinutes(1)));

    private WorkerRecognizer pool = new WorkerRecognizer(CONFIG, Duration.ofSeconds(10));

    @AfterEach
    void close() {
        pool.close();
    }

    @ParameterizedTest
    @CsvSource({
        "1, died with status", "2, took longer than its limit of 3 s", "3, died with status", "4, answered with nonsense",
        "5, as told"
    })
    void aBadAttemptFailsAloneAndTheNextSucceeds(short fault, String said) throws Exception {
        long first = processThatAnswers();
        assertThatThrownBy(() -> pool.recognize(piece(fault), Hints.NONE))
                .isInstanceOf(RecognitionException.class)
                .hasMessageContaining(said);
        long second = processThatAnswers();
        assertThat(second).isNotEqualTo(first);
        assertGone(first);
    }

    @Test
    void aWorkerIsUsedAgain() throws Exception {
        assertThat(processThatAnswers()).isEqualTo(processThatAnswers());
    }

    @Test
    void aWorkerTakesNewHintsWithoutANewProcess() throws Exception {
        long first = processThatAnswers();
        Hints two = new Hints(List.of(new Hints.Phrase("a", "", ""), new Hints.Phrase("b", "", "")));
        List<Word> heard = pool.recognize(piece(ScriptedEngine.SAY), two);
        assertThat(heard.get(0).text()).isEqualTo(Long.toString(first));
        assertThat(heard.get(1).text()).isEqualTo("2");
    }

    @Test
    void anIdleWorkerIsGivenBack() throws Exception {
        pool.close();
        SpeechConfig.Limits hasty = new SpeechConfig.Limits(
                Duration.ofSeconds(30), Duration.ofSeconds(3), 0, 2048, Duration.ofMillis(200));
        pool = new WorkerRecognizer(CONFIG.withLimits(hasty), Duration.ofSeconds(10));
        assertGone(processThatAnswers());
        assertThat(pool.restingProcesses()).isEmpty();
    }

    @Test
    void aWorkerThatIsKilledWhileRestingIsReplaced() throws Exception {
        long first = processThatAnswers();
        ProcessHandle.of(first).orElseThrow().destroyForcibly();
        assertGone(first);
        assertThat(processThatAnswers()).isNotEqualTo(first);
    }

    @Test
    void closingEndsTheWorkersAtWorkToo() throws Exception {
        long first = processThatAnswers();
        Thread closer = Thread.ofPlatform().start(() -> {
            try {
                Thread.sleep(500);
            } catch (InterruptedException _) {
                return;
            }
            pool.close();
        });
        assertThatThrownBy(() -> pool.recognize(piece(ScriptedEngine.HANG), Hints.NONE))
                .isInstanceOf(RecognitionException.class);
        closer.join();
        assertGone(first);
    }

    @Test
    void anInterruptedCallerLeavesNoWorkerBehind() throws Exception {
        long first = processThatAnswers();
        Thread caller = Thread.currentThread();
        Thread.ofPlatform().start(() -> {
            try {
                Thread.sleep(300);
            } catch (InterruptedException _) {
                return;
            }
            caller.interrupt();
        });
        assertThatThrownBy(() -> pool.recognize(piece(ScriptedEngine.HANG), Hints.NONE))
                .isInstanceOf(InterruptedException.class);
        assertGone(first);
    }

    @Test
    void aWorkerDoesNotOutliveItsParentEvenWhileItHangs() throws Exception {
        ChildProcess child = ChildProcess.start(2048, ChildProcess.walls(null));
        child.open(new Request.Open("scripted", "", Hints.NONE), Duration.ofSeconds(30));
        Thread asker = Thread.ofVirtual().start(() -> {
            try {
                child.hear(piece(ScriptedEngine.HANG), Duration.ofSeconds(60));
            } catch (RecognitionException | InterruptedException _) {
                // it is about to lose its parent
            }
        });
        Thread.sleep(300);
        child.hangUp();
        assertGone(child.pid());
        asker.join();
        child.close();
    }

    @Test
    void aSecretOfTheParentIsNotInTheWorkersCommandLine() throws Exception {
        long worker = processThatAnswers();
        String line = ProcessHandle.of(worker).orElseThrow().info().commandLine().orElse("");
        assertThat(line).contains(WorkerMain.class.getName()).endsWith(WorkerMain.class.getName());
    }

    @Test
    void aWorkerCannotReachTheNetworkWhereTheMachineHasWalls() throws Exception {
        assumeTrue(ChildProcess.walls(null).stand(), "this machine allows neither bubblewrap nor user namespaces");
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            new Socket(listener.getInetAddress(), listener.getLocalPort()).close();
            SpeechPiece dial = new SpeechPiece(0, 0, new short[] {ScriptedEngine.DIAL, (short) listener.getLocalPort()});
            assertThat(pool.recognize(dial, Hints.NONE).getFirst().text()).isEqualTo("walled");
        }
    }

    private long processThatAnswers() throws Exception {
        return Long.parseLong(
                pool.recognize(piece(ScriptedEngine.SAY), Hints.NONE).getFirst().text());
    }

    private static SpeechPiece piece(short command) {
        short[] samples = new short[1600];
        samples[0] = command;
        return new SpeechPiece(0, 0, samples);
    }

    private static void assertGone(long pid) throws InterruptedException {
        for (int i = 0; i < 100 && ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false); i++) {
            Thread.sleep(50);
        }
        assertThat(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)).isFalse();
    }
}
