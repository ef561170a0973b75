package org.chartwright.speech.transcriptions;

import org.chartwright.speech.RecognitionException;
import org.chartwright.speech.Recognizer;
import org.chartwright.speech.RecognizerFactory;
import org.chartwright.speech.SpeechConfig;

/** Opens a connection to the configured transcription server. */
public final class TranscriptionServerFactory implements RecognizerFactory {

    @Override
    public String engine() {
        return "server";
    }

    @Override
    public Recognizer open(SpeechConfig config) throws RecognitionException {
        SpeechConfig.Server server = config.server();
        if (server == null) {
            throw new RecognitionException("The engine \"server\" needs the address of a transcription server: set "
                    + "speech.server-endpoint (up to and including /v1) and speech.server-model");
        }
        return new TranscriptionServer(server, config.parallelism());
    }
}
