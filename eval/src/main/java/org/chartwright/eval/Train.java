package org.chartwright.eval;

import org.chartwright.eval.clinical.CategoriesTraining;
import org.chartwright.eval.clinical.SectionsTraining;
import org.chartwright.eval.notes.NoteTraining;
import org.chartwright.eval.speech.TrainFeatures;
import org.chartwright.eval.speech.TrainLanguageModel;
import org.chartwright.eval.speech.TrainLetterSounds;
import org.chartwright.eval.speech.TrainMusic;
import picocli.CommandLine.Command;
import picocli.CommandLine;

/** The table of contents of {@code ./chartwright train}. */
@Command(
        name = "chartwright train",
        mixinStandardHelpOptions = true,
        description = "Trains the learned parts from the corpora and writes them into the source tree.",
        subcommands = {
            CategoriesTraining.class,
            NoteTraining.class,
            RolesTraining.class,
            SectionsTraining.class,
            TrainFeatures.class,
            TrainLanguageModel.class,
            TrainLetterSounds.class,
            TrainMusic.class,
            TrainWording.class,
            CommandLine.HelpCommand.class
        })
public final class Train {

    Train() {}

    /** Runs one training. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Train())
                .setExecutionExceptionHandler(MissingCorpora::explain)
                .execute(arguments));
    }
}
