package org.chartwright.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class MeteringTest {

    private final AtomicLong nanos = new AtomicLong();

    @Test
    void aRateLetsABurstThroughAndThenItsPace() {
        Rates rates = Rates.of("Start=25, Delete=5, *=0", nanos::get);
        UUID tenant = UUID.randomUUID();
        assertThat(admitted(rates, tenant, "Start", 100)).isEqualTo(50);
        assertThat(admitted(rates, tenant, "Delete", 100)).isEqualTo(10);
        assertThat(admitted(rates, tenant, "Get", 1000)).isEqualTo(1000);
        assertThat(admitted(rates, UUID.randomUUID(), "Start", 100)).isEqualTo(50);
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(admitted(rates, tenant, "Start", 100)).isEqualTo(25);
        assertThat(admitted(rates, tenant, "Delete", 100)).isEqualTo(5);
        nanos.addAndGet(Duration.ofDays(1).toNanos());
        assertThat(admitted(rates, tenant, "Start", 100)).isEqualTo(50);
    }

    private static long admitted(Rates rates, UUID tenant, String operation, int calls) {
        return java.util.stream.IntStream.range(0, calls).filter(i -> rates.admit(tenant, operation)).count();
    }

    @Test
    void aRateThatIsNoneIsRefused() {
        for (String text : List.of("Start", "Start=", "Start=-1", "Start=x", "a=b=c", "Start=1e9")) {
            assertThatThrownBy(() -> Rates.of(text, nanos::get)).as(text).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void secondsAreBilledBegunAndFifteenAtLeast() {
        assertThat(List.of(0L, 1L, 14_999L, 15_000L, 15_001L, 60_000L, 60_001L).stream().map(Meter::billedSeconds))
                .containsExactly(15L, 15L, 15L, 15L, 16L, 60L, 61L);
    }

    @Test
    void aReportSaysTheSameInEachForm() {
        UsageReport report = new UsageReport(
                Instant.parse("2026-11-01T00:00:00Z"),
                Instant.parse("2026-12-01T00:00:00Z"),
                new BigDecimal("0.0005"),
                List.of(new UsageReport.Line("clinic", Source.JOB, 3, 900_500, 915),
                        new UsageReport.Line("clinic", Source.STREAM, 1, 1_000, 15)));
        assertThat(report.csv()).isEqualTo("""
                tenant,source,count,seconds,billed_seconds,cost,aws_cost_usd
                clinic,job,3,900.5,915,0.46,1.53
                clinic,stream,1,1,15,0.01,0.03
                """);
        assertThat(report.json()).contains("\"billedSeconds\" : 915", "\"awsCostUsd\" : 1.53", "\"seconds\" : 900.5");
        assertThat(report.metrics())
                .contains("chartwright_usage_audio_seconds{tenant=\"clinic\",source=\"job\"} 900.5\n");
    }
}
