package org.chartwright.clinical;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.chartwright.encounter.Category;
import org.chartwright.encounter.Segment;
import org.chartwright.models.LinearModel;
import org.chartwright.models.Recall;

/**
 * Says what each segment is about. Between history, findings and plan a learned classifier decides, each segment looking at
 * its neighbours' scores too, because talk stays on its subject; chatter and mere forms are told by rule.
 */
final class Categories {

    private static final int REACH = 2;
    private static final double[] NEIGHBOUR = {1.0, 0.45, 0.2};
    private static final Pattern FORMS = Pattern.compile(
            "^\\W*(hi|hello|hey|good (morning|afternoon|evening)|bye|goodbye|thank you|thanks|nice to (meet|see)|see you|"
                    + "take care|you're welcome|have a (good|great|nice)|it's (good|nice) to see)\\b");
    private static final Pattern COMMAND = Pattern.compile("\\bhey ,? ?dragon\\b");
    private static final Pattern CHATTER = Pattern.compile(
            "\\b(weather|weekend|vacations?|football|baseball|basketball|holidays?|movies?|grandkids|traffic|birthday|"
                    + "concert|restaurant|favorite|congratulations|hobby|hobbies|beach|christmas|thanksgiving|team)\\b");

    private final LinearModel model = LinearModel.load(Categories.class, "categories.model");

    List<Segment> assign(List<Segment> segments) {
        // The same strings as before, which are compared in no time: each is part of what its neighbours look at.
        List<String> texts = segments.stream()
                .map(segment -> Recall.of("text of a segment", segment.text(), text -> text))
                .toList();
        List<double[]> scores = new ArrayList<>(segments.size());
        for (int i = 0; i < segments.size(); i++) {
            int index = i;
            scores.add(Recall.of("category", CategoryFeatures.seen(segments, texts, i), _ -> scores(segments, index)));
        }
        List<Segment> assigned = new ArrayList<>(segments.size());
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            assigned.add(new Segment(
                    segment.id(), segment.turn(), segment.speaker(), category(segment, texts.get(i), scores, i), segment.words()));
        }
        return assigned;
    }

    private double[] scores(List<Segment> segments, int index) {
        return CategoryFeatures.isEmpty(segments.get(index))
                ? new double[model.labels().size()]
                : model.probabilities(CategoryFeatures.of(segments, index));
    }

    /** What the words alone say of a segment. */
    private record Plainly(boolean form, boolean clinical, boolean command, boolean chatter) {

        static Plainly of(String text) {
            return new Plainly(
                    FORMS.matcher(text).find(),
                    !Lexicon.standard().find(text).isEmpty(),
                    COMMAND.matcher(text).find(),
                    CHATTER.matcher(text).find());
        }
    }

    private Category category(Segment segment, String text, List<double[]> scores, int index) {
        Plainly plainly = Recall.of("said plainly", text, said -> Plainly.of(said.toLowerCase(Locale.ROOT)));
        boolean form = plainly.form() && segment.words().size() <= 12;
        if (plainly.command() || (form && !plainly.clinical())) {
            return Category.OTHER;
        }
        if (!plainly.clinical() && plainly.chatter()) {
            return Category.SMALL_TALK;
        }
        double[] sum = new double[model.labels().size()];
        for (int near = Math.max(0, index - REACH); near <= Math.min(scores.size() - 1, index + REACH); near++) {
            double weight = NEIGHBOUR[Math.abs(near - index)];
            for (int label = 0; label < sum.length; label++) {
                sum[label] += weight * scores.get(near)[label];
            }
        }
        int best = LinearModel.best(sum);
        return sum[best] == 0 ? Category.OTHER : Category.valueOf(model.labels().get(best));
    }
}
