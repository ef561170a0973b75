package org.chartwright.cli;

import java.nio.file.Path;
import org.chartwright.database.Database;
import org.chartwright.server.ServerConfig;
import org.chartwright.server.Setting;
import org.chartwright.server.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which server an operator's command is about; it may be running or not. */
final class OperatorPlace {

    @Option(names = "--data", paramLabel = "DIR", description = "The server's data folder; default ./data.")
    private @Nullable Path data;

    @Option(names = "--config", paramLabel = "FILE", description = "The server's settings file, if it has one.")
    private @Nullable Path file;

    ServerConfig config() {
        Settings settings = file == null ? Settings.usual() : Settings.read(file);
        return ServerConfig.of(data == null ? settings : settings.with(Setting.SERVER_DATA, data.toString()));
    }

    Database open() {
        return Database.openOrJoin(config().database());
    }
}
