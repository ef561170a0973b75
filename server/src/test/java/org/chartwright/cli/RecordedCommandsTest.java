package org.chartwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chartwright.audit.Checkpoint;
import org.chartwright.audit.Entry;
import org.chartwright.database.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator changes at the command line is in the audit record, as theirs; what came to nothing is not. */
final class RecordedCommandsTest {

    @TempDir
    Path folder;

    private Path settings;

    @BeforeEach
    void open() throws Exception {
        settings = Files.writeString(folder.resolve("settings"), TestDatabase.settings());
        ok("admin", "tenant", "create", "default");
    }

    private Said run(String... words) {
        List<String> line = new ArrayList<>(List.of(words));
        line.addAll(List.of("--data", folder.toString(), "--config", settings.toString()));
        return Said.by(line);
    }

    private String ok(String... words) {
        Said said = run(words);
        assertThat(said.code()).as(said.err()).isZero();
        return said.out().strip();
    }

    private void refused(String... words) {
        assertThat(run(words).code()).isEqualTo(AdminPlace.BAD_DATA);
    }

    @Test
    void eachChangeIsRecordedOnceByTheOperatorAndNoneThatFailed() throws Exception {
        Path keySet = Files.writeString(
                folder.resolve("keys.json"), new JWKSet(new ECKeyGenerator(Curve.P_384).keyID("one").generate()).toString());
        String nobodys = UUID.randomUUID().toString();
        refused("admin", "tenant", "create", "default");
        ok("people", "invite", "--name", "Ada", "--role", "CLINICIAN", "ada");
        refused("people", "invite", "--name", "Ada", "--role", "CLINICIAN", "Not An Account");
        ok("people", "disable", "ada");
        refused("people", "disable", "nobody");
        String client = ok("fhir", "add-client", "--keys", keySet.toString(), "--scopes", "system/Patient.rs", "ehr");
        refused("fhir", "add-client", "--keys", keySet.toString(), "--scopes", "system/Patient.rs", "ehr");
        ok("fhir", "disable-client", client);
        refused("fhir", "disable-client", "nobodys");
        ok("retention", "set", "--consent", "yes");
        ok("retention", "hold", "*");
        ok("retention", "release", "*");
        refused("retention", "release", "*");
        refused("consent", "withdraw", nobodys);
        ok("consent", "list", nobodys);
        String arn = ok("keys", "create", "alias/notes");
        refused("keys", "create", "alias/notes");
        ok("keys", "rotate");
        ok("keys", "disable", "alias/notes");
        refused("keys", "disable", "alias/none");
        Path out = folder.resolve("record");
        ok("audit", "export", "--out", out.toString());
        try (var lines = Files.lines(out)) {
            assertThat(lines.filter(line -> !Checkpoint.isMeantBy(line)).map(Entry::parse)
                            .filter(entry -> !entry.act().action().startsWith("audit:"))
                            .peek(entry -> assertThat(entry.act().actor().role()).isEqualTo("operator"))
                            .map(entry -> entry.act().action() + " " + entry.act().object()))
                    .containsExactlyInAnyOrder(
                            "iam:CreateTenant tenant/default", "people:InvitePerson person/ada", "people:DisablePerson person/ada",
                            "fhir:AddClient client/" + client, "fhir:DisableClient client/" + client,
                            "custody:PutRules rules/consent=true,jobs=90,sound=0", "custody:PlaceHold hold/*", "custody:ReleaseHold hold/*",
                            "consent:List subject/" + nobodys, "kms:CreateKey " + arn + " alias/notes", "kms:RotateTenantKeys *",
                            "kms:DisableKey " + arn);
        }
    }
}
