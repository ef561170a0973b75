package org.chartwright.eval.notes;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.chartwright.clinical.DialogueReader;
import org.chartwright.clinical.Reading;
import org.chartwright.encounter.Turn;
import org.chartwright.eval.SharedFolder;
import org.chartwright.note.DialogueText;
import org.chartwright.note.NoteRequest;
import org.chartwright.note.NoteWriter;
import org.chartwright.wording.Wording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** CPU from a typed dialogue to its note, for the longest training visit, after as many warm-up runs as are measured. */
@Command(
        name = "note-cost",
        mixinStandardHelpOptions = true,
        description = "CPU of one thread from dialogue to note: wording, understanding, writing and verifying.")
public final class NoteCostEval implements Callable<Integer> {

    private static final double NANOS = 1e9;

    @Mixin
    private SharedFolder shared = new SharedFolder();

    @Option(names = "--runs", description = "Runs that warm up, and runs that are measured; default ${DEFAULT-VALUE}.")
    private int runs = 12;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        String dialogue = Visits.aci(shared.path(), "train").stream()
                .map(Visits.Visit::dialogue)
                .max(Comparator.comparingInt(String::length))
                .orElseThrow();
        Wording wording = Wording.open();
        DialogueReader reader = new DialogueReader();
        NoteWriter writer = new NoteWriter();
        for (int run = 0; run < runs; run++) {
            writer.write(reader.read(wording.typed(DialogueText.parse(dialogue)), new UUID(0, run)), NoteRequest.DEFAULT);
        }
        double reading = 0;
        double writing = 0;
        for (int run = 0; run < runs; run++) {
            double begun = cpu();
            List<Turn> turns = wording.typed(DialogueText.parse(dialogue));
            Reading read = reader.read(turns, new UUID(0, run));
            double understood = cpu();
            writer.write(read, NoteRequest.DEFAULT);
            reading += understood - begun;
            writing += cpu() - understood;
        }
        out.printf("%d words; CPU s a visit, mean of %d: wording and understanding %.3f, writing and verifying %.3f, all %.3f (goal 0.2)%n",
                dialogue.split("\\s+", -1).length, runs, reading / runs, writing / runs, (reading + writing) / runs);
        out.flush();
        return 0;
    }

    private static double cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / NANOS;
    }
}
