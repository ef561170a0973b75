package org.chartwright.review;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.chartwright.clinical.Concept;
import org.chartwright.clinical.ConceptKind;
import org.chartwright.clinical.Lexicon;

/** Names of drugs that a word could be mistaken for: written nearly alike, as hydroxyzine and hydralazine are. Any thread. */
final class LookAlikes {

    private static final int SHORTEST = 5;
    private static final int MOST = 3;
    /** Of ten letters, so many may differ; one more when the words begin alike. */
    private static final double DIFFERENT = 0.3;

    private static final double DIFFERENT_LATER = 0.4;
    private static final int BEGINNING = 3;
    private static final int REMEMBERED = 20_000;
    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

    private final List<String> drugs;
    private final Map<String, List<String>> known = new ConcurrentHashMap<>();

    LookAlikes(Lexicon lexicon) {
        this.drugs = lexicon.concepts().stream()
                .filter(concept -> concept.kind() == ConceptKind.MEDICATION)
                .map(Concept::name)
                .filter(name -> name.length() >= SHORTEST && name.indexOf(' ') < 0)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    /** Those of a word, the likest first; empty where nothing is like it. */
    Optional<List<String>> of(String word) {
        String plain = word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        if (plain.length() < SHORTEST) {
            return Optional.empty();
        }
        if (known.size() > REMEMBERED) {
            known.clear();
        }
        List<String> found = known.computeIfAbsent(plain, this::find);
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    private List<String> find(String word) {
        return drugs.stream()
                .filter(drug -> !drug.equals(word) && isLike(word, drug))
                .sorted(Comparator.comparingInt((String drug) -> DISTANCE.apply(word, drug)).thenComparing(drug -> drug))
                .limit(MOST)
                .toList();
    }

    private static boolean isLike(String word, String drug) {
        int longer = Math.max(word.length(), drug.length());
        boolean alike = word.regionMatches(0, drug, 0, BEGINNING);
        return DISTANCE.apply(word, drug) <= (alike ? DIFFERENT_LATER : DIFFERENT) * longer;
    }
}
