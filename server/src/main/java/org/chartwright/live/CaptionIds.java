package org.chartwright.live;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Names of captions: the same stretch of the same session has the same name whenever it is heard. */
final class CaptionIds {

    private CaptionIds() {}

    static UUID of(UUID session, int channel, long startMillis) {
        UUID hashed = UUID.nameUUIDFromBytes(
                (session + "/" + channel + "/" + startMillis).getBytes(StandardCharsets.UTF_8));
        return new UUID(hashed.getMostSignificantBits() & ~0xF000L | 0x4000L, hashed.getLeastSignificantBits());
    }
}
