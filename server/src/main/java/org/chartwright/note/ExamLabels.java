package org.chartwright.note;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartwright.note.plan.Candidate;
import org.chartwright.specialties.Guide;

/** Groups findings by the system they belong to, each group under its label. Stateless. */
final class ExamLabels {

    private static final Map<String, Pattern> LABELS = labels();
    private static final String NONE = "";
    private static final Pattern TITLE = Pattern.compile(",?(?: and)? (?:on|in|for|with) (?:the|his|her|their|your) ((?:[a-z-]+ ){1,3})exam(?:ination)?\\.?$");

    private ExamLabels() {}

    /** Grouped under the labels that come first in a specialty, then under the general ones. */
    static List<Candidate> label(List<Candidate> findings, List<Guide.Label> first) {
        Map<String, Pattern> labels = new LinkedHashMap<>();
        first.forEach(label -> labels.put(label.name(), label.words().pattern()));
        LABELS.forEach(labels::putIfAbsent);
        Map<String, List<Candidate>> groups = new LinkedHashMap<>();
        if (first.isEmpty()) {
            groups.put(NONE, new ArrayList<>());
        }
        labels.keySet().forEach(label -> groups.put(label, new ArrayList<>()));
        String last = NONE;
        int lastOrder = Integer.MIN_VALUE;
        for (Candidate said : findings) {
            Candidate finding = withoutNextTitle(said, labels);
            String label = labelOf(finding.text(), labels);
            // What names no system goes with the finding said just before it.
            if (label.equals(NONE) && finding.order() - lastOrder <= 2) {
                label = last;
            }
            groups.computeIfAbsent(label, name -> new ArrayList<>()).add(finding);
            last = label;
            lastOrder = finding.order();
        }
        List<Candidate> laid = new ArrayList<>();
        groups.forEach((label, group) -> {
            for (int i = 0; i < group.size(); i++) {
                Candidate finding = group.get(i);
                laid.add(i > 0 || label.equals(NONE) ? finding : finding.under(label + ": "));
            }
        });
        return laid;
    }

    /** "No guarding on the skin exam": what the next finding is of was heard as the end of this one. */
    private static Candidate withoutNextTitle(Candidate finding, Map<String, Pattern> labels) {
        Matcher title = TITLE.matcher(finding.text());
        if (!title.find()) {
            return finding;
        }
        String own = finding.text().substring(0, title.start());
        String label = labelOf(own, labels);
        String next = labelOf(title.group(1), labels);
        return label.equals(NONE) || next.equals(NONE) || label.equals(next) ? finding : finding.written(own + ".");
    }

    private static String labelOf(String text, Map<String, Pattern> labels) {
        for (Map.Entry<String, Pattern> label : labels.entrySet()) {
            if (label.getValue().matcher(text).find()) {
                return label.getKey();
            }
        }
        return NONE;
    }

    private static Map<String, Pattern> labels() {
        Map<String, Pattern> labels = new LinkedHashMap<>();
        add(labels, "Vital signs", "blood pressure|heart rate|temperature|respiratory rate|oxygen|pulse ox|vital|saturation"
                + "|\\bbp\\b|fever|afebrile");
        add(labels, "Neck", "\\bneck\\b|carotid|thyro|jugular|jvd|cervical lymph");
        add(labels, "Respiratory", "lung|breath sounds|wheez|rales|rhonchi|crackles|respirat");
        add(labels, "Cardiovascular", "heart|murmur|cardi|regular rate|gallop|rubs?\\b|rhythm");
        add(labels, "Gastrointestinal", "abdom|rebound|guarding|bowel|belly|cva");
        add(labels, "Ears, Nose, Mouth, and Throat", "throat|tonsil|nasal|sinus|\\bears?\\b|mouth|uvula|turbinate");
        add(labels, "Eyes", "\\beyes?\\b|pupil|retina|conjunctiv");
        add(labels, "Neurological", "neuro|sensation|reflex|cranial|orient|gait|romberg|babinski|alert");
        add(labels, "Psychiatric", "affect\\b|mood");
        add(labels, "Skin", "\\bskin\\b|rash|lesion|erythema|bruis|ecchymosis|scalp|plaques");
        add(labels, "Musculoskeletal", "musculoskeletal|knee|shoulder|elbow|wrist|ankle|\\bhip\\b|\\bback\\b|spine|range of motion|tender"
                + "|joint|edema|extremit|strength|straight leg|swelling|\\bfoot\\b|\\bfeet\\b|\\bhand\\b|finger|\\btoes?\\b"
                + "|\\bleg\\b|\\barm\\b|calf|flexion|palpation|thumb|ligament|lachman|mcmurray|effusion|muscle");
        return labels;
    }

    private static void add(Map<String, Pattern> labels, String label, String words) {
        labels.put(label, Pattern.compile("(?i)" + words));
    }
}
