package org.chartwright.people.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chartwright.people.Person;
import org.chartwright.people.oidc.OidcException.Reason;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whom a provider vouches for, in our terms.
 *
 * @param issuer which provider
 * @param subject what it calls them for ever
 * @param tenant the name of their tenant here
 * @param account what a new account of theirs would be called
 * @param name what they are called
 * @param role what they are here for
 * @param session what the provider calls their session there; empty where it does not say
 */
public record Identity(
        String issuer, String subject, String tenant, String account, String name, Person.Role role, String session) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ACCOUNT = 64;
    private static final int LONGEST_SUBJECT = 255;

    /** Says nothing. */
    @Override
    public String toString() {
        return "Identity[]";
    }

    /** Whether a token alone says what must be known. */
    static boolean isComplete(OidcSettings settings, JWTClaimsSet claims) {
        JsonNode told = tree(claims);
        return !claim(told, settings.role()).isMissingNode()
                && (settings.tenant().isEmpty() || !claim(told, settings.tenant()).isMissingNode());
    }

    static Identity of(OidcSettings settings, JWTClaimsSet claims, @Nullable JsonNode more) throws OidcException {
        JsonNode told = tree(claims);
        String subject = String.valueOf(claims.getSubject());
        if (subject.length() > LONGEST_SUBJECT) {
            throw new OidcException(Reason.TOKEN);
        }
        String account = account(text(told, more, settings.account()));
        String name = text(told, more, "name").strip();
        return new Identity(
                settings.issuer().toString(),
                subject,
                tenant(settings, told, more),
                account,
                name.isEmpty() || name.length() > LONGEST_NAME ? account : name,
                role(settings, told, more),
                claim(told, "sid").asString(""));
    }

    private static Person.Role role(OidcSettings settings, JsonNode told, @Nullable JsonNode more) throws OidcException {
        Collection<String> values = values(told, more, settings.role());
        return settings.roles().stream()
                .filter(one -> values.contains(one.value()))
                .map(OidcSettings.RoleOf::role)
                .findFirst()
                .orElseThrow(() -> new OidcException(Reason.ROLE));
    }

    private static String tenant(OidcSettings settings, JsonNode told, @Nullable JsonNode more) throws OidcException {
        Collection<String> values = settings.tenant().isEmpty() ? List.of("") : values(told, more, settings.tenant());
        List<String> tenants = values.stream()
                .map(settings.tenants()::get)
                .filter(found -> found != null)
                .distinct()
                .toList();
        // Of two tenants' people nobody knows for which one they come.
        if (tenants.size() != 1) {
            throw new OidcException(Reason.TENANT);
        }
        return tenants.getFirst();
    }

    /** What accounts are called is narrower than what providers call people: what stands before the @, without accents. */
    private static String account(String given) {
        String plain = Normalizer.normalize(given, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("@.*", "")
                .replaceAll("[^a-z0-9._-]+", "-")
                .replaceAll("^[^a-z0-9]+|[^a-z0-9]+$", "");
        return plain.substring(0, Math.min(plain.length(), LONGEST_ACCOUNT));
    }

    private static JsonNode tree(JWTClaimsSet claims) {
        Map<String, Object> all = claims.toJSONObject();
        return JSON.valueToTree(all);
    }

    private static String text(JsonNode told, @Nullable JsonNode more, String name) {
        String text = claim(told, name).asString("");
        return text.isEmpty() && more != null ? claim(more, name).asString("") : text;
    }

    private static Collection<String> values(JsonNode told, @Nullable JsonNode more, String name) {
        JsonNode found = claim(told, name);
        if (found.isMissingNode() && more != null) {
            found = claim(more, name);
        }
        return found.isArray()
                ? found.valueStream().map(one -> one.asString("")).toList()
                : List.of(found.asString(""));
    }

    /** The claim of that name, or what its dots lead to. */
    private static JsonNode claim(JsonNode told, String name) {
        JsonNode found = told.path(name);
        if (found.isMissingNode() && name.contains(".")) {
            found = told;
            for (String step : name.split("\\.")) {
                found = found.path(step);
            }
        }
        return found;
    }
}
