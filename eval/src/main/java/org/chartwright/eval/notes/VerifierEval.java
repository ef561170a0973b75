package org.chartwright.eval.notes;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.chartwright.encounter.Note;
import org.chartwright.encounter.Segment;
import org.chartwright.encounter.SegmentId;
import org.chartwright.encounter.Statement;
import org.chartwright.eval.SharedFolder;
import org.chartwright.note.NoteRequest;
import org.chartwright.note.NoteWriter;
import org.chartwright.note.Verdict;
import org.chartwright.note.Verifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plants errors in the statements of notes on the training visits, and counts what the verifier refuses. */
@Command(
        name = "verifier",
        mixinStandardHelpOptions = true,
        description = "Plants errors in supported sentences and counts what is refused.")
public final class VerifierEval implements Callable<Integer> {

    private static final long SEED = 20261123;

    @Mixin
    private SharedFolder shared = new SharedFolder();

    @Option(names = "--split", description = "Whose statements; default ${DEFAULT-VALUE}.")
    private String split = "train";

    @Option(names = "--show", description = "Prints misses and false alarms of these reasons or kinds (corpus text!).")
    private String show = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Map<String, int[]> byKind = new TreeMap<>();
    private final Map<Verdict.Reason, Integer> alarms = new TreeMap<>();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Verifier verifier = new Verifier();
        NoteWriter writer = NoteWriter.unverified();
        PlantedErrors errors = new PlantedErrors(SEED);
        int right = 0;
        int refused = 0;
        for (WriterTraining.Lesson lesson : new WriterTraining().read(Visits.aci(shared.path(), split))) {
            Map<SegmentId, Segment> byId = new HashMap<>();
            lesson.reading().segments().forEach(segment -> byId.put(segment.id(), segment));
            for (Note.NoteSection section : writer.draft(lesson.reading(), NoteRequest.DEFAULT).sections()) {
                for (Statement statement : section.statements()) {
                    List<Segment> cited = statement.evidence().stream().map(byId::get).toList();
                    Verdict verdict = verifier.judge(statement.text(), cited);
                    right++;
                    if (verdict.finding() != Verdict.Finding.SUPPORTED) {
                        refused++;
                        verdict.reasons().forEach(reason -> alarms.merge(reason, 1, Integer::sum));
                        show(out, "alarm " + verdict.reasons(), statement.text(), cited);
                        continue;
                    }
                    for (PlantedErrors.Planted planted : errors.of(statement.text())) {
                        int[] counts = byKind.computeIfAbsent(planted.kind(), kind -> new int[2]);
                        counts[0]++;
                        if (verifier.judge(planted.text(), cited).finding() != Verdict.Finding.SUPPORTED) {
                            counts[1]++;
                        } else {
                            show(out, "miss " + planted.kind(), planted.text(), cited);
                        }
                    }
                }
            }
        }
        print(out, right, refused);
        return 0;
    }

    private void show(PrintWriter out, String what, String text, List<Segment> cited) {
        if (!show.isEmpty() && what.contains(show)) {
            out.println(what + " | " + text + " | " + cited.stream().map(Segment::text).toList());
        }
    }

    private void print(PrintWriter out, int right, int refused) {
        int planted = 0;
        int caught = 0;
        out.printf("%-12s %8s %8s %8s%n", "planted", "n", "refused", "recall");
        for (Map.Entry<String, int[]> kind : byKind.entrySet()) {
            int[] counts = kind.getValue();
            out.printf("%-12s %8d %8d %7.1f%%%n", kind.getKey(), counts[0], counts[1], 100.0 * counts[1] / counts[0]);
            planted += counts[0];
            caught += counts[1];
        }
        out.printf("%-12s %8d %8d %7.1f%%%n", "all", planted, caught, 100.0 * caught / Math.max(1, planted));
        out.printf("unaltered    %8d %8d %7.1f%% false alarms %s%n", right, refused, 100.0 * refused / Math.max(1, right), alarms);
        out.flush();
    }
}
