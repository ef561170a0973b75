package org.chartwright.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line's table of contents. */
@Command(
        name = "chartwright",
        mixinStandardHelpOptions = true,
        version = "chartwright 0.1.0",
        description = "A self-hosted clinical scribe that speaks AWS HealthScribe's public API.",
        subcommands = {
            DoctorCommand.class,
            NoteCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Main {

    private Main() {}

    /** Runs one sub-command and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }
}
