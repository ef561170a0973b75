package org.chartwright.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.chartwright.people.Person.Role;
import org.chartwright.people.Ways;
import org.chartwright.people.oidc.OAuthHttp;
import org.chartwright.people.oidc.OidcProvider;
import org.chartwright.people.oidc.OidcSettings;

/** A house whose people sign in by a real, if small, provider of OpenID Connect; and the way of a browser there and back. */
final class ProviderTrips implements AutoCloseable {

    final WorkspaceHouse house;
    TestProvider provider;
    private final HttpClient browser = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    ProviderTrips(Path folder) throws Exception {
        house = new WorkspaceHouse(folder, (clock, address) -> {
            try {
                provider = new TestProvider(clock);
                OidcSettings settings = new OidcSettings(
                        URI.create(provider.issuer), TestProvider.CLIENT, TestProvider.SECRET, "St Agnes", "openid profile",
                        "preferred_username", "roles",
                        List.of(new OidcSettings.RoleOf("doctors", Role.CLINICIAN), new OidcSettings.RoleOf("privacy", Role.AUDITOR),
                                new OidcSettings.RoleOf("bosses", Role.ADMINISTRATOR)),
                        "", Map.of("", "default"));
                assertThat(settings.objection()).isEmpty();
                return new Ways(false, address, Optional.of(
                        new OidcProvider(settings, new OAuthHttp(SSLContext.getDefault()), clock)), List.of());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** What the browser holds between leaving for the provider and coming back from it. */
    record Trip(String go, String attempt) {}

    Trip leave(WorkspaceHouse.Browser person, String path, String back) throws Exception {
        house.forward(Duration.ofSeconds(2));
        WorkspaceHouse.Answer begun = person.post(path, Map.of("back", back));
        return new Trip(begun.expect(200).path("go").stringValue(), set(begun.http(), ProviderCalls.COOKIE).orElseThrow());
    }

    String atProvider(Trip trip) throws Exception {
        HttpResponse<Void> answer = browser.send(HttpRequest.newBuilder(URI.create(trip.go)).build(), BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    HttpResponse<String> back(String location, String cookie) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(URI.create(location.replace("localhost", "127.0.0.1"))).header("Cookie", cookie).build(),
                BodyHandlers.ofString());
    }

    static Optional<String> set(HttpResponse<?> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(line -> line.startsWith(name + "=") && !line.startsWith(name + "=;"))
                .map(line -> line.split(";", 2)[0])
                .findFirst();
    }

    HttpResponse<String> signIn() throws Exception {
        Trip trip = leave(house.stranger(), "session/provider", "visits/new");
        return back(atProvider(trip), trip.attempt);
    }

    /** Whoever sits before the provider's page, signed in. */
    WorkspaceHouse.Browser signedIn() throws Exception {
        return signedIn(signIn());
    }

    WorkspaceHouse.Browser signedIn(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Location")).contains("/app/visits/new");
        WorkspaceHouse.Browser person = house.stranger();
        person.cookie = set(answer, "__Host-chartwright").orElseThrow();
        return person;
    }

    @Override
    public void close() throws Exception {
        provider.close();
        house.close();
    }
}
