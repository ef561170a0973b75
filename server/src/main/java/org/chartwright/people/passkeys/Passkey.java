package org.chartwright.people.passkeys;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of somebody's passkeys.
 *
 * @param id made once
 * @param name what its person calls it
 * @param createdAt when it was made
 * @param usedAt when it last proved them
 */
public record Passkey(UUID id, String name, Instant createdAt, @Nullable Instant usedAt) {}
