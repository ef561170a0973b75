package org.chartwright.clinical;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.chartwright.encounter.EntityCategory;

/** Links doses, forms, routes and times with the drug, and amounts with the habit. */
final class MedicationLinker {

    private static final int BEFORE = 14;
    private static final int AFTER = 4;
    private static final int REACH_OF_CORRECTION = 5;
    private static final Pattern TAKES_BACK = Pattern.compile("(?:\\bno ,? ?(?:wait|sorry|actually|rather)|\\bsorry|\\bi mean(?:t)?|\\bmake (?:that|it)"
            + "|\\bscratch that|\\bstrike that|\\bcorrection|\\bwait|, no|\\bactually)(?: ,| no| make (?:that|it)| it 's| it should be| rather)*$");
    private static final int REACH_OF_SLIP = 10;
    private static final Set<String> BARE_RATES = Set.of(
            "a day", "per day", "a week", "per week", "a month", "per month", "a night", "an hour");

    private MedicationLinker() {}

    static void link(SentenceText text, List<SentenceText> texts) {
        dropSlips(text);
        for (Piece piece : List.copyOf(text.pieces)) {
            switch (piece.kind()) {
                case STRENGTH, DOSAGE, FORM, ROUTE_OR_MODE, RATE -> drug(text, texts, piece)
                        .ifPresentOrElse(drug -> take(text, piece, drug), () -> habit(text, piece));
                case FREQUENCY -> {
                    if (counted(text, piece)) {
                        drug(text, texts, piece)
                                .filter(drug -> isDosed(text, drug, piece))
                                .ifPresentOrElse(drug -> take(text, piece, drug), () -> habit(text, piece));
                    }
                }
                case DURATION -> drug(text, texts, piece)
                        .filter(drug -> text.byClinician() && (drug.has("STRENGTH") || drug.has("DOSAGE")
                                || drug.has("FREQUENCY") || drug.distance(piece.begin(), piece.end()) <= 1))
                        .ifPresentOrElse(drug -> take(text, piece, drug), () -> habit(text, piece));
                case NUMBER -> {
                    if (!DoseCorrection.puts(text, texts, piece)) {
                        habit(text, piece);
                    }
                }
                case ACUITY, QUALITY, DIRECTION, VALUE, TEST_UNIT, TIME, AGE, DATE -> {}
            }
        }
    }

    /** A drug that is named by mistake and put right in the same breath is nobody's, nor is its dose. */
    private static void dropSlips(SentenceText text) {
        List<Entity> drugs = text.entities.stream().filter(entity -> entity.is(EntityCategory.MEDICATION)).toList();
        for (int i = 1; i < drugs.size(); i++) {
            Entity slip = drugs.get(i - 1);
            Entity meant = drugs.get(i);
            if (meant.begin - slip.end <= REACH_OF_SLIP
                    && TakingBack.isSlip(text.words(slip.end, meant.begin))) {
                text.entities.remove(slip);
                text.pieces.removeIf(piece -> piece.begin() >= slip.end && piece.end() <= meant.begin);
            }
        }
    }

    private static void take(SentenceText text, Piece piece, Entity drug) {
        String type = piece.kind().name();
        if (drug.has(type) && corrects(text, piece)) {
            drug.replace(type, text.span(piece.begin(), piece.end()));
            if (drug.home != text) {
                drug.corrections.add(text.index);
            }
        } else {
            drug.attach(type, text.span(piece.begin(), piece.end()));
        }
        text.pieces.remove(piece);
    }

    /**
     * "400 milligrams twice a day, no wait, 600 milligrams twice a day": the later dose is the one that counts. The words
     * that take back may stand before a piece of the same dose further to the left.
     */
    private static boolean corrects(SentenceText text, Piece piece) {
        int begin = piece.begin();
        boolean moved = true;
        while (moved) {
            int at = begin;
            Optional<Piece> before = text.allPieces.stream().filter(other -> other.end() == at).findFirst();
            moved = before.isPresent() && before.get().begin() < begin;
            begin = before.map(Piece::begin).orElse(begin);
        }
        return TAKES_BACK.matcher(text.words(begin - REACH_OF_CORRECTION, begin)).find() || DoseCorrection.begins(text, begin);
    }

