package org.chartwright.scribing;

/**
 * One row of a custom vocabulary.
 *
 * @param phrase words joined by hyphens, as the user wrote it
 * @param soundsLike syllables joined by hyphens, or empty
 * @param ipa symbols joined by spaces, or empty
 * @param displayAs how it is to be shown, or empty for as it is written
 */
public record VocabularyEntry(String phrase, String soundsLike, String ipa, String displayAs) {

    @Override
    public String toString() {
        return "VocabularyEntry[" + phrase.length() + " chars]";
    }
}
