package org.chartwright.speech;

import java.util.Locale;

/** How engines that write as people do are brought to the spelling of a dictionary. */
public final class Spelling {

    private Spelling() {}

    /** In lower case, without the marks at its ends: casing and punctuation are another room's work. May be empty. */
    public static String plain(String word) {
        return word.strip().toLowerCase(Locale.ROOT).replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}%]+$", "");
    }
}
