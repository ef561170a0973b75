package org.chartwright.server;

import jakarta.servlet.http.HttpServlet;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import org.chartwright.audit.AuditLog;
import org.chartwright.chart.Chart;
import org.chartwright.database.Database;
import org.chartwright.fhir.Beside;
import org.chartwright.fhir.FhirFace;
import org.chartwright.fhir.smart.SmartClients;
import org.chartwright.fhir.smart.SmartDoor;
import org.chartwright.fhir.smart.SmartTokens;
import org.jspecify.annotations.Nullable;

/** The servlets that show the record by FHIR, by the paths they answer. A bucket cannot be called {@code fhir} or {@code auth}. */
final class RecordFace {

    private RecordFace() {}

    /**
     * Opens them.
     *
     * @param beside what is shown besides the chart
     * @param named where clients reach this server, if it was told
     * @param here where it is reached, in any case
     */
    static Map<String, HttpServlet> open(
            Database database, Chart chart, Beside beside, @Nullable URI named, Supplier<URI> here, Clock clock) {
        SecureRandom luck = new SecureRandom();
        SmartClients clients = new SmartClients(database.jdbi(), clock, luck);
        SmartTokens tokens = new SmartTokens(database.jdbi(), clients, clock, luck);
        SmartDoor smart = new SmartDoor(tokens, () -> withoutSlash(here.get()));
        return Map.of(
                FhirFace.PATH + "/*", FhirFace.open(
                        chart, beside, smart, new AuditLog(database.jdbi(), clock),
                        named == null ? "" : withoutSlash(named) + FhirFace.PATH),
                SmartDoor.TOKEN, smart,
                SmartDoor.CONFIGURATION, smart);
    }

    private static String withoutSlash(URI address) {
        return address.toString().replaceAll("/+$", "");
    }
}
