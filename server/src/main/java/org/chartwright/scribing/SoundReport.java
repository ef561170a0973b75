package org.chartwright.scribing;

import java.util.ArrayList;
import java.util.List;
import org.chartwright.audio.AudioQuality;
import org.chartwright.encounter.Word;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How good the sound of a recording was, and what a person may do about it.
 *
 * @param channels each channel's quality, in order; one for all of them where they were mixed
 * @param sameOnBoth whether two channels carry the same sound
 */
public record SoundReport(List<AudioQuality> channels, boolean sameOnBoth) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final double TENTHS = 10;
    private static final double TEN_THOUSANDTHS = 10_000;

    /** From how many words on, and which share of them, heard on both at once, says that it is the same sound. */
    private static final int FEWEST_WORDS = 10;

    private static final double SAME = 0.7;
    private static final int SAME_TIME_MILLIS = 150;

    /** Copies the list. */
    public SoundReport {
        channels = List.copyOf(channels);
    }

    /** What was measured while a recording was heard. */
    public static SoundReport of(Heard heard) {
        return new SoundReport(heard.sound(), isSame(heard.words()));
    }

    private static boolean isSame(List<Word> words) {
        List<Word> second = words.stream().filter(word -> word.channel() == 1).toList();
        List<Word> first = words.stream().filter(word -> word.channel() == 0).toList();
        int twice = 0;
        int from = 0;
        for (Word word : second) {
            while (from < first.size()
                    && first.get(from).time().startMillis() < word.time().startMillis() - SAME_TIME_MILLIS) {
                from++;
            }
            for (int i = from; i < first.size(); i++) {
                if (first.get(i).time().startMillis() > word.time().startMillis() + SAME_TIME_MILLIS) {
                    break;
                }
                if (first.get(i).text().equals(word.text())) {
                    twice++;
                    break;
                }
            }
        }
        return second.size() >= FEWEST_WORDS && twice > SAME * Math.max(first.size(), second.size());
    }

    /** What is wrong, each in a sentence that says what to do; empty when the sound is good. Nothing of what was said. */
    public List<String> warnings() {
        List<String> found = new ArrayList<>();
        for (int channel = 0; channel < channels.size(); channel++) {
            String where = channels.size() == 1 ? "" : "Channel " + channel + ": ";
            channels.get(channel).warnings().forEach(warning -> found.add(where + warning));
        }
        if (sameOnBoth) {
            found.add("Both channels carry the same sound. Give each person a microphone, or send one channel and let"
                    + " voices be told apart.");
        }
        return List.copyOf(found);
    }

    /** {@code {"AudioQuality":{"Channels":[…],"Warnings":[…]}}}; levels in dB of full scale, the same bytes each time. */
    public byte[] json() {
        ObjectNode whole = JSON.createObjectNode();
        ObjectNode body = whole.putObject("AudioQuality");
        ArrayNode list = body.putArray("Channels");
        for (AudioQuality quality : channels) {
            ObjectNode one = list.addObject();
            one.put("BandwidthHertz", quality.bandwidth());
            one.put("ClippedRatio", Math.round(quality.clippedRatio() * TEN_THOUSANDTHS) / TEN_THOUSANDTHS);
            one.put("Damaged", quality.damaged());
            one.put("EchoSeconds", Math.round(quality.echo() * TEN_THOUSANDTHS) / TEN_THOUSANDTHS);
            one.put("NoiseLevel", tenths(quality.noiseLevel()));
            one.put("Seconds", tenths(quality.seconds()));
            one.put("SignalToNoise", tenths(quality.signalToNoise()));
            one.put("SpeechLevel", tenths(quality.speechLevel()));
            one.put("SpeechRatio", Math.round(quality.speechRatio() * TEN_THOUSANDTHS) / TEN_THOUSANDTHS);
        }
        ArrayNode warnings = body.putArray("Warnings");
        warnings().forEach(warnings::add);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(whole);
    }

    private static double tenths(double value) {
        return Math.round(value * TENTHS) / TENTHS;
    }
}
