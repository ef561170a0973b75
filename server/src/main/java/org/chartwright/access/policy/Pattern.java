package org.chartwright.access.policy;

import java.util.Arrays;
import java.util.Optional;

/**
 * A text with wildcards: {@code *} stands for any characters, also none, and {@code ?} for one. What a variable was replaced
 * by stands for itself, whatever it holds. Matching takes at most the product of both lengths.
 */
final class Pattern {

    private static final int ANY = -1;
    private static final int ONE = -2;

    private final int[] signs;

    private Pattern(int[] signs) {
        this.signs = signs;
    }

    /** A pattern without variables. */
    static Pattern of(String text) {
        return new Pattern(text.chars().map(Pattern::sign).toArray());
    }

    /** A text that stands for itself. */
    static Pattern literal(String text) {
        return new Pattern(text.chars().toArray());
    }

    /**
     * A pattern with its variables replaced.
     *
     * @param wildcards whether {@code *} and {@code ?} are wildcards
     * @return empty when a variable is not known and has no usual value
     */
    static Optional<Pattern> of(String text, Context context, boolean wildcards) {
        int[] signs = new int[text.length()];
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            int end = text.startsWith("${", i) ? text.indexOf('}', i) : -1;
            if (end < 0) {
                signs = room(signs, count + 1);
                signs[count++] = wildcards ? sign(text.charAt(i)) : text.charAt(i);
                continue;
            }
            Optional<String> value = Variables.value(text.substring(i + 2, end), context);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            signs = room(signs, count + value.get().length());
            for (int c = 0; c < value.get().length(); c++) {
                signs[count++] = value.get().charAt(c);
            }
            i = end;
        }
        return Optional.of(new Pattern(Arrays.copyOf(signs, count)));
    }

    private static int[] room(int[] signs, int needed) {
        return needed <= signs.length ? signs : Arrays.copyOf(signs, Math.max(needed, 2 * signs.length));
    }

    private static int sign(int character) {
        return character == '*' ? ANY : character == '?' ? ONE : character;
    }

    /** Whether the whole of a text is what the pattern describes. */
    boolean matches(String text) {
        return matches(text, false);
    }

    /** The same without regard to case. */
    boolean matchesInAnyCase(String text) {
        return matches(text, true);
    }

    /** Whether a text is an ARN that is like this one, each of its six parts by itself. */
    boolean matchesArn(String arn) {
        String[] parts = arn.split(":", 6);
        if (parts.length < 6 || !parts[0].equals("arn")) {
            return false;
        }
        int from = 0;
        for (int part = 0; part < 5; part++) {
            int colon = from;
            while (colon < signs.length && signs[colon] != ':') {
                colon++;
            }
            if (!part(from, colon).matches(parts[part])) {
                return false;
            }
            if (colon == signs.length) {
                // An ARN with too few parts is completed by wildcards.
                return part > 0;
            }
            from = colon + 1;
        }
        return part(from, signs.length).matches(parts[5]);
    }

    private Pattern part(int from, int to) {
        return new Pattern(Arrays.copyOfRange(signs, from, to));
    }

    private boolean matches(String text, boolean anyCase) {
        int at = 0;
        int sign = 0;
        int star = -1;
        int retry = 0;
        while (at < text.length()) {
            if (sign < signs.length && signs[sign] == ANY) {
                star = sign++;
                retry = at;
            } else if (sign < signs.length && fits(signs[sign], text.charAt(at), anyCase)) {
                sign++;
                at++;
            } else if (star >= 0) {
                sign = star + 1;
                at = ++retry;
            } else {
                return false;
            }
        }
        while (sign < signs.length && signs[sign] == ANY) {
            sign++;
        }
        return sign == signs.length;
    }

    private static boolean fits(int sign, char character, boolean anyCase) {
        return sign == ONE
                || sign == character
                || (anyCase && sign >= 0 && Character.toLowerCase(sign) == Character.toLowerCase((int) character));
    }
}
