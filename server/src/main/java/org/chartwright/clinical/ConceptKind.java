package org.chartwright.clinical;

/** What sort of thing a {@link Concept} is. */
public enum ConceptKind {
    /** What a patient feels. */
    SYMPTOM,
    /** What a clinician diagnoses. */
    DISEASE,
    /** What an examination shows. */
    FINDING,
    /** A drug, or a class of drugs. */
    MEDICATION,
    /** What measures or shows something: laboratory, imaging, vital signs. */
    TEST,
    /** What is done to the body once: operations, injections. */
    PROCEDURE,
    /** What is done over time: therapy, diet, devices. */
    TREATMENT,
    /** A part of the body. */
    ANATOMY,
    /** Alcohol, tobacco, drugs. */
    HABIT,
    /** Allergies and what causes them. */
    ALLERGY,
    /** Gender, race, profession and the like. */
    PERSON
}
