package org.chartwright.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.chartwright.speech.CloudConfig;
import org.chartwright.speech.RecognitionException;
import org.chartwright.speech.Recognizers;
import org.chartwright.speech.SpeechConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpeechSettingsTest {

    private static final Settings AMAZON = Settings.usual()
            .with(Setting.SPEECH_ENGINE, "aws-transcribe")
            .with(Setting.SPEECH_AWS_BUCKET, "pieces");

    @TempDir
    private Path folder;

    @Test
    void streamsAreHeardByTheUsualEngineUnlessAnotherIsNamed() {
        Settings vosk = Settings.usual().with(Setting.SPEECH_ENGINE, "vosk").with(Setting.SPEECH_MODEL, "/models/en");
        assertThat(SpeechSettings.ofStreams(vosk)).isEqualTo(SpeechSettings.of(vosk));

        SpeechConfig another = SpeechSettings.ofStreams(vosk.with(Setting.LIVE_ENGINE, "onnx = /models/parakeet"));
        assertThat(another.engine()).isEqualTo("onnx");
        assertThat(another.model()).isEqualTo(Path.of("/models/parakeet"));
        assertThat(SpeechSettings.of(vosk).engine()).isEqualTo("vosk");
    }

    @Test
    void soundGoesToAmazonOnlyWhereABucketIsNamed() {
        Settings settings = Settings.usual()
                .with(Setting.SPEECH_ENGINE, "aws-transcribe")
                .with(Setting.SPEECH_AWS_REGION, "eu-west-1")
                .with(Setting.SPEECH_AWS_ENDPOINT, "https://transcribe.example");
        assertThat(SpeechSettings.of(settings).cloud()).isNull();
        Settings named = settings.with(Setting.SPEECH_AWS_BUCKET, "ours");
        CloudConfig cloud = SpeechSettings.of(named).cloud();
        assertThat(cloud.bucket()).isEqualTo("ours");
        assertThat(cloud.region()).isEqualTo("eu-west-1");
        assertThat(cloud.access().transcribe()).hasHost("transcribe.example");
        assertThat(cloud.access().store()).isNull();
        assertThatThrownBy(() -> SpeechSettings.of(named.with(Setting.SPEECH_AWS_BUCKET_ENDPOINT, "ftp://x")))
                .isInstanceOf(ConfigException.class);
    }

    @Test
    void amazonDoesNotListenToStreams() {
        assertThatThrownBy(() -> Recognizers.openForStreams(SpeechSettings.ofStreams(AMAZON)))
                .isInstanceOf(RecognitionException.class)
                .hasMessage("The engine \"aws-transcribe\" is not for streams");
    }

    @Test
    void theSecretOfAnAccessKeyLiesInAFileThatItsOwnerAloneReads() throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "s3cret\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Settings named = AMAZON.with(Setting.SPEECH_AWS_SECRET_FILE, file.toString())
                .with(Setting.SPEECH_AWS_ACCESS_KEY, "AKIAEXAMPLE");
        CloudConfig cloud = SpeechSettings.of(named).cloud();
        assertThat(cloud).isNotNull();
        assertThat(cloud.access().secret()).isEqualTo("s3cret");
        assertThat(cloud.toString()).doesNotContain("s3cret");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> SpeechSettings.of(named))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("Others can read or write " + file);
    }

    @Test
    void anAccessKeyWithoutItsSecretIsRefused() {
        assertThatThrownBy(() -> SpeechSettings.of(AMAZON.with(Setting.SPEECH_AWS_ACCESS_KEY, "AKIAEXAMPLE")))
                .isInstanceOf(ConfigException.class)
                .hasMessage("speech.aws-access-key needs speech.aws-secret-file, and the other way round.");
    }
}
