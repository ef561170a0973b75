package org.chartwright.eval.notes;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.chartwright.eval.SharedFolder;
import org.chartwright.models.LinearModel;
import org.chartwright.models.Precision;
import org.chartwright.note.plan.Learned;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Trains the note writer's models on ACI-Bench train and writes them into the source tree. */
@Command(name = "note", mixinStandardHelpOptions = true, description = "Trains the note writer's models.")
public final class NoteTraining implements Callable<Integer> {

    private static final Path HOME = Path.of(System.getProperty("chartwright.home", "."));

    @Mixin
    private SharedFolder shared = new SharedFolder();

    @Override
    public Integer call() throws IOException {
        WriterTraining training = new WriterTraining();
        Learned learned = training.train(training.read(Visits.aci(shared.path(), "train")));
        Path target = HOME.resolve("server/src/main/resources/org/chartwright/note/plan");
        Files.createDirectories(target);
        write(learned.parts(), target.resolve("parts.model"));
        write(learned.salience(), target.resolve("salience.model"));
        return 0;
    }

    private static void write(LinearModel model, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            model.write(out, Precision.HALF);
        }
    }
}
