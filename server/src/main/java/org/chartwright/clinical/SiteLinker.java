package org.chartwright.clinical;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.chartwright.encounter.EntityCategory;

/** Links conditions with the part of the body, its side, and how the condition is. */
final class SiteLinker {

    private static final Set<String> INTO_SITE = Set.of(
            "in", "of", "on", "at", "to", "from", "down", "around", "along", "behind", "under", "near", "into", "over",
            "above", "below", "across", "through", "within", "inside", "up");
    private static final Set<String> BETWEEN = Set.of(
            "my", "your", "his", "her", "the", "their", "our", "a", "an", "this", "that", "both", "side", "sided", "like",
            "um", "uh", ",", "and", "or", "area", "part", "some", "any", "all", "right", "left", "upper", "lower", "back",
            "of", "these", "those", "you", "know", "i", "base", "outside", "inside", "top", "tip", "bottom", "front");
    private static final Set<String> LINKING = Set.of(
            "is", "are", "was", "were", "been", "be", "'s", "'re", "feels", "feel", "felt", "has", "have", "had", "'ve",
            "gets", "get", "got", "looks", "look", "really", "very", "still", "also", "just", "a", "little", "bit",
            "kind", "of", "so", "pretty", "always", "getting", "being", "becomes", "not", "n't", "feeling", "going",
            "there", "started", "do", "does", "did", "that", "any", "some", "gone", "to", "starting", "kinda", "too");
    private static final Set<String> PREDICATE = Set.of(
            "is", "are", "was", "were", "been", "'s", "feels", "feel", "very", "really", "pretty", "a", "it", "more",
            "quite", "so", "like", "just", "kind", "of", "little", "bit", "has", "gets", "getting", "got", "it's", "as",
            "that", "be", "gotten", "well");
    private static final Set<String> SIDES = Set.of("left", "right", "both", "bilateral");
    private static final int REACH_OF_SLIP = 8;
    private static final Set<String> GENERAL = Set.of("pain", "swelling", "numbness", "weakness", "stiffness", "fracture",
            "sprain", "osteoarthritis", "arthritis", "injury", "infection", "cancer", "redness", "soreness", "tingling");

    private final Lexicon lexicon;

