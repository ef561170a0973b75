package org.chartwright.review;

import java.util.List;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.chartwright.chart.Chart;
import org.chartwright.encounter.Insight;
import org.chartwright.encounter.Segment;
import org.chartwright.encounter.SegmentId;
import org.chartwright.note.visit.ProposedOrder;
import org.chartwright.scribing.NoteDesk;
import org.jspecify.annotations.Nullable;

/**
 * What was proposed at visits to be ordered. Any thread.
 *
 * @param chart the record
 * @param desk which notes are written here
 */
public record VisitOrders(Chart chart, NoteDesk desk) {

    /**
     * A proposal.
     *
     * @param kind what sort
     * @param text in one sentence
     * @param code what it is called in a code system, or null
     * @param evidence where it was said
     */
    public record VisitOrder(
            ProposedOrder.Kind kind, String text, Insight.@Nullable Code code, List<SegmentId> evidence) {

        /** Leaves the text out. */
        @Override
        public String toString() {
            return "VisitOrder[" + kind + "]";
        }
    }

    /** Those of a visit, as they stood at its end; none where it has no note. */
    public List<VisitOrder> of(TenantId tenant, UUID visit) {
        Understanding understanding;
        try {
            understanding = Folder.open(chart, desk, tenant, visit).understanding();
        } catch (ReviewException _) {
            return List.of();
        }
        List<Segment> segments = understanding.reading().segments();
        return understanding.papers().orders().stream()
                .map(order -> new VisitOrder(
                        order.kind(),
                        order.text(),
                        order.codes().isEmpty() ? null : order.codes().getFirst(),
                        order.evidence().stream().map(index -> segments.get(index).id()).toList()))
                .toList();
    }
}
