package org.chartwright.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Groups and policies of one holder's own, as IAM has them, in a real database. */
final class GroupsTest {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final AtomicLong NANOS = new AtomicLong();
    private static final String SAYS = """
            {"Version":"2012-10-17","Statement":{"Effect":"%s","Action":"%s","Resource":"%s"}}""";

    private static Database database;
    private static Tenants tenants;
    private static Users users;
    private static Groups groups;
    private static Policies policies;
    private static InlinePolicies inline;
    private static StoredCredentials credentials;
    private static Tenant clinic;

    @BeforeAll
    static void open() throws Exception {
        database = TestDatabase.fresh();
        SecureRandom luck = new SecureRandom();
        Secrets secrets = new Secrets(TestKeys.of(database).seals());
        tenants = new Tenants(database.jdbi(), CLOCK, luck);
        AdminRecord record = new AdminRecord(new AuditLog(database.jdbi(), CLOCK), Actor.operator());
        users = new Users(database.jdbi(), CLOCK, luck, record, secrets);
        groups = new Groups(database.jdbi(), CLOCK, luck, record);
        policies = new Policies(database.jdbi(), CLOCK, record);
        inline = new InlinePolicies(database.jdbi(), CLOCK, record);
        credentials = new StoredCredentials(database.jdbi(), CLOCK, NANOS::get, secrets);
        clinic = tenant("clinic");
        staff();
    }

