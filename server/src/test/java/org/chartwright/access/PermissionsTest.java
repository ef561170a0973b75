package org.chartwright.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.chartwright.access.Policies.Holder;
import org.chartwright.access.policy.Asked;
import org.chartwright.access.policy.Context;
import org.chartwright.access.policy.Decision;
import org.chartwright.access.policy.PolicyException;
import org.chartwright.audit.Actor;
import org.chartwright.audit.AuditLog;
import org.chartwright.database.Database;
import org.chartwright.database.TestDatabase;
import org.chartwright.keys.TestKeys;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Users, roles and policies in a real database, and what becomes of changes. */
final class PermissionsTest {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final AtomicLong NANOS = new AtomicLong();
    private static final Asked GET = new Asked("s3:GetObject", "arn:aws:s3:::visits/a", Context.EMPTY);
    private static final String READ = """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::visits/*"}}""";
    private static final String TRUST = """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":"transcribe.amazonaws.com"},
             "Action":"sts:AssumeRole","Condition":{"StringEquals":{"aws:SourceAccount":"%s"},
             "ArnLike":{"aws:SourceArn":"arn:aws:transcribe:*:%s:medical-scribe-job/ward-*"}}}}""";

    private static Database database;
    private static Tenants tenants;
    private static Users users;
    private static Secrets secrets;
    private static Policies policies;
    private static RoleBook roles;
    private static StoredCredentials credentials;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        SecureRandom luck = new SecureRandom();
        secrets = new Secrets(TestKeys.of(database).seals());
        tenants = new Tenants(database.jdbi(), CLOCK, luck);
        AdminRecord record = new AdminRecord(new AuditLog(database.jdbi(), CLOCK), Actor.operator());
        users = new Users(database.jdbi(), CLOCK, luck, record, secrets);
        policies = new Policies(database.jdbi(), CLOCK, record);
        roles = new RoleBook(database.jdbi(), CLOCK, luck, record);
        credentials = new StoredCredentials(database.jdbi(), CLOCK, NANOS::get, secrets);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static Tenant tenant(String name) {
        tenants.add(name);
        return tenants.find(name).orElseThrow();
    }

    private static Identity caller(AccessKey key) {
        return credentials.find(key.id()).orElseThrow().identity();
    }

    private static void fiveSeconds() {
        NANOS.addAndGet(Duration.ofSeconds(5).toNanos());
    }

    @Test
    void whatIsChangedCountsWithinFiveSeconds() throws Exception {
        Tenant clinic = tenant("changes");
        users.add(clinic, "anna");
        AccessKey key = users.addKey(clinic, "anna");
        Identity anna = caller(key);
        assertThat(anna.principalArn()).isEqualTo("arn:aws:iam::" + clinic.accountId() + ":user/anna");
        assertThat(credentials.decide(anna, GET)).isEqualTo(Decision.NOT_ALLOWED_BY_IDENTITY);

        policies.put(clinic, "read", READ);
        policies.attach(clinic, new Holder.User("anna"), "read");
        fiveSeconds();
        assertThat(credentials.decide(anna, GET)).isEqualTo(Decision.ALLOWED);
        assertThatThrownBy(() -> policies.delete(clinic, "read")).hasMessageContaining("detach");

        policies.bound(clinic, new Holder.User("anna"), "AmazonTranscribeReadOnlyAccess");
        fiveSeconds();
        assertThat(credentials.decide(anna, GET)).isEqualTo(Decision.NOT_ALLOWED_BY_BOUNDARY);

        policies.bound(clinic, new Holder.User("anna"), null);
        policies.put(clinic, "read", READ.replace("Allow", "Deny"));
        fiveSeconds();
        assertThat(credentials.decide(anna, GET)).isEqualTo(Decision.DENIED_BY_IDENTITY);

        policies.detach(clinic, new Holder.User("anna"), "read");
        policies.attach(clinic, new Holder.User("anna"), "AdministratorAccess");
        fiveSeconds();
        assertThat(credentials.decide(anna, GET)).isEqualTo(Decision.ALLOWED);

        users.delete(clinic, "anna");
        assertThat((int) TestDatabase.across(database, handle -> handle.createQuery(
                        "select count(*) from audit_entry where tenant_id = ? and entry like '%\"iam:%'")
                .bind(0, clinic.id().value())
                .mapTo(Integer.class)
                .one())).as("each change is in the record").isEqualTo(10);
        fiveSeconds();
        assertThat(credentials.decide(anna, GET)).isEqualTo(Decision.NO_LONGER_KNOWN);
        assertThat(credentials.find(key.id())).isEmpty();
    }

