package org.chartwright.metering;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.chartwright.database.TenantRows;
import org.jdbi.v3.core.Jdbi;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was used in a span of time, by tenant and kind of source, with what it costs.
 *
 * @param from the first moment
 * @param to the moment after
 * @param price of a billed second, the operator's own
 * @param lines by tenant's name and source
 */
public record UsageReport(Instant from, Instant to, BigDecimal price, List<Line> lines) {

    /** What AWS HealthScribe charges for a second, in US dollars; for comparison. */
    public static final BigDecimal AWS_PRICE = new BigDecimal("0.001667");

    private static final int MILLIS = 1000;
    private static final int CENTS = 2;

    /** Copies the lines. */
    public UsageReport {
        lines = List.copyOf(lines);
    }

    /**
     * A tenant's use of one kind of source.
     *
     * @param tenant its name
     * @param source which
     * @param count how many jobs or streams
     * @param millis of audio, as it is
     * @param billedSeconds as AWS would bill it
     */
    public record Line(String tenant, Source source, long count, long millis, long billedSeconds) {

        BigDecimal seconds() {
            return BigDecimal.valueOf(millis).divide(BigDecimal.valueOf(MILLIS));
        }

        BigDecimal cost(BigDecimal price) {
            return price.multiply(BigDecimal.valueOf(billedSeconds)).setScale(CENTS, RoundingMode.HALF_UP);
        }
    }

    /** Reads what ended in that span. */
    public static UsageReport of(Jdbi jdbi, Instant from, Instant to, BigDecimal price) {
        return TenantRows.ofAll(jdbi, handle -> new UsageReport(from, to, price, handle.createQuery("""
                        select t.name, u.source, count(*) as works, sum(audio_millis)::bigint as millis,
                            sum(greatest(15, (audio_millis + 999) / 1000))::bigint as billed
                        from usage u join tenant t on t.id = u.tenant_id
                        where ended_at >= :from and ended_at < :to
                        group by t.name, u.source order by t.name, u.source""")
                .bind("from", from.atOffset(ZoneOffset.UTC))
                .bind("to", to.atOffset(ZoneOffset.UTC))
                .map((row, context) -> new Line(
                        row.getString("name"),
                        Source.valueOf(row.getString("source")),
                        row.getLong("works"),
                        row.getLong("millis"),
                        row.getLong("billed")))
                .list()));
    }

    /** As comma-separated values with a head line. */
    public String csv() {
        StringBuilder text = new StringBuilder("tenant,source,count,seconds,billed_seconds,cost,aws_cost_usd\n");
        for (Line line : lines) {
            text.append(String.join(",", line.tenant, kind(line), String.valueOf(line.count), line.seconds().toPlainString(),
                            String.valueOf(line.billedSeconds), line.cost(price).toPlainString(),
                            line.cost(AWS_PRICE).toPlainString()))
                    .append('\n');
        }
        return text.toString();
    }

    /** As JSON. */
    public String json() {
        JsonMapper mapper = new JsonMapper();
        ObjectNode report = mapper.createObjectNode()
                .put("from", from.toString())
                .put("to", to.toString())
                .put("pricePerSecond", price)
                .put("awsPricePerSecondUsd", AWS_PRICE);
        ArrayNode usage = report.putArray("usage");
        for (Line line : lines) {
            usage.addObject()
                    .put("tenant", line.tenant)
                    .put("source", kind(line))
                    .put("count", line.count)
                    .put("seconds", line.seconds())
                    .put("billedSeconds", line.billedSeconds)
                    .put("cost", line.cost(price))
                    .put("awsCostUsd", line.cost(AWS_PRICE));
        }
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(report);
    }

    /** As metrics in Prometheus' text form, for a collector of files; by tenant, which the server's own metrics never are. */
    public String metrics() {
        StringBuilder text = new StringBuilder();
        append(text, "chartwright_usage_audio_seconds", "Seconds of audio in the span.", line -> line.seconds());
        append(text, "chartwright_usage_billed_seconds", "The same in whole seconds, 15 at least of each work.",
                line -> BigDecimal.valueOf(line.billedSeconds));
        append(text, "chartwright_usage_cost", "Billed seconds by the operator's price.", line -> line.cost(price));
        return text.toString();
    }

    private interface Value {
        BigDecimal of(Line line);
    }

    private void append(StringBuilder text, String name, String help, Value value) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(" gauge\n");
        for (Line line : lines) {
            text.append(name).append("{tenant=\"").append(line.tenant).append("\",source=\"").append(kind(line)).append("\"} ")
                    .append(value.of(line).toPlainString()).append('\n');
        }
    }

    private static String kind(Line line) {
        return line.source.name().toLowerCase(Locale.ROOT);
    }
}
