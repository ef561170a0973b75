package org.chartwright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.chartwright.server.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes all that a server keeps to two folders. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = "Backs up all that a server keeps, while it runs or not: data to one folder, keys to another.",
        footer = "Exit code 0: done; 65: a folder is there already; 69: the database cannot be opened.")
final class BackupCommand implements Callable<Integer> {

    private static final int BAD_DATA = 65;

    @Mixin
    private OperatorPlace place = new OperatorPlace();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "A folder that is not there yet, for data; useless without the keys.")
    private Path backup = Path.of("backup");

    @Option(names = "--keys", required = true, paramLabel = "DIR", description = "A folder that is not there yet, for keys; keep it apart from the data.")
    private Path keys = Path.of("keys");

    @Override
    public Integer call() throws IOException {
        if (Files.exists(backup) || Files.exists(keys)) {
            System.err.println("A folder of a backup must not be there yet.");
            return BAD_DATA;
        }
        int files = Backup.write(place.config(), backup, keys, Clock.systemUTC());
        System.out.println(files + " files. Keep " + keys + " apart from " + backup + ": together they are readable.");
        return 0;
    }
}
