package org.chartwright.server;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.chartwright.access.Tenants;
import org.chartwright.people.Person;
import org.chartwright.people.Ways;
import org.chartwright.people.oidc.ClientKeys;
import org.chartwright.people.oidc.ClientProof;
import org.chartwright.people.oidc.OAuthHttp;
import org.chartwright.people.oidc.OidcProvider;
import org.chartwright.people.oidc.OidcSettings;
import org.chartwright.people.oidc.SmartServer;
import org.chartwright.people.oidc.SmartSettings;
import org.chartwright.workspace.VisitSight;

/** Says how people may prove themselves, as configured. */
final class SignInRoom {

    private SignInRoom() {}

    /**
     * Refuses to start with settings that are unsafe, or with which nobody could sign in.
     *
     * @throws ConfigException with what to change
     */
    static void require(Settings settings) {
        var _ = sight(settings);
        boolean ledBack = !ehrs(settings).isEmpty();
        Optional<URI> address = address(settings);
        Optional<OidcSettings> provider = provider(settings);
        if (provider.isEmpty() && !settings.flag(Setting.PEOPLE_LOCAL)) {
            throw new ConfigException("Nobody could sign in: " + Setting.PEOPLE_LOCAL.key() + " is false and no "
                    + Setting.PEOPLE_OIDC_ISSUER.key() + " is named.");
        }
        ledBack |= provider.isPresent();
        if (ledBack && address.isEmpty() && !TlsFiles.isLoopback(settings.text(Setting.SERVER_HOST))) {
            throw new ConfigException(Setting.WORKSPACE_ADDRESS.key() + " must be named: the identity provider or the EHR leads"
                    + " people back there.");
        }
        if (ledBack && address.isPresent() && !OAuthHttp.isSafe(address.get())) {
            throw new ConfigException(address.get() + " must begin with https://: the identity provider or the EHR leads people"
                    + " back there.");
        }
    }

    /** As configured; where the server is reached is asked for once it listens. */
    static Ways ways(ServerConfig config, Supplier<URI> here, Clock clock) {
        Settings settings = config.settings();
        Optional<URI> named = address(settings);
        return new Ways(
                settings.flag(Setting.PEOPLE_LOCAL),
                () -> named.orElseGet(() -> URI.create(here.get().toString().replaceFirst("://(127\\.0\\.0\\.1|\\[::1])", "://localhost"))),
                provider(settings).map(one -> new OidcProvider(
                        one, new OAuthHttp(EhrRoom.trust(settings, Setting.PEOPLE_OIDC_CERTIFICATES)), clock)),
                ehrs(settings).stream()
                        .map(one -> new SmartServer(one, new OAuthHttp(EhrRoom.tls(settings)), clock))
                        .toList());
    }

    private static List<SmartSettings> ehrs(Settings settings) {
        Map<String, String> tenants = pairs(settings, Setting.EHR_SMART_TENANTS);
        List<SmartSettings> found = new ArrayList<>();
        pairs(settings, Setting.EHR_SMART_SERVERS).forEach((name, address) -> {
            SmartSettings made = new SmartSettings(
                    name,
                    uri(Setting.EHR_SMART_SERVERS, address.replaceAll("/+$", "")),
                    settings.text(Setting.EHR_SMART_CLIENT),
                    proof(settings),
                    tenants.getOrDefault(name, Tenants.DEFAULT));
            made.objection().ifPresent(objection -> {
                throw new ConfigException("An EHR (ehr.smart-…): " + objection + ".");
            });
            found.add(made);
        });
        return found;
    }

