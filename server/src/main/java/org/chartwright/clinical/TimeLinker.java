package org.chartwright.clinical;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chartwright.encounter.EntityCategory;

/** Makes entities of times and links each with what it is the time of. */
final class TimeLinker {

    private TimeLinker() {}

    static void link(SentenceText text, List<SentenceText> texts) {
        List<Entity> times = new ArrayList<>();
        for (Piece piece : List.copyOf(text.pieces)) {
            if (piece.kind() != Piece.Kind.TIME && piece.kind() != Piece.Kind.DURATION) {
                continue;
            }
            anchor(text, texts, piece).ifPresent(anchor -> {
                Entity time = new Entity(
                        text, piece.begin(), piece.end(), EntityCategory.TIME_EXPRESSION, type(anchor), null);
                time.attach("OVERLAP", anchor.span());
                times.add(time);
                text.pieces.remove(piece);
            });
        }
        text.entities.addAll(times);
    }

    private static Optional<Entity> anchor(SentenceText text, List<SentenceText> texts, Piece piece) {
        Optional<Entity> near = text.nearest(TimeLinker::hasTime, piece.begin(), piece.end(), 14);
        if (near.isPresent()) {
            return near;
        }
        for (int i = text.index - 1; i >= Math.max(0, text.index - 2); i--) {
            boolean answers = texts.get(i).segment.turn() != text.segment.turn() && text.tokens.size() <= 14;
            if (!answers) {
                continue;
            }
            Optional<Entity> earlier =
                    texts.get(i).entities.stream().filter(TimeLinker::hasTime).reduce((first, second) -> second);
            if (earlier.isPresent()) {
                return earlier;
            }
        }
        return Optional.empty();
    }

    private static boolean hasTime(Entity entity) {
        return switch (entity.category) {
            case MEDICAL_CONDITION, MEDICATION, TEST_TREATMENT_PROCEDURE -> true;
            case ANATOMY, TIME_EXPRESSION, BEHAVIORAL_ENVIRONMENTAL_SOCIAL, PROTECTED_HEALTH_INFORMATION -> false;
        };
    }

    private static String type(Entity anchor) {
        return switch (anchor.category) {
            case MEDICATION -> "TIME_TO_MEDICATION_NAME";
            case TEST_TREATMENT_PROCEDURE -> "TIME_TO_" + anchor.type;
            case MEDICAL_CONDITION, ANATOMY, TIME_EXPRESSION, BEHAVIORAL_ENVIRONMENTAL_SOCIAL,
                    PROTECTED_HEALTH_INFORMATION -> "TIME_TO_DX_NAME";
        };
    }
}
