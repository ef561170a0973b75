package org.chartwright.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.chartwright.access.TenantId;
import org.chartwright.access.Tenants;
import org.chartwright.database.Database;
import org.chartwright.database.TestDatabase;
import org.chartwright.keys.Seals;
import org.chartwright.keys.TestSeals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PeopleTest {

    private static final String PASSWORD = "correct horse battery";

    private final Clock hand = ((InstantSource) () -> this.now).withZone(ZoneOffset.UTC);
    private Instant now = Instant.parse("2026-03-04T10:15:00Z");
    private final SecureRandom luck = new SecureRandom();
    private final Secrets secrets = new Secrets(luck);
    private Database database;
    private TenantId clinic;
    private TenantId other;
    private Invitations invitations;
    private SignIn signIn;
    private PersonSessions sessions;
    private byte[] factor;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        Tenants tenants = new Tenants(database.jdbi(), hand, luck);
        tenants.add("clinic");
        tenants.add("other");
        clinic = tenants.find("clinic").orElseThrow().id();
        other = tenants.find("other").orElseThrow().id();
        Seals seals = TestSeals.make();
        invitations = new Invitations(database.jdbi(), seals, hand, luck);
        signIn = new SignIn(database.jdbi(), seals, hand, luck);
        sessions = new PersonSessions(database.jdbi(), hand, luck);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void somebodyInvitedChoosesAPasswordSetsUpASecondFactorAndSignsIn() {
        String token = invitations.invite(clinic, "ada", "Ada Okafor", Person.Role.CLINICIAN);
        factor = ((Invitations.Outcome.Factor) invitations.open(token)).secret();
        assertThat(((Invitations.Outcome.Factor) invitations.open(token)).secret()).isEqualTo(factor);
        assertThat(invitations.accept(token, "short", code())).isInstanceOf(Invitations.Outcome.BadPassword.class);
        assertThat(invitations.accept(token, "aaaaaaaaaaaaaaaaaa", code())).isInstanceOf(Invitations.Outcome.BadPassword.class);
        assertThat(invitations.accept(token, PASSWORD, "000000".equals(code()) ? "111111" : "000000"))
                .isInstanceOf(Invitations.Outcome.BadCode.class);
        assertThat(invitations.accept(token, PASSWORD, code())).isEqualTo(new Invitations.Outcome.Done("ada"));
        assertThat(invitations.open(token)).isInstanceOf(Invitations.Outcome.BadToken.class);

        assertThat(check(PASSWORD)).as("the code of the set-up, again").isInstanceOf(SignIn.Outcome.Refused.class);
        forward(Duration.ofSeconds(30));
        SignIn.Outcome.Proved proved = (SignIn.Outcome.Proved) check(PASSWORD);
        assertThat(proved.person().name()).isEqualTo("Ada Okafor");
        assertThat(check(PASSWORD)).as("the same code again").isInstanceOf(SignIn.Outcome.Refused.class);
        assertThat(signIn.check(other, "ada", PASSWORD, code())).isInstanceOf(SignIn.Outcome.Refused.class);
        assertThat(signIn.check(clinic, "nobody", PASSWORD, code())).isInstanceOf(SignIn.Outcome.Refused.class);
    }

    @Test
    void aTokenEndsAfterADayAndANewOneReplacesIt() {
        String old = invitations.invite(clinic, "ada", "Ada", Person.Role.REVIEWER);
        String token = invitations.invite(clinic, "ada", "Ada", Person.Role.REVIEWER);
        assertThat(invitations.open(old)).isInstanceOf(Invitations.Outcome.BadToken.class);
        assertThat(invitations.open(token)).isInstanceOf(Invitations.Outcome.Factor.class);
        forward(Invitations.LIFE);
        assertThat(invitations.open(token)).isInstanceOf(Invitations.Outcome.BadToken.class);
        assertThatThrownBy(() -> invitations.invite(clinic, "Not An Account", "x", Person.Role.REVIEWER))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whoeverGuessesMustWaitLongerAndLongerEvenWithTheRightPassword() {
        ready();
        for (int i = 0; i < 5; i++) {
            assertThat(check("wrong wrong wrong")).isInstanceOf(SignIn.Outcome.Refused.class);
        }
        Instant until = ((SignIn.Outcome.Wait) check(PASSWORD)).until();
        assertThat(until).isAfter(hand.instant());
        forward(Duration.ofSeconds(60));
        assertThat(check("wrong wrong wrong")).isInstanceOf(SignIn.Outcome.Refused.class);
        assertThat(((SignIn.Outcome.Wait) check(PASSWORD)).until()).isEqualTo(hand.instant().plusSeconds(30));
        forward(Duration.ofSeconds(60));
        assertThat(check(PASSWORD)).isInstanceOf(SignIn.Outcome.Proved.class);
    }

    @Test
    void aSessionEndsWhenItRestsWhenItIsOldAndWithItsAccount() {
        Person ada = ready();
        String token = sessions.begin(ada);
        assertThat(sessions.find(token).orElseThrow().person()).isEqualTo(ada);
        assertThat(sessions.find("nonsense")).isEmpty();
        for (int i = 0; i < 47; i++) {
            forward(PersonSessions.IDLE.minusSeconds(1));
            assertThat(sessions.find(token)).isPresent();
        }
        assertThat(sessions.isFresh(sessions.find(token).orElseThrow())).isFalse();
        sessions.proved(token);
        assertThat(sessions.isFresh(sessions.find(token).orElseThrow())).isTrue();
        forward(Duration.ofMinutes(8));
        assertThat(sessions.find(token)).isPresent();
        forward(Duration.ofMinutes(8));
        assertThat(sessions.find(token)).as("twelve hours old").isEmpty();

        String resting = sessions.begin(ada);
        forward(PersonSessions.IDLE);
        assertThat(sessions.find(resting)).isEmpty();

        String ended = sessions.begin(ada);
        sessions.end(ended);
        assertThat(sessions.find(ended)).isEmpty();

        String disabled = sessions.begin(ada);
        assertThat(new People(database.jdbi()).disable(clinic, "ada")).isTrue();
        assertThat(sessions.find(disabled)).isEmpty();
        assertThat(check(PASSWORD)).isInstanceOf(SignIn.Outcome.Refused.class);
    }

    private Person ready() {
        String token = invitations.invite(clinic, "ada", "Ada", Person.Role.CLINICIAN);
        factor = ((Invitations.Outcome.Factor) invitations.open(token)).secret();
        assertThat(invitations.accept(token, PASSWORD, code())).isInstanceOf(Invitations.Outcome.Done.class);
        forward(Duration.ofSeconds(60));
        return new People(database.jdbi()).find(clinic, "ada").orElseThrow();
    }

    private SignIn.Outcome check(String password) {
        return signIn.check(clinic, "ada", password, code());
    }

    private void forward(Duration by) {
        now = now.plus(by);
    }

    private String code() {
        return secrets.code(factor, hand.instant());
    }
}