    private static ClientProof proof(Settings settings) {
        Optional<String> secret = settings.secret(Setting.EHR_SMART_SECRET_FILE);
        Optional<String> keys = settings.secret(Setting.EHR_SMART_KEY_FILE);
        if (secret.isPresent() && keys.isPresent()) {
            throw new ConfigException("Either " + Setting.EHR_SMART_SECRET_FILE.key() + " or " + Setting.EHR_SMART_KEY_FILE.key() + ".");
        }
        try {
            return keys.<ClientProof>map(text -> new ClientProof.Key(ClientKeys.read(text)))
                    .orElseGet(() -> ClientProof.ofSecret(secret.orElse("")));
        } catch (IllegalArgumentException e) {
            throw new ConfigException(Setting.EHR_SMART_KEY_FILE.key() + ": " + e.getMessage() + ".");
        }
    }

    /** Which visits clinicians work with. */
    static VisitSight.Rule sight(Settings settings) {
        return switch (settings.text(Setting.WORKSPACE_VISITS)) {
            case "all" -> VisitSight.Rule.ALL;
            case "own" -> VisitSight.Rule.OWN;
            default -> throw new ConfigException(Setting.WORKSPACE_VISITS.key() + " must be all or own.");
        };
    }

    private static Optional<URI> address(Settings settings) {
        return Stream.of(Setting.WORKSPACE_ADDRESS, Setting.AWS_ENDPOINT)
                .flatMap(setting -> settings.maybe(setting).map(text -> ServerConfig.address(setting, text)).stream())
                .findFirst();
    }

    private static Optional<OidcSettings> provider(Settings settings) {
        return settings.maybe(Setting.PEOPLE_OIDC_ISSUER).map(issuer -> {
            OidcSettings made = new OidcSettings(
                    uri(Setting.PEOPLE_OIDC_ISSUER, issuer),
                    settings.text(Setting.PEOPLE_OIDC_CLIENT),
                    settings.secret(Setting.PEOPLE_OIDC_SECRET_FILE).orElse(""),
                    settings.text(Setting.PEOPLE_OIDC_NAME),
                    settings.text(Setting.PEOPLE_OIDC_SCOPES),
                    settings.text(Setting.PEOPLE_OIDC_ACCOUNT_CLAIM),
                    settings.text(Setting.PEOPLE_OIDC_ROLE_CLAIM),
                    roles(settings),
                    settings.text(Setting.PEOPLE_OIDC_TENANT_CLAIM),
                    tenants(settings));
            made.objection().ifPresent(objection -> {
                throw new ConfigException("The identity provider (people.oidc-…): " + objection + ".");
            });
            return made;
        });
    }

    private static URI uri(Setting setting, String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException _) {
            throw new ConfigException(setting.key() + " is not an address.");
        }
    }

    private static List<OidcSettings.RoleOf> roles(Settings settings) {
        List<OidcSettings.RoleOf> roles = new ArrayList<>();
        pairs(settings, Setting.PEOPLE_OIDC_ROLES).forEach((value, role) -> {
            try {
                roles.add(new OidcSettings.RoleOf(value, Person.Role.valueOf(role.toUpperCase(Locale.ROOT))));
            } catch (IllegalArgumentException _) {
                throw new ConfigException(Setting.PEOPLE_OIDC_ROLES.key()
                        + " gives a role that there is not; there are clinician, reviewer, auditor and administrator.");
            }
        });
        return roles;
    }

    private static Map<String, String> tenants(Settings settings) {
        return settings.text(Setting.PEOPLE_OIDC_TENANT_CLAIM).isEmpty()
                ? Map.of("", settings.text(Setting.PEOPLE_OIDC_TENANTS))
                : pairs(settings, Setting.PEOPLE_OIDC_TENANTS);
    }

    private static Map<String, String> pairs(Settings settings, Setting setting) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : settings.text(setting).split(",", -1)) {
            int at = pair.lastIndexOf('=');
            if (pair.isBlank()) {
                continue;
            }
            if (at < 1 || pair.substring(at + 1).isBlank() || pairs.put(pair.substring(0, at).strip(), pair.substring(at + 1).strip()) != null) {
                throw new ConfigException(setting.key() + " must be pairs such as doctors=clinician, separated by commas.");
            }
        }
        return pairs;
    }
}
