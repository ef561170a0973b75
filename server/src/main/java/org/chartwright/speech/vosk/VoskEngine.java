package org.chartwright.speech.vosk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.chartwright.audio.AudioStream;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.encounter.Word;
import org.chartwright.speech.RecognitionException;
import org.chartwright.speech.worker.Engine;
import org.vosk.LibVosk;
import org.vosk.LogLevel;
import org.vosk.Model;
import org.vosk.Recognizer;

/** One Vosk recogniser with its model. Confined to one thread. */
final class VoskEngine implements Engine {

    private final Model model;
    private final Recognizer recognizer;

    private VoskEngine(Model model, Recognizer recognizer) {
        this.model = model;
        this.recognizer = recognizer;
    }

    static VoskEngine open(Path folder) throws RecognitionException {
        try {
            LibVosk.setLogLevel(LogLevel.WARNINGS);
            Model model = new Model(folder.toString());
            try {
                Recognizer recognizer = new Recognizer(model, AudioStream.sampleRate());
                recognizer.setWords(true);
                return new VoskEngine(model, recognizer);
            } catch (IOException | RuntimeException e) {
                model.close();
                throw e;
            }
        } catch (IOException e) {
            throw new RecognitionException("Vosk could not read its model in " + folder, e);
        } catch (LinkageError e) {
            throw new RecognitionException("Vosk's native library does not load on this machine", e);
        }
    }

    @Override
    public List<Word> recognize(SpeechPiece piece) throws RecognitionException {
        recognizer.reset();
        recognizer.acceptWaveForm(piece.samples(), piece.samples().length);
        return VoskResult.words(recognizer.getFinalResult(), piece);
    }

    @Override
    public void close() {
        recognizer.close();
        model.close();
    }
}
