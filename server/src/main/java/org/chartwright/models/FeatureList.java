package org.chartwright.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Collects features by their hash without making a string of each; for training it can keep the names too.
 *
 * <p>A feature is put together from pieces: {@code features.put("w").put(-1).put(word).end()} is the feature
 * {@code "w-1cough"}. Reusable after {@link #clear}; for one thread.
 */
public final class FeatureList {

    private final boolean naming;
    private final StringBuilder name = new StringBuilder();
    private final List<String> names = new ArrayList<>();
    private long[] hashes = new long[128];
    private int size;
    private long rolling = LinearModel.HASH_START;

    private FeatureList(boolean naming) {
        this.naming = naming;
    }

    /** Hashes only: the fast way, for use. */
    public static FeatureList hashing() {
        return new FeatureList(false);
    }

    /** Hashes and names, for training. */
    public static FeatureList naming() {
        return new FeatureList(true);
    }

    /** Adds text to the feature that is being put together. */
    public FeatureList put(String text) {
        long hash = rolling;
        for (int i = 0; i < text.length(); i++) {
            hash = LinearModel.hashed(hash, text.charAt(i));
        }
        rolling = hash;
        if (naming) {
            name.append(text);
        }
        return this;
    }

    /** Adds a character. */
    public FeatureList put(char character) {
        rolling = LinearModel.hashed(rolling, character);
        if (naming) {
            name.append(character);
        }
        return this;
    }

    /** Adds a whole number from -9 to 99. */
    public FeatureList put(int number) {
        if (number < 0) {
            return put('-').put(-number);
        }
        return number > 9 ? put((char) ('0' + number / 10)).put((char) ('0' + number % 10)) : put((char) ('0' + number));
    }

    /** The feature is complete. */
    public void end() {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size * 2);
        }
        hashes[size++] = LinearModel.finished(rolling);
        rolling = LinearModel.HASH_START;
        if (naming) {
            names.add(name.toString());
            name.setLength(0);
        }
    }

    /** How many features there are. */
    public int size() {
        return size;
    }

    /** The hashes; only the first {@link #size} count, and the next change may overwrite them. */
    long[] hashes() {
        return hashes;
    }

    /** The names, where they are kept. */
    public List<String> names() {
        return Collections.unmodifiableList(names);
    }

    /** Forgets all but the first so many features. */
    public void shorten(int length) {
        size = Math.min(size, length);
        if (naming) {
            names.subList(size, names.size()).clear();
        }
    }

    /** Forgets all features. */
    public void clear() {
        shorten(0);
    }
}
