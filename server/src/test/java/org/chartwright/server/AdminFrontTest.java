package org.chartwright.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.chartwright.metering.Totals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operators see, and what a server does not start with. */
final class AdminFrontTest {

    @TempDir
    Path folder;

    private static HttpResponse<String> get(URI base, String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(base.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void metricsHaveLabelsFromFixedSetsOnly() throws Exception {
        ServerMetrics metrics = new ServerMetrics(() -> new Totals(3, 2, 61.5, 0, 1, 4, 7));
        metrics.called("StartMedicalScribeJob", Set.of("StartMedicalScribeJob"), null, Duration.ofMillis(20));
        metrics.called("JaneDoe", Set.of("StartMedicalScribeJob"), "JaneDoeException", Duration.ofMillis(20));
        Health health = new Health();
        try (AdminFront front = AdminFront.open("127.0.0.1", 0, metrics, health)) {
            HttpResponse<String> page = get(front.address(), "/metrics");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("chartwright_jobs{status=\"queued\"} 3.0", "chartwright_audio_seconds{source=\"job\"} 61.5",
                            "chartwright_events{state=\"dead\"} 4.0", "jvm_memory_used_bytes",
                            "chartwright_api_calls_seconds_count{fault=\"none\",operation=\"StartMedicalScribeJob\"} 1",
                            "{fault=\"other\",operation=\"other\"} 1")
                    .doesNotContain("JaneDoe");
            assertThat(get(front.address(), "/health/ready").statusCode()).isEqualTo(503);
            health.open();
            assertThat(get(front.address(), "/health/ready").statusCode()).isEqualTo(200);
            assertThat(get(front.address(), "/anything").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void metricsGoOnWhileTheDatabaseIsAway() {
        ServerMetrics metrics = new ServerMetrics(() -> {
            throw new IllegalStateException("away");
        });
        assertThat(metrics.scrape()).contains("chartwright_jobs{status=\"queued\"} NaN", "process_uptime_seconds");
    }

    @Test
    void aServerDoesNotStartOpenToDebuggersAndDumps() {
        for (String option : List.of("-agentlib:jdwp=transport=dt_socket,server=y", "-Xrunjdwp:server=y", "-Xdebug",
                "-Dcom.sun.management.jmxremote.port=9999", "-XX:+HeapDumpOnOutOfMemoryError", "-XX:OnError=gcore %p")) {
            assertThatThrownBy(() -> SafeStart.requireClosed(List.of("-Xmx1g", option)))
                    .as(option)
                    .isInstanceOf(ConfigException.class);
        }
        SafeStart.requireClosed(List.of("-Xmx1g", "-XX:-HeapDumpOnOutOfMemoryError"));
    }

    @Test
    void aServerDoesNotStartWithSecretsThatOthersCanRead() throws Exception {
        Files.createDirectories(folder.resolve("audit"));
        for (String name : List.of("credentials", "root-key", "webhook.key", "audit/signing.pem")) {
            Path file = folder.resolve(name);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            SafeStart.require(folder);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
            assertThatThrownBy(() -> SafeStart.require(folder)).hasMessageContaining("chmod 600 " + file);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }
}
