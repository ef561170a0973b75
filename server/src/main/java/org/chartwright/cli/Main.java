package org.chartwright.cli;

import java.io.IOException;
import java.util.Objects;
import org.chartwright.audio.MediaException;
import org.chartwright.database.DatabaseException;
import org.chartwright.server.ConfigException;
import org.chartwright.speech.RecognitionException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line's table of contents, and the one place where failures become exit codes. */
@Command(
        name = "chartwright",
        mixinStandardHelpOptions = true,
        version = "chartwright 0.1.0",
        description = "A self-hosted clinical scribe that speaks AWS HealthScribe's public API.",
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            ScribeCommand.class,
            TranscribeCommand.class,
            EnrolCommand.class,
            DoctorCommand.class,
            ModelsCommand.class,
            NoteCommand.class,
            TemplateCommand.class,
            AdminCommand.class,
            KeysCommand.class,
            AuditCommand.class,
            ConsentCommand.class,
            RetentionCommand.class,
            FhirCommand.class,
            EhrCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            UsageCommand.class,
            WebhookCommand.class,
            PeopleCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Main {

    private static final int FAILED = 1;
    private static final int BAD_INPUT = 65;
    private static final int UNAVAILABLE = 69;

    private Main() {}

    /** Runs one sub-command and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    line.getErr().println("chartwright: " + explain(failure));
                    line.getErr().flush();
                    return code(failure);
                });
    }

    /** Our own exceptions speak to people; of any other only the kind is told, for its message may hold a patient's words. */
    private static String explain(Exception failure) {
        String kind = "failed with " + failure.getClass().getName();
        return switch (failure) {
            case BadInputException _, MediaException _, RecognitionException _, IOException _, ConfigException _,
                    DatabaseException _ ->
                Objects.requireNonNullElse(failure.getMessage(), kind);
            default -> kind;
        };
    }

    private static int code(Exception failure) {
        return switch (failure) {
            case BadInputException _, MediaException _, ConfigException _ -> BAD_INPUT;
            case RecognitionException _, DatabaseException _ -> UNAVAILABLE;
            default -> FAILED;
        };
    }
}
