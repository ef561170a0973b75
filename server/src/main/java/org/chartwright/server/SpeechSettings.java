package org.chartwright.server;

import java.nio.file.Path;
import org.chartwright.speech.SpeechConfig;

/** Reads what concerns the recogniser. */
final class SpeechSettings {

    private SpeechSettings() {}

    static SpeechConfig of(Settings settings) {
        int workers = settings.number(Setting.SPEECH_WORKERS, 0, 256);
        SpeechConfig config = SpeechConfig.defaults().withEngine(settings.text(Setting.SPEECH_ENGINE));
        config = workers == 0 ? config : config.withParallelism(workers);
        String model = settings.text(Setting.SPEECH_MODEL);
        return model.isEmpty() ? config : config.withModel(Path.of(model));
    }
}
