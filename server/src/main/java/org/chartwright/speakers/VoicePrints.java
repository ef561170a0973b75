package org.chartwright.speakers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.encounter.TimeSpan;
import org.jspecify.annotations.Nullable;

/**
 * Tells voices apart without learned weights: what is heard is described every 20 ms, stretches that sound alike are
 * clustered, every voice gets a model of its own, and the most likely course of voices is found again with those models.
 * Memory: 42 bytes for each 20 ms of speech. One thread.
 */
public final class VoicePrints implements Voices {

    private final FrameStore store;
    private final Tuning tuning;
    private List<VoiceStatistics> known = List.of();
    private @Nullable VoicePrint print;

    /** With the tuning chosen on the training mixtures. */
    public VoicePrints() {
        this(Tuning.CHOSEN);
    }

    VoicePrints(Tuning tuning) {
        this(new FrameStore(), tuning);
    }

    private VoicePrints(FrameStore store, Tuning tuning) {
        this.store = store;
        this.tuning = tuning;
    }

    @Override
    public VoicePrints snapshot() {
        VoicePrints copy = new VoicePrints(store.snapshot(), tuning);
        copy.print = print;
        return copy;
    }

    @Override
    public int likeliest(SpeechPiece piece) {
        FrameStore alone = new FrameStore();
        alone.add(piece);
        SpokenFrames spoken = SpokenFrames.of(alone, tuning);
        if (known.size() < 2 || spoken.size() == 0) {
            return 0;
        }
        VoiceStatistics here = spoken.statistics(0, spoken.size());
        VoiceStatistics everything = new VoiceStatistics();
        known.forEach(everything::include);
        Clustering clustering = new Clustering(tuning, everything);
        int best = 0;
        for (int voice = 1; voice < known.size(); voice++) {
            if (clustering.difference(here, known.get(voice)) < clustering.difference(here, known.get(best))) {
                best = voice;
            }
        }
        return best;
    }

    @Override
    public void observe(SpeechPiece piece) {
        store.add(piece);
    }

    @Override
    public void expect(VoicePrint expected) {
        print = expected;
    }

    @Override
    public List<VoiceSpan> tellApart(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("At least one voice must be allowed");
        }
        SpokenFrames spoken = SpokenFrames.of(store, tuning);
        if (spoken.size() == 0) {
            return List.of();
        }
        int[] labels = most == 1 ? new int[spoken.size()] : new VoiceSearch(spoken, tuning).labels(most);
        int[] named = inOrderOfAppearance(labels);
        known = statistics(spoken, named);
        int clinician = print == null ? -1 : new KnownVoice(print, spoken, tuning).among(named);
        return talkingOver(spans(spoken, named)).stream()
                .map(span -> new VoiceSpan(span.time(), span.voice(), span.voice() == clinician))
                .toList();
    }

    private static List<VoiceStatistics> statistics(SpokenFrames spoken, int[] labels) {
        List<VoiceStatistics> statistics = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= labels.length; i++) {
            if (i == labels.length || labels[i] != labels[start]) {
                while (statistics.size() <= labels[start]) {
                    statistics.add(new VoiceStatistics());
                }
                statistics.get(labels[start]).include(spoken.statistics(start, i));
                start = i;
            }
        }
        return statistics;
    }

    private List<VoiceSpan> spans(SpokenFrames spoken, int[] labels) {
        List<VoiceSpan> spans = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= labels.length; i++) {
            if (i == labels.length
                    || labels[i] != labels[start]
                    || spoken.pauses()[i] > tuning.joinMillis()) {
                long from = store.startMillis(spoken.frames()[start]);
                long to = store.endMillis(spoken.frames()[i - 1]);
                spans.add(new VoiceSpan(new TimeSpan(from, to), labels[start]));
                start = i;
            }
        }
        return spans;
    }

    /**
     * Somebody who throws in a word while another goes on without a pause is heard together with that other: the longer
     * span is closed over the shorter one, and the two overlap.
     */
    private List<VoiceSpan> talkingOver(List<VoiceSpan> spans) {
        List<VoiceSpan> result = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            VoiceSpan span = spans.get(i);
            VoiceSpan before = result.isEmpty() ? span : result.getLast();
            boolean thrownIn = i + 1 < spans.size()
                    && i > 0
                    && before.voice() == spans.get(i + 1).voice()
                    && before.voice() != span.voice()
                    && span.time().durationMillis() <= tuning.thrownInMillis()
                    && gap(before, span) <= tuning.breathMillis()
                    && gap(span, spans.get(i + 1)) <= tuning.breathMillis();
            if (thrownIn) {
                VoiceSpan after = spans.get(++i);
                result.removeLast();
                result.add(span);
                result.add(new VoiceSpan(before.time().union(after.time()), before.voice()));
            } else {
                result.add(span);
            }
        }
        result.sort(Comparator.comparing(VoiceSpan::time));
        return result;
    }

    private static long gap(VoiceSpan first, VoiceSpan second) {
        return second.time().startMillis() - first.time().endMillis();
    }

    private static int[] inOrderOfAppearance(int[] labels) {
        int[] names = new int[Arrays.stream(labels).max().orElse(0) + 1];
        Arrays.fill(names, -1);
        int next = 0;
        for (int label : labels) {
            if (names[label] < 0) {
                names[label] = next++;
            }
        }
        return Arrays.stream(labels).map(label -> names[label]).toArray();
    }
}
