package org.chartwright.speakers;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What in a line, and in the lines around it, may show who is speaking. The same for training and for use. */
public final class RoleFeatures {

    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}]+(?:['’-][\\p{L}\\p{N}]+)*|\\?");
    private static final String END = "$";

    private final List<List<String>> lines;

    private RoleFeatures(List<List<String>> lines) {
        this.lines = lines;
    }

    /** Looks at a whole conversation. */
    public static RoleFeatures of(List<String> texts) {
        return new RoleFeatures(texts.stream().map(RoleFeatures::tokens).toList());
    }

    /** How many words a line has. */
    public int words(int line) {
        return lines.get(line).size();
    }

    /** The features of a line; none for a line without words. */
    public Set<String> at(int line) {
        Set<String> features = new LinkedHashSet<>();
        List<String> own = lines.get(line);
        if (own.isEmpty()) {
            return features;
        }
        addWords(features, own, "");
        features.add("n=" + bucket(own.size()));
        if (line > 0) {
            addNeighbour(features, lines.get(line - 1), "p");
        } else {
            features.add("opens");
        }
        if (line + 1 < lines.size()) {
            addNeighbour(features, lines.get(line + 1), "f");
        } else {
            features.add("closes");
        }
        return features;
    }

    private static void addWords(Set<String> features, List<String> tokens, String mark) {
        for (int i = 0; i < tokens.size(); i++) {
            features.add(mark + "w=" + tokens.get(i));
            features.add(mark + "b=" + tokens.get(i) + " " + (i + 1 < tokens.size() ? tokens.get(i + 1) : END));
            if (i + 2 < tokens.size()) {
                features.add(mark + "t=" + tokens.get(i) + " " + tokens.get(i + 1) + " " + tokens.get(i + 2));
            }
        }
        features.add(mark + "s=" + tokens.getFirst());
        if (tokens.size() > 1) {
            features.add(mark + "s2=" + tokens.get(0) + " " + tokens.get(1));
        }
    }

    /** Of a neighbour its first and last words and its length: what one says to it depends on those. */
    private static void addNeighbour(Set<String> features, List<String> tokens, String mark) {
        features.add(mark + "n=" + bucket(tokens.size()));
        int edge = 4;
        for (int i = 0; i < tokens.size(); i++) {
            if (i < edge) {
                features.add(mark + "h=" + tokens.get(i));
            }
            if (i >= tokens.size() - edge) {
                features.add(mark + "e=" + tokens.get(i));
            }
        }
        if (!tokens.isEmpty()) {
            features.add(mark + "s2=" + tokens.getFirst() + " " + (tokens.size() > 1 ? tokens.get(1) : END));
        }
    }

    private static int bucket(int words) {
        int[] bounds = {1, 2, 3, 5, 8, 13, 21, 34, 55};
        int bucket = 0;
        while (bucket < bounds.length && words > bounds[bucket]) {
            bucket++;
        }
        return bucket;
    }

    private static List<String> tokens(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replace('’', '\'').replace(" n't", "n't").replace(" '", "'");
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(plain);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        return tokens;
    }
}
