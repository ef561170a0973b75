package org.chartwright.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.http.ProtocolNegotiation;

/** The streaming journey of {@code stream-journey.txt}, made with the real clients against the started product. */
final class StreamIT {

    @TempDir
    static Path folder;

    private static byte[] pcm;
    private static List<String> journey;

    @BeforeAll
    static void prepare() throws IOException, InterruptedException {
        journey = Files.readAllLines(Path.of("stream-journey.txt"));
        pcm = visit("visit.pcm", "-f", "s16le");
    }

    /** The beginning of the visit, encoded in some way. */
    private static byte[] visit(String name, String... how) throws IOException, InterruptedException {
        Path file = folder.resolve(name);
        List<String> command = new ArrayList<>(List.of(
                "ffmpeg", "-v", "error", "-i", "../samples/visit/visit.ogg", "-t", "20", "-ac", "1", "-ar", "16000"));
        command.addAll(List.of(how));
        command.add(file.toString());
        Process made = new ProcessBuilder(command).inheritIO().start();
        assertThat(made.waitFor()).isZero();
        return Files.readAllBytes(file);
    }

    @Test
    void theJavaSdkStreamsFlacAndOpus() throws Exception {
        try (StartedServer server = StartedServer.start()) {
            assertThat(new StreamJourney(
                            server, visit("visit.flac", "-c:a", "flac"), "flac", "flac-notes",
                            ProtocolNegotiation.ASSUME_PROTOCOL).make())
                    .isEqualTo(journey);
            assertThat(new StreamJourney(
                            server, visit("visit.ogg", "-c:a", "libopus", "-b:a", "32k"), "ogg-opus", "opus-notes",
                            ProtocolNegotiation.ASSUME_PROTOCOL).make())
                    .isEqualTo(journey);
        }
    }

    @Test
    void theJavaSdkStreamsWithoutTls() throws Exception {
        try (StartedServer server = StartedServer.start()) {
            assertThat(new StreamJourney(server, pcm, "h2c-notes", ProtocolNegotiation.ASSUME_PROTOCOL).make())
                    .isEqualTo(journey);
        }
    }

    @Test
    void theJavaSdkStreamsOverTlsWithoutAlpnAndWithIt() throws Exception {
        Map<String, String> files = certificate();
        try (StartedServer server = StartedServer.with(files)) {
            assertThat(server.endpoint()).startsWith("https://");
            assertThat(new StreamJourney(server, pcm, "no-alpn-notes", ProtocolNegotiation.ASSUME_PROTOCOL).make())
                    .isEqualTo(journey);
            assertThat(new StreamJourney(server, pcm, "alpn-notes", ProtocolNegotiation.ALPN).make())
                    .isEqualTo(journey);
        }
    }

    @Test
    void theJavaScriptSdkStreams() throws Exception {
        Path js = Path.of("js");
        run(js, Map.of(), List.of("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"));
        try (StartedServer server = StartedServer.start()) {
            String said = run(js, server.environment(folder.resolve("visit.pcm")), List.of("node", "stream-journey.mjs"));
            assertThat(said.lines().filter(line -> line.startsWith("ok ")).map(line -> line.substring(3)).toList())
                    .isEqualTo(journey);
        }
    }

    /** Over TLS, because the SDK does not stream from a browser without; Chromium and Node take our own certificate. */
    @Test
    void theJavaScriptSdkStreamsFromABrowser() throws Exception {
        Path wav = folder.resolve("visit.wav");
        Process made = new ProcessBuilder(List.of(
                        "ffmpeg", "-v", "error", "-i", "../samples/visit/visit.ogg", "-t", "12", "-ac", "1", "-ar", "48000",
                        wav.toString()))
                .inheritIO()
                .start();
        assertThat(made.waitFor()).isZero();
        Path js = Path.of("js");
        run(js, Map.of(), List.of("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"));
        try (StartedServer server = StartedServer.with(certificate())) {
            Map<String, String> environment = new HashMap<>(server.environment(wav));
            environment.put("NODE_TLS_REJECT_UNAUTHORIZED", "0");
            environment.put("NODE_NO_WARNINGS", "1");
            String said = run(js, environment, List.of("node", "browser-journey.mjs"));
            assertThat(said.lines().filter(line -> line.startsWith("ok ")).map(line -> line.substring(3)).toList())
                    .isEqualTo(Files.readAllLines(Path.of("browser-journey.txt")));
        }
    }

    private static String run(Path where, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(where.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static Map<String, String> certificate() throws Exception {
        Path store = Files.createTempDirectory(folder, "tls").resolve("keys.p12");
        Process made = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "a",
                        "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "SAN=ip:127.0.0.1,dns:localhost", "-validity", "3",
                        "-storetype", "PKCS12", "-storepass", "secret", "-keystore", store.toString()))
                .inheritIO()
                .start();
        assertThat(made.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, "secret".toCharArray());
        }
        return Map.of(
                "server.tls-certificate", pem("certificate", "CERTIFICATE", keys.getCertificate("a").getEncoded()),
                "server.tls-key", pem("key", "PRIVATE KEY", keys.getKey("a", "secret".toCharArray()).getEncoded()));
    }

    private static String pem(String name, String kind, byte[] content) throws IOException {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(content);
        String text = "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
        return Files.writeString(folder.resolve(name + ".pem"), text).toString();
    }
}
