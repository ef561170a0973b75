package org.chartwright.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a server's certificate lies.
 *
 * @param certificate the PEM certificate, followed by those that signed it
 * @param key its PEM private key, without a password
 */
record TlsFiles(Path certificate, Path key) {

    /**
     * As configured; empty when nothing is said of TLS.
     *
     * @throws ConfigException if only one is named, or if others could listen in
     */
    static Optional<TlsFiles> of(Settings settings) {
        Optional<String> certificate = settings.maybe(Setting.SERVER_TLS_CERTIFICATE);
        Optional<String> key = settings.maybe(Setting.SERVER_TLS_KEY);
        if (certificate.isPresent() != key.isPresent()) {
            throw new ConfigException(Setting.SERVER_TLS_CERTIFICATE.key() + " and " + Setting.SERVER_TLS_KEY.key()
                    + " belong together: name both or none.");
        }
        String host = settings.text(Setting.SERVER_HOST);
        if (certificate.isEmpty() && !settings.flag(Setting.SERVER_PLAIN_HTTP) && !isLoopback(host)) {
            throw new ConfigException("Listening on " + host + " without TLS would let others read along. Name "
                    + Setting.SERVER_TLS_CERTIFICATE.key() + " and " + Setting.SERVER_TLS_KEY.key() + ", or set "
                    + Setting.SERVER_PLAIN_HTTP.key() + " = true if TLS is ended before this server.");
        }
        return certificate.map(file -> new TlsFiles(Path.of(file), Path.of(key.orElseThrow())));
    }

    static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException _) {
            throw new ConfigException(Setting.SERVER_HOST.key() + " is not an address of this machine: " + host);
        }
    }
}