    SiteLinker(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    void link(SentenceText text) {
        List<Entity> claimed = new ArrayList<>();
        for (Entity entity : text.entities) {
            if (!entity.is(EntityCategory.MEDICAL_CONDITION)) {
                continue;
            }
            site(text, entity).ifPresent(site -> {
                claim(text, entity, site);
                claimed.add(site);
                // "pain in my wrist and hand": the second part belongs to the same pain
                text.sites.stream()
                        .filter(more -> more.begin == site.end + 1 || more.begin == site.end + 2)
                        .filter(more -> text.isOneOf(site.end, Set.of("and", "or", ",")))
                        .findFirst()
                        .ifPresent(more -> {
                            claim(text, entity, more);
                            claimed.add(more);
                        });
            });
            manner(text, entity);
        }
        text.sites.removeAll(claimed);
        otherSides(text);
    }

    private void claim(SentenceText text, Entity entity, Entity site) {
        entity.attach("SYSTEM_ORGAN_SITE", site.span());
        side(text, site).ifPresent(piece -> entity.attach("DIRECTION", text.span(piece.begin(), piece.end())));
        Concept concept = entity.concept;
        Concept place = site.concept;
        if (concept != null && place != null && GENERAL.contains(concept.name())) {
            lexicon.concept(place.name() + " " + concept.name())
                    .filter(composed -> composed.kind() == concept.kind())
                    .ifPresent(composed -> entity.concept = composed);
        }
    }

    /** The part of the body that a condition is in. */
    private static Optional<Entity> site(SentenceText text, Entity entity) {
        Entity best = null;
        for (Entity site : text.sites) {
            // "In the back of my head" is no back.
            if (text.form(site.begin).equals("back") && text.form(site.end).equals("of")) {
                continue;
            }
            int distance = entity.distance(site.begin, site.end);
            boolean linked = site.begin >= entity.end ? follows(text, entity.end, site.begin) : leads(text, site, entity);
            if (linked && (best == null || distance < entity.distance(best.begin, best.end))) {
                best = site;
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean follows(SentenceText text, int from, int to) {
        boolean into = false;
        if (to - from > 7) {
            return false;
        }
        for (int i = from; i < to; i++) {
            boolean preposition = text.isOneOf(i, INTO_SITE);
            into |= preposition;
            if (!preposition && !text.isOneOf(i, BETWEEN)) {
                return false;
            }
        }
        return into;
    }

    private static boolean leads(SentenceText text, Entity site, Entity entity) {
        if (entity.begin - site.end > 5) {
            return false;
        }
        for (int i = site.end; i < entity.begin; i++) {
            if (!text.isOneOf(i, LINKING) && !isPiece(text, i)) {
                return false;
            }
        }
        return true;
    }

    /** The side of a part of the body: "left knee", "both of my knees", "the knee on the right". */
    private static Optional<Piece> side(SentenceText text, Entity site) {
        return text.pieces.stream()
                .filter(piece -> piece.kind() == Piece.Kind.DIRECTION)
                .filter(piece -> {
                    if (piece.end() <= site.begin) {
                        return site.begin - piece.end() <= 2 && bridged(text, piece.end(), site.begin);
                    }
                    return piece.begin() - site.end <= 2 && text.words(/* begin= */ site.end, /* end= */ piece.begin()).matches("|on|on the|,");
                })
                .reduce((first, second) -> second);
    }

    private static boolean bridged(SentenceText text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!text.isOneOf(i, BETWEEN)) {
                return false;
            }
        }
        return true;
    }

    /** How a condition is: acuity and quality next to it or said of it, and its side where no part is named. */
    private static void manner(SentenceText text, Entity entity) {
        for (Piece piece : text.pieces) {
            boolean before = piece.end() <= entity.begin && adjoins(text, piece.end(), entity.begin, 3);
            boolean after = piece.begin() >= entity.end && piece.begin() - entity.end <= 5
                    && predicates(text, /* from= */ entity.end, /* to= */ piece.begin());
            if (piece.kind() == Piece.Kind.ACUITY || piece.kind() == Piece.Kind.QUALITY) {
                if (before || after) {
                    entity.attach(piece.kind().name(), text.span(piece.begin(), piece.end()));
                }
            } else if (piece.kind() == Piece.Kind.DIRECTION && !entity.has("DIRECTION")) {
                boolean behind = piece.begin() >= entity.end && piece.begin() - entity.end <= 3
                        && text.words(/* begin= */ entity.end, /* end= */ piece.begin()).matches("on|on the|on my|on your|in the|to the|in my|");
                if ((before && piece.end() == entity.begin) || behind) {
                    entity.attach("DIRECTION", text.span(piece.begin(), piece.end()));
                }
            }
        }
    }

    private static boolean adjoins(SentenceText text, int from, int to, int most) {
        if (to - from > most) {
            return false;
        }
        for (int i = from; i < to; i++) {
            boolean piece = isPiece(text, i);
            if (!piece && !text.isOneOf(i, Set.of(",", "and", "or", "left", "right", "kind", "of"))) {
                return false;
            }
        }
        return true;
    }

    private static boolean predicates(SentenceText text, int from, int to) {
        if (from == to) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (!text.isOneOf(i, PREDICATE) && !isPiece(text, i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPiece(SentenceText text, int token) {
        return text.pieces.stream().anyMatch(piece -> piece.begin() <= token && token < piece.end());
    }

    /** Sides that stand beside an unclaimed part of the body become entities of their own. */
    private static void otherSides(SentenceText text) {
        List<Entity> found = new ArrayList<>();
        for (Entity site : text.sites) {
            for (Piece piece : List.copyOf(text.pieces)) {
                if (piece.kind() == Piece.Kind.DIRECTION && piece.end() <= site.begin && site.begin - piece.end() <= 1) {
                    found.add(new Entity(
                            text, piece.begin(), piece.end(), EntityCategory.ANATOMY, "DIRECTION", null));
                }
            }
        }
        text.sites.addAll(found);
    }

    /** "My left shoulder, sorry, the right shoulder": the side that was meant takes the place of the other. */
    void correctWithin(SentenceText text) {
        List<Piece> sides = text.allPieces.stream()
                .filter(piece -> piece.kind() == Piece.Kind.DIRECTION && text.isOneOf(piece.begin(), SIDES))
                .toList();
        for (int i = 1; i < sides.size(); i++) {
            Piece slip = sides.get(i - 1);
            Piece meant = sides.get(i);
            String between = text.words(slip.end(), meant.begin());
            boolean other = text.isOneOf(meant.end(), Set.of("one", "side")) && between.matches("(?:\\w+ )?, no ,? ?(?:the|my|it 's|it 's the)");
            if (meant.begin() - slip.end() <= REACH_OF_SLIP && (other || TakingBack.isSlip(between))) {
                text.entities.stream()
                        .filter(entity -> entity.has("DIRECTION", text.span(slip.begin(), slip.end())))
                        .forEach(entity -> entity.replace("DIRECTION", text.span(meant.begin(), meant.end())));
            }
        }
    }

    private static Optional<String> answered(SentenceText text, List<SentenceText> texts) {
        boolean answers = text.index > 0 && !text.byClinician() && texts.get(text.index - 1).byClinician();
        return answers ? SideSlips.answered(plain(text), plain(texts.get(text.index - 1))) : Optional.empty();
    }

    private static String plain(SentenceText text) {
        return text.segment.text().toLowerCase(Locale.ROOT).replace('\u2019', '\'').strip();
    }

    /** "No, the left one": the last side that was named gives way to this one. */
    void correct(SentenceText text, List<SentenceText> texts) {
        Optional<String> meant = SideSlips.putRight(plain(text)).or(() -> answered(text, texts));
        if (meant.isEmpty() || text.entities.stream().anyMatch(entity -> entity.is(EntityCategory.MEDICAL_CONDITION))) {
            return;
        }
        Optional<Piece> side = text.pieces.stream()
                .filter(piece -> piece.kind() == Piece.Kind.DIRECTION)
                .filter(piece -> text.form(piece.begin()).equals(meant.get()))
                .filter(piece -> !text.isOneOf(piece.begin() - 2, Set.of("not")))
                .findFirst();
        side.ifPresent(piece -> {
            for (int i = text.index - 1; i >= Math.max(0, text.index - 4); i--) {
                Optional<Entity> mistaken = texts.get(i).entities.stream()
                        .filter(entity -> entity.has("DIRECTION"))
                        .reduce((first, second) -> second);
                if (mistaken.isPresent()) {
                    mistaken.get().replace("DIRECTION", text.span(piece.begin(), piece.end()));
                    mistaken.get().corrections.add(text.index);
                    return;
                }
            }
        });
    }
}
