package org.chartwright.speech.amazon;

import org.chartwright.speech.CloudConfig;
import org.chartwright.speech.RecognitionException;
import org.chartwright.speech.Recognizer;
import org.chartwright.speech.RecognizerFactory;
import org.chartwright.speech.SpeechConfig;

/** Opens Amazon Transcribe where a bucket is named. */
public final class TranscribeFactory implements RecognizerFactory {

    /** The engine's name. */
    static final String ENGINE = "aws-transcribe";

    @Override
    public String engine() {
        return ENGINE;
    }

    @Override
    public Recognizer open(SpeechConfig config) throws RecognitionException {
        CloudConfig cloud = config.cloud();
        if (cloud == null) {
            throw new RecognitionException("The engine \"" + ENGINE + "\" sends sound to Amazon and needs a bucket of yours for "
                    + "it: set speech.aws-bucket and speech.aws-region");
        }
        return new TranscribeRecognizer(new TranscribeCalls(cloud), cloud, config.parallelism());
    }

    /** A piece is a job of Amazon's there, which waits its turn and is paid as 15 s at least. */
    @Override
    public boolean fitForStreams() {
        return false;
    }
}
