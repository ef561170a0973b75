package org.chartwright.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chartwright.objects.ObjectException.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

/** What every object store does; each implementation passes it. */
abstract class ObjectStoreContract {

    @TempDir
    private Path folder;

    S3Endpoint endpoint;
    private ObjectStore store;

    abstract ObjectStore open(S3Endpoint endpoint);

    @BeforeEach
    void start() throws Exception {
        endpoint = new S3Endpoint(folder);
        try (S3Client client = endpoint.client(S3Endpoint.ANNAS)) {
            client.createBucket(r -> r.bucket("visits"));
        }
        store = open(endpoint);
    }

    @AfterEach
    void stop() throws Exception {
        store.close();
        endpoint.close();
    }

    @Test
    void keepsWhatItIsGiven() throws Exception {
        store.put(S3Endpoint.ANNA, "visits", "job/summary.json", bytes("0123456789"), "application/json");
        ObjectFacts facts = store.head(S3Endpoint.ANNA, "visits", "job/summary.json");
        assertThat(facts.size()).isEqualTo(10);
        assertThat(read(facts, 0)).isEqualTo("0123456789");
        assertThat(read(facts, 7)).isEqualTo("789");
        assertThat(read(facts, 10)).isEmpty();
        store.put(S3Endpoint.ANNA, "visits", "job/summary.json", bytes("other"), "application/json");
        assertThat(read(store.head(S3Endpoint.ANNA, "visits", "job/summary.json"), 0)).isEqualTo("other");
        fails(Kind.CHANGED, () -> read(facts, 2));
        store.delete(S3Endpoint.ANNA, "visits", "job/summary.json");
        fails(Kind.NO_KEY, () -> store.head(S3Endpoint.ANNA, "visits", "job/summary.json"));
        store.delete(S3Endpoint.ANNA, "visits", "job/summary.json");
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        assertThat(store.hasBucket(S3Endpoint.ANNA, "visits")).isTrue();
        assertThat(store.hasBucket(S3Endpoint.ANNA, "missing")).isFalse();
        fails(Kind.NO_KEY, () -> store.head(S3Endpoint.ANNA, "visits", "missing"));
        fails(Kind.NO_BUCKET, () -> store.head(S3Endpoint.ANNA, "missing", "k"));
        fails(Kind.NO_BUCKET, () -> store.put(S3Endpoint.ANNA, "missing", "k", bytes("x"), "text/plain"));
        store.delete(S3Endpoint.ANNA, "missing", "k");
        fails(Kind.BAD_NAME, () -> store.head(S3Endpoint.ANNA, "..", "k"));
        fails(Kind.BAD_NAME, () -> store.put(S3Endpoint.ANNA, "visits", "../k", bytes("x"), "text/plain"));
    }

    @Test
    void keepsTenantsApart() throws Exception {
        store.put(S3Endpoint.ANNA, "visits", "k", bytes("annas"), "text/plain");
        assertThatThrownBy(() -> store.head(S3Endpoint.BERT, "visits", "k"))
                .isInstanceOfSatisfying(
                        ObjectException.class, e -> assertThat(e.kind()).isIn(Kind.NO_BUCKET, Kind.DENIED));
    }

    private String read(ObjectFacts facts, long offset) throws Exception {
        try (InputStream in = store.open(S3Endpoint.ANNA, "visits", "job/summary.json", facts, offset)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void fails(Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ObjectException.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
