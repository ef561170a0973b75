package org.chartwright.eval.notes;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes one wrong sentence of a right one, in each way that fits it. */
final class PlantedErrors {

    /** A wrong sentence and what is wrong with it. */
    record Planted(String kind, String text) {}

    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])(?!\\d+\\. )\\d+(?:\\.\\d+)?(?![\\w])");
    private static final Pattern DRUG = Pattern.compile(
            "(?i)\\b(lisinopril|metformin|ibuprofen|tylenol|lasix|prednisone|omeprazole|meloxicam|aspirin|norvasc|gabapentin"
                    + "|amlodipine|insulin|hydrochlorothiazide|carvedilol|atorvastatin|naproxen|motrin|advil|synthroid|protonix"
                    + "|imitrex|keppra|digoxin|amoxicillin|doxycycline|tramadol|ultram|albuterol|cialis|finasteride)\\b");
    private static final List<String> OTHER_DRUGS = List.of("warfarin", "sertraline", "methotrexate", "clonidine", "allopurinol");
    private static final List<String> FINDINGS = List.of(
            "hemoptysis", "a seizure", "jaundice", "a pulmonary embolism", "melena", "glaucoma", "psoriasis", "tinnitus");
    private static final List<String> RELATIVES = List.of("mother", "brother", "aunt", "neighbor");
    private static final String[][] UNITS = {{"\\bmg\\b", "mcg"}, {"\\bcm\\b", "mm"}, {"\\bmm\\b", "cm"}, {"%", " mg"}, {"\\bpounds\\b", "kg"}};
    private static final String[][] TIMES = {
        {"\\bweeks?\\b", "months"}, {"\\bmonths?\\b", "years"}, {"\\bdays?\\b", "weeks"}, {"\\byears?\\b(?!-old)", "days"},
        {"\\bdaily\\b", "weekly"}};

    private final Random luck;

    PlantedErrors(long seed) {
        this.luck = new Random(seed);
    }

    List<Planted> of(String text) {
        List<Planted> planted = new ArrayList<>();
        Matcher number = NUMBER.matcher(text);
        if (number.find()) {
            String other = number.group().contains(".") ? "37.4" : Integer.toString(
                    (int) Math.min(9_000_000, Double.parseDouble(number.group())) * 2 + 13);
            planted.add(new Planted("number", number.replaceFirst(other)));
        }
        swap(text, "unit", UNITS, planted);
        swap(text, "time", TIMES, planted);
        if (text.matches(".*\\b(?:left|right) (?!now|away)\\w+.*")) {
            String swapped = text.contains("left ") ? text.replaceFirst("\\bleft (?=\\w)", "right ")
                    : text.replaceFirst("\\bright (?=\\w)", "left ");
            planted.add(new Planted("side", swapped));
        }
        Matcher drug = DRUG.matcher(text);
        if (drug.find()) {
            planted.add(new Planted("drug", drug.replaceFirst(OTHER_DRUGS.get(luck.nextInt(OTHER_DRUGS.size())))));
        }
        if (text.matches("^(?:She|He|The patient) .*")) {
            planted.add(new Planted("person", text.replaceFirst(
                    "^(?:She|He|The patient) ", "The patient's " + RELATIVES.get(luck.nextInt(RELATIVES.size())) + " ")));
        }
        negate(text, planted);
        planted.add(new Planted("finding", text.replaceFirst(
                "\\.$", " and has " + FINDINGS.get(luck.nextInt(FINDINGS.size())) + ".")));
        return planted;
    }

    private static void negate(String text, List<Planted> planted) {
        String turned = text;
        if (text.contains(" denies any ")) {
            turned = text.replace(" denies any ", " reports ");
        } else if (text.startsWith("Denies ")) {
            turned = text.replaceFirst("Denies ", "Reports ");
        } else if (text.startsWith("Reports ")) {
            turned = text.replaceFirst("Reports ", "Denies ");
        } else if (text.matches("^No \\w.*") && !text.contains(",")) {
            turned = text.replaceFirst("^No ", "There is ");
        } else if (text.matches("^(?:She|He|The patient) has (?!been|had|not|no\\b)\\w.*")) {
            turned = text.replaceFirst(" has ", " does not have ");
        } else if (text.matches("^(?:She|He|The patient) is (?!not)\\w.*")) {
            turned = text.replaceFirst(" is ", " is not ");
        }
        if (!turned.equals(text)) {
            planted.add(new Planted("negation", turned));
        }
    }

    private static void swap(String text, String kind, String[][] pairs, List<Planted> planted) {
        for (String[] pair : pairs) {
            String changed = text.replaceFirst(pair[0], pair[1]);
            if (!changed.equals(text)) {
                planted.add(new Planted(kind, changed));
                return;
            }
        }
    }
}
