package org.chartwright.people.oidc;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chartwright.people.Person;

/**
 * Which provider, and what its claims mean here.
 *
 * @param issuer exactly as it calls itself
 * @param client what it calls this server
 * @param secret this server's secret there; empty for a client without one, which PKCE alone protects
 * @param name what people call it
 * @param scopes what is asked for, separated by spaces
 * @param account the claim that becomes the name of a new account
 * @param role the claim that holds groups or roles; dots lead into objects
 * @param roles what its values mean, the first that fits counts
 * @param tenant the claim that names the tenant; empty where all are of one
 * @param tenants the names of tenants by its values; of one tenant under the empty text where no claim says it
 */
public record OidcSettings(
        URI issuer,
        String client,
        String secret,
        String name,
        String scopes,
        String account,
        String role,
        List<RoleOf> roles,
        String tenant,
        Map<String, String> tenants) {

    /**
     * A value of the claim and the role that it gives.
     *
     * @param value exactly
     */
    public record RoleOf(String value, Person.Role role) {}

    /** Copies the lists. */
    public OidcSettings {
        roles = List.copyOf(roles);
        tenants = Map.copyOf(tenants);
    }

    /** What makes them unsafe or useless, for the operator; empty if nothing does. */
    public Optional<String> objection() {
        if (!OAuthHttp.isSafe(issuer) || issuer.getRawQuery() != null) {
            return Optional.of("the issuer must be an https:// address without user, query and fragment");
        }
        if (client.isBlank()) {
            return Optional.of("the client that the provider knows must be named");
        }
        if (!List.of(scopes.split(" ")).contains("openid")) {
            return Optional.of("the scopes must hold openid");
        }
        if (roles.isEmpty()) {
            return Optional.of("at least one value of the role claim must give a role");
        }
        return tenants.isEmpty() ? Optional.of("at least one tenant must be named") : Optional.empty();
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "OidcSettings[" + issuer + "]";
    }
}
