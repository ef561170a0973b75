package org.chartwright.models;

/** How finely the weights of a model are kept in its file. */
public enum Precision {
    /** Two bytes a weight, three significant digits. */
    HALF,
    /** One byte a weight, 255 even steps over the range of each label. */
    BYTE
}
