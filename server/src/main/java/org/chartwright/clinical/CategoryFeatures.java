package org.chartwright.clinical;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chartwright.encounter.Role;
import org.chartwright.encounter.Segment;

/** What the classifier of segment categories looks at: the words here and next to here, who speaks, and how far in it is. */
public final class CategoryFeatures {

    private static final int PLACES = 10;
    private static final Set<String> EMPTY = Set.of(
            "okay", "ok", "yeah", "yes", "no", "um", "uh", "so", "and", "the", "a", "i", "you", "it", "that", "all", "right",
            "alright", "well", "mm", "hmm", "hm", "good", "great", "sure", "thank", "thanks", "yep", "perfect", ".", ",", "?",
            "oh", "is", "'s", "to", "of", "know", "mhm", "see", "then", "now");

    private CategoryFeatures() {}

    /** All that the features of a segment depend on. */
    static List<Object> seen(List<Segment> segments, List<String> texts, int index) {
        List<Object> seen = new ArrayList<>();
        for (int i = Math.max(0, index - 2); i <= Math.min(segments.size() - 1, index + 1); i++) {
            seen.add(i - index);
            seen.add(texts.get(i));
        }
        seen.add(segments.get(index).speaker().role());
        seen.add(index * PLACES / segments.size());
        return seen;
    }

    /** The features of one segment of a visit. */
    public static List<String> of(List<Segment> segments, int index) {
        List<String> features = new ArrayList<>();
        Segment segment = segments.get(index);
        String role = segment.speaker().role() == Role.CLINICIAN ? "d" : "p";
        List<String> forms = forms(segment);
        for (int i = 0; i < forms.size(); i++) {
            features.add("w " + forms.get(i));
            features.add(role + " " + forms.get(i));
            if (i > 0) {
                features.add("b " + forms.get(i - 1) + " " + forms.get(i));
            }
        }
        int place = index * PLACES / segments.size();
        features.add("role " + role);
        features.add("place " + place);
        features.add("place " + place + role);
        features.add("length " + Math.min(6, forms.size() / 4));
        near(features, segments, index - 1, "before ");
        near(features, segments, index - 2, "before2 ");
        near(features, segments, index + 1, "after ");
        for (Lexicon.Found found : Lexicon.standard().find(segment.text())) {
            features.add("kind " + found.concept().kind());
            features.add("kind " + role + found.concept().kind());
        }
        return features;
    }

    /** Whether a segment says nothing of its own ("okay, all right."). */
    public static boolean isEmpty(Segment segment) {
        return EMPTY.containsAll(forms(segment));
    }

    private static void near(List<String> features, List<Segment> segments, int index, String name) {
        if (index >= 0 && index < segments.size()) {
            for (String form : forms(segments.get(index))) {
                if (!EMPTY.contains(form)) {
                    features.add(name + form);
                }
            }
        }
    }

    private static List<String> forms(Segment segment) {
        return Tokenizer.tokens(segment.text()).stream()
                .map(Token::stem)
                .map(stem -> Character.isDigit(stem.charAt(0)) ? "#" : stem)
                .toList();
    }
}
