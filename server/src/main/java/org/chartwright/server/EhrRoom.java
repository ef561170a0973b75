package org.chartwright.server;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.chartwright.chart.Chart;
import org.chartwright.database.Database;
import org.chartwright.ehr.NoteSender;
import org.chartwright.ehr.hl7.Authorities;
import org.chartwright.events.TargetRules;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.pem.PemContent;

/** Opens what speaks with the hospital's own systems, as configured. */
public final class EhrRoom {

    private EhrRoom() {}

    static NoteSender sender(ServerConfig config, Database database, Chart chart, Clock clock) {
        return NoteSender.open(
                database.jdbi(), clock, chart,
                new NoteSender.Routes(
                        rules(config), tls(config.settings()), authorities(config.settings())));
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

    static ZoneId zone(Settings settings, Setting setting) {
        try {
            return ZoneId.of(settings.text(setting));
        } catch (DateTimeException _) {
            throw new ConfigException(setting.key() + " is no zone of time.");
        }
    }

    /** Whom hospital systems' certificates are believed from, and what is shown to those that want to see one of ours. */
    static SSLContext tls(Settings settings) {
        return context(settings, Setting.EHR_CERTIFICATES, own(settings));
    }

    /** Whoever Java trusts, or those alone whom the setting's file names. */
    static SSLContext trust(Settings settings, Setting certificates) {
        return context(settings, certificates, null);
    }

    private static SSLContext context(Settings settings, Setting certificates, KeyManager @Nullable [] own) {
        Optional<String> file = settings.maybe(certificates);
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(own, file.isEmpty() ? null : trusted(Path.of(file.get())), null);
            return context;
        } catch (IOException | GeneralSecurityException | IllegalStateException _) {
            throw new ConfigException(certificates.key() + " must be a file of PEM certificates.");
        }
    }

    private static KeyManager @Nullable [] own(Settings settings) {
        Optional<String> certificate = settings.maybe(Setting.EHR_CLIENT_CERTIFICATE);
        Optional<String> key = settings.maybe(Setting.EHR_CLIENT_KEY);
        if (certificate.isPresent() != key.isPresent()) {
            throw new ConfigException(Setting.EHR_CLIENT_CERTIFICATE.key() + " and " + Setting.EHR_CLIENT_KEY.key()
                    + " belong together: name both or none.");
        }
        if (certificate.isEmpty()) {
            return null;
        }
        try {
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(Tls.read(new TlsFiles(Path.of(certificate.get()), Path.of(key.orElseThrow()))), new char[0]);
            return factory.getKeyManagers();
        } catch (IOException | GeneralSecurityException | IllegalStateException _) {
            throw new ConfigException(Setting.EHR_CLIENT_CERTIFICATE.key() + " and " + Setting.EHR_CLIENT_KEY.key()
                    + " must be a PEM certificate (chain) and its PEM private key without a password.");
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
