package org.chartwright.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;

final class OutsideS3Test extends ObjectStoreContract {

    @Override
    ObjectStore open(S3Endpoint endpoint) {
        return store(endpoint.uri(), S3Endpoint.ANNAS.secret());
    }

    private static ObjectStore store(URI endpoint, String secret) {
        return new OutsideS3(
                new OutsideS3.Settings(endpoint, "us-east-1", S3Endpoint.ANNAS.id(), secret),
                (tenant, bucket) -> tenant.equals(S3Endpoint.ANNA));
    }

    @Test
    void tellsRefusalFromSilence() {
        try (ObjectStore wrong = store(endpoint.uri(), "wrong");
                ObjectStore silent = store(URI.create("http://127.0.0.1:9"), "x")) {
            assertThatThrownBy(() -> wrong.put(S3Endpoint.ANNA, "visits", "k", new byte[1], "text/plain"))
                    .isInstanceOfSatisfying(
                            ObjectException.class, e -> assertThat(e.kind()).isEqualTo(ObjectException.Kind.DENIED));
            assertThatThrownBy(() -> silent.head(S3Endpoint.ANNA, "visits", "k"))
                    .isInstanceOfSatisfying(
                            ObjectException.class, e -> assertThat(e.kind()).isEqualTo(ObjectException.Kind.UNAVAILABLE));
        }
    }
}
