package org.chartwright.note.visit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chartwright.clinical.Reading;
import org.chartwright.encounter.Insight.Code;
import org.chartwright.encounter.SegmentId;
import org.chartwright.encounter.Statement;
import org.chartwright.note.DraftReport;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The papers of a visit and the report of what was left out as JSON, in the style of HealthScribe's documents: names with
 * a capital, alphabetical order, evidence as links to segments. Stateless; the same input gives the same bytes.
 */
public final class PaperJson {

    private static final JsonMapper JSON = new JsonMapper();
    private static final double TENTHS = 10;

    private PaperJson() {}

    /** {@code {"AfterVisitSummary":{"ReadingGrade":…,"Sections":[…]}}}. */
    public static ObjectNode summary(AfterVisitSummary summary) {
        ObjectNode whole = JSON.createObjectNode();
        ObjectNode body = whole.putObject("AfterVisitSummary");
        body.put("ReadingGrade", Math.round(summary.grade() * TENTHS) / TENTHS);
        ArrayNode sections = body.putArray("Sections");
        for (AfterVisitSummary.Part part : summary.parts()) {
            ObjectNode section = sections.addObject();
            section.put("SectionName", part.topic().name());
            ArrayNode statements = section.putArray("Summary");
            part.statements().forEach(one -> statements.add(statement(one)));
            section.put("Title", part.topic().title());
        }
        return whole;
    }

    /** {@code {"ProposedOrders":[…]}}; members of which nothing was said are left out. */
    public static ObjectNode orders(List<ProposedOrder> orders, Reading reading) {
        ObjectNode whole = JSON.createObjectNode();
        ArrayNode list = whole.putArray("ProposedOrders");
        for (ProposedOrder order : orders) {
            ObjectNode one = list.addObject();
            one.put("Action", order.action().name());
            if (!order.codes().isEmpty()) {
                ArrayNode codes = one.putArray("Codes");
                for (Code code : order.codes()) {
                    codes.addObject().put("Code", code.code()).put("Display", code.display()).put("System", code.system());
                }
            }
            put(one, "Condition", order.condition());
            if (!order.details().isEmpty()) {
                ObjectNode details = one.putObject("Details");
                new TreeMap<>(order.details()).forEach(details::put);
            }
            links(one, order.evidence().stream().map(at -> reading.segments().get(at).id()).toList());
            one.put("Text", order.text());
            one.put("Type", order.kind().name());
            one.put("What", order.what());
            put(one, "When", order.when());
            put(one, "Why", order.why());
        }
        return whole;
    }

    /**
     * {@code {"Report":{"Dropped":[…],"Omissions":[…],"Unplaced":[…]}}}: what was written and refused, what was found and
     * is not in the note, what the template had no place for.
     */
    public static ObjectNode report(DraftReport report, List<DraftReport.Dropped> ofPapers, Reading reading) {
        ObjectNode whole = JSON.createObjectNode();
        ObjectNode body = whole.putObject("Report");
        ArrayNode dropped = body.putArray("Dropped");
        for (Map.Entry<String, List<DraftReport.Dropped>> from :
                List.of(Map.entry("NOTE", report.dropped()), Map.entry("PAPERS", ofPapers))) {
            for (DraftReport.Dropped one : from.getValue()) {
                ObjectNode line = statement(one.statement());
                line.put("Finding", one.verdict().finding().name());
                line.put("From", from.getKey());
                ArrayNode reasons = line.putArray("Reasons");
                one.verdict().reasons().forEach(reason -> reasons.add(reason.name()));
                dropped.add(line);
            }
        }
        ArrayNode omissions = body.putArray("Omissions");
        for (DraftReport.Omission one : report.omissions()) {
            ObjectNode line = omissions.addObject();
            line.put("Concept", one.name());
            links(line, List.of(reading.segments().get(one.segment()).id()));
            line.put("Weight", one.weight());
        }
        ArrayNode unplaced = body.putArray("Unplaced");
        report.unplaced().forEach(one -> unplaced.add(statement(one)));
        return whole;
    }

    /** The summary as the patient reads it. */
    public static String markdown(AfterVisitSummary summary) {
        StringBuilder text = new StringBuilder("# After your visit\n");
        for (AfterVisitSummary.Part part : summary.parts()) {
            if (!part.statements().isEmpty()) {
                text.append("\n## ").append(part.topic().title()).append("\n\n");
                part.statements().forEach(one -> text.append("- ").append(one.text()).append('\n'));
            }
        }
        return text.toString();
    }

    /** As bytes. */
    public static byte[] bytes(ObjectNode document) {
        return JSON.writeValueAsBytes(document);
    }

    private static ObjectNode statement(Statement statement) {
        ObjectNode one = JSON.createObjectNode();
        links(one, statement.evidence());
        one.put("SummarizedSegment", statement.text());
        return one;
    }

    private static void links(ObjectNode to, List<SegmentId> evidence) {
        ArrayNode links = to.putArray("EvidenceLinks");
        evidence.forEach(id -> links.addObject().put("SegmentId", id.toString()));
    }

    private static void put(ObjectNode to, String name, String value) {
        if (!value.isEmpty()) {
            to.put(name, value);
        }
    }
}
