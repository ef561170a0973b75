package org.chartwright.note.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chartwright.clinical.Lexicon;
import org.chartwright.clinical.Reading;
import org.chartwright.encounter.Segment;
import org.chartwright.encounter.Statement;
import org.chartwright.note.DraftReport.Dropped;
import org.chartwright.note.Verdict;
import org.chartwright.note.Verifier;
import org.chartwright.note.plan.Candidate;
import org.chartwright.note.visit.AfterVisitSummary.Topic;

/**
 * What a visit leaves behind beside its note.
 *
 * @param orders proposed orders, as they stand at the end of the visit
 * @param summary for the patient
 * @param dropped sentences of either that the verifier refused, with its reason
 */
public record VisitPapers(List<ProposedOrder> orders, AfterVisitSummary summary, List<Dropped> dropped) {

    /** Nothing. */
    public static final VisitPapers NONE = new VisitPapers(List.of(), new AfterVisitSummary(List.of()), List.of());

    /** Copies the lists. */
    public VisitPapers {
        orders = List.copyOf(orders);
        dropped = List.copyOf(dropped);
    }

    /**
     * Writes both.
     *
     * @param chosen what the note's writer found worth saying; empty where no visit was heard, then nothing is written
     * @param forbidden indexes of segments on which nothing may rest
     */
    public static VisitPapers of(Reading reading, List<Candidate> chosen, Set<Integer> forbidden, Lexicon lexicon) {
        List<Dropped> dropped = new ArrayList<>();
        List<ProposedOrder> orders = new ArrayList<>();
        Court court = new Court(reading.segments(), forbidden, new Verifier(lexicon), dropped);
        if (!chosen.isEmpty()) {
            new OrderFinder(reading, lexicon).all().stream()
                    .filter(order -> court.lets(order.text(), order.evidence(), true))
                    .forEach(orders::add);
        }
        List<AfterVisitSummary.Part> parts = new ArrayList<>();
        Map<Topic, List<Candidate>> found =
                chosen.isEmpty() ? Map.of() : new AfterVisitFinder(reading, orders, lexicon).all(chosen);
        for (Topic topic : Topic.values()) {
            parts.add(new AfterVisitSummary.Part(topic, found.getOrDefault(topic, List.of()).stream()
                    .filter(one -> court.lets(one.text(), one.evidence(), one.features().contains(AfterVisitFinder.MADE)))
                    .map(one -> court.statement(one.text(), one.evidence()))
                    .toList()));
        }
        return new VisitPapers(orders, new AfterVisitSummary(parts), dropped);
    }

    /** The verifier with what it judges by. */
    private record Court(List<Segment> segments, Set<Integer> forbidden, Verifier verifier, List<Dropped> dropped) {

        /** In a short sentence that is made of facts, too many words are its form ("start taking"); all locks must hold. */
        boolean lets(String text, List<Integer> evidence, boolean made) {
            Verdict verdict = evidence.stream().anyMatch(forbidden::contains)
                    ? new Verdict(Verdict.Finding.UNSUPPORTED, List.of(Verdict.Reason.ORDER))
                    : verifier.judge(text, evidence.stream().map(segments::get).toList());
            boolean formed = made && verdict.reasons().equals(List.of(Verdict.Reason.WORDS));
            if (verdict.finding() != Verdict.Finding.SUPPORTED && !formed) {
                dropped.add(new Dropped(statement(text, evidence), verdict));
                return false;
            }
            return true;
        }

        Statement statement(String text, List<Integer> evidence) {
            return new Statement(text, evidence.stream().map(at -> segments.get(at).id()).toList());
        }
    }

    /** Leaves the text out: it is a patient's story. */
    @Override
    public String toString() {
        return "VisitPapers[" + orders.size() + " orders, " + summary + ", " + dropped.size() + " dropped]";
    }
}
