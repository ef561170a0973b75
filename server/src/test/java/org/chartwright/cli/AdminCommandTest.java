package org.chartwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartwright.database.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The administrator's commands, on a database of their own. */
final class AdminCommandTest {

    private static final String READ = """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::visits/*"}}""";
    private static final String TRUST = """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":"transcribe.amazonaws.com"},
             "Action":"sts:AssumeRole"}}""";

    @TempDir
    Path folder;

    private Path settings;

    @BeforeEach
    void open() throws Exception {
        settings = Files.writeString(folder.resolve("settings"), TestDatabase.settings());
        assertThat(run("admin", "tenant", "create", "clinic").code()).isZero();
    }

    private Said run(String... words) {
        List<String> line = new ArrayList<>(List.of(words));
        if (!line.contains("check")) {
            line.addAll(List.of("--data", folder.toString(), "--config", settings.toString()));
        }
        if (!line.contains("tenant") && !line.contains("check")) {
            line.addAll(List.of("--tenant", "clinic"));
        }
        return Said.by(line);
    }

    private String ok(String... words) {
        Said said = run(words);
        assertThat(said.code()).as(said.err()).isZero();
        return said.out();
    }

    @Test
    void aUserIsMadeGivenAKeyAndAPolicyAndTakenApartAgain() throws Exception {
        Path read = Files.writeString(folder.resolve("read.json"), READ);
        assertThat(ok("admin", "user", "create", "anna")).contains(":user/anna\n");
        ok("admin", "policy", "put", "read", read.toString());
        ok("admin", "policy", "attach", "read", "--user", "anna");
        ok("admin", "policy", "bound", "AmazonS3ReadOnlyAccess", "--user", "anna");
        assertThat(ok("admin", "user", "list")).contains("anna\tarn:aws:iam::").contains(":policy/read");
        assertThat(ok("admin", "policy", "show", "read")).contains(READ);

        Matcher key = Pattern.compile("aws_access_key_id = (AKIA\\w{16})\\Raws_secret_access_key = (\\S{40})\\R")
                .matcher(ok("admin", "key", "create", "anna"));
        assertThat(key.find()).isTrue();
        Path file = folder.resolve("annas");
        assertThat(ok("admin", "key", "rotate", key.group(1), "--out", file.toString()))
                .doesNotContain("secret").contains("profile anna");
        assertThat(Files.readString(file)).contains("[anna]", "aws_secret_access_key = ");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        ok("admin", "key", "disable", key.group(1));
        assertThat(ok("admin", "key", "list")).contains("anna\t" + key.group(1) + "\tdisabled\t").contains("never");
        ok("admin", "key", "enable", key.group(1));
        ok("admin", "key", "delete", key.group(1));
        ok("admin", "policy", "bound", "--user", "anna");
        ok("admin", "policy", "detach", "read", "--user", "anna");
        ok("admin", "policy", "delete", "read");
        ok("admin", "user", "delete", "anna");
        assertThat(ok("admin", "user", "list")).doesNotContain("anna");
    }

    @Test
    void aRoleIsMadeShownAndDeleted() throws Exception {
        Path trust = Files.writeString(folder.resolve("trust.json"), TRUST);
        assertThat(ok("admin", "role", "put", "scribe", "--trust", trust.toString())).contains(":role/scribe");
        ok("admin", "policy", "attach", "AmazonS3FullAccess", "--role", "scribe");
        assertThat(ok("admin", "role", "list")).contains("scribe\tarn:aws:iam::aws:policy/AmazonS3FullAccess\n");
        assertThat(ok("admin", "role", "show", "scribe")).contains(TRUST);
        assertThat(ok("admin", "role", "end-sessions", "scribe")).contains("0 sessions ended");
        ok("admin", "role", "delete", "scribe");
    }

    @Test
    void whatCannotBeDoneIsSaidInOneSentence() throws Exception {
        Path bad = Files.writeString(folder.resolve("bad.json"), "{\n \"Version\": \"2012-10-17\",\n \"Statement\": []\n}");
        assertThat(run("admin", "policy", "check", bad.toString())).satisfies(said -> {
            assertThat(said.code()).isEqualTo(65);
            assertThat(said.err()).contains("Line 3, /Statement: must hold a Statement.");
        });
        assertThat(run("admin", "policy", "put", "bad", bad.toString()).err()).contains("Line 3");
        assertThat(run("admin", "key", "create", "nobody").err()).contains("There is no user nobody.");
        assertThat(run("admin", "key", "rotate", "AKIANOBODY").code()).isEqualTo(65);
        assertThat(run("admin", "role", "show", "nobody").code()).isEqualTo(65);
        assertThat(run("admin", "tenant", "create", "clinic").code()).isEqualTo(65);
        assertThat(run("admin", "tenant", "create", "A B").code()).isEqualTo(65);
        assertThat(run("admin", "policy", "attach", "AdministratorAccess").code()).as("to whom?").isEqualTo(2);
    }

    @Test
    void aWrongSettingAndADatabaseThatIsNotThereHaveExitCodesOfTheirOwn() throws Exception {
        Files.writeString(settings, "server.prot = 8080\n");
        assertThat(run("admin", "tenant", "list")).satisfies(said -> {
            assertThat(said.code()).isEqualTo(65);
            assertThat(said.err()).contains("server.prot");
        });
        Files.writeString(settings, "database.url = jdbc:postgresql://127.0.0.1:1/nowhere\n");
        assertThat(run("admin", "tenant", "list").code()).isEqualTo(69);
    }
}
