package org.chartwright.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.chartwright.chart.Chart;
import org.chartwright.chart.Kept;
import org.chartwright.chart.VisitNote;
import org.chartwright.chart.VisitNote.Change;
import org.chartwright.chart.VisitNote.Signature;
import org.jspecify.annotations.Nullable;

/**
 * What became of notes, version by version, without what they said. Versions never change, so each is opened once for as long
 * as its note is among those that were asked for last. The newest version may be one of a transaction that fails yet: it is
 * told of, and not remembered. Any thread.
 */
final class Chronicle {

    private static final int KEPT = 64;

    private final Chart chart;
    private final Map<UUID, List<Step>> earlier = Latest.of(KEPT);

    Chronicle(Chart chart) {
        this.chart = chart;
    }

    /** A version, what made it and who stood by it. */
    record Step(int version, Instant at, String author, Change change, @Nullable Signature signature) {

        static Step of(Kept<VisitNote> kept) {
            return new Step(
                    kept.version(), kept.at(), kept.author(), kept.entry().change(), kept.entry().signature());
        }
    }

    /** All versions of a note up to that one, the newest first. */
    List<Step> upTo(TenantId tenant, Kept<VisitNote> newest) {
        List<Step> steps = new ArrayList<>(earlier.getOrDefault(newest.id(), List.of()));
        steps.removeIf(step -> step.version() >= newest.version());
        int known = steps.isEmpty() ? 0 : steps.getFirst().version();
        if (known < newest.version() - 1) {
            steps.addAll(0, chart.history(tenant, VisitNote.class, newest.id(), known).stream()
                    .filter(kept -> kept.version() < newest.version())
                    .map(Step::of)
                    .toList());
            earlier.put(newest.id(), List.copyOf(steps));
        }
        steps.addFirst(Step.of(newest));
        return steps;
    }
}
