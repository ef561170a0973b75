package org.chartwright.server;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.chartwright.audio.MediaDecoder;
import org.chartwright.audio.MediaLimits;
import org.chartwright.scribing.Scribe;
import org.chartwright.scribing.Stages;
import org.chartwright.speech.RecognitionException;
import org.chartwright.speech.Recognizer;
import org.chartwright.speech.Recognizers;
import org.chartwright.speech.SpeechConfig;

/**
 * The recognisers that jobs are heard by: the usual one, and those that a job may choose by its tag. All are opened when the
 * server starts, so that one that cannot be had is known then; their processes start when they are wanted.
 */
record EngineRoom(Stages stages, Map<String, Recognizer> others) implements AutoCloseable {

    static EngineRoom open(Settings settings) {
        Map<String, Recognizer> opened = new TreeMap<>();
        try {
            Recognizer usual = Recognizers.open(SpeechSettings.of(settings));
            Map<String, Recognizer> others = new TreeMap<>();
            opened.put("", usual);
            for (Map.Entry<String, SpeechConfig> offered : SpeechSettings.offered(settings).entrySet()) {
                Recognizer other = Recognizers.open(offered.getValue());
                opened.put(offered.getKey(), other);
                others.put(offered.getKey(), other);
            }
            return new EngineRoom(Stages.of(new MediaDecoder(MediaLimits.DEFAULT), usual), others);
        } catch (RecognitionException e) {
            opened.values().forEach(Recognizer::close);
            throw new ConfigException(String.valueOf(e.getMessage()));
        }
    }

    /** A pipeline for each engine that a job may choose. */
    Map<String, Scribe> scribes() {
        return others.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new Scribe(stages.with(entry.getValue()))));
    }

    @Override
    public void close() {
        others.values().forEach(Recognizer::close);
        stages.recognizer().close();
    }
}
