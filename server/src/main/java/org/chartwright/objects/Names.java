package org.chartwright.objects;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.gaul.s3proxy.S3ErrorCode;
import org.gaul.s3proxy.S3ProxyException;
import org.jspecify.annotations.Nullable;

/** Refuses names before they reach a store. */
final class Names {

    private static final int LONGEST_STEP = 218;

    private Names() {}

    static void check(String bucket) throws ObjectException {
        if (!ObjectUri.isBucket(bucket)) {
            throw new ObjectException(ObjectException.Kind.BAD_NAME);
        }
    }

    static void check(String bucket, String key) throws ObjectException {
        check(bucket);
        if (!ObjectUri.isKey(key)) {
            throw new ObjectException(ObjectException.Kind.BAD_NAME);
        }
    }

    /** Objects are files here, each step of a key a folder or file, with a few letters more while it is written. */
    static void requireKey(@Nullable String key) {
        boolean fits = key != null
                && ObjectUri.isKey(key)
                && Arrays.stream(key.split("/", -1))
                        .allMatch(step -> step.getBytes(StandardCharsets.UTF_8).length <= LONGEST_STEP);
        if (!fits) {
            throw new S3ProxyException(S3ErrorCode.INVALID_ARGUMENT, "A key has 1 to 1024 bytes here, none of its steps more than "
                    + LONGEST_STEP + ", and does not climb.");
        }
    }
}
