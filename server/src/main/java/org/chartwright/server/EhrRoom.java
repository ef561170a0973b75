package org.chartwright.server;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
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
                new NoteSender.Routes(
                        rules(config), trust(config.settings(), Setting.EHR_CERTIFICATES), authorities(config.settings())));
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

    /** Whoever Java trusts, or those alone whom the setting's file names. */
    static SSLContext trust(Settings settings, Setting certificates) {
        Optional<String> file = settings.maybe(certificates);
        try {
            if (file.isEmpty()) {
                return SSLContext.getDefault();
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trusted(Path.of(file.get())), null);
            return context;
        } catch (IOException | GeneralSecurityException | IllegalStateException _) {
            throw new ConfigException(certificates.key() + " must be a file of PEM certificates.");
        }
    }

    /** Those of the file, and no others. */
    static TrustManager[] trusted(Path file) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        for (X509Certificate certificate : PemContent.load(file).getCertificates()) {
            trusted.setCertificateEntry(Integer.toString(trusted.size()), certificate);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        return factory.getTrustManagers();
    }
}
