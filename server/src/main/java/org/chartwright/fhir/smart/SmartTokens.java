package org.chartwright.fhir.smart;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.chartwright.audit.Act;
import org.chartwright.audit.Actor;
import org.chartwright.audit.AuditLog;
import org.chartwright.database.TenantRows;
import org.chartwright.fhir.Caller;
import org.chartwright.fhir.smart.SmartClients.SmartClient;
import org.jdbi.v3.core.Jdbi;

/**
 * Gives tokens for signed assertions (RFC 7523, SMART App Launch 2) and knows whose a token is. What is given or refused is in the audit
 * record, as a program's signing in. Any thread.
 */
public final class SmartTokens {

    /** How long a token lives. */
    public static final Duration LIFE = Duration.ofMinutes(5);

    private static final Duration LONGEST_ASSERTION = Duration.ofMinutes(5);
    private static final Duration SKEW = Duration.ofSeconds(30);
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS384, JWSAlgorithm.ES384, JWSAlgorithm.RS256, JWSAlgorithm.ES256);
    private static final int WEAKEST_RSA = 2048;
    private static final String ACTION = "fhir:SignIn";

    private final Jdbi jdbi;
    private final SmartClients clients;
    private final Clock clock;
    private final SecureRandom luck;
    private final AuditLog audit;

    /** Those in that database; the clock's zone is that of days which programs name without one. */
    public SmartTokens(Jdbi jdbi, SmartClients clients, Clock clock, SecureRandom luck) {
        this.jdbi = jdbi;
        this.clients = clients;
        this.clock = clock;
        this.luck = luck;
        this.audit = new AuditLog(jdbi, clock);
    }

    /** Why no token is given, by the names of RFC 6749. */
    public enum Refusal {
        /** The program does not prove who it is. */
        INVALID_CLIENT,
        /** It may do nothing of what it asks for. */
        INVALID_SCOPE
    }

    /** What became of a request for a token. */
    public sealed interface Outcome {

        /** A token. */
        record Given(String token, Scopes scopes) implements Outcome {

            /** Leaves the token out: it is a secret. */
            @Override
            public String toString() {
                return "Given[" + scopes + "]";
            }
        }

        /** None. */
        record Refused(Refusal why) implements Outcome {}
    }

    /**
     * Gives a token.
     *
     * @param assertion a JWT that the program signed
     * @param wanted what it wants to do
     * @param audience the address of the token endpoint, which the assertion must be for
     * @param source from where it comes, for the record
     */
    public Outcome give(String assertion, Scopes wanted, String audience, String source) {
        Optional<SmartClient> client = proved(assertion, audience);
        if (client.isEmpty()) {
            return refused(Act.of(Act.HOUSE, new Actor("somebody", "unknown", source), ACTION, ""), Refusal.INVALID_CLIENT);
        }
        Act act = Act.of(
                client.get().tenant().value(), new Actor(name(client.get().id()), "fhir-client", source), ACTION,
                "client/" + client.get().id());
        Scopes granted = client.get().scopes().grant(wanted);
        if (granted.all().isEmpty()) {
            return refused(act, Refusal.INVALID_SCOPE);
        }
        byte[] secret = new byte[32];
        luck.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        TenantRows.use(jdbi, client.get().tenant().value(), handle -> {
            handle.execute("delete from smart_token where expires_at < ?", now().atOffset(ZoneOffset.UTC));
            handle.createUpdate("""
                            insert into smart_token (digest, tenant_id, client_id, scopes, expires_at)
                            values (:digest, :tenant, :client, :scopes, :expires)""")
                    .bind("digest", digest(token))
                    .bind("tenant", client.get().tenant().value())
                    .bind("client", client.get().id())
                    .bind("scopes", granted.toString())
                    .bind("expires", now().plus(LIFE).atOffset(ZoneOffset.UTC))
                    .execute();
            audit.record(handle, act, org.chartwright.audit.Outcome.DONE, "");
        });
        return new Outcome.Given(token, granted);
    }

    private Outcome refused(Act act, Refusal why) {
        audit.record(act, org.chartwright.audit.Outcome.REFUSED, why.name());
        return new Outcome.Refused(why);
    }

    /** What a program is called in the record. */
    private static String name(String id) {
        return "smart-client/" + id;
    }

    /** Whose a token is, while it lives. */
    public Optional<Caller> caller(String token) {
        return TenantRows.ofAll(jdbi, handle -> handle.createQuery("""
                        select k.tenant_id, k.scopes, c.id, t.name as organization from smart_token k
                        join smart_client c on c.id = k.client_id join tenant t on t.id = k.tenant_id
                        where k.digest = :digest and k.expires_at > :now and c.enabled""")
                .bind("digest", digest(token))
                .bind("now", now().atOffset(ZoneOffset.UTC))
                .map((row, context) -> new Caller(
                        new TenantId(row.getObject("tenant_id", UUID.class)),
                        row.getString("organization"),
                        name(row.getString("id")),
                        Scopes.parse(row.getString("scopes")),
                        clock.getZone()))
                .findOne());
    }

    /** The program that signed the assertion, if everything about it is as it should be. */
    private Optional<SmartClient> proved(String assertion, String audience) {
        try {
            SignedJWT jwt = SignedJWT.parse(assertion);
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            String id = claims.getIssuer();
            if (id == null || !id.equals(claims.getSubject()) || !claims.getAudience().contains(audience)) {
                return Optional.empty();
            }
            return clients.find(id)
                    .filter(SmartClient::enabled)
                    .filter(client -> isSignedBy(jwt, client) && isFresh(claims, client));
        } catch (ParseException _) {
            return Optional.empty();
        }
    }

    private static boolean isSignedBy(SignedJWT jwt, SmartClient client) {
        JWSHeader header = jwt.getHeader();
        if (!ALGORITHMS.contains(header.getAlgorithm())) {
            return false;
        }
        return client.keys().getKeys().stream()
                .filter(key -> header.getKeyID() == null || header.getKeyID().equals(key.getKeyID()))
                .anyMatch(key -> isSignedBy(jwt, key));
    }

    private static boolean isSignedBy(SignedJWT jwt, JWK key) {
        try {
            JWSVerifier verifier = switch (key) {
                case RSAKey rsa when rsa.size() >= WEAKEST_RSA -> new RSASSAVerifier(rsa);
                case ECKey ec -> new ECDSAVerifier(ec);
                default -> null;
            };
            return verifier != null
                    && verifier.supportedJWSAlgorithms().contains(jwt.getHeader().getAlgorithm())
                    && jwt.verify(verifier);
        } catch (JOSEException _) {
            return false;
        }
    }

    /** Expires soon, and is used for the first time. */
    private boolean isFresh(JWTClaimsSet claims, SmartClient client) {
        Date expires = claims.getExpirationTime();
        String name = claims.getJWTID();
        Date begins = claims.getNotBeforeTime();
        if (expires == null || name == null || name.isBlank()) {
            return false;
        }
        Instant end = expires.toInstant();
        boolean inTime = end.isAfter(now().minus(SKEW))
                && end.isBefore(now().plus(LONGEST_ASSERTION).plus(SKEW))
                && (begins == null || !begins.toInstant().isAfter(now().plus(SKEW)));
        return inTime && TenantRows.of(jdbi, client.tenant().value(), handle -> {
            handle.execute(
                    "delete from smart_assertion where expires_at < ?", now().minus(SKEW).atOffset(ZoneOffset.UTC));
            return handle.createUpdate("""
                            insert into smart_assertion (digest, tenant_id, expires_at)
                            values (:digest, :tenant, :expires) on conflict do nothing""")
                    .bind("digest", digest(client.id() + '\n' + name))
                    .bind("tenant", client.tenant().value())
                    .bind("expires", end.atOffset(ZoneOffset.UTC))
                    .execute() == 1;
        });
    }

    private Instant now() {
        return clock.instant();
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
