package org.chartwright.server;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.chartwright.aws.wire.FaultCode;
import org.chartwright.metering.Totals;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a Prometheus asks for. Labels come from fixed sets, the API's operations, its fault codes, states, so that no name
 * and no word of a tenant or a patient can be one. Safe for any number of threads.
 */
final class ServerMetrics {

    private static final Logger LOG = LoggerFactory.getLogger(ServerMetrics.class);
    private static final String OTHER = "other";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Supplier<Totals> totals;
    private volatile @Nullable Totals last;

    /** With the server's totals, which are read once for each scrape. */
    ServerMetrics(Supplier<Totals> totals) {
        this.totals = totals;
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        gauge("chartwright.jobs", "status", "queued", Totals::queued);
        gauge("chartwright.jobs", "status", "in_progress", Totals::inProgress);
        gauge("chartwright.audio.seconds", "source", "job", Totals::jobSeconds);
        gauge("chartwright.audio.seconds", "source", "stream", Totals::streamSeconds);
        gauge("chartwright.events", "state", "waiting", Totals::eventsWaiting);
        gauge("chartwright.events", "state", "dead", Totals::eventsDead);
        gauge("chartwright.audit.entries", "state", "unsigned", Totals::auditUnsigned);
    }

    /**
     * Notes a call of the API.
     *
     * @param operation as the caller named it
     * @param known all operations there are
     * @param fault what it ended with, or null
     */
    void called(String operation, Set<String> known, @Nullable String fault, Duration took) {
        Timer.builder("chartwright.api.calls")
                .description("Calls of the API")
                .tag("operation", known.contains(operation) ? operation : OTHER)
                .tag("fault", fault == null ? "none" : named(fault))
                .register(registry)
                .record(took);
    }

    /** All of it in Prometheus' text form. */
    String scrape() {
        try {
            last = totals.get();
        } catch (RuntimeException e) {
            // The database is away; its gauges show nothing, all others go on.
            LOG.warn("Totals cannot be read for the metrics: {}", e.getClass().getName());
            last = null;
        }
        return registry.scrape();
    }

    private void gauge(String name, String tag, String value, ToDoubleFunction<Totals> of) {
        Gauge.builder(name, () -> {
                    Totals now = last;
                    return now == null ? Double.NaN : of.applyAsDouble(now);
                })
                .tag(tag, value)
                .register(registry);
    }

    /** A fault of those there are, or other. */
    static String named(String fault) {
        for (FaultCode code : FaultCode.values()) {
            if (code.wireName().equals(fault)) {
                return fault;
            }
        }
        return OTHER;
    }
}
