package org.chartwright.eval;

import org.chartwright.eval.crash.CrashEval;
import org.chartwright.eval.notes.NotesEval;
import org.chartwright.eval.notes.VerifierEval;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The table of contents of {@code ./chartwright eval}. */
@Command(
        name = "chartwright eval",
        mixinStandardHelpOptions = true,
        description = "Measures the product on held-back data and prints tables.",
        subcommands = {
            CostEval.class,
            MediaEval.class,
            NotesEval.class,
            VerifierEval.class,
            PiecesEval.class,
            org.chartwright.eval.speech.EvalSpeech.class,
            Diarization.class,
            RolesEvaluation.class,
            CrashEval.class,
            EvalPunct.class,
            org.chartwright.eval.clinical.CategoriesEval.class,
            org.chartwright.eval.clinical.CodesEval.class,
            org.chartwright.eval.clinical.EntitiesEval.class,
            org.chartwright.eval.clinical.SectionsEval.class,
            StartupEval.class,
            ListEval.class,
            LengthEval.class,
            EvalWording.class,
            CommandLine.HelpCommand.class
        })
public final class Eval {

    private Eval() {}

    /** Runs one evaluation. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Eval()).execute(arguments));
    }
}
