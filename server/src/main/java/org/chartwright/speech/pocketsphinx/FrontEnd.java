package org.chartwright.speech.pocketsphinx;

import org.chartwright.speech.RecognitionException;

/** The recogniser's features without the recogniser, for training. Confined to the thread that opened it. */
public final class FrontEnd implements AutoCloseable {

    private final Decoder decoder;
    private final EchoRemoval echoes = new EchoRemoval();

    private FrontEnd(Decoder decoder) {
        this.decoder = decoder;
    }

    /** Opens the installed model. */
    public static FrontEnd open() throws RecognitionException {
        return new FrontEnd(new Decoder(SphinxLibrary.load(), PocketSphinxEngine.settings(Installation.find(null))));
    }

    /** Frames of {@link FeatureMap#SIZE} coefficients, one after the other, of clean sound. */
    public float[] said(short[] samples) {
        return decoder.features(samples);
    }

    /** The same of sound as it is recorded: with echoes taken out, as the map will be given it. */
    public float[] heard(short[] samples) {
        return decoder.features(echoes.dry(samples));
    }

    @Override
    public void close() {
        decoder.close();
    }
}
