package org.chartwright.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.UUID;
import org.chartwright.access.Tenants;
import org.chartwright.aws.ApiHouse;
import org.chartwright.chart.Chart;
import org.chartwright.database.Database;
import org.chartwright.database.TestDatabase;
import org.chartwright.fhir.NothingBeside;
import org.chartwright.fhir.smart.Scopes;
import org.chartwright.fhir.smart.SmartClients;
import org.chartwright.keys.TestSeals;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program's way to the record, over the server's own front. */
final class RecordFaceTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final URI NAMED = URI.create("https://scribe.example.org/");

    @Test
    void aRegisteredProgramGetsATokenAndWithItTheRecord() throws Exception {
        try (Database database = TestDatabase.fresh();
                ApiHouse house = new ApiHouse();
                HttpFront front = open(database, house);
                HttpClient http = HttpClient.newHttpClient()) {
            String base = "http://127.0.0.1:" + front.port();
            Tenants tenants = new Tenants(database.jdbi(), Clock.systemUTC(), new SecureRandom());
            tenants.add("clinic");
            ECKey key = new ECKeyGenerator(Curve.P_384).keyID("one").generate();
            String client = new SmartClients(database.jdbi(), Clock.systemUTC(), new SecureRandom())
                    .add(tenants.find("clinic").orElseThrow().id(), "ehr", new JWKSet(key).toString(), Scopes.parse("system/*.cruds"))
                    .orElseThrow();

            JsonNode told = JSON.readTree(get(http, base + "/fhir/.well-known/smart-configuration", "").body());
            String audience = told.path("token_endpoint").stringValue();
            assertThat(audience).isEqualTo("https://scribe.example.org/auth/token");
            assertThat(get(http, base + "/fhir/metadata", "").body()).contains("CapabilityStatement");
            assertThat(get(http, base + "/fhir/Patient", "").statusCode()).isEqualTo(401);

            String form = "grant_type=client_credentials&scope=system%2FPatient.crus&client_assertion_type="
                    + URLEncoder.encode("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", StandardCharsets.UTF_8)
                    + "&client_assertion=" + assertion(key, client, audience);
            HttpResponse<String> given = post(http, base + "/auth/token", "", "application/x-www-form-urlencoded", form);
            assertThat(given.statusCode()).isEqualTo(200);
            String token = JSON.readTree(given.body()).path("access_token").stringValue();
            assertThat(post(http, base + "/auth/token", "", "application/x-www-form-urlencoded", form).statusCode())
                    .as("the same assertion again")
                    .isEqualTo(401);

            HttpResponse<String> made = post(
                    http, base + "/fhir/Patient", token, "application/fhir+json",
                    "{\"resourceType\":\"Patient\",\"name\":[{\"family\":\"Pena\"}],\"gender\":\"female\"}");
            assertThat(made.statusCode()).isEqualTo(201);
            assertThat(made.headers().firstValue("Location").orElse("")).startsWith("https://scribe.example.org/fhir/Patient/");
            assertThat(get(http, base + "/fhir/Patient?family=pe", token).body()).contains("\"total\":1");
            assertThat(get(http, base + "/fhir/Encounter", token).statusCode()).isEqualTo(403);
        }
    }

    private static HttpFront open(Database database, ApiHouse house) {
        Chart chart = new Chart(database.jdbi(), Clock.systemUTC(), TestSeals.make(), new SecureRandom());
        return HttpFront.open(
                new ServerConfig.Http("127.0.0.1", 0, 100, Duration.ofSeconds(1)),
                null,
                new FrontServlet(house.api(), (_, response) -> response.setStatus(299), new Health()),
                RecordFace.open(database, chart, new NothingBeside(), NAMED, () -> NAMED, Clock.systemUTC()));
    }

    private static String assertion(ECKey key, String client, String audience) throws Exception {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES384).keyID("one").build(),
                new JWTClaimsSet.Builder()
                        .issuer(client)
                        .subject(client)
                        .audience(audience)
                        .expirationTime(Date.from(Clock.systemUTC().instant().plusSeconds(120)))
                        .jwtID(UUID.randomUUID().toString())
                        .build());
        jwt.sign(new ECDSASigner(key));
        return jwt.serialize();
    }

    private static HttpResponse<String> get(HttpClient http, String url, String token) throws Exception {
        return http.send(with(token, HttpRequest.newBuilder(URI.create(url))).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(HttpClient http, String url, String token, String type, String body)
            throws Exception {
        return http.send(
                with(token, HttpRequest.newBuilder(URI.create(url)).header("Content-Type", type))
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpRequest.Builder with(String token, HttpRequest.Builder request) {
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }
}
