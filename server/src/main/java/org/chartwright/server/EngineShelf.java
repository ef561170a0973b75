package org.chartwright.server;

import java.util.List;
import java.util.Set;
import org.chartwright.speech.Recognizers;
import org.chartwright.workspace.HouseState;

/** Which speech engines there are, which of them are set up, and what it takes to set up the others. */
final class EngineShelf {

    private EngineShelf() {}

    static List<HouseState.Engine> of(Settings settings) {
        String usual = settings.text(Setting.SPEECH_ENGINE);
        Set<String> offered = SpeechSettings.offered(settings).keySet();
        return Recognizers.known().stream()
                .map(name -> new HouseState.Engine(
                        name, name.equals(usual) ? "usual" : offered.contains(name) ? "offered" : "not-set-up", how(name)))
                .toList();
    }

    /** For operators: none of it is done from a browser, since it changes what the server runs. */
    private static String how(String engine) {
        String offer = " Then name it in " + Setting.SPEECH_ENGINES.key() + ", or make it the usual one by "
                + Setting.SPEECH_ENGINE.key() + ", and start the server again.";
        return switch (engine) {
            case "pocketsphinx" -> "Needs Debian's packages libpocketsphinx3 and pocketsphinx-en-us." + offer;
            case "vosk" -> "Needs a model folder: ./chartwright models install NAME, or one of your own." + offer;
            case "onnx" -> "Needs a folder with a NeMo CTC model: model.onnx and tokens.txt." + offer;
            case "server" -> "Needs a server with OpenAI's /v1/audio/transcriptions, named by "
                    + Setting.SPEECH_SERVER_ENDPOINT.key() + "." + offer;
            case "aws-transcribe" -> "Sends sound to Amazon. Needs a bucket of yours for it, named by "
                    + Setting.SPEECH_AWS_BUCKET.key() + ", and its region." + offer;
            default -> offer.strip();
        };
    }
}
