package org.chartwright.access;

/**
 * What a caller signs with.
 *
 * @param id public, in the form of AWS: {@code AKIA} and sixteen of {@code A-Z 2-7}
 * @param secret forty characters; never logged, never printed
 */
public record AccessKey(String id, String secret) {

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "AccessKey[" + id + "]";
    }
}
