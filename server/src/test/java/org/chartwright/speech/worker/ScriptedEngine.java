package org.chartwright.speech.worker;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.encounter.Word;
import org.chartwright.speech.Hints;
import org.chartwright.speech.RecognitionException;
import org.chartwright.speech.Recognizer;
import org.chartwright.speech.RecognizerFactory;
import org.chartwright.speech.SpeechConfig;
import org.jspecify.annotations.Nullable;

/**
 * An engine that does what the first sample says: dies, hangs, fills the memory, talks nonsense, fails, dials a port, or hears the
 * worker's process id and the number of its hints.
 */
public final class ScriptedEngine implements RecognizerFactory, EngineFactory {

    static final short CRASH = 1;
    static final short HANG = 2;
    static final short FILL_MEMORY = 3;
    static final short BABBLE = 4;
    static final short FAIL = 5;
    static final short SAY = 6;
    static final short DIAL = 7;

    @Override
    public String engine() {
        return "scripted";
    }

    @Override
    public Recognizer open(SpeechConfig config) {
        return new WorkerRecognizer(config, Duration.ofSeconds(10));
    }

    @Override
    public Engine open(@Nullable Path model, Hints hints) {
        return new Engine() {
            @Override
            public List<Word> recognize(SpeechPiece piece) throws RecognitionException {
                return act(piece, hints);
            }

            @Override
            public void close() {}
        };
    }

    private static List<Word> act(SpeechPiece piece, Hints hints) throws RecognitionException {
        short what = piece.samples().length == 0 ? 0 : piece.samples()[0];
        switch (what) {
            case CRASH -> {
                return List.of(Word.heard(
                        "x" + MemorySegment.ofAddress(8).reinterpret(8).get(ValueLayout.JAVA_BYTE, 0),
                        piece.time(), 1, 0));
            }
            case HANG -> {
                while (true) {
                    Thread.onSpinWait();
                }
            }
            case FILL_MEMORY -> {
                List<byte[]> hoard = new ArrayList<>();
                while (true) {
                    hoard.add(new byte[1 << 20]);
                }
            }
            case BABBLE -> {
                try {
                    new FileOutputStream(FileDescriptor.out).write("what a fine day".getBytes(java.nio.charset.StandardCharsets.UTF_8));
                } catch (IOException e) {
                    throw new RecognitionException("no pipe", e);
                }
                return List.of();
            }
            case FAIL -> throw new RecognitionException("as told");
            case SAY -> {
                return List.of(
                        Word.heard(Long.toString(ProcessHandle.current().pid()), piece.time(), 0.5, piece.channel()),
                        Word.heard(Integer.toString(hints.phrases().size()), piece.time(), 0.5, piece.channel()));
            }
            case DIAL -> {
                String found = "reached";
                try {
                    new Socket(InetAddress.getLoopbackAddress(), piece.samples()[1] & 0xffff).close();
                } catch (IOException e) {
                    found = "walled";
                }
                return List.of(Word.heard(found, piece.time(), 1, 0));
            }
            default -> {
                return List.of();
            }
        }
    }
}
