package org.chartwright.speech.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.encounter.Word;
import org.chartwright.speech.RecognitionException;
import org.chartwright.speech.worker.Engine;

/** One network in memory. Confined to one thread. */
final class OnnxEngine implements Engine {

    private static final int INPUTS = 2;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final Tokens tokens;
    private final MelFeatures features;
    private final int steps;

    private OnnxEngine(OrtEnvironment environment, OrtSession session, Tokens tokens) throws OrtException, RecognitionException {
        this.environment = environment;
        this.session = session;
        this.tokens = tokens;
        if (session.getInputNames().size() != INPUTS) {
            throw new RecognitionException("The model is not a CTC model as NeMo exports them: it wants "
                    + session.getInputNames().size() + " inputs, not features and their length");
        }
        Map<String, String> about = session.getMetadata().getCustomMetadata();
        steps = number(about, "subsampling_factor", 8);
        features = new MelFeatures("per_feature".equals(about.getOrDefault("normalize_type", "per_feature")));
        int outputs = number(about, "vocab_size", tokens.blank()) + 1;
        if (outputs != tokens.size()) {
            throw new RecognitionException("tokens.txt has " + tokens.size() + " tokens and the model " + outputs);
        }
    }

    static OnnxEngine open(ModelFolder folder) throws RecognitionException {
        try {
            Tokens tokens = Tokens.read(folder.tokens());
            OrtEnvironment environment = NativeLibrary.load();
            try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
                // As many processes as there are processors hear at once: a second thread would be in another's way.
                options.setIntraOpNumThreads(1);
                options.setInterOpNumThreads(1);
                OrtSession session = environment.createSession(folder.network().toString(), options);
                try {
                    return new OnnxEngine(environment, session, tokens);
                } catch (OrtException | RecognitionException | RuntimeException e) {
                    session.close();
                    throw e;
                }
            }
        } catch (OrtException | IOException e) {
            throw new RecognitionException("ONNX Runtime could not read the model at " + folder.network(), e);
        } catch (LinkageError e) {
            throw new RecognitionException("ONNX Runtime's native library does not load on this machine", e);
        }
    }

    private static int number(Map<String, String> about, String name, int otherwise) throws RecognitionException {
        try {
            int number = Integer.parseInt(about.getOrDefault(name, Integer.toString(otherwise)));
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Said below.
        }
        throw new RecognitionException("The model's " + name + " is not a number above 0");
    }

    @Override
    public List<Word> recognize(SpeechPiece piece) throws RecognitionException {
        int frames = MelFeatures.frames(piece.samples().length);
        if (frames == 0) {
            return List.of();
        }
        Iterator<String> names = session.getInputNames().iterator();
        try (OnnxTensor heard = OnnxTensor.createTensor(
                        environment,
                        FloatBuffer.wrap(features.of(piece.samples())),
                        new long[] {1, MelFeatures.BANDS, frames});
                OnnxTensor length = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[] {frames}), new long[] {1});
                OrtSession.Result result = session.run(Map.of(names.next(), heard, names.next(), length))) {
            if (result.get(0).getValue() instanceof float[][][] distributions) {
                return tokens.words(distributions[0], steps * MelFeatures.STEP_MILLIS, piece);
            }
            throw new RecognitionException("The model's output is not a distribution over tokens for each step");
        } catch (OrtException e) {
            throw new RecognitionException("ONNX Runtime failed on a piece of " + frames + " frames: " + e.getCode(), e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime did not close its model", e);
        }
    }
}
