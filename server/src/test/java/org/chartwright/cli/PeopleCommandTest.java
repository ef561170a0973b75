package org.chartwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chartwright.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator's commands for people, on a database of their own. */
final class PeopleCommandTest {

    @TempDir
    Path folder;

    private Said invite(Path settings) {
        return Said.by(List.of(
                "people", "invite", "--data", folder.toString(), "--config", settings.toString(), "--name", "Ada", "--role",
                "CLINICIAN", "ada"));
    }

    @Test
    void nobodyIsInvitedWhereThereAreNoAccountsOfTheServersOwn() throws Exception {
        String database = TestDatabase.settings();
        Path local = Files.writeString(folder.resolve("local"), database);
        Path elsewhere = Files.writeString(folder.resolve("elsewhere"), database + """
                people.local-accounts = false
                people.oidc-issuer = https://login.example
                people.oidc-client = chartwright
                people.oidc-roles = doctors=clinician
                """);
        Said refused = invite(elsewhere);
        assertThat(refused.code()).isEqualTo(65);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains("people.local-accounts is false", "identity provider");
        Said.by(List.of("admin", "tenant", "create", "default", "--data", folder.toString(), "--config", local.toString()));
        Said made = invite(local);
        assertThat(made.code()).as(made.err()).isZero();
        assertThat(made.out()).contains("This token is shown once");
    }
}
