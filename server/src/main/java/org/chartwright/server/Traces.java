package org.chartwright.server;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.chartwright.scribing.StageTimes;
import org.jspecify.annotations.Nullable;

/**
 * Traces by OTLP to a collector that the operator names, and to nobody unless they do: a span for each call of the API and for
 * each attempt at a job, and within that one for each step of the pipeline. Names and codes from fixed sets and random ids only, as in the metrics. Any thread; a collector that
 * does not answer costs nothing but the spans.
 */
final class Traces implements AutoCloseable {

    private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");
    private static final AttributeKey<String> JOB = AttributeKey.stringKey("chartwright.job.id");
    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("chartwright.outcome");
    private static final AttributeKey<Double> BUSY = AttributeKey.doubleKey("chartwright.busy.seconds");
    private static final String OTHER = "other";
    private static final long PATIENCE_SECONDS = 5;

    private final SdkTracerProvider provider;
    private final Tracer tracer;
    private final Clock clock;

    private Traces(SdkTracerProvider provider, Clock clock) {
        this.provider = provider;
        this.tracer = provider.get("org.chartwright");
        this.clock = clock;
    }

    /**
     * To that collector; to none where it is empty.
     *
     * @throws ConfigException if it is no address
     */
    static Traces open(String collector, Clock clock) {
        var builder = SdkTracerProvider.builder()
                .setResource(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), "chartwright")));
        if (!collector.isEmpty()) {
            builder.addSpanProcessor(BatchSpanProcessor.builder(exporter(collector)).build());
        }
        return new Traces(builder.build(), clock);
    }

    private static OtlpHttpSpanExporter exporter(String collector) {
        try {
            URI.create(collector).toURL();
            return OtlpHttpSpanExporter.builder().setEndpoint(collector).setTimeout(Duration.ofSeconds(PATIENCE_SECONDS)).build();
        } catch (IllegalArgumentException | java.net.MalformedURLException _) {
            throw new ConfigException(Setting.TELEMETRY_TRACES.key() + " is no http or https address.");
        }
    }

    /**
     * A call of the API that has just ended.
     *
     * @param operation as the caller named it
     * @param known all operations there are
     * @param fault what it ended with, or null
     */
    void called(String operation, Set<String> known, @Nullable String fault, Duration took) {
        SpanBuilder span = tracer.spanBuilder(known.contains(operation) ? operation : OTHER).setSpanKind(SpanKind.SERVER);
        if (fault != null) {
            span.setAttribute(ERROR, ServerMetrics.named(fault));
        }
        end(span, took, fault != null);
    }

    /** An attempt at a job that has just ended, with its steps. */
    void attempted(UUID job, String outcome, Duration took, List<StageTimes.Spent> spent) {
        SpanBuilder span = tracer.spanBuilder("job attempt")
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute(JOB, job.toString())
                .setAttribute(OUTCOME, outcome);
        Context within = Context.root().with(end(span, took, false));
        for (StageTimes.Spent step : spent) {
            tracer.spanBuilder(step.step().name().toLowerCase(Locale.ROOT))
                    .setParent(within)
                    .setStartTimestamp(step.from())
                    .setAttribute(BUSY, step.busy().toNanos() / 1e9)
                    .startSpan()
                    .end(step.to());
        }
    }

    private Span end(SpanBuilder span, Duration took, boolean failed) {
        Instant now = clock.instant();
        Span begun = span.setNoParent().setStartTimestamp(now.minus(took)).startSpan();
        if (failed) {
            begun.setStatus(StatusCode.ERROR);
        }
        begun.end(now);
        return begun;
    }

    @Override
    public void close() {
        provider.shutdown().join(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
