package org.chartwright.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * What a sealed thing is. It is bound to the ciphertext: what was sealed under one label opens under no other, so a thing
 * that was moved to another place, tenant or version is refused.
 *
 * @param tenant whose; {@link #SERVER} for what belongs to no tenant
 * @param scope what it is destroyed with: a job's or stream's id, a stored object's own, or {@link #TENANT_WIDE}
 * @param kind what kind of thing
 * @param id which one of its kind, such as a stage or a key's id; need not be secret, must be the same at reading
 * @param version which version of it, where versions must not be mixed up; else 0
 */
public record Label(UUID tenant, UUID scope, Kind kind, String id, long version) {

    /** The tenant of what belongs to no tenant. */
    public static final UUID SERVER = new UUID(0, 0);

    /** The scope of what lives as long as its tenant. */
    public static final UUID TENANT_WIDE = new UUID(0, 0);

    private static final byte SCHEMA = 1;

    /** A thing without versions. */
    public Label(UUID tenant, UUID scope, Kind kind, String id) {
        this(tenant, scope, kind, id, 0);
    }

    /** The bytes that are bound to the ciphertext; no two labels have the same. */
    byte[] canonical() {
        byte[] kindName = kind.name().getBytes(StandardCharsets.US_ASCII);
        byte[] name = id.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(1 + 32 + Integer.BYTES + kindName.length + Integer.BYTES + name.length + Long.BYTES)
                .put(SCHEMA)
                .put(bytes(tenant))
                .put(bytes(scope))
                .putInt(kindName.length)
                .put(kindName)
                .putInt(name.length)
                .put(name)
                .putLong(version)
                .array();
    }

    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    /** Leaves the id out: it may be a name that a user chose. */
    @Override
    public String toString() {
        return "Label[" + kind + " of " + scope + "]";
    }
}
