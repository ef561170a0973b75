package org.chartwright.cli;

import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import org.chartwright.access.Tenant;
import org.chartwright.access.Tenants;
import org.chartwright.audit.AuditLog;
import org.chartwright.database.Database;
import org.chartwright.metering.Quotas;
import org.chartwright.metering.UsageReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says how much was used and sets how much may be. */
@Command(
        name = "usage",
        mixinStandardHelpOptions = true,
        description = "Says how much audio was done and what it costs, and sets limits.",
        footer = "Exit code 0: done; 65: no such tenant or setting; 69: the database cannot be opened.")
final class UsageCommand {

    private static final int BAD_DATA = 65;

    /** The forms of a report. */
    enum Format {
        /** Comma-separated values. */
        CSV,
        /** JSON. */
        JSON,
        /** Prometheus' text form. */
        METRICS
    }

    @Command(
            name = "report",
            mixinStandardHelpOptions = true,
            description = "Prints seconds of audio by tenant and source, as they are and as AWS would bill them, with their"
                    + " cost by your price and by AWS HealthScribe's.")
    int report(
            @Mixin OperatorPlace place,
            @Option(names = "--from", paramLabel = "DATE", description = "The first day, UTC; default this month's.")
                    @Nullable LocalDate from,
            @Option(names = "--to", paramLabel = "DATE", description = "The last day, UTC; default today.")
                    @Nullable LocalDate to,
            @Option(names = "--price", paramLabel = "P", defaultValue = "0",
                    description = "Your price of a billed second; default ${DEFAULT-VALUE}.") BigDecimal price,
            @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "csv",
                    description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.") Format format) {
        Clock clock = Clock.systemUTC();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Instant first = start(from == null ? YearMonth.from(today).atDay(1) : from);
        Instant after = start((to == null ? today : to).plusDays(1));
        return with(place, database -> {
            UsageReport report = UsageReport.of(database.jdbi(), first, after, price);
            System.out.print(switch (format) {
                case CSV -> report.csv();
                case JSON -> report.json() + "\n";
                case METRICS -> report.metrics();
            });
            return 0;
        });
    }

    @Command(
            name = "limit",
            mixinStandardHelpOptions = true,
            description = "Sets a tenant's own limits; what is left out is the server's usual one, 0 means none.")
    int limit(
            @Mixin OperatorPlace place,
            @Parameters(paramLabel = "NAME", description = "The tenant.") String name,
            @Option(names = "--open-jobs", paramLabel = "N", description = "Jobs queued or in progress.")
                    @Nullable Long jobs,
            @Option(names = "--hours-a-month", paramLabel = "N", description = "Hours of audio in a calendar month.")
                    @Nullable Long hours) {
        return with(place, database -> {
            Optional<Tenant> tenant = new Tenants(database.jdbi(), Clock.systemUTC(), new SecureRandom()).find(name);
            if (tenant.isEmpty() || (jobs != null && jobs < 0) || (hours != null && hours < 0)) {
                System.err.println(tenant.isEmpty() ? "There is no tenant of that name." : "A limit is not negative.");
                return BAD_DATA;
            }
            AuditLog audit = new AuditLog(database.jdbi(), Clock.systemUTC());
            Quotas.set(database.jdbi(), tenant.get().id().value(), jobs, hours, audit);
            return 0;
        });
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private interface Work {
        int run(Database database);
    }

    private static int with(OperatorPlace place, Work work) {
        try (Database database = place.open()) {
            return work.run(database);
        }
    }
}
