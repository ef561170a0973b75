package org.chartwright.clinical;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.chartwright.encounter.Category;
import org.chartwright.encounter.Role;
import org.chartwright.encounter.Segment;

/** Says what each segment is about. */
final class Categories {

    private static final Pattern GREETING = Pattern.compile(
            "^\\W*(hi|hello|hey|good (morning|afternoon|evening)|bye|goodbye|thank(s| you)|nice to (meet|see)|see you|"
                    + "take care|you're welcome|have a (good|great|nice))\\b");
    private static final Pattern EXAM = Pattern.compile(
            "\\b(exam(ination)?|listen(ing)? to|your (heart|lungs|abdomen|blood pressure|vital)|on (your )?exam|"
                    + "tender(ness)?|murmur|range of motion|palpat\\w*|x-?rays?|results?|ultrasound|lab(s|oratory)?|"
                    + "does (that|this|it) hurt|vitals?|press(ing)? (here|on)|deep breath|auscultation)\\b");
    private static final Pattern PLAN = Pattern.compile(
            "\\b(i('m| am)? (wan na|gon na|gonna|going to|want to|would like to|'d like to|'d like|recommend|think|order)|"
                    + "we('re| are|'ll| will)? (going to|gon na|gonna|can|will|need to)|let's (go ahead|get|do|start|try)|"
                    + "i'll|follow[- ]?up|refer(ral)?|prescri\\w+|order(ing|ed)?|refill|my (plan|assessment|impression))\\b");
    private static final Pattern CHATTER = Pattern.compile(
            "\\b(weather|weekend|vacation|football|baseball|game|holiday|movie|kids doing|grandkids|traffic|birthday)\\b");

    List<Segment> assign(List<Segment> segments) {
        List<Segment> assigned = new ArrayList<>(segments.size());
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            double place = (i + 0.5) / segments.size();
            assigned.add(new Segment(
                    segment.id(), segment.turn(), segment.speaker(), category(segment, place), segment.words()));
        }
        return assigned;
    }

    private static Category category(Segment segment, double place) {
        String text = segment.text().toLowerCase(Locale.ROOT);
        if (GREETING.matcher(text).find() && segment.words().size() < 12) {
            return Category.OTHER;
        }
        if (segment.speaker().role() == Role.PATIENT) {
            return segment.words().size() < 4 && place > 0.7 ? Category.OTHER : Category.SUBJECTIVE;
        }
        if (EXAM.matcher(text).find() && place > 0.3) {
            return Category.OBJECTIVE;
        }
        if (PLAN.matcher(text).find() && place > 0.4) {
            return Category.ASSESSMENT_AND_PLAN;
        }
        if (CHATTER.matcher(text).find() && place < 0.3) {
            return Category.SMALL_TALK;
        }
        return place > 0.75 ? Category.ASSESSMENT_AND_PLAN : Category.SUBJECTIVE;
    }
}
