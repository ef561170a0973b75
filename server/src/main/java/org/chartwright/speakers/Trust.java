package org.chartwright.speakers;

/** How far the voice of a line may be relied on before its words are looked at. */
public enum Trust {
    /** Each line is a whole turn, but some may carry another's voice: two in a row of one voice tell of a mistake. */
    LABELLED_TURNS,
    /** Lines were cut where the voice changed, so that neighbours always differ and tell nothing about each other. */
    HEARD_VOICES
}
