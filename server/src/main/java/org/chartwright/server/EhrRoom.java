package org.chartwright.server;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.chartwright.chart.Chart;
import org.chartwright.database.Database;
import org.chartwright.ehr.NoteSender;
import org.chartwright.ehr.hl7.Authorities;
import org.chartwright.events.TargetRules;
import org.springframework.boot.ssl.pem.PemContent;

/** Opens what speaks with the hospital's own systems, as configured. */
public final class EhrRoom {

    private EhrRoom() {}

    static NoteSender sender(ServerConfig config, Database database, Chart chart, Clock clock) {
        return NoteSender.open(
                database.jdbi(), clock, chart,
                new NoteSender.Routes(rules(config), trust(config.settings()), authorities(config.settings())));
    }

    /** Where notes may go. */
    public static TargetRules rules(ServerConfig config) {
        return EventRoom.trusting(config.settings(), Setting.EHR_TRUSTED_HOSTS);
    }

    static Authorities authorities(Settings settings) {
        try {
            return Authorities.parse(settings.text(Setting.EHR_AUTHORITIES));
        } catch (IllegalArgumentException e) {
            throw new ConfigException(Setting.EHR_AUTHORITIES.key() + ": " + e.getMessage() + ".");
        }
    }

    private static SSLContext trust(Settings settings) {
        Optional<String> file = settings.maybe(Setting.EHR_CERTIFICATES);
        try {
            if (file.isEmpty()) {
                return SSLContext.getDefault();
            }
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            List<X509Certificate> certificates = PemContent.load(Path.of(file.get())).getCertificates();
            for (X509Certificate certificate : certificates) {
                trusted.setCertificateEntry(Integer.toString(trusted.size()), certificate);
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, factory.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException | IllegalStateException _) {
            throw new ConfigException(Setting.EHR_CERTIFICATES.key() + " must be a file of PEM certificates.");
        }
    }
}
