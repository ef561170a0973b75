package org.chartwright.eval;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where an evaluation or a training finds what is no part of the project: corpora, recordings, terminologies, scorers. */
public final class SharedFolder {

    @Option(
            names = "--shared",
            paramLabel = "DIR",
            description = "The folder of corpora, recordings and scorers; default ../shared, seen from the project.")
    private Path folder = Path.of(System.getProperty("chartwright.home", "."), "../shared");

    /** Something in the folder. */
    public Path resolve(String inside) {
        return folder.resolve(inside);
    }

    /** The folder. */
    public Path path() {
        return folder;
    }
}
