package org.chartwright.specialties;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A field of medicine in which visits are held. */
public enum Specialty {
    /** None in particular: the default. */
    GENERAL,
    /** Allergy and immunology. */
    ALLERGY_IMMUNOLOGY,
    /** Heart and circulation. */
    CARDIOLOGY,
    /** Skin. */
    DERMATOLOGY,
    /** Emergency department. */
    EMERGENCY_MEDICINE,
    /** Hormones, diabetes, thyroid. */
    ENDOCRINOLOGY,
    /** Stomach, bowel, liver. */
    GASTROENTEROLOGY,
    /** Old age. */
    GERIATRICS,
    /** Blood. */
    HEMATOLOGY_ONCOLOGY,
    /** Infections. */
    INFECTIOUS_DISEASE,
    /** Kidneys. */
    NEPHROLOGY,
    /** Nerves and brain. */
    NEUROLOGY,
    /** Pregnancy, birth, and the diseases of women. */
    OB_GYN,
    /** Tumours. */
    ONCOLOGY,
    /** Eyes. */
    OPHTHALMOLOGY,
    /** Bones and joints. */
    ORTHOPEDICS,
    /** Ear, nose and throat. */
    OTOLARYNGOLOGY,
    /** Chronic pain. */
    PAIN_MEDICINE,
    /** Comfort and goals of care in serious illness. */
    PALLIATIVE_CARE,
    /** Children. */
    PEDIATRICS,
    /** Function and rehabilitation. */
    PHYSICAL_MEDICINE,
    /** Feet. */
    PODIATRY,
    /** Family and internal medicine. */
    PRIMARY_CARE,
    /** Mental health. */
    PSYCHIATRY,
    /** Lungs. */
    PULMONOLOGY,
    /** Inflamed joints and autoimmune disease. */
    RHEUMATOLOGY,
    /** Sleep. */
    SLEEP_MEDICINE,
    /** Operations. */
    SURGERY,
    /** Urinary tract and the male organs. */
    UROLOGY;

    private static final Pattern NOT_LETTERS = Pattern.compile("[^A-Z]+");

    /** Its name in options, tags and file names, such as {@code ob-gyn}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one of this name, in any case and with any marks between its words ({@code OB/GYN}, {@code pain medicine}). */
    public static Optional<Specialty> named(String name) {
        String bare = bare(name);
        return Arrays.stream(values())
                .filter(one -> bare(one.name()).equals(bare))
                .findFirst();
    }

    /** All names, in order. */
    public static List<String> slugs() {
        return Arrays.stream(values()).map(Specialty::slug).toList();
    }

    private static String bare(String name) {
        return NOT_LETTERS.matcher(name.toUpperCase(Locale.ROOT)).replaceAll("");
    }
}