    /** "a day" is a frequency only after an amount. */
    private static boolean counted(SentenceText text, Piece piece) {
        String words = text.words(piece.begin(), piece.end());
        return !BARE_RATES.contains(words)
                || text.allPieces.stream().anyMatch(before -> before.end() == piece.begin())
                || text.taken(piece.begin() - 1);
    }

    /** A frequency far from the drug, or nearer to a complaint, belongs to something else. */
    private static boolean isDosed(SentenceText text, Entity drug, Piece piece) {
        if (drug.home != text) {
            return true;
        }
        int distance = drug.distance(piece.begin(), piece.end());
        return text.nearest(entity -> entity.is(EntityCategory.MEDICAL_CONDITION), piece.begin(), piece.end(), distance - 1)
                .isEmpty();
    }

    private static Optional<Entity> drug(SentenceText text, List<SentenceText> texts, Piece piece) {
        Entity before = null;
        Entity after = null;
        for (Entity entity : text.entities) {
            if (!entity.is(EntityCategory.MEDICATION)) {
                continue;
            }
            if (entity.end <= piece.begin() && piece.begin() - entity.end <= BEFORE) {
                before = entity;
            } else if (entity.begin >= piece.end() && entity.begin - piece.end() <= AFTER && after == null) {
                after = entity;
            }
        }
        boolean of = after != null && (text.form(piece.end()).equals("of") || after.begin == piece.end());
        if (of || before == null) {
            if (after != null) {
                return Optional.of(after);
            }
        }
        if (before != null) {
            return Optional.of(before);
        }
        return piece.kind() == Piece.Kind.FORM ? Optional.empty() : earlier(text, texts);
    }

    /** The only drug of the sentence or two before, when this one goes on about its dose. */
    private static Optional<Entity> earlier(SentenceText text, List<SentenceText> texts) {
        boolean dosed = text.allPieces.stream().anyMatch(piece -> piece.kind() == Piece.Kind.STRENGTH
                || piece.kind() == Piece.Kind.DOSAGE);
        boolean brief = text.tokens.size() <= 7;
        boolean other = text.entities.stream().anyMatch(entity -> !entity.is(EntityCategory.ANATOMY));
        if (other || !(dosed || brief)) {
            return Optional.empty();
        }
        int reach = DoseCorrection.opens(text) ? DoseCorrection.REACH : 2;
        for (int i = text.index - 1; i >= Math.max(0, text.index - reach); i--) {
            List<Entity> drugs = texts.get(i).entities.stream()
                    .filter(entity -> entity.is(EntityCategory.MEDICATION))
                    .toList();
            if (!drugs.isEmpty()) {
                boolean dosedOrAsked = dosed || asksHow(texts.get(i));
                return dosedOrAsked ? Optional.of(drugs.getLast()) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean asksHow(SentenceText text) {
        return text.holds(Set.of("often", "frequently", "much", "many", "dose", "dosage"));
    }

    private static void habit(SentenceText text, Piece piece) {
        String type =
                switch (piece.kind()) {
                    case DOSAGE, NUMBER, STRENGTH -> "AMOUNT";
                    case FREQUENCY -> "FREQUENCY";
                    case DURATION -> "DURATION";
                    case FORM, ROUTE_OR_MODE, RATE, ACUITY, QUALITY, DIRECTION, VALUE, TEST_UNIT, TIME, AGE, DATE -> "";
                };
        if (type.isEmpty()) {
            return;
        }
        text.nearest(entity -> entity.isOf(ConceptKind.HABIT), piece.begin(), piece.end(), type.equals("AMOUNT") ? 3 : 8)
                .ifPresent(entity -> {
                    entity.attach(type, text.span(piece.begin(), piece.end()));
                    text.pieces.remove(piece);
                });
    }
}
