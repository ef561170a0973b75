package org.chartwright.wording;

/** How a word is capitalised. */
public enum CaseForm {
    /** All small. */
    LOWER,
    /** The first letter large. */
    CAPITAL,
    /** All large. */
    UPPER
}
