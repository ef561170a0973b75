package org.chartwright.clinical;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.chartwright.encounter.SegmentId;

/** Names segments: the same visit and index always give the same id, and no two visits share one. */
final class SegmentIds {

    private SegmentIds() {}

    static SegmentId of(UUID visit, int index) {
        byte[] hash = sha256(ByteBuffer.allocate(20)
                .putLong(visit.getMostSignificantBits())
                .putLong(visit.getLeastSignificantBits())
                .putInt(index)
                .array());
        ByteBuffer bits = ByteBuffer.wrap(hash);
        long high = (bits.getLong() & ~0xF000L) | 0x4000L;
        long low = (bits.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new SegmentId(new UUID(high, low));
    }

    private static byte[] sha256(byte[] input) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(input);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
