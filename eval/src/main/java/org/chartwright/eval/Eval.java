package org.chartwright.eval;

import org.chartwright.eval.access.HostileEval;
import org.chartwright.eval.access.PoliciesEval;
import org.chartwright.eval.audit.AuditEval;
import org.chartwright.eval.backup.BackupEval;
import org.chartwright.eval.clinical.CategoriesEval;
import org.chartwright.eval.clinical.CodesEval;
import org.chartwright.eval.clinical.EntitiesEval;
import org.chartwright.eval.clinical.SectionsEval;
import org.chartwright.eval.crash.ChaosEval;
import org.chartwright.eval.crash.CrashEval;
import org.chartwright.eval.live.CutsEval;
import org.chartwright.eval.live.DraftEval;
import org.chartwright.eval.leaks.LeaksEval;
import org.chartwright.eval.live.FramesEval;
import org.chartwright.eval.live.LiveEval;
import org.chartwright.eval.live.StreamsEval;
import org.chartwright.eval.notes.NoteCostEval;
import org.chartwright.eval.notes.NotesEval;
import org.chartwright.eval.notes.PapersEval;
import org.chartwright.eval.notes.SectionTextsEval;
import org.chartwright.eval.notes.VerifierEval;
import org.chartwright.eval.speech.EvalSpeech;
import org.chartwright.eval.speech.MusicEval;
import org.chartwright.eval.speech.SilenceEval;
import picocli.CommandLine.Command;
import picocli.CommandLine;

/** The table of contents of {@code ./chartwright eval}. */
@Command(
        name = "chartwright eval",
        mixinStandardHelpOptions = true,
        description = "Measures the product on held-back data and prints tables.",
        subcommands = {
            AuditEval.class,
            BackupEval.class,
            CategoriesEval.class,
            ChaosEval.class,
            CodesEval.class,
            CostEval.class,
            CrashEval.class,
            CutsEval.class,
            Diarization.class,
            EntitiesEval.class,
            EvalPunct.class,
            EvalSpeech.class,
            EvalWording.class,
            DraftEval.class,
            FramesEval.class,
            HostileEval.class,
            LeaksEval.class,
            LengthEval.class,
            ListEval.class,
            LiveEval.class,
            MediaEval.class,
            MusicEval.class,
            NoteCostEval.class,
            NotesEval.class,
            PapersEval.class,
            PiecesEval.class,
            PoliciesEval.class,
            ReviewEval.class,
            RolesEvaluation.class,
            SectionTextsEval.class,
            SectionsEval.class,
            SilenceEval.class,
            StartupEval.class,
            StreamsEval.class,
            VerifierEval.class,
            CommandLine.HelpCommand.class
        })
public final class Eval {

    Eval() {}

    /** Runs one evaluation. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Eval())
                .setExecutionExceptionHandler(MissingCorpora::explain)
                .execute(arguments));
    }
}
