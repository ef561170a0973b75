package org.chartwright.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http2.HTTP2Cipher;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ssl.pem.PemContent;

/**
 * This server's certificate and key, read from PEM files and read again when the files change. New connections get the new
 * certificate, old ones keep theirs; a pair that does not fit together is passed over until it does. Any thread.
 */
final class Tls implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Tls.class);
    private static final long LOOK_SECONDS = 10;
    private static final char[] NO_PASSWORD = {};
    private static final byte[] PROBE = "does the key belong to the certificate?".getBytes(StandardCharsets.US_ASCII);

    private final TlsFiles files;
    private final SslContextFactory.Server context = new SslContextFactory.Server();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("tls-files").factory());
    private String seen;

    private Tls(TlsFiles files) {
        this.files = files;
        this.seen = state();
    }

    /**
     * Reads both files and begins to watch them.
     *
     * @throws ConfigException if they cannot be read or do not belong together
     */
    static Tls open(TlsFiles files) {
        Tls tls = new Tls(files);
        tls.context.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        // HTTP/2 forbids many suites of TLS 1.2; those that it allows come first.
        tls.context.setCipherComparator(HTTP2Cipher.COMPARATOR);
        tls.context.setUseCipherSuitesOrder(true);
        tls.context.setKeyStorePassword("");
        try {
            tls.context.setKeyStore(read(files));
        } catch (IOException | GeneralSecurityException | RuntimeException _) {
            tls.close();
            throw new ConfigException("No TLS with " + files.certificate() + " and " + files.key() + ": they must be a PEM"
                    + " certificate (chain) and its PEM private key without a password.");
        }
        var _ = tls.watch.scheduleWithFixedDelay(tls::reloadIfChanged, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
        return tls;
    }

    /** For the listening connector. */
    SslContextFactory.Server context() {
        return context;
    }

    /** Takes new files up, if there are any; says whether it did. */
    synchronized boolean reloadIfChanged() {
        String now = state();
        if (now.equals(seen)) {
            return false;
        }
        seen = now;
        try {
            KeyStore store = read(files);
            context.reload(same -> same.setKeyStore(store));
            LOG.info("The certificate in {} is taken up", files.certificate());
            return true;
        } catch (Exception e) {
            // Perhaps one file of the two is still being written; its next change is looked at again.
            LOG.warn("The certificate in {} is not taken up ({}); the former one stays", files.certificate(), e.getClass());
            return false;
        }
    }

    private String state() {
        try {
            return Files.getLastModifiedTime(files.certificate()) + "/" + Files.size(files.certificate()) + "/"
                    + Files.getLastModifiedTime(files.key()) + "/" + Files.size(files.key());
        } catch (IOException _) {
            return "not readable";
        }
    }

    /** Both, if they belong together. */
    static KeyStore read(TlsFiles files) throws IOException, GeneralSecurityException {
        List<X509Certificate> chain = PemContent.load(files.certificate()).getCertificates();
        PrivateKey key = PemContent.load(files.key()).getPrivateKey();
        if (chain.isEmpty() || key == null) {
            throw new GeneralSecurityException("Nothing in it");
        }
        requirePair(chain.getFirst(), key);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        store.setKeyEntry("server", key, NO_PASSWORD, chain.toArray(X509Certificate[]::new));
        return store;
    }

    private static void requirePair(X509Certificate certificate, PrivateKey key) throws GeneralSecurityException {
        String algorithm = switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
        };
        Signature signer = Signature.getInstance(algorithm);
        signer.initSign(key);
        signer.update(PROBE);
        Signature check = Signature.getInstance(algorithm);
        check.initVerify(certificate.getPublicKey());
        check.update(PROBE);
        if (!check.verify(signer.sign())) {
            throw new GeneralSecurityException("Not a pair");
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
