package org.chartwright.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.chartwright.review.Review.OmissionShown;
import org.chartwright.review.Review.SectionShown;
import org.chartwright.review.Review.SentenceShown;

/** The order in which a review walks through what needs eyes: what could harm most comes first. Stateless. */
final class Queue {

    private static final double GRAVE_OMISSION = 0.9;
    private static final double WORTH_A_LOOK = 0.5;
    private static final int MOST_OMISSIONS = 20;

    private Queue() {}

    private record Waiting(UUID id, int rank) {}

    static List<UUID> of(List<SectionShown> sections, List<OmissionShown> omissions) {
        List<Waiting> waiting = new ArrayList<>();
        for (SectionShown section : sections) {
            for (SentenceShown sentence : section.sentences()) {
                int rank = rank(sentence);
                if (rank >= 0 && !sentence.seen()) {
                    waiting.add(new Waiting(sentence.id(), rank));
                }
            }
        }
        omissions.stream()
                .filter(one -> one.rank() >= WORTH_A_LOOK && !one.seen())
                .limit(MOST_OMISSIONS)
                .forEach(one -> waiting.add(new Waiting(one.id(), one.rank() >= GRAVE_OMISSION ? 4 : 7)));
        return waiting.stream().sorted(Comparator.comparingInt(Waiting::rank)).map(Waiting::id).toList();
    }

    /** From 0, the gravest; negative for what needs no eyes. */
    private static int rank(SentenceShown sentence) {
        return switch (sentence.verdict()) {
            case "contradicted" -> 0;
            case "unsupported" -> 1;
            case "partly" -> 2;
            default -> sentence.red()
                    ? 3
                    : sentence.flags().contains("low-confidence")
                            ? 5
                            : has(sentence, "dose", "drug") ? 6 : has(sentence, "side", "negation") ? 8 : has(sentence, "number", "number") ? 9 : -1;
        };
    }

    private static boolean has(SentenceShown sentence, String one, String other) {
        return sentence.flags().contains(one) || sentence.flags().contains(other);
    }
}