    /**
     * anna: a nurse, and read-only on the shared bucket by a policy of her own; bert: a nurse and suspended; cleo: nothing but
     * her own; dora: a nurse within a boundary; emil: nobody's.
     */
    private static void staff() throws Exception {
        for (String name : new String[] {"anna", "bert", "cleo", "dora", "emil"}) {
            users.add(clinic, name);
        }
        for (String name : new String[] {"nurses", "suspended", "empty"}) {
            groups.add(clinic, name);
        }
        policies.put(clinic, "visits", SAYS.formatted("Allow", "s3:*", "arn:aws:s3:::visits/*"));
        policies.attach(clinic, new Holder.Group("nurses"), "visits");
        inline.put(clinic, new Holder.Group("nurses"), "jobs", SAYS.formatted("Allow", "transcribe:Get*", "*"));
        inline.put(clinic, new Holder.Group("suspended"), "none", SAYS.formatted("Deny", "s3:*", "*"));
        inline.put(clinic, new Holder.User("anna"), "shared", SAYS.formatted("Allow", "s3:GetObject", "arn:aws:s3:::shared/*"));
        inline.put(clinic, new Holder.User("anna"), "not-this", SAYS.formatted("Deny", "s3:*", "arn:aws:s3:::visits/sealed"));
        inline.put(clinic, new Holder.User("cleo"), "own", SAYS.formatted(
                "Allow", "s3:GetObject", "arn:aws:s3:::home/${aws:username}/*"));
        for (String nurse : new String[] {"anna", "bert", "dora"}) {
            groups.put(clinic, "nurses", nurse);
        }
        groups.put(clinic, "suspended", "bert");
        groups.put(clinic, "empty", "emil");
        policies.bound(clinic, new Holder.User("dora"), "AmazonS3ReadOnlyAccess");
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static Tenant tenant(String name) {
        tenants.add(name);
        return tenants.find(name).orElseThrow();
    }

    private static Decision decide(Tenant tenant, String user, String action, String resource) throws AccessException {
        AccessKey key = users.addKey(tenant, user);
        Identity caller = credentials.find(key.id()).orElseThrow().identity();
        NANOS.addAndGet(Duration.ofSeconds(5).toNanos());
        Decision decision = credentials.decide(
                caller, new Asked(action, resource, Context.EMPTY.with("aws:username", user)));
        users.deleteKey(tenant, key.id());
        return decision;
    }

    @ParameterizedTest
    @CsvSource({
        "anna, s3:GetObject, arn:aws:s3:::visits/a, ALLOWED",
        "anna, s3:PutObject, arn:aws:s3:::visits/a, ALLOWED",
        "anna, s3:GetObject, arn:aws:s3:::shared/a, ALLOWED",
        "anna, s3:PutObject, arn:aws:s3:::shared/a, NOT_ALLOWED_BY_IDENTITY",
        "anna, s3:GetObject, arn:aws:s3:::visits/sealed, DENIED_BY_IDENTITY",
        "anna, transcribe:GetMedicalScribeJob, *, ALLOWED",
        "anna, transcribe:DeleteMedicalScribeJob, *, NOT_ALLOWED_BY_IDENTITY",
        "anna, s3:GetObject, arn:aws:s3:::home/anna/a, NOT_ALLOWED_BY_IDENTITY",
        "bert, s3:GetObject, arn:aws:s3:::visits/a, DENIED_BY_IDENTITY",
        "bert, s3:GetObject, arn:aws:s3:::elsewhere/a, DENIED_BY_IDENTITY",
        "bert, transcribe:GetMedicalScribeJob, *, ALLOWED",
        "bert, s3:GetObject, arn:aws:s3:::shared/a, DENIED_BY_IDENTITY",
        "cleo, s3:GetObject, arn:aws:s3:::home/cleo/a, ALLOWED",
        "cleo, s3:GetObject, arn:aws:s3:::home/anna/a, NOT_ALLOWED_BY_IDENTITY",
        "cleo, s3:GetObject, arn:aws:s3:::visits/a, NOT_ALLOWED_BY_IDENTITY",
        "cleo, transcribe:GetMedicalScribeJob, *, NOT_ALLOWED_BY_IDENTITY",
        "dora, s3:GetObject, arn:aws:s3:::visits/a, ALLOWED",
        "dora, s3:PutObject, arn:aws:s3:::visits/a, NOT_ALLOWED_BY_BOUNDARY",
        "dora, transcribe:GetMedicalScribeJob, *, NOT_ALLOWED_BY_BOUNDARY",
        "dora, s3:GetObject, arn:aws:s3:::elsewhere/a, NOT_ALLOWED_BY_IDENTITY",
        "emil, s3:GetObject, arn:aws:s3:::visits/a, NOT_ALLOWED_BY_IDENTITY",
    })
    void aUserMayWhatTheirOwnPoliciesAndThoseOfTheirGroupsSay(
            String user, String action, String resource, Decision decision) throws Exception {
        assertThat(decide(clinic, user, action, resource)).isEqualTo(decision);
    }

    @Test
    void whoLeavesAGroupLosesItsPoliciesAndWhoIsDeletedLeavesNothing() throws Exception {
        Tenant ward = tenant("ward");
        users.add(ward, "finn");
        groups.add(ward, "nurses");
        policies.attach(ward, new Holder.Group("nurses"), "AdministratorAccess");
        groups.put(ward, "nurses", "finn");
        groups.put(ward, "nurses", "finn");
        assertThat(groups.members(ward, "nurses")).containsExactly("finn");
        assertThat(decide(ward, "finn", "s3:GetObject", "arn:aws:s3:::a/b")).isEqualTo(Decision.ALLOWED);
        assertThatThrownBy(() -> groups.delete(ward, "nurses")).hasMessageContaining("take them out first");
        groups.remove(ward, "nurses", "finn");
        assertThat(decide(ward, "finn", "s3:GetObject", "arn:aws:s3:::a/b")).isEqualTo(Decision.NOT_ALLOWED_BY_IDENTITY);

        groups.put(ward, "nurses", "finn");
        inline.put(ward, new Holder.User("finn"), "all", SAYS.formatted("Allow", "*", "*"));
        users.delete(ward, "finn");
        users.add(ward, "finn");
        assertThat(decide(ward, "finn", "s3:GetObject", "arn:aws:s3:::a/b"))
                .as("somebody new of an old name")
                .isEqualTo(Decision.NOT_ALLOWED_BY_IDENTITY);
        groups.delete(ward, "nurses");
        groups.add(ward, "nurses");
        groups.put(ward, "nurses", "finn");
        assertThat(decide(ward, "finn", "s3:GetObject", "arn:aws:s3:::a/b")).isEqualTo(Decision.NOT_ALLOWED_BY_IDENTITY);
        assertThat(groups.all(ward)).containsExactly("nurses");
        assertThat(tenant("elsewhere")).satisfies(other -> assertThat(groups.all(other)).isEmpty());
    }

    @Test
    void aPolicyOfOnesOwnIsReplacedShownAndDeletedAndEachChangeIsRecorded() throws Exception {
        Tenant ward = tenant("inline");
        users.add(ward, "gina");
        Holder gina = new Holder.User("gina");
        inline.put(ward, gina, "own", SAYS.formatted("Allow", "s3:GetObject", "*"));
        inline.put(ward, gina, "own", SAYS.formatted("Allow", "s3:PutObject", "*"));
        assertThat(inline.all(ward, gina)).containsExactly("own");
        assertThat(inline.document(ward, gina, "own")).get().asString().contains("PutObject");
        assertThat(decide(ward, "gina", "s3:GetObject", "arn:aws:s3:::a/b")).isEqualTo(Decision.NOT_ALLOWED_BY_IDENTITY);
        assertThat(decide(ward, "gina", "s3:PutObject", "arn:aws:s3:::a/b")).isEqualTo(Decision.ALLOWED);
        inline.delete(ward, gina, "own");
        assertThat(decide(ward, "gina", "s3:PutObject", "arn:aws:s3:::a/b")).isEqualTo(Decision.NOT_ALLOWED_BY_IDENTITY);
        List<String> recorded = TestDatabase.across(database, handle -> handle.createQuery("""
                        select entry::json->>'action' from audit_entry
                        where tenant_id = ? and entry like '%UserPolicy%' order by seq""")
                .bind(0, ward.id().value())
                .mapTo(String.class)
                .list());
        assertThat(recorded).containsExactly("iam:PutUserPolicy", "iam:PutUserPolicy", "iam:DeleteUserPolicy");
    }

    @Test
    void whatCannotBeIsRefused() throws Exception {
        Tenant ward = tenant("refusals");
        users.add(ward, "hugo");
        groups.add(ward, "nurses");
        assertThatThrownBy(() -> groups.add(ward, "nurses")).hasMessageContaining("already");
        assertThatThrownBy(() -> groups.add(ward, "a/b")).isInstanceOf(AccessException.class);
        assertThatThrownBy(() -> groups.put(ward, "nurses", "nobody")).hasMessage("There is no user nobody.");
        assertThatThrownBy(() -> groups.put(ward, "doctors", "hugo")).hasMessage("There is no group doctors.");
        assertThatThrownBy(() -> groups.remove(ward, "nurses", "hugo")).hasMessageContaining("does not belong");
        assertThatThrownBy(() -> groups.delete(ward, "doctors")).hasMessage("There is no group doctors.");
        assertThatThrownBy(() -> policies.bound(ward, new Holder.Group("nurses"), "AmazonS3ReadOnlyAccess"))
                .hasMessageContaining("no permissions boundary");
        assertThatThrownBy(() -> inline.put(ward, new Holder.Role("none"), "p", SAYS.formatted("Allow", "*", "*")))
                .hasMessage("There is no role none.");
        assertThatThrownBy(() -> inline.put(ward, new Holder.User("hugo"), "p", "{}")).isInstanceOf(PolicyException.class);
        assertThatThrownBy(() -> inline.put(ward, new Holder.User("hugo"), "a b", SAYS.formatted("Allow", "*", "*")))
                .isInstanceOf(AccessException.class);
        assertThatThrownBy(() -> inline.delete(ward, new Holder.User("hugo"), "p")).hasMessageContaining("no policy");
        for (int i = 0; i < Groups.MOST_OF_A_USER; i++) {
            groups.add(ward, "g" + i);
            groups.put(ward, "g" + i, "hugo");
        }
        assertThatThrownBy(() -> groups.put(ward, "nurses", "hugo")).hasMessageContaining("10 groups already");
        assertThat(groups.members(ward, "nurses")).isEmpty();
    }
}
