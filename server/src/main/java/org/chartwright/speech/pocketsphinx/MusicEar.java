package org.chartwright.speech.pocketsphinx;

import java.util.Optional;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.speech.Hints;
import org.chartwright.speech.RecognitionException;

/** The recogniser as far as it tells music from speech, for training. Confined to the thread that opened it. */
public final class MusicEar implements AutoCloseable {

    private final PocketSphinxEngine engine;

    private MusicEar(PocketSphinxEngine engine) {
        this.engine = engine;
    }

    /** Opens the installed model. */
    public static MusicEar open() throws RecognitionException {
        return new MusicEar(PocketSphinxEngine.open(Installation.find(null), Hints.NONE));
    }

    /** The looks at a piece, as {@link MusicLooks#NAMES} has them; empty where no word was found that could be one. */
    public Optional<double[]> looks(SpeechPiece piece) throws RecognitionException {
        return engine.looks(piece);
    }

    @Override
    public void close() {
        engine.close();
    }
}
