package org.chartwright.eval;

import org.chartwright.eval.speech.TrainLanguageModel;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The table of contents of {@code ./chartwright train}. */
@Command(
        name = "chartwright train",
        mixinStandardHelpOptions = true,
        description = "Trains the learned parts from the corpora and writes them into the source tree.",
        subcommands = {
            org.chartwright.eval.notes.NoteTraining.class,
            RolesTraining.class,
            org.chartwright.eval.clinical.CategoriesTraining.class,
            org.chartwright.eval.clinical.SectionsTraining.class,
            TrainLanguageModel.class,
            TrainWording.class,
            org.chartwright.eval.speech.TrainLetterSounds.class,
            CommandLine.HelpCommand.class
        })
public final class Train {

    private Train() {}

    /** Runs one training. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Train()).execute(arguments));
    }
}
