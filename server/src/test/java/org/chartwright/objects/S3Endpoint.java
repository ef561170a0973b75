package org.chartwright.objects;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.chartwright.access.AccessKey;
import org.chartwright.access.CommonPolicies;
import org.chartwright.access.KnownKeys;
import org.chartwright.access.TenantId;
import org.chartwright.audit.Act;
import org.chartwright.audit.Outcome;
import org.chartwright.keys.TestNamedKeys;
import org.chartwright.keys.TestSeals;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** The embedded store behind a real web server on a free port, with two tenants, for tests. */
final class S3Endpoint implements AutoCloseable {

    static final TenantId ANNA = new TenantId(UUID.fromString("00000000-0000-0000-0000-00000000000a"));
    static final TenantId BERT = new TenantId(UUID.fromString("00000000-0000-0000-0000-00000000000b"));
    static final AccessKey ANNAS = new AccessKey("AKIAANNAANNAANNAANNA", "annas-secret-annas-secret-annas-secret-a");
    static final AccessKey BERTS = new AccessKey("AKIABERTBERTBERTBERT", "berts-secret-berts-secret-berts-secret-b");

    final KnownKeys keys = new KnownKeys()
            .with(ANNAS, ANNA, CommonPolicies.ADMINISTRATOR.document())
            .with(BERTS, BERT, CommonPolicies.ADMINISTRATOR.document());

    /** Which scopes have ended, and keys by name, which tests set. */
    final Set<UUID> ended = ConcurrentHashMap.newKeySet();

    /** What was recorded: action, object, outcome. */
    final List<String> recorded = new CopyOnWriteArrayList<>();

    /** Whether nothing can be recorded. */
    volatile boolean full;

    final TestNamedKeys named = new TestNamedKeys();
    final EmbeddedS3 embedded;
    private final Server server;

    S3Endpoint(Path folder) throws Exception {
        ObjectKeys objectKeys = new ObjectKeys(TestSeals.make(named), (_, scope) -> ended.add(scope), named);
        embedded = new EmbeddedS3(folder, keys, objectKeys, this::record, Clock.systemUTC());
        server = new Server();
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setUriCompliance(UriCompliance.UNSAFE);
        configuration.setHttpCompliance(HttpCompliance.LEGACY);
        configuration.setHeaderCacheCaseSensitive(true);
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(configuration));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        context.getServletHandler().setDecodeAmbiguousURIs(true);
        context.addServlet(new ServletHolder(new HttpServlet() {
            @Override
            protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
                embedded.serve(request, response);
            }
        }), "/*");
        server.setHandler(context);
        server.start();
    }

    private void record(Act act, Outcome outcome, String reason) {
        if (full) {
            throw new IllegalStateException("The record cannot be written");
        }
        recorded.add(act.action() + " " + act.object() + " " + outcome + (reason.isEmpty() ? "" : " " + reason));
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort());
    }

    S3Client client(AccessKey key) {
        return client(key, 3);
    }

    /** A client that tries so often. */
    S3Client client(AccessKey key, int attempts) {
        return S3Client.builder()
                .overrideConfiguration(o -> o.retryStrategy(r -> r.maxAttempts(attempts)))
                .endpointOverride(uri())
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .credentialsProvider(credentials(key))
                .build();
    }

    S3Presigner presigner(AccessKey key) {
        return S3Presigner.builder()
                .endpointOverride(uri())
                .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .region(Region.US_EAST_1)
                .credentialsProvider(credentials(key))
                .build();
    }

    private static StaticCredentialsProvider credentials(AccessKey key) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(key.id(), key.secret()));
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}
