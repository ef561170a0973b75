package org.chartwright.eval;

import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Says in words that the corpora are not where they were looked for; every other failure stays what it is. */
final class MissingCorpora {

    private static final int UNAVAILABLE = 69;

    private MissingCorpora() {}

    static int explain(Exception failure, CommandLine line, ParseResult parsed) throws Exception {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NoSuchFileException missing) {
                line.getErr()
                        .println("chartwright: " + missing.getFile() + " is missing. This command needs the corpora and"
                                + " scorers; name their folder with --shared.");
                return UNAVAILABLE;
            }
        }
        throw failure;
    }
}
