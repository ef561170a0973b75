package org.chartwright.eval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import org.chartwright.access.TenantId;
import org.chartwright.access.Tenants;
import org.chartwright.chart.Chart;
import org.chartwright.chart.Kept;
import org.chartwright.chart.NoteLife;
import org.chartwright.chart.Patient;
import org.chartwright.chart.PersonName;
import org.chartwright.chart.Visit;
import org.chartwright.database.Database;
import org.chartwright.database.DatabaseConfig;
import org.chartwright.keys.KeyRoom;
import org.chartwright.keys.root.RootConfig;
import org.chartwright.review.Edit;
import org.chartwright.review.Review;
import org.chartwright.review.ReviewDesk;
import org.chartwright.review.TypedDialogue;
import org.chartwright.scribing.Scribing;
import org.chartwright.scribing.VisitRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures what the server does for each step of a review, and whether it grows with the versions of the note. */
@Command(
        name = "review",
        mixinStandardHelpOptions = true,
        description = "Opens, marks and edits the note of a long visit on a real database, and measures each.")
final class ReviewEval implements Callable<Integer> {

    private static final NoteLife.Person ADA = new NoteLife.Person("ada", "Ada Okafor");
    private static final int WARM_UP = 10;

    @Option(names = "--words", description = "How many words are said at least (default: ${DEFAULT-VALUE}).")
    int words = 9_000;

    @Option(names = "--edits", description = "How many versions the note gets (default: ${DEFAULT-VALUE}).")
    int edits = 200;

    @Override
    public Integer call() throws IOException {
        String script = Files.readString(Path.of(System.getProperty("chartwright.home", "."), "samples/visit/script.txt")).strip();
        Path folder = Files.createTempDirectory("chartwright-review");
        try (Database database = Database.open(DatabaseConfig.embedded(folder))) {
            Clock clock = Clock.systemUTC();
            Tenants tenants = new Tenants(database.jdbi(), clock, new SecureRandom());
            tenants.add(Tenants.DEFAULT);
            TenantId tenant = tenants.find(Tenants.DEFAULT).orElseThrow().id();
            KeyRoom keys = KeyRoom.open(database, new RootConfig.Local(folder.resolve("root-key")), clock);
            Scribing scribing = new Scribing(database, keys, clock);
            NoteLife life = new NoteLife(scribing.chart(), clock, (_, _, _) -> {});
            ReviewDesk desk = new ReviewDesk(database.jdbi(), scribing.chart(), life, scribing.desk(), clock);
            measure(desk, tenant, visit(scribing, tenant, script, clock));
        }
        System.out.println("Kept: " + folder);
        return 0;
    }

    private UUID visit(Scribing scribing, TenantId tenant, String script, Clock clock) {
        Chart chart = scribing.chart();
        UUID patient = chart.add(tenant, "ada", new Patient(
                        List.of(), new PersonName("Parker", List.of("James")), null, Patient.Gender.MALE, true))
                .id();
        Kept<Visit> visit = chart.add(tenant, "ada", new Visit(
                patient, null, Visit.State.PLANNED, clock.instant(), null, "", List.of(), Visit.Plan.NONE));
        int once = script.split("\\s+").length;
        String said = (script + "\n").repeat(words / once + 2);
        VisitRecord.Made made = TypedDialogue.read(visit.id(), Visit.Plan.NONE, scribing.desk(), said);
        chart.together(tenant, handle -> {
            scribing.visits().put(handle, tenant, visit, made, "");
            return visit;
        });
        return visit.id();
    }

    private void measure(ReviewDesk desk, TenantId tenant, UUID visit) {
        long begun = System.nanoTime();
        Review review = desk.open(tenant, visit, ADA);
        double first = (System.nanoTime() - begun) / 1e6;
        int said = review.turns().stream().mapToInt(turn -> turn.words().size()).sum();
        System.out.printf(
                Locale.ROOT, "%,d words, %d sentences; milliseconds of the server, the first opening %.0f%n", said,
                review.sections().stream().mapToInt(section -> section.sentences().size()).sum(), first);
        UUID sentence = review.sections().stream()
                .flatMap(section -> section.sentences().stream())
                .findFirst()
                .orElseThrow()
                .id();
        times(WARM_UP, _ -> desk.open(tenant, visit, ADA));
        show("opened again, one version", times(20, _ -> desk.open(tenant, visit, ADA)));
        List<Double> changes = times(edits, i -> desk.edit(
                tenant, visit, ADA, i + 1,
                List.of(new Edit.Replace(sentence, "Right knee pain for about three weeks, told " + i + " times."))));
        int part = Math.max(1, Math.min(20, edits / 4));
        show("a sentence changed, versions 2 to " + (part + 1), changes.subList(0, part));
        show("a sentence changed, the last " + part + " of " + edits, changes.subList(edits - part, edits));
        show("looked at", times(20, i -> desk.edit(tenant, visit, ADA, edits + 1, List.of(new Edit.Seen(sentence, i % 2 == 0)))));
        show("opened again, " + (edits + 1) + " versions", times(20, _ -> desk.open(tenant, visit, ADA)));
    }

    private static List<Double> times(int count, IntConsumer deed) {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long begun = System.nanoTime();
            deed.accept(i);
            times.add((System.nanoTime() - begun) / 1e6);
        }
        return times;
    }

    private static void show(String what, List<Double> times) {
        List<Double> sorted = times.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT, "%-46s p50 %7.1f  p95 %7.1f  max %7.1f%n", what, sorted.get(sorted.size() / 2),
                sorted.get((int) Math.ceil(0.95 * sorted.size()) - 1), sorted.getLast());
    }
}
