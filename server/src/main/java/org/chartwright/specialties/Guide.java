package org.chartwright.specialties;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What one specialty listens for. Immutable.
 *
 * @param title for people, such as {@code Ophthalmology}
 * @param hints phrases that the recogniser is told to expect, most wanted first
 * @param terms words that mean something particular here; they win over the general meaning
 * @param systems body systems that come first in the review of systems, in order
 * @param exam labels of the examination that come first, in order, each with what stands under it
 * @param history labels within the past history, each with what stands under it
 * @param key what must not be missed when it was said
 */
public record Guide(
        String title,
        List<String> hints,
        List<Term> terms,
        List<String> systems,
        List<Label> exam,
        List<Label> history,
        Words key) {

    /** Changes nothing. */
    public static final Guide NONE =
            new Guide("General", List.of(), List.of(), List.of(), List.of(), List.of(), Words.NONE);

    /** Copies the lists. */
    public Guide {
        hints = List.copyOf(hints);
        terms = List.copyOf(terms);
        systems = List.copyOf(systems);
        exam = List.copyOf(exam);
        history = List.copyOf(history);
    }

    /**
     * Words with their meaning in a specialty.
     *
     * @param kind what it is: {@code test}, {@code disease}, {@code symptom}, {@code finding}, {@code medication}, {@code
     *     procedure}, {@code treatment} or {@code anatomy}
     * @param group the body system, or the class of a drug or test; may be empty
     * @param name the clinical name
     * @param ways how it is said, the name included
     */
    public record Term(String kind, String group, String name, List<String> ways) {

        /** Copies the ways. */
        public Term {
            ways = List.copyOf(ways);
        }
    }

    /**
     * A label with what belongs under it.
     *
     * @param name such as {@code Visual acuity}
     * @param words what names it
     */
    public record Label(String name, Words words) {}

    /**
     * Words to look for in a sentence, in any case and as whole words.
     *
     * @param pattern finds any of them
     */
    public record Words(Pattern pattern) {

        /** Finds nothing. */
        public static final Words NONE = new Words(Pattern.compile("(?!)"));

        /** Words separated by commas; {@code *} stands for the rest of a word and {@code #} for a number. */
        public static Words of(String phrases) {
            List<String> alternatives = new ArrayList<>();
            for (String phrase : phrases.split(",", -1)) {
                if (!phrase.isBlank()) {
                    StringBuilder pattern = new StringBuilder();
                    for (String piece : phrase.strip().split("(?=[*#])|(?<=[*#])", -1)) {
                        pattern.append(switch (piece) {
                            case "*" -> "\\w*";
                            case "#" -> "\\d+(?:\\.\\d+)?";
                            default -> Pattern.quote(piece);
                        });
                    }
                    alternatives.add(pattern.toString());
                }
            }
            return alternatives.isEmpty()
                    ? NONE
                    : new Words(Pattern.compile(
                            "(?<!\\w)(?:" + String.join("|", alternatives) + ")(?!\\w)", Pattern.CASE_INSENSITIVE));
        }

        /** Whether a text holds any of them. */
        public boolean in(String text) {
            return pattern.matcher(text).find();
        }
    }

    /** The guide of a specialty; read once. */
    public static Guide of(Specialty specialty) {
        return Shelf.GUIDES.getOrDefault(specialty, NONE);
    }

    private static final class Shelf {

        private static final Map<Specialty, Guide> GUIDES = new EnumMap<>(Specialty.class);

        static {
            for (Specialty specialty : Specialty.values()) {
                if (specialty != Specialty.GENERAL) {
                    GUIDES.put(specialty, GuideFile.read(specialty.slug() + ".txt"));
                }
            }
        }
    }
}
