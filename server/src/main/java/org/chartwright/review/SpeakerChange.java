package org.chartwright.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chartwright.chart.Transcript;
import org.chartwright.encounter.Role;
import org.chartwright.encounter.Segment;
import org.chartwright.encounter.Speaker;
import org.jspecify.annotations.Nullable;

/** A repair of who said what. Speakers are named as {@link Speaker#label()} does. */
public sealed interface SpeakerChange {

    /** Plays another role, or is called something else; what is null stays. */
    record Rename(String speaker, @Nullable Role role, @Nullable String label) implements SpeakerChange {

        /** Leaves the label out: it may be a name. */
        @Override
        public String toString() {
            return "Rename[" + speaker + ", " + role + "]";
        }
    }

    /** Is the same person as another. */
    record Merge(String speaker, String into) implements SpeakerChange {}

    /** The two were taken for each other. */
    record Swap(String speaker, String with) implements SpeakerChange {}

    /**
     * Who everybody is after some repairs.
     *
     * @param speakers by who they were
     * @param labels what people call them, by {@link Speaker#label()}
     */
    record Cast(Map<Speaker, Speaker> speakers, Map<String, String> labels) {

        /** Whether anybody is somebody else now. */
        boolean isChanged() {
            return speakers.entrySet().stream().anyMatch(one -> !one.getKey().equals(one.getValue()));
        }
    }

    /** Applies repairs one after the other. */
    static Cast apply(Transcript transcript, List<SpeakerChange> changes) {
        Map<Speaker, Speaker> cast = new LinkedHashMap<>();
        for (Segment segment : transcript.segments()) {
            cast.putIfAbsent(segment.speaker(), segment.speaker());
        }
        Map<String, String> labels = new HashMap<>(transcript.labels());
        for (SpeakerChange change : changes) {
            switch (change) {
                case Rename rename -> rename(cast, labels, rename);
                case Merge merge -> {
                    Speaker gone = named(cast, merge.speaker());
                    Speaker into = named(cast, merge.into());
                    cast.replaceAll((was, is) -> is.equals(gone) ? into : is);
                    if (!gone.equals(into)) {
                        labels.remove(gone.label());
                    }
                }
                case Swap swap -> {
                    Speaker one = named(cast, swap.speaker());
                    Speaker other = named(cast, swap.with());
                    cast.replaceAll((was, is) -> is.equals(one) ? other : is.equals(other) ? one : is);
                }
            }
        }
        return new Cast(cast, labels);
    }

    private static void rename(Map<Speaker, Speaker> cast, Map<String, String> labels, Rename rename) {
        Speaker was = named(cast, rename.speaker());
        Speaker is = was;
        Role role = rename.role();
        if (role != null && role != was.role()) {
            List<Speaker> taken = new ArrayList<>(cast.values());
            int number = 0;
            while (taken.contains(new Speaker(role, number))) {
                number++;
            }
            is = new Speaker(role, number);
            Speaker now = is;
            cast.replaceAll((before, after) -> after.equals(was) ? now : after);
            String called = labels.remove(was.label());
            if (called != null) {
                labels.put(is.label(), called);
            }
        }
        if (rename.label() != null) {
            labels.put(is.label(), rename.label());
        }
    }

    private static Speaker named(Map<Speaker, Speaker> cast, String label) {
        return cast.values().stream()
                .filter(one -> one.label().equals(label))
                .findFirst()
                .orElseThrow(() -> ReviewException.invalid("Nobody of that name speaks."));
    }
}