    @Test
    void aKeyIsRotatedWithTwoInUseAndItsLastUseIsKnown() throws Exception {
        Tenant clinic = tenant("rotation");
        users.add(clinic, "app");
        AccessKey old = users.addKey(clinic, "app");
        AccessKey young = users.addKey(clinic, "app");
        assertThat(credentials.find(old.id()).orElseThrow().userId()).startsWith("AIDA");
        credentials.used(young.id(), "transcribe");
        users.enable(clinic, old.id(), false);
        fiveSeconds();
        assertThat(credentials.find(old.id())).isEmpty();
        assertThat(credentials.find(young.id())).isPresent();
        assertThat(users.keys(clinic)).filteredOn(key -> key.user().equals("app")).satisfiesExactlyInAnyOrder(
                key -> assertThat(key).extracting(Users.KeyFacts::enabled, Users.KeyFacts::lastUsed).containsExactly(false, null),
                key -> {
                    assertThat(key.lastUsed()).isNotNull();
                    assertThat(key.lastService()).isEqualTo("transcribe");
                });
        users.deleteKey(clinic, old.id());
        assertThatThrownBy(() -> users.deleteKey(clinic, old.id())).isInstanceOf(AccessException.class);
        for (int i = 1; i < Users.MOST_KEYS; i++) {
            users.addKey(clinic, "app");
        }
        assertThatThrownBy(() -> users.addKey(clinic, "app")).hasMessageContaining("delete one first");
    }

    @Test
    void whatCannotBeReadIsNotKept() throws Exception {
        Tenant clinic = tenant("bad");
        assertThatThrownBy(() -> policies.put(clinic, "p", "{}")).isInstanceOf(PolicyException.class);
        assertThatThrownBy(() -> policies.put(clinic, "a b", READ)).isInstanceOf(AccessException.class);
        assertThatThrownBy(() -> roles.put(clinic, "r", READ, Duration.ofHours(1))).isInstanceOf(PolicyException.class);
        assertThatThrownBy(() -> users.add(clinic, "a/b")).isInstanceOf(AccessException.class);
        assertThatThrownBy(() -> users.addKey(clinic, "nobody")).hasMessageContaining("no user");
        assertThatThrownBy(() -> policies.attach(clinic, new Holder.Role("nobody"), "AdministratorAccess"))
                .hasMessageContaining("no role");
        assertThatThrownBy(() -> policies.attach(clinic, new Holder.User("bad"), "none")).hasMessageContaining("no policy");
    }

    @Test
    void aRoleIsTakenOnlyByWhoMayPassItAndOnlyForWhatItTrusts() throws Exception {
        Tenant clinic = tenant("roles");
        String account = clinic.accountId();
        String arn = Arns.role(account, "scribe");
        String what = "arn:aws:transcribe:us-east-1:" + account + ":medical-scribe-job/ward-7";
        users.add(clinic, "app");
        Identity app = caller(users.addKey(clinic, "app"));
        Roles any = new StoredRoles(database.jdbi(), CLOCK, credentials, Roles.Unknown.ANY);
        Roles strict = new StoredRoles(database.jdbi(), CLOCK, credentials, Roles.Unknown.STRICT);
        assertThat(any.take(app, arn, Service.TRANSCRIBE, what)).isInstanceOf(Roles.Handover.NotAllowed.class);

        policies.put(clinic, "pass", """
                {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:PassRole","Resource":"%s",
                 "Condition":{"StringEquals":{"iam:PassedToService":"transcribe.amazonaws.com"}}}}""".formatted(arn));
        policies.attach(clinic, new Holder.User("app"), "pass");
        fiveSeconds();
        assertThat(strict.take(app, arn, Service.TRANSCRIBE, what)).isInstanceOf(Roles.Handover.NotTrusted.class);
        Mandate own = ((Roles.Handover.Taken) any.take(app, arn, Service.TRANSCRIBE, what)).mandate();
        assertThat(any.decide(clinic.id(), own, what, GET)).isEqualTo(Decision.NOT_ALLOWED_BY_IDENTITY);

        roles.put(clinic, "scribe", TRUST.formatted(account, account), Duration.ofHours(1));
        policies.put(clinic, "read", READ);
        policies.attach(clinic, new Holder.Role("scribe"), "read");
        Mandate mandate = ((Roles.Handover.Taken) strict.take(app, arn, Service.TRANSCRIBE, what)).mandate();
        assertThat(strict.decide(clinic.id(), mandate, what, GET)).isEqualTo(Decision.ALLOWED);
        assertThat(strict.take(app, arn, Service.TRANSCRIBE, what.replace("ward-7", "other")))
                .as("aws:SourceArn").isInstanceOf(Roles.Handover.NotTrusted.class);
        assertThat(strict.take(app, arn, Service.TRANSCRIBE_STREAMING, what))
                .as("iam:PassedToService").isInstanceOf(Roles.Handover.NotAllowed.class);
        assertThat(strict.decide(
                        clinic.id(), mandate, what, new Asked("s3:GetObject", "arn:aws:s3:::other/a", Context.EMPTY)))
                .isEqualTo(Decision.NOT_ALLOWED_BY_IDENTITY);

        policies.detach(clinic, new Holder.Role("scribe"), "read");
        assertThat(strict.decide(clinic.id(), mandate, what, GET))
                .as("the worker asks anew")
                .isEqualTo(Decision.NOT_ALLOWED_BY_IDENTITY);
        roles.put(clinic, "scribe", TRUST.formatted("999999999999", account), Duration.ofHours(1));
        assertThat(strict.decide(clinic.id(), mandate, what, GET)).isEqualTo(Decision.NO_LONGER_KNOWN);
        roles.delete(clinic, "scribe");
        assertThat(strict.decide(clinic.id(), mandate, what, GET)).isEqualTo(Decision.NO_LONGER_KNOWN);
    }

