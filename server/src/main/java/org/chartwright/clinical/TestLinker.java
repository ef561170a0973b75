package org.chartwright.clinical;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Links tests with the values and units said of them. */
final class TestLinker {

    private static final int REACH = 9;
    private static final Set<String> NUMERIC = Set.of("vital signs", "laboratory", "cardiac", "pulmonary");
    private static final Set<String> PRESSURE = Set.of("blood pressure");

    private TestLinker() {}

    static void link(SentenceText text, List<SentenceText> texts) {
        for (Piece piece : List.copyOf(text.pieces)) {
            boolean number = piece.kind() == Piece.Kind.NUMBER;
            if (!number && piece.kind() != Piece.Kind.VALUE) {
                continue;
            }
            test(text, texts, piece).filter(test -> !number || hasNumbers(test)).ifPresent(test -> {
                test.attach("TEST_VALUE", text.span(piece.begin(), piece.end()));
                text.pieces.remove(piece);
                text.pieces.stream()
                        .filter(unit -> unit.kind() == Piece.Kind.TEST_UNIT && unit.begin() == piece.end())
                        .findFirst()
                        .ifPresent(unit -> test.attach("TEST_UNIT", text.span(unit.begin(), unit.end())));
            });
        }
    }

    /** An X-ray has no number; one that stands near belongs to something else. */
    private static boolean hasNumbers(Entity test) {
        return test.concept != null && NUMERIC.contains(test.concept.system());
    }

    private static Optional<Entity> test(SentenceText text, List<SentenceText> texts, Piece piece) {
        boolean number = piece.kind() == Piece.Kind.NUMBER;
        Entity before = null;
        for (Entity entity : text.entities) {
            if (entity.isOf(ConceptKind.TEST) && entity.end <= piece.begin() && piece.begin() - entity.end <= REACH) {
                before = entity;
            }
            boolean barred = !entity.isOf(ConceptKind.TEST) && entity.begin < piece.begin();
            if (barred && before != null && entity.begin > before.end) {
                before = null;
            }
        }
        if (before != null) {
            return Optional.of(before);
        }
        if (!number) { // "normal x-ray", "elevated creatinine"
            return text.entities.stream()
                    .filter(entity -> entity.isOf(ConceptKind.TEST))
                    .filter(entity -> entity.begin >= piece.end() && entity.begin - piece.end() <= 1)
                    .filter(entity -> !Set.of("up", "down", "good", "great", "fine").contains(text.form(piece.begin())))
                    .findFirst();
        }
        boolean pressure = text.segment.text().indexOf('/') >= 0 || text.words(piece.begin(), piece.end()).contains(" over ");
        return pressure && text.index > 0
                ? texts.get(text.index - 1).entities.stream()
                        .filter(entity -> entity.concept != null && PRESSURE.contains(entity.concept.name()))
                        .reduce((first, second) -> second)
                : Optional.empty();
    }
}
