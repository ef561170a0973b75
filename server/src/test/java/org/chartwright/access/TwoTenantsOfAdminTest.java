package org.chartwright.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chartwright.access.Policies.Holder;
import org.chartwright.audit.Actor;
import org.chartwright.audit.AuditLog;
import org.chartwright.database.Database;
import org.chartwright.database.TestDatabase;
import org.chartwright.keys.TestKeys;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two tenants and what an administrator of the one can do: every method of what the command line works with is called with
 * names that the other has and with names that nobody has. A new method is tried as well, or fails here for a kind of argument
 * that is not known.
 */
final class TwoTenantsOfAdminTest {

    private static final String ALLOW = """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""";
    private static final String TRUST = """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole"}}""";
    private static final String THEIRS = "quill";
    private static final String ABSENT = "nobody";

    private static Database database;
    private static Tenant north;
    private static Tenant south;
    private static List<Object> desks;
    private static Users users;
    private static Groups groups;
    private static Policies policies;
    private static InlinePolicies inline;
    private static RoleBook roles;
    private static AccessKey key;

    @BeforeAll
    static void open() throws Exception {
        database = TestDatabase.fresh();
        SecureRandom luck = new SecureRandom();
        Clock clock = Clock.systemUTC();
        Secrets secrets = new Secrets(TestKeys.of(database).seals());
        Tenants tenants = new Tenants(database.jdbi(), clock, luck);
        tenants.add("north");
        tenants.add("south");
        north = tenants.find("north").orElseThrow();
        south = tenants.find("south").orElseThrow();
        AdminRecord record = new AdminRecord(new AuditLog(database.jdbi(), clock), Actor.operator());
        users = new Users(database.jdbi(), clock, luck, record, secrets);
        groups = new Groups(database.jdbi(), clock, luck, record);
        policies = new Policies(database.jdbi(), clock, record);
        inline = new InlinePolicies(database.jdbi(), clock, record);
        roles = new RoleBook(database.jdbi(), clock, luck, record);
        Sessions sessions = new Sessions(database.jdbi(), clock, luck, secrets);
        desks = List.of(users, groups, policies, inline, roles, sessions);
        users.add(south, THEIRS);
        key = users.addKey(south, THEIRS);
        groups.add(south, THEIRS);
        groups.put(south, THEIRS, THEIRS);
        policies.put(south, THEIRS, ALLOW);
        roles.put(south, THEIRS, TRUST, Duration.ofHours(1));
        for (Holder holder : List.of(new Holder.User(THEIRS), new Holder.Group(THEIRS), new Holder.Role(THEIRS))) {
            policies.attach(south, holder, THEIRS);
            inline.put(south, holder, THEIRS, ALLOW);
        }
        sessions.make(new Sessions.Wanted(south.id(), true, THEIRS, "shift", List.of(), Duration.ofMinutes(15)));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    /** The arguments a method can be called with, for a thing of that name. */
    private static List<List<Object>> arguments(Method method, String name) {
        List<List<Object>> all = new ArrayList<>(List.of(List.of()));
        for (Class<?> type : method.getParameterTypes()) {
            List<?> choices = Map.<Class<?>, List<?>>of(
                    Tenant.class, List.of(north),
                    TenantId.class, List.of(north.id()),
                    String.class, names(name),
                    boolean.class, List.of(true, false),
                    Duration.class, List.of(Duration.ofHours(1)),
                    Holder.class, List.of(new Holder.User(name), new Holder.Group(name), new Holder.Role(name)),
                    Sessions.Wanted.class, List.of()).get(type);
            assertThat(choices).as(method + ": say here what to try for " + type).isNotNull();
            List<List<Object>> longer = new ArrayList<>();
            for (List<Object> before : all) {
                for (Object choice : choices) {
                    List<Object> more = new ArrayList<>(before);
                    more.add(choice);
                    longer.add(more);
                }
            }
            all = longer;
        }
        return all;
    }

    private static List<String> names(String name) {
        String id = name.equals(THEIRS) ? key.id() : key.id().replaceAll(".{4}$", "ZZZZ");
        return List.of(name, id, Arns.policy(south.accountId(), name), Arns.role(south.accountId(), name), ALLOW, TRUST);
    }

    private static String said(Object desk, Method method, List<Object> with) throws Exception {
        String answer;
        try {
            Object given = method.invoke(desk, with.toArray());
            answer = "gave " + (given instanceof Optional<?> maybe ? "maybe " + maybe : String.valueOf(given));
        } catch (InvocationTargetException e) {
            answer = e.getCause().getClass().getSimpleName() + " " + e.getCause().getMessage();
        }
        String id = names(ABSENT).get(1);
        return answer.replace(THEIRS, "NAME").replace(ABSENT, "NAME").replace(key.id(), "KEY").replace(id, "KEY");
    }

    @Test
    void whatIsTheOthersIsAnsweredLikeWhatIsNowhere() throws Exception {
        int tried = 0;
        for (Object desk : desks) {
            for (Method method : desk.getClass().getDeclaredMethods()) {
                if (!Modifier.isPublic(method.getModifiers()) || Modifier.isStatic(method.getModifiers())) {
                    continue;
                }
                List<List<Object>> theirs = arguments(method, THEIRS);
                List<List<Object>> absent = arguments(method, ABSENT);
                for (int i = 0; i < theirs.size(); i++) {
                    assertThat(said(desk, method, theirs.get(i)))
                            .as(method.getName() + " of " + desk.getClass().getSimpleName())
                            .isEqualTo(said(desk, method, absent.get(i)));
                    tried++;
                }
            }
        }
        assertThat(tried).isGreaterThan(300);
        stillThere();
    }

    private static void stillThere() {
        assertThat(users.all(south)).contains(THEIRS);
        assertThat(users.keys(south)).extracting(Users.KeyFacts::id, Users.KeyFacts::enabled).contains(
                org.assertj.core.groups.Tuple.tuple(key.id(), true));
        assertThat(groups.members(south, THEIRS)).containsExactly(THEIRS);
        assertThat(policies.all(south)).containsExactly(THEIRS);
        assertThat(roles.all(south)).extracting(RoleBook.Role::name).containsExactly(THEIRS);
        for (Holder holder : List.of(new Holder.User(THEIRS), new Holder.Group(THEIRS), new Holder.Role(THEIRS))) {
            assertThat(policies.held(south, holder)).containsExactly(Arns.policy(south.accountId(), THEIRS));
            assertThat(inline.all(south, holder)).containsExactly(THEIRS);
        }
    }
}