    @Test
    void aRoleOfAnotherTenantIsAsGoodAsNone() throws Exception {
        Tenant north = tenant("north");
        Tenant south = tenant("south");
        roles.put(south, "scribe", TRUST.formatted(south.accountId(), south.accountId()), Duration.ofHours(1));
        policies.attach(south, new Holder.Role("scribe"), "AdministratorAccess");
        users.add(north, "app");
        policies.put(north, "pass", """
                {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:PassRole","Resource":"*"}}""");
        policies.attach(north, new Holder.User("app"), "pass");
        Identity app = caller(users.addKey(north, "app"));
        String theirs = Arns.role(south.accountId(), "scribe");
        String what = "arn:aws:transcribe:us-east-1:" + north.accountId() + ":medical-scribe-job/ward-7";
        Roles strict = new StoredRoles(database.jdbi(), CLOCK, credentials, Roles.Unknown.STRICT);
        assertThat(strict.take(app, theirs, Service.TRANSCRIBE, what)).isEqualTo(new Roles.Handover.NotTrusted());
        assertThat(strict.take(app, Arns.role(south.accountId(), "absent"), Service.TRANSCRIBE, what))
                .isEqualTo(new Roles.Handover.NotTrusted());
        Roles any = new StoredRoles(database.jdbi(), CLOCK, credentials, Roles.Unknown.ANY);
        Mandate mandate = ((Roles.Handover.Taken) any.take(app, theirs, Service.TRANSCRIBE, what)).mandate();
        assertThat(any.decide(north.id(), mandate, what, GET))
                .as("no more than the caller's own rights")
                .isEqualTo(Decision.NOT_ALLOWED_BY_IDENTITY);
    }

    @Test
    void aSignatureIsRememberedByEveryProcessUntilItIsGoodForNothing() {
        TenantId clinic = tenant("signatures").id();
        Instant now = Instant.parse("2026-11-25T09:00:00Z");
        Instant until = now.plusSeconds(300);
        assertThat(new StoredSignatures(database.jdbi()).first(clinic, "abc", now, until)).isEqualTo(now);
        Signatures another = new StoredSignatures(database.jdbi());
        assertThat(another.first(clinic, "abc", now.plusSeconds(90), until)).isEqualTo(now);
        assertThat(another.first(tenant("others").id(), "abc", now.plusSeconds(90), until)).isEqualTo(now.plusSeconds(90));
        Instant later = now.plusSeconds(400);
        assertThat(another.first(clinic, "abc", later, later.plusSeconds(300))).as("forgotten").isEqualTo(later);
    }

    @Test
    void temporaryCredentialsGiveNoMoreThanTheirSessionAndEnd() throws Exception {
        Tenant clinic = tenant("sessions");
        roles.put(clinic, "reader", TRUST.formatted(clinic.accountId(), clinic.accountId()), Duration.ofHours(1));
        policies.attach(clinic, new Holder.Role("reader"), "AdministratorAccess");
        Sessions sessions = new Sessions(database.jdbi(), CLOCK, new SecureRandom(), secrets);
        Sessions.Made made = sessions.make(new Sessions.Wanted(
                clinic.id(), true, "reader", "shift", java.util.List.of(READ), Duration.ofMinutes(15)));
        Credentials.Holder holder = credentials.find(made.key().id()).orElseThrow();
        assertThat(holder.term()).isEqualTo(made.term());
        assertThat(holder.identity().principalArn())
                .isEqualTo("arn:aws:sts::" + clinic.accountId() + ":assumed-role/reader/shift");
        assertThat(credentials.decide(holder.identity(), GET)).isEqualTo(Decision.ALLOWED);
        assertThat(credentials.decide(holder.identity(), new Asked("s3:PutObject", GET.resource(), Context.EMPTY)))
                .isEqualTo(Decision.NOT_ALLOWED_BY_SESSION);
        Clock later = Clock.offset(CLOCK, Duration.ofMinutes(16));
        assertThat(new StoredCredentials(database.jdbi(), later, NANOS::get, secrets).decide(holder.identity(), GET))
                .isEqualTo(Decision.NO_LONGER_KNOWN);
        assertThat(made.toString()).doesNotContain(made.key().secret()).doesNotContain(made.term().token());
        assertThat(sessions.end(clinic.id(), true, "reader")).isEqualTo(1);
        fiveSeconds();
        assertThat(credentials.decide(holder.identity(), GET)).isEqualTo(Decision.NO_LONGER_KNOWN);
    }
}
