package org.chartwright.eval.speech;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.speech.Hints;
import org.chartwright.speech.RecognitionException;
import org.chartwright.speech.Recognizer;

/** CPU and memory of the worker processes that this process has now, and of what confines them. Linux only. */
final class WorkerCost {

    private WorkerCost() {}

    /** Has the models read, so that their reading is not counted as recognition. */
    static void warm(Recognizer recognizer) throws RecognitionException, InterruptedException {
        recognizer.recognize(new SpeechPiece(0, 0, new short[8000]), Hints.NONE);
    }

    static Duration cpu() {
        return ProcessHandle.current()
                .descendants()
                .flatMap(child -> child.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    static long peakMebibytes() throws IOException {
        long kibibytes = 0;
        for (ProcessHandle child : ProcessHandle.current().descendants().toList()) {
            Path status = Path.of("/proc/" + child.pid() + "/status");
            if (Files.isReadable(status)) {
                for (String line : Files.readAllLines(status)) {
                    if (line.startsWith("VmHWM:")) {
                        kibibytes += Long.parseLong(line.replaceAll("\\D", ""));
                    }
                }
            }
        }
        return kibibytes / 1024;
    }
}
