package org.chartwright.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.chartwright.server.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Brings a server back from a backup. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Brings a server back into an empty data folder, from what backup wrote, after checking every file.",
        footer = "Exit code 0: done; 65: the backup is not whole or the folder not empty; 69: the database cannot be opened.")
final class RestoreCommand implements Callable<Integer> {

    @Mixin
    private OperatorPlace place = new OperatorPlace();

    @Option(names = "--from", required = true, paramLabel = "DIR", description = "The folder of the data.")
    private Path backup = Path.of("backup");

    @Option(names = "--keys", required = true, paramLabel = "DIR", description = "The folder of the keys.")
    private Path keys = Path.of("keys");

    @Override
    public Integer call() throws IOException {
        Backup.read(place.config(), backup, keys, Clock.systemUTC());
        System.out.println("Restored. Now: ./chartwright audit export and audit verify, then start the server.");
        return 0;
    }
}
