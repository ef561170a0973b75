package org.chartwright.eval.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.chartwright.server.Backup;
import org.chartwright.server.ServerConfig;
import org.chartwright.server.Setting;
import org.chartwright.server.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BackupEvalTest {

    @TempDir
    Path folder;

    @Test
    void whatIsBackedUpComesBackWholeOrNotAtAll() throws Exception {
        assertThat(BackupEval.run(folder, 30).faults()).isEmpty();
        Path file = folder.resolve("data/database/job.copy");
        Files.writeString(file, Files.readString(file) + "x");
        ServerConfig third = ServerConfig.of(
                Settings.usual().with(Setting.SERVER_DATA, folder.resolve("third").toString()));
        assertThatThrownBy(() -> Backup.read(third, folder.resolve("data"), folder.resolve("keys"), Clock.systemUTC()))
                .hasMessageContaining("not what was written");
    }
}
