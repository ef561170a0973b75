package org.chartwright.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.chartwright.access.policy.Policy;
import org.chartwright.access.policy.PolicyException;
import org.chartwright.access.policy.PolicyReader;
import org.chartwright.database.TenantRows;
import org.jdbi.v3.core.Jdbi;

/** Temporary credentials: made for a role or a user, ending by themselves. Thread-safe. */
public final class Sessions {

    /** How the ids of temporary keys begin. */
    static final String PREFIX = "ASIA";

    /** A job that temporary credentials started still acts within their policies, so they are remembered beyond their end. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final Jdbi jdbi;
    private final Clock clock;
    private final Ids ids;
    private final SecureRandom luck;
    private final Secrets secrets;

    /** Sessions of that database. */
    public Sessions(Jdbi jdbi, Clock clock, SecureRandom luck, Secrets secrets) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.luck = luck;
        this.secrets = secrets;
        this.ids = new Ids(luck);
    }

    /**
     * A new temporary key.
     *
     * @param key id and secret
     * @param term its token and end
     */
    public record Made(AccessKey key, Credentials.Term term) {}

    /**
     * For whom, how long, and within which bounds.
     *
     * @param tenant of the user or role
     * @param role whether it is a role; else a user
     * @param name of the user or role
     * @param session what the session is called, for a role
     * @param policies documents that all the session may do must be allowed by; each was read before
     * @param life from now
     */
    public record Wanted(
            TenantId tenant, boolean role, String name, String session, List<String> policies, Duration life) {}

    /** Makes them. */
    public Made make(Wanted wanted) {
        Instant now = clock.instant();
        AccessKey key = new AccessKey(ids.next(PREFIX), ids.secret());
        byte[] token = new byte[96];
        luck.nextBytes(token);
        Credentials.Term term = new Credentials.Term(
                Base64.getEncoder().encodeToString(token), Instant.ofEpochSecond(now.plus(wanted.life).getEpochSecond()));
        UUID tenant = wanted.tenant.value();
        String secret = secrets.seal(tenant, key.id(), key.secret());
        String sealedToken = secrets.sealToken(tenant, key.id(), term.token());
        TenantRows.use(jdbi, tenant, handle -> {
            handle.createUpdate("delete from iam_session where tenant_id = :tenant and expires_at < :long_ago")
                    .bind("tenant", tenant)
                    .bind("long_ago", now.minus(REMEMBERED).atOffset(ZoneOffset.UTC))
                    .execute();
            handle.createUpdate("""
                            insert into iam_session
                                (id, tenant_id, secret, token, kind, name, session_name, policies, issued_at, expires_at)
                            values (:id, :tenant, :secret, :token, :kind, :name, :session, :policies, :now, :end)""")
                    .bind("id", key.id())
                    .bind("tenant", tenant)
                    .bind("secret", secret)
                    .bind("token", sealedToken)
                    .bind("kind", wanted.role ? "ROLE" : "USER")
                    .bind("name", wanted.name)
                    .bind("session", wanted.session)
                    .bind("policies", wanted.policies.toArray(String[]::new))
                    .bind("now", now.atOffset(ZoneOffset.UTC))
                    .bind("end", term.end().atOffset(ZoneOffset.UTC))
                    .execute();
        });
        return new Made(key, term);
    }

    /** Makes all sessions of a user or role useless, within 5 seconds. Says how many there were. */
    public int end(TenantId tenant, boolean role, String name) {
        return TenantRows.of(jdbi, tenant.value(), handle -> handle.execute(
                "delete from iam_session where tenant_id = ? and kind = ? and name = ?",
                tenant.value(), role ? "ROLE" : "USER", name));
    }

    /** Policies that were read before they were kept; one that cannot be read any more allows nothing. */
    static List<Policy> read(List<String> documents) {
        List<Policy> policies = new ArrayList<>();
        for (String document : documents) {
            try {
                policies.add(PolicyReader.read(document, PolicyReader.Kind.PERMISSIONS));
            } catch (PolicyException _) {
                return List.of(new Policy(List.of()));
            }
        }
        return policies;
    }
}
