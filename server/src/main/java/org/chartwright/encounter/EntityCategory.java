package org.chartwright.encounter;

import java.util.List;

/** The categories of clinical entities and the types each one holds, by the names AWS HealthScribe gives them. */
public enum EntityCategory {
    /** Diagnoses, symptoms and findings. */
    MEDICAL_CONDITION("DX_NAME"),
    /** Drugs. */
    MEDICATION("GENERIC_NAME", "BRAND_NAME"),
    /** Tests, treatments and procedures. */
    TEST_TREATMENT_PROCEDURE("TEST_NAME", "PROCEDURE_NAME", "TREATMENT_NAME"),
    /** Parts of the body. */
    ANATOMY("SYSTEM_ORGAN_SITE", "DIRECTION"),
    /** When something was, by what it belongs to. */
    TIME_EXPRESSION(
            "TIME_TO_MEDICATION_NAME",
            "TIME_TO_DX_NAME",
            "TIME_TO_TEST_NAME",
            "TIME_TO_PROCEDURE_NAME",
            "TIME_TO_TREATMENT_NAME"),
    /** Habits and circumstances. */
    BEHAVIORAL_ENVIRONMENTAL_SOCIAL(
            "ALCOHOL_CONSUMPTION", "TOBACCO_USE", "REC_DRUG_USE", "ALLERGIES", "GENDER", "RACE_ETHNICITY"),
    /** What identifies a person. */
    PROTECTED_HEALTH_INFORMATION(
            "ADDRESS",
            "AGE",
            "CONTACT_POINT",
            "DATE",
            "EMAIL",
            "ID",
            "IDENTIFIER",
            "NAME",
            "PHONE_OR_FAX",
            "PROFESSION",
            "URL");

    private final List<String> types;

    EntityCategory(String... types) {
        this.types = List.of(types);
    }

    /** The types this category holds. */
    public List<String> types() {
        return types;
    }
}
