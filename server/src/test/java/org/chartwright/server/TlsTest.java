package org.chartwright.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.chartwright.aws.ApiHouse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.ProtocolNegotiation;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.transcribe.TranscribeAsyncClient;

final class TlsTest {

    @TempDir
    private static Path folder;

    private static ApiHouse house;
    private static TestCertificate certificate;
    private static Tls tls;
    private static HttpFront front;

    @BeforeAll
    static void open() throws Exception {
        house = new ApiHouse();
        certificate = TestCertificate.make(folder, "first", "EC");
        tls = Tls.open(certificate.files());
        front = HttpFront.open(
                new ServerConfig.Http("127.0.0.1", 0, 100, Duration.ofSeconds(1)),
                tls,
                new FrontServlet(house.api(), (request, response) -> response.setStatus(299), new Health()),
                Map.of());
    }

    @AfterAll
    static void close() {
        front.close();
        tls.close();
        house.close();
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void bothVersionsOfHttpAreSpokenOverTls(HttpClient.Version version) throws Exception {
        try (HttpClient client = HttpClient.newBuilder().version(version).sslContext(certificate.client()).build()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + front.port() + "/health/live")).build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.version()).isEqualTo(version);
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).contains("max-age=31536000; includeSubDomains");
        }
    }

    @ParameterizedTest
    @EnumSource(ProtocolNegotiation.class)
    void theJavaSdkSpeaksHttp2OverTlsWithAlpnAndWithout(ProtocolNegotiation negotiation) throws Exception {
        ApiHouse.Client caller = house.client("tls-" + negotiation.ordinal());
        try (TranscribeAsyncClient http2 = TranscribeAsyncClient.builder()
                .endpointOverride(URI.create("https://127.0.0.1:" + front.port()))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(caller.key().id(), caller.key().secret())))
                .httpClient(NettyNioAsyncHttpClient.builder()
                        .protocol(Protocol.HTTP2)
                        .protocolNegotiation(negotiation)
                        .tlsTrustManagersProvider(trust()::getTrustManagers)
                        .build())
                .build()) {
            assertThat(http2.listMedicalScribeJobs(list -> list.maxResults(1)).join().sdkHttpResponse().statusCode())
                    .isEqualTo(200);
        }
    }

    /** As browsers do for a WebSocket. */
    @Test
    void aClientThatOffersOnlyTheOlderHttpGetsIt() throws Exception {
        try (SSLSocket socket =
                (SSLSocket) certificate.client().getSocketFactory().createSocket("127.0.0.1", front.port())) {
            SSLParameters offers = socket.getSSLParameters();
            offers.setApplicationProtocols(new String[] {"http/1.1"});
            socket.setSSLParameters(offers);
            socket.startHandshake();
            assertThat(socket.getApplicationProtocol()).isEqualTo("http/1.1");
        }
    }

    private static TrustManagerFactory trust() throws Exception {
        return certificate.trust();
    }

    @Test
    void olderTlsIsRefused() throws Exception {
        try (SSLSocket socket =
                (SSLSocket) certificate.client().getSocketFactory().createSocket("127.0.0.1", front.port())) {
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
            socket.startHandshake();
            assertThat(socket.getSession().getProtocol()).isEqualTo("TLSv1.2");
        }
        try (SSLSocket socket =
                (SSLSocket) certificate.client().getSocketFactory().createSocket("127.0.0.1", front.port())) {
            assertThatThrownBy(() -> {
                socket.setEnabledProtocols(new String[] {"TLSv1.1"});
                socket.startHandshake();
            }).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aNewCertificateIsTakenUpWithoutARestart() throws Exception {
        TestCertificate before = TestCertificate.make(folder, "before", "EC");
        TestCertificate after = TestCertificate.make(folder, "after", "RSA");
        try (Tls own = Tls.open(before.files());
                HttpFront listening = HttpFront.open(
                        new ServerConfig.Http("127.0.0.1", 0, 100, Duration.ofSeconds(1)),
                        own,
                        new FrontServlet(house.api(), (_, _) -> {}, new Health()),
                        Map.of())) {
            assertThat(own.reloadIfChanged()).isFalse();
            shake(before, listening.port());
            replace(after.certificate(), before.certificate());
            assertThat(own.reloadIfChanged()).as("the key does not fit yet").isFalse();
            shake(before, listening.port());
            replace(after.key(), before.key());
            assertThat(own.reloadIfChanged()).isTrue();
            shake(after, listening.port());
            assertThatThrownBy(() -> shake(before, listening.port())).isInstanceOf(SSLException.class);
        }
    }

    private static void replace(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(to, FileTime.from(Instant.now().plusSeconds(60)));
    }

    private static void shake(TestCertificate trusted, int port) throws Exception {
        try (SSLSocket socket = (SSLSocket) trusted.client().getSocketFactory().createSocket("127.0.0.1", port)) {
            socket.startHandshake();
        }
    }

    @Test
    void filesThatAreNoPairAreRefusedAtTheStart() throws Exception {
        TestCertificate one = TestCertificate.make(folder, "one", "EC");
        TestCertificate other = TestCertificate.make(folder, "other", "EC");
        assertThatThrownBy(() -> Tls.open(new TlsFiles(one.certificate(), other.key()))).isInstanceOf(ConfigException.class);
        assertThatThrownBy(() -> Tls.open(new TlsFiles(folder.resolve("none"), one.key())))
                .isInstanceOf(ConfigException.class);
    }

    @Test
    void nothingIsServedToOthersInTheClearUnlessThatIsSaid() {
        Settings open = Settings.usual().with(Setting.SERVER_HOST, "0.0.0.0");
        assertThatThrownBy(() -> ServerConfig.of(open))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("server.plain-http");
        assertThat(ServerConfig.of(open.with(Setting.SERVER_PLAIN_HTTP, "true")).http().host()).isEqualTo("0.0.0.0");
        assertThat(ServerConfig.of(open.with(Setting.SERVER_TLS_CERTIFICATE, "a").with(Setting.SERVER_TLS_KEY, "b")).http()
                        .host())
                .isEqualTo("0.0.0.0");
        assertThatThrownBy(() -> ServerConfig.of(Settings.usual().with(Setting.SERVER_TLS_KEY, "b")))
                .isInstanceOf(ConfigException.class);
    }
}
