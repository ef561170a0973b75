package org.chartwright.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.chartwright.access.TenantId;
import org.chartwright.access.Tenants;
import org.chartwright.chart.Chart;
import org.chartwright.database.Database;
import org.chartwright.ehr.AdtListener;
import org.chartwright.ehr.Arrivals;

/** Opens what listens to the hospital's admissions, as configured; nothing, unless it is. */
final class AdtRoom {

    private AdtRoom() {}

    /**
     * Begins to listen.
     *
     * @throws ConfigException if it is told where to listen and not to whom, or if anybody could speak
     */
    static Optional<AdtListener> listener(ServerConfig config, Database database, Chart chart, Clock clock) {
        Settings settings = config.settings();
        int port = settings.number(Setting.EHR_ADT_PORT, 0, 65_535);
        if (port == 0) {
            return Optional.empty();
        }
        String host = settings.text(Setting.EHR_ADT_HOST);
        Arrivals.Feed feed = new Arrivals.Feed(
                senders(settings, new Tenants(database.jdbi(), clock, new SecureRandom())),
                EhrRoom.authorities(settings),
                EhrRoom.zone(settings, Setting.EHR_ADT_ZONE));
        Arrivals arrivals = new Arrivals(database.jdbi(), clock, chart, feed);
        try {
            return Optional.of(AdtListener.open(door(settings, host), new InetSocketAddress(host, port), arrivals, clock));
        } catch (IOException | GeneralSecurityException | IllegalStateException _) {
            throw new ConfigException("Admissions cannot be listened to on " + host + ":" + port + ". Is the port free, and are "
                    + Setting.EHR_ADT_CLIENTS.key() + " and " + Setting.SERVER_TLS_CERTIFICATE.key() + " PEM files?");
        }
    }

    /** Without a certificate nobody proves who they are; beyond this machine that would open the record to anybody. */
    private static ServerSocket door(Settings settings, String host) throws IOException, GeneralSecurityException {
        Optional<String> clients = settings.maybe(Setting.EHR_ADT_CLIENTS);
        Optional<TlsFiles> files = TlsFiles.of(settings);
        if (clients.isEmpty()) {
            if (!TlsFiles.isLoopback(host)) {
                throw new ConfigException("Listening to admissions on " + host + " would let anybody write into the record. Name "
                        + Setting.EHR_ADT_CLIENTS.key() + ".");
            }
            return new ServerSocket();
        }
        if (files.isEmpty()) {
            throw new ConfigException(Setting.EHR_ADT_CLIENTS.key() + " needs " + Setting.SERVER_TLS_CERTIFICATE.key() + " and "
                    + Setting.SERVER_TLS_KEY.key() + ".");
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(Tls.read(files.get()), new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), EhrRoom.trusted(Path.of(clients.get())), null);
        SSLServerSocket door = (SSLServerSocket) context.getServerSocketFactory().createServerSocket();
        door.setNeedClientAuth(true);
        return door;
    }

    private static Map<String, TenantId> senders(Settings settings, Tenants tenants) {
        Map<String, TenantId> senders = new HashMap<>();
        for (String pair : settings.text(Setting.EHR_ADT_SENDERS).split(",", -1)) {
            if (!pair.isBlank()) {
                String[] sides = pair.strip().split("=", 2);
                if (sides.length < 2 || !sides[0].matches("[^|]+\\|[^|]*")) {
                    throw new ConfigException(Setting.EHR_ADT_SENDERS.key() + " looks like ADT|HOSP=default.");
                }
                senders.put(sides[0].strip(), tenants.find(sides[1].strip())
                        .orElseThrow(() -> new ConfigException(
                                Setting.EHR_ADT_SENDERS.key() + " names a tenant that there is not: " + sides[1].strip()))
                        .id());
            }
        }
        if (senders.isEmpty()) {
            throw new ConfigException(Setting.EHR_ADT_PORT.key() + " needs " + Setting.EHR_ADT_SENDERS.key() + ".");
        }
        return senders;
    }
}
