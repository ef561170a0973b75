package org.chartwright.aws.sts;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chartwright.access.Arns;
import org.chartwright.access.Credentials;
import org.chartwright.access.Identity;
import org.chartwright.access.Policies;
import org.chartwright.access.RoleBook;
import org.chartwright.access.Sessions;
import org.chartwright.access.policy.Asked;
import org.chartwright.access.policy.Context;
import org.chartwright.access.policy.Decision;
import org.chartwright.access.policy.Policy;
import org.chartwright.access.policy.PolicyException;
import org.chartwright.access.policy.PolicyReader;
import org.chartwright.access.policy.Who;

/**
 * The calls of the token service.
 *
 * @param credentials who may call
 * @param roles of all tenants
 * @param policies of all tenants
 * @param sessions where new ones are made
 */
public record Tokens(Credentials credentials, RoleBook roles, Policies policies, Sessions sessions) {

    private static final int QUARTER_HOUR = 900;
    private static final int HOUR = 3600;
    private static final int LONGEST_ROLE = 43_200;
    private static final int LONGEST_USER = 129_600;
    private static final int LONGEST_POLICY = 2048;
    private static final int MOST_POLICIES = 10;

    /** Who the caller is; needs no permission. */
    public Map<String, ?> callerIdentity(Credentials.Holder caller) {
        return ordered("Arn", caller.identity().principalArn(), "UserId", caller.userId(), "Account",
                caller.identity().accountId());
    }

    /** A temporary key for a user, with all of its rights. */
    public Map<String, ?> sessionToken(Credentials.Holder caller, StsForm form) {
        if (caller.term() != null) {
            throw StsFault.denied("Cannot call GetSessionToken with session credentials");
        }
        int seconds = form.number("DurationSeconds", QUARTER_HOUR, LONGEST_USER, LONGEST_ROLE);
        Identity identity = caller.identity();
        String user = identity.principalArn().substring(identity.principalArn().indexOf('/') + 1);
        Sessions.Made made = sessions.make(new Sessions.Wanted(
                identity.tenant(), false, user, "", List.of(), Duration.ofSeconds(seconds)));
        return Map.of("Credentials", credentials(made));
    }

    /**
     * A temporary key with the rights of a role.
     *
     * @param context what is known of the request
     */
    public Map<String, ?> assumeRole(Credentials.Holder caller, StsForm form, Context context) {
        String arn = form.required("RoleArn", "arn:[a-z-]+:iam::\\d{12}:role/[\\w+=,.@/-]{1,512}");
        String session = form.required("RoleSessionName", "[\\w+=,.@-]{2,64}");
        boolean chained = caller.identity().principalArn().contains(":assumed-role/");
        int seconds = form.number("DurationSeconds", QUARTER_HOUR, chained ? HOUR : LONGEST_ROLE, HOUR);
        Identity identity = caller.identity();
        Context asks = context.with("sts:RoleSessionName", session);
        Optional<String> external = form.maybe("ExternalId");
        asks = external.isPresent() ? asks.with("sts:ExternalId", external.get()) : asks;
        RoleBook.Role role = allowed(identity, arn, new Asked("sts:AssumeRole", arn, asks.with(caller.about())));
        if (seconds > role.longest().toSeconds()) {
            throw StsFault.invalid("The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
        }
        Sessions.Made made = sessions.make(new Sessions.Wanted(
                identity.tenant(), true, role.name(), session, policies(identity, form), Duration.ofSeconds(seconds)));
        return ordered(
                "AssumedRoleUser",
                ordered("AssumedRoleId", role.id() + ":" + session,
                        "Arn", Arns.session(identity.accountId(), role.name(), session)),
                "Credentials", credentials(made));
    }

    /** The role, if it trusts the caller and nothing forbids it. A role of another account is as good as none. */
    private RoleBook.Role allowed(Identity caller, String arn, Asked asked) {
        Optional<RoleBook.Role> role = roles.find(caller.tenant(), caller.accountId(), arn);
        Decision decision = credentials.decide(caller, asked);
        Policy.Trust trust = role.isEmpty() ? Policy.Trust.NONE : trust(role.get(), caller, asked);
        boolean may = switch (trust) {
            case NONE, DENIED -> false;
            case BY_ACCOUNT -> decision.allowed();
            // A role that trusts somebody in person asks no policy of theirs to allow it, only that none forbids it.
            case IN_PERSON -> decision.allowed() || decision == Decision.NOT_ALLOWED_BY_IDENTITY;
        };
        if (!may) {
            throw StsFault.denied("User: " + caller.principalArn() + " is not authorized to perform: sts:AssumeRole on"
                    + " resource: " + arn);
        }
        return role.orElseThrow();
    }

    private static Policy.Trust trust(RoleBook.Role role, Identity caller, Asked asked) {
        String own = caller.principalArn();
        if (own.contains(":assumed-role/")) {
            own = Arns.role(caller.accountId(), own.split("/", -1)[1]);
        }
        try {
            return PolicyReader.read(role.trust(), PolicyReader.Kind.TRUST)
                    .trust(new Who.Caller(caller.accountId(), caller.principalArn(), own), asked);
        } catch (PolicyException _) {
            return Policy.Trust.NONE;
        }
    }

    private List<String> policies(Identity caller, StsForm form) {
        List<String> documents = new ArrayList<>();
        form.maybe("Policy").ifPresent(document -> {
            if (document.length() > LONGEST_POLICY) {
                throw new StsFault("PackedPolicyTooLarge", 400, "The policy is longer than 2048 characters.");
            }
            documents.add(document);
        });
        List<String> arns = form.members("PolicyArns", "arn");
        if (arns.size() > MOST_POLICIES) {
            throw StsFault.invalid("At most 10 PolicyArns can be given.");
        }
        for (String arn : arns) {
            documents.add(policies.document(caller.tenant(), caller.accountId(), arn)
                    .orElseThrow(() -> StsFault.invalid("A policy of PolicyArns does not exist.")));
        }
        for (String document : documents) {
            try {
                PolicyReader.read(document, PolicyReader.Kind.PERMISSIONS);
            } catch (PolicyException e) {
                throw new StsFault("MalformedPolicyDocument", 400, String.valueOf(e.getMessage()));
            }
        }
        return documents;
    }

    private static Map<String, ?> credentials(Sessions.Made made) {
        return ordered(
                "AccessKeyId", made.key().id(),
                "SecretAccessKey", made.key().secret(),
                "SessionToken", made.term().token(),
                "Expiration", made.term().end().truncatedTo(ChronoUnit.SECONDS));
    }

    private static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> ordered = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            ordered.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return ordered;
    }
}
