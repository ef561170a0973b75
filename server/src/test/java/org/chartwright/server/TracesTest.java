package org.chartwright.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chartwright.scribing.Progress;
import org.chartwright.scribing.StageTimes;
import org.junit.jupiter.api.Test;

final class TracesTest {

    private static final Set<String> KNOWN = Set.of("StartMedicalScribeJob");

    @Test
    void aCollectorIsToldOfCallsAndAttemptsInNamesFromFixedSetsOnly() throws Exception {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        HttpServer collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            synchronized (told) {
                told.writeBytes(exchange.getRequestBody().readAllBytes());
            }
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        UUID job = UUID.randomUUID();
        try {
            String address = "http://127.0.0.1:" + collector.getAddress().getPort() + "/v1/traces";
            try (Traces traces = Traces.open(address, Clock.systemUTC())) {
                traces.called("StartMedicalScribeJob", KNOWN, "ConflictException", Duration.ofMillis(12));
                traces.called("knee pain", KNOWN, "knee pain", Duration.ofMillis(1));
                traces.attempted(job, "completed", Duration.ofSeconds(3), List.of(new StageTimes.Spent(
                        Progress.Step.RECOGNISE, Instant.now().minusSeconds(2), Instant.now(), Duration.ofSeconds(5))));
            }
        } finally {
            collector.stop(0);
        }
        String text = told.toString(StandardCharsets.ISO_8859_1);
        assertThat(text)
                .contains("chartwright", "StartMedicalScribeJob", "ConflictException", "other", "job attempt", job.toString(), "completed",
                        "recognise", "chartwright.busy.seconds")
                .doesNotContain("knee");
    }

    @Test
    void withoutACollectorNothingIsToldAndAWrongAddressIsRefused() {
        try (Traces traces = Traces.open("", Clock.systemUTC())) {
            traces.called("StartMedicalScribeJob", KNOWN, null, Duration.ZERO);
        }
        assertThatThrownBy(() -> Traces.open("collector", Clock.systemUTC())).isInstanceOf(ConfigException.class);
    }
}
