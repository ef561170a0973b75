package org.chartwright.clinical;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.chartwright.encounter.Role;
import org.chartwright.encounter.Segment;
import org.chartwright.encounter.Span;

/** A segment with its tokens and with what has been found in it so far. */
final class SentenceText {

    final int index;
    final Segment segment;
    final List<Token> tokens;
    final List<Entity> entities = new ArrayList<>();
    /** Parts of the body not yet claimed by a condition. */
    final List<Entity> sites = new ArrayList<>();
    final List<Piece> pieces = new ArrayList<>();
    /** All pieces, also those that found their owner. */
    final List<Piece> allPieces = new ArrayList<>();

    SentenceText(int index, Segment segment) {
        this.index = index;
        this.segment = segment;
        this.tokens = Tokenizer.tokens(segment.text());
    }

    boolean byClinician() {
        return segment.speaker().role() == Role.CLINICIAN;
    }

    Span span(int beginToken, int endToken) {
        return new Span(segment.id(), tokens.get(beginToken).begin(), tokens.get(endToken - 1).end());
    }

    String form(int token) {
        return token >= 0 && token < tokens.size() ? tokens.get(token).form() : "";
    }

    boolean isOneOf(int token, java.util.Set<String> forms) {
        return forms.contains(form(token));
    }

    /** Whether any token has one of these forms. */
    boolean holds(java.util.Set<String> forms) {
        for (Token token : tokens) {
            if (forms.contains(token.form())) {
                return true;
            }
        }
        return false;
    }

    /** The nearest entity of a sort to a stretch of tokens, no further than {@code most} tokens. */
    Optional<Entity> nearest(Predicate<Entity> wanted, int begin, int end, int most) {
        Entity best = null;
        for (Entity entity : entities) {
            int distance = entity.distance(begin, end);
            if (wanted.test(entity) && distance >= 0 && distance <= most
                    && (best == null || distance < best.distance(begin, end))) {
                best = entity;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Whether a token lies in an entity or a site. */
    boolean taken(int token) {
        return lies(token, entities) || lies(token, sites);
    }

    private static boolean lies(int token, List<Entity> entities) {
        for (Entity entity : entities) {
            if (entity.begin <= token && token < entity.end) {
                return true;
            }
        }
        return false;
    }

    /** The words of a stretch of tokens, as rules see them. */
    String words(int begin, int end) {
        StringBuilder words = new StringBuilder();
        for (int i = Math.max(0, begin); i < Math.min(end, tokens.size()); i++) {
            words.append(words.isEmpty() ? "" : " ").append(tokens.get(i).form());
        }
        return words.toString();
    }
}
