package org.chartwright.objects;

/** Refuses names before they reach a store. */
final class Names {

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
}
