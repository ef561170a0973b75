package org.chartwright.objects;

final class EmbeddedObjectsTest extends ObjectStoreContract {

    @Override
    ObjectStore open(S3Endpoint endpoint) {
        return endpoint.embedded.store();
    }
}
