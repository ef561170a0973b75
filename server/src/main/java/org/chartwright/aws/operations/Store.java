package org.chartwright.aws.operations;

import java.util.Optional;
import org.chartwright.access.TenantId;
import org.chartwright.scribing.ObjectRef;

/** What the operations ask of the object store while their caller waits. Thread-safe. */
public interface Store {

    /** Whether this object can be read on behalf of the tenant. */
    Sight look(TenantId tenant, ObjectRef object);

    /** Whether objects can be written into this bucket on behalf of the tenant. */
    boolean canWrite(TenantId tenant, String bucket);

    /** The object's bytes; empty when there are more than {@code most} or it cannot be read. */
    Optional<byte[]> read(TenantId tenant, ObjectRef object, int most);

    /** What was seen of an object. */
    enum Sight {
        /** It is there and can be read. */
        READABLE,
        /** The bucket is there, the object is not. */
        NO_OBJECT,
        /** The bucket is not there, or not for this tenant; which of the two is not told. */
        NO_ACCESS
    }

    /**
     * The ARN of a named key that objects can be sealed with now; empty when it does not exist, is disabled or may not be
     * used.
     *
     * @param id its id, its ARN, an alias or an alias' ARN
     * @throws org.chartwright.aws.wire.AwsFault when its keeper does not answer
     */
    Optional<String> namedKey(TenantId tenant, String id);
}
