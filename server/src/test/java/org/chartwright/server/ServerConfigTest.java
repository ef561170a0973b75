package org.chartwright.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.chartwright.people.oidc.ClientKeys;
import org.chartwright.scribing.NoteDesk;
import org.chartwright.specialties.Specialty;
import org.chartwright.speech.SpeechConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ServerConfigTest {

    @TempDir
    private Path folder;

    @Test
    void theUsualConfigurationListensOnLoopbackAndKeepsItsOwnDatabase() {
        ServerConfig config = ServerConfig.of(Settings.usual());
        assertThat(config.http())
                .isEqualTo(new ServerConfig.Http("127.0.0.1", 8080, 4000, Duration.ofSeconds(20)));
        assertThat(config.role()).isEqualTo(ServerConfig.Role.ALL);
        assertThat(config.data()).isEqualTo(Path.of("data").toAbsolutePath());
        assertThat(config.region()).isEqualTo("us-east-1");
        assertThat(config.onlyRegion()).isNull();
        assertThat(config.endpoint()).isNull();
        assertThat(config.database().outside()).isNull();
    }

    @Test
    void enginesAreOfferedByNameWithTheirModelsAndTheirServer() {
        Settings settings = Settings.usual()
                .with(Setting.SPEECH_ENGINES, "vosk=/models/en, server, pocketsphinx")
                .with(Setting.SPEECH_SERVER_ENDPOINT, "http://127.0.0.1:9000/v1");
        Map<String, SpeechConfig> offered = SpeechSettings.offered(settings);
        assertThat(offered).containsOnlyKeys("vosk", "server");
        assertThat(offered.get("vosk").model()).isEqualTo(Path.of("/models/en"));
        assertThat(offered.get("server").server().endpoint()).hasPort(9000);
        assertThat(NoteSettings.of(ServerConfig.of(settings)).engines()).containsOnly("pocketsphinx", "vosk", "server");
        assertThatThrownBy(() -> SpeechSettings.of(settings.with(Setting.SPEECH_SERVER_ENDPOINT, "ftp://x")))
                .isInstanceOf(ConfigException.class);
    }

    @Test
    void notesAreSetByNameAndWrongNamesRefuseToStart() {
        Settings usual = Settings.usual();
        NoteDesk desk = NoteSettings.of(ServerConfig.of(usual.with(Setting.NOTE_SPECIALTY, "cardiology")
                .with(Setting.NOTE_PAPERS, "orders, after-visit-summary")));
        assertThat(desk.usual()).isEqualTo(Specialty.CARDIOLOGY);
        assertThat(desk.papers()).containsExactlyInAnyOrder(NoteDesk.Paper.ORDERS, NoteDesk.Paper.AFTER_VISIT_SUMMARY);
        assertThatThrownBy(() -> NoteSettings.of(ServerConfig.of(usual.with(Setting.NOTE_SPECIALTY, "astrology"))))
                .isInstanceOf(ConfigException.class);
        assertThatThrownBy(() -> NoteSettings.of(ServerConfig.of(usual.with(Setting.NOTE_PAPERS, "invoice"))))
                .hasMessageContaining("invoice");
    }

    @Test
    void aFileSetsEverything() throws IOException {
        ServerConfig config = ServerConfig.of(Settings.read(file("""
                # comments are for people
                server.host = 0.0.0.0
                server.port = 9
                server.plain-http = true
                server.data = /srv/chartwright
                server.role = worker
                server.requests = 50
                server.patience-seconds = 1
                aws.region = eu-central-1
                aws.only-region = true
                aws.endpoint = https://scribe.example
                database.url = jdbc:postgresql://db/x
                database.user = u
                database.password = p
                database.connections = 4
                speech.engine = vosk
                speech.model = /srv/model
                speech.workers = 3
                """)));
        assertThat(config.http()).isEqualTo(new ServerConfig.Http("0.0.0.0", 9, 50, Duration.ofSeconds(1)));
        assertThat(config.data()).isEqualTo(Path.of("/srv/chartwright"));
        assertThat(config.role()).isEqualTo(ServerConfig.Role.WORKER);
        assertThat(config.onlyRegion()).isEqualTo("eu-central-1");
        assertThat(config.endpoint()).hasToString("https://scribe.example");
        assertThat(config.database().outside().url()).isEqualTo("jdbc:postgresql://db/x");
        assertThat(config.database().outside().password()).isEqualTo("p");
        assertThat(config.database().connections()).isEqualTo(4);
        assertThat(config.settings().text(Setting.SPEECH_ENGINE)).isEqualTo("vosk");
        assertThat(config.toString()).doesNotContain("password");
    }

    @ParameterizedTest
    @CsvSource({
        "server.prot = 80, There is no setting server.prot",
        "speech.enigne = x, speech.engine",
        "anything = 1, There is no setting anything",
        "server.port = x, server.port must be a whole number from 0 to 65535",
        "server.port = 65536, server.port must be",
        "server.role = boss, 'server.role must be all, api or worker'",
        "aws.only-region = yes, aws.only-region must be true or false",
        "aws.endpoint = scribe.example, aws.endpoint must be",
        "aws.endpoint = http://a/b, aws.endpoint must be",
        "aws.region = here, aws.region must look like us-east-1",
        "database.connections = 1, database.connections must be",
        "server.data = \\u00zz, cannot be read"
    })
    void whatIsWrongRefusesToStart(String line, String says) throws IOException {
        Path file = file(line);
        assertThatThrownBy(() -> ServerConfig.of(Settings.read(file)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(says);
    }

    @Test
    void aMissingFileIsSaid() {
        assertThatThrownBy(() -> Settings.read(folder.resolve("absent")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("absent");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("c.properties"), text);
    }

    private static Settings withProvider() {
        return Settings.usual()
                .with(Setting.PEOPLE_OIDC_ISSUER, "https://login.example/realms/hospital")
                .with(Setting.PEOPLE_OIDC_CLIENT, "chartwright")
                .with(Setting.PEOPLE_OIDC_ROLES, "doctors=clinician,it=administrator");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "PEOPLE_OIDC_ISSUER | http://login.example",
        "PEOPLE_OIDC_ISSUER | https://user@login.example",
        "PEOPLE_OIDC_ISSUER | https://login.example?a=b",
        "PEOPLE_OIDC_ISSUER | login.example",
        "PEOPLE_OIDC_CLIENT | ''",
        "PEOPLE_OIDC_ROLES | ''",
        "PEOPLE_OIDC_ROLES | doctors",
        "PEOPLE_OIDC_ROLES | doctors=surgeon",
        "PEOPLE_OIDC_ROLES | doctors=clinician,doctors=auditor",
        "PEOPLE_OIDC_SCOPES | profile",
        "PEOPLE_OIDC_SECRET_FILE | /nowhere/secret",
        "WORKSPACE_ADDRESS | http://scribe.example",
        "WORKSPACE_ADDRESS | https://scribe.example/path",
    })
    void aProviderThatIsUnsafeOrUselessRefusesToStart(Setting setting, String value) {
        ServerConfig.of(withProvider());
        Settings wrong = withProvider().with(setting, value);
        assertThatThrownBy(() -> ServerConfig.of(wrong)).isInstanceOf(ConfigException.class);
    }

    @Test
    void somebodyMustBeAbleToSignInAndNobodyElseReadsTheSecret() throws IOException {
        Settings nobody = Settings.usual().with(Setting.PEOPLE_LOCAL, "false");
        assertThatThrownBy(() -> ServerConfig.of(nobody)).isInstanceOf(ConfigException.class);
        ServerConfig.of(withProvider().with(Setting.PEOPLE_LOCAL, "false"));
        Path secret = Files.writeString(folder.resolve("secret"), "hush");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r--r--"));
        Settings open = withProvider().with(Setting.PEOPLE_OIDC_SECRET_FILE, secret.toString());
        assertThatThrownBy(() -> ServerConfig.of(open)).isInstanceOf(ConfigException.class).hasMessageContaining("chmod");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        ServerConfig.of(open);
    }

    private static Settings withEhr() {
        return Settings.usual()
                .with(Setting.EHR_SMART_SERVERS, "St-Agnes=https://ehr.example/fhir/r4,North=https://north.example/r4/")
                .with(Setting.EHR_SMART_CLIENT, "chartwright")
                .with(Setting.EHR_SMART_TENANTS, "North=north");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "EHR_SMART_SERVERS | St-Agnes",
        "EHR_SMART_SERVERS | St Agnes=https://ehr.example/fhir/r4",
        "EHR_SMART_SERVERS | St-Agnes=http://ehr.example/fhir/r4",
        "EHR_SMART_SERVERS | St-Agnes=https://user@ehr.example/fhir/r4",
        "EHR_SMART_SERVERS | St-Agnes=https://ehr.example/fhir/r4?a=b",
        "EHR_SMART_SERVERS | St-Agnes=ehr.example",
        "EHR_SMART_CLIENT | ''",
        "EHR_SMART_TENANTS | north",
        "EHR_SMART_SECRET_FILE | /nowhere/secret",
        "EHR_SMART_KEY_FILE | /nowhere/key.json",
        "FHIR_ZONE | Mars/Olympus_Mons",
        "WORKSPACE_ADDRESS | http://scribe.example",
    })
    void anEhrThatIsUnsafeOrUselessRefusesToStart(Setting setting, String value) {
        ServerConfig.of(withEhr());
        Settings wrong = withEhr().with(setting, value);
        assertThatThrownBy(() -> ServerConfig.of(wrong)).isInstanceOf(ConfigException.class);
    }

    @Test
    void aClientOfAnEhrHasASecretOrKeysThatNobodyElseReads() throws IOException {
        Path keys = Files.writeString(folder.resolve("keys.json"), ClientKeys.make());
        Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-r-----"));
        Settings open = withEhr().with(Setting.EHR_SMART_KEY_FILE, keys.toString());
        assertThatThrownBy(() -> ServerConfig.of(open)).isInstanceOf(ConfigException.class).hasMessageContaining("chmod");
        Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-------"));
        ServerConfig.of(open);
        Settings both = open.with(Setting.EHR_SMART_SECRET_FILE, keys.toString());
        assertThatThrownBy(() -> ServerConfig.of(both)).isInstanceOf(ConfigException.class).hasMessageContaining("Either");
        Files.writeString(keys, "{\"keys\":[]}");
        assertThatThrownBy(() -> ServerConfig.of(open)).isInstanceOf(ConfigException.class).hasMessageContaining("must hold a key");
    }
}
