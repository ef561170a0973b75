package org.chartwright.clinical;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the longest term that starts at a token. Plural endings do not matter, and the words that say whose a thing is
 * ("my", "your", "the" …) are one and the same.
 */
final class TermTrie {

    private static final Set<String> DETERMINERS = Set.of("my", "your", "his", "her", "their", "our", "the");

    private final Node root = new Node();

    /**
     * A term found in a text.
     *
     * @param term what was found
     * @param begin its first token, context left out
     * @param end the token after its last, context left out
     * @param next the token at which the search goes on
     */
    record Match(Term term, int begin, int end, int next) {}

    private static final class Node {
        private final Map<String, Node> children = new HashMap<>();
        private @Nullable Term term;
    }

    /** Adds a term; the first of several under the same words stays. */
    void add(List<Token> phrase, Term term) {
        Node node = root;
        for (Token token : phrase) {
            node = node.children.computeIfAbsent(key(token), _ -> new Node());
        }
        if (node.term == null) {
            node.term = term;
        }
    }

    Optional<Match> longest(List<Token> tokens, int start) {
        Node node = root;
        Match best = null;
        for (int i = start; i < tokens.size(); i++) {
            node = node.children.get(key(tokens.get(i)));
            if (node == null) {
                break;
            }
            if (node.term != null) {
                int end = i + 1 - node.term.trail();
                best = new Match(node.term, start + node.term.lead(), end, end);
            }
        }
        return Optional.ofNullable(best);
    }

    private static String key(Token token) {
        return DETERMINERS.contains(token.form()) ? "my" : token.stem();
    }
}
