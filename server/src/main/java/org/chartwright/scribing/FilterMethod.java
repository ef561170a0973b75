package org.chartwright.scribing;

/** What happens to a word that a vocabulary filter names. */
public enum FilterMethod {
    /** It becomes {@code ***}. */
    MASK,
    /** It is dropped. */
    REMOVE,
    /** It stays and is flagged. */
    TAG
}
