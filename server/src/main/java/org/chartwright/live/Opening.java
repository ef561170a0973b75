package org.chartwright.live;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a client says when it opens a stream.
 *
 * @param session the session to begin or to go on with; null to begin one
 * @param sampleRate samples per second, 16,000 to 48,000
 * @param encoding of the sound
 */
public record Opening(@Nullable UUID session, int sampleRate, Encoding encoding) {}
