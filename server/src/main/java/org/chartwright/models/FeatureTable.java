package org.chartwright.models;

import java.util.Arrays;

/** The features' hashes in ascending order, and where each is. Open addressing: one or two looks for a feature. */
final class FeatureTable {

    private static final int FREE = -1;

    private final long[] hashes;
    private final int[] slots;
    private final int mask;

    /** Takes ownership of the hashes, which must ascend. */
    FeatureTable(long[] hashes) {
        this.hashes = hashes;
        int capacity = Integer.highestOneBit(Math.max(8, hashes.length * 2)) << 1;
        this.mask = capacity - 1;
        this.slots = new int[capacity];
        Arrays.fill(slots, FREE);
        for (int i = 0; i < hashes.length; i++) {
            if (i > 0 && hashes[i] <= hashes[i - 1]) {
                throw new IllegalArgumentException("Feature hashes must ascend");
            }
            int slot = (int) hashes[i] & mask;
            while (slots[slot] != FREE) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = i;
        }
    }

    int size() {
        return hashes.length;
    }

    long hash(int feature) {
        return hashes[feature];
    }

    /** The place of a feature, or -1. */
    int find(long hash) {
        int slot = (int) hash & mask;
        while (slots[slot] != FREE) {
            if (hashes[slots[slot]] == hash) {
                return slots[slot];
            }
            slot = (slot + 1) & mask;
        }
        return FREE;
    }
}
