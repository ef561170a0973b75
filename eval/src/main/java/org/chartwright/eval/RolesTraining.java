package org.chartwright.eval;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.chartwright.encounter.Role;
import org.chartwright.models.LinearModel;
import org.chartwright.models.Precision;
import org.chartwright.speakers.Line;
import org.chartwright.speakers.Part;
import org.chartwright.speakers.RoleFeatures;
import org.chartwright.speakers.Roles;
import org.chartwright.speakers.Trust;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Learns from whole dialogues what clinicians, patients, relatives and colleagues say. */
@Command(
        name = "roles",
        mixinStandardHelpOptions = true,
        description = "Trains the model that tells who is the clinician and who the patient.")
final class RolesTraining implements Callable<Integer> {

    private static final JsonMapper JSON = new JsonMapper();
    /** Speaker tags exchanged throughout, as the corpora's README says; the mixed one is left out. */
    private static final Set<String> SWAPPED = Set.of("D2N038", "D2N056", "D2N057", "D2N059", "D2N082");

    private static final Set<String> MIXED = Set.of("D2N034");
    private static final int FOLDS = 5;
    private static final double NOISE = 0.15;

    @Mixin
    private SharedFolder shared = new SharedFolder();

    @Option(names = "--cost", description = "Weight of the examples against regularisation: ${DEFAULT-VALUE}.")
    private double cost = 0.15;

    @Option(names = "--check", description = "Cross-validate on the training dialogues; write nothing.")
    private boolean check;

    @Option(names = "--out", description = "The folder for the models.")
    private Path out = Path.of(
            System.getProperty("chartwright.home", "."),
            "server/src/main/resources/org/chartwright/speakers");

    /** One dialogue: what was said and by whom. */
    record Dialogue(String corpus, List<Part> parts, List<Integer> voices, List<String> texts) {}

    @Override
    public Integer call() throws IOException {
        PrintStream screen = System.out;
        List<Dialogue> dialogues = dialogues();
        if (check) {
            crossValidate(dialogues, screen);
            return 0;
        }
        Roles.Models models = train(dialogues);
        Files.createDirectories(out);
        write(models.roles(), "roles.model", screen);
        write(models.relatives(), "relatives.model", screen);
        write(models.colleagues(), "colleagues.model", screen);
        return 0;
    }

    private void write(LinearModel model, String name, PrintStream screen) throws IOException {
        Path file = out.resolve(name);
        try (OutputStream stream = Files.newOutputStream(file)) {
            model.write(stream, Precision.HALF);
        }
        screen.printf(Locale.ROOT, "%s: %d features, %d kB%n", file, model.size(), Files.size(file) / 1024);
    }

    private Roles.Models train(List<Dialogue> dialogues) {
        return new Roles.Models(
                train(dialogues, side -> side.role() == Role.CLINICIAN ? Part.CLINICIAN : Part.PATIENT, true),
                train(dialogues, part -> part.role() == Role.PATIENT ? part : null, false),
                train(dialogues, part -> part.role() == Role.CLINICIAN ? part : null, false));
    }

    /** Trains one question; {@code label} is null for those whom it does not concern. */
    private LinearModel train(List<Dialogue> dialogues, Function<Part, @Nullable Part> label, boolean all) {
        LinearTraining training = new LinearTraining(
                LinearTraining.Settings.l2(all ? cost : cost / 3).leastExamples(all ? 4 : 6).smallestWeight(0.02));
        Map<Part, Integer> counts = new TreeMap<>();
        for (Dialogue dialogue : dialogues) {
            List<String> heard = dialogue.texts().stream().map(RolesTraining::asHeard).toList();
            List<@Nullable Part> labels = new ArrayList<>();
            for (Part part : dialogue.parts()) {
                Part asked = label.apply(part);
                labels.add(asked);
                if (asked != null) {
                    counts.merge(asked, 1, Integer::sum);
                }
            }
            add(training, labels, dialogue.texts());
            if (!heard.equals(dialogue.texts())) {
                add(training, labels, heard);
            }
        }
        Map<String, String> provenance = new TreeMap<>();
        provenance.put("data", "ACI-Bench train, MTS-Dialog train, PriMock57 days 1-2 (all CC BY 4.0)");
        provenance.put("task", "part of a speaker from a line and its neighbours");
        double total = counts.values().stream().mapToInt(Integer::intValue).sum();
        counts.forEach((part, count) ->
                provenance.put("share." + part, String.format(Locale.ROOT, "%.5f", count / total)));
        return training.train(provenance);
    }

    private static void add(LinearTraining training, List<@Nullable Part> labels, List<String> texts) {
        RoleFeatures features = RoleFeatures.of(texts);
        for (int i = 0; i < texts.size(); i++) {
            Part part = labels.get(i);
            Collection<String> present = features.at(i);
            if (part != null && !present.isEmpty()) {
                training.add(part.name(), present);
            }
        }
    }

    /** Lower case, no marks: what a recogniser gives. */
    static String asHeard(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}' ]", " ").replaceAll("\\s+", " ").strip();
    }

    private List<Dialogue> dialogues() throws IOException {
        List<Dialogue> dialogues = new ArrayList<>();
        for (String corpus : new String[] {"aci-bench/train", "mts-dialog/train", "primock57/day1-3"}) {
            for (String line : Files.readAllLines(shared.resolve("corpora/" + corpus + ".jsonl"))) {
                JsonNode dialogue = JSON.readTree(line);
                String id = dialogue.get("id").asString();
                boolean ours = !dialogue.has("day") || dialogue.get("day").asInt() < 3;
                if (ours && !MIXED.contains(id)) {
                    dialogues.add(read(corpus, dialogue, SWAPPED.contains(id)));
                }
            }
        }
        return dialogues;
    }

    private static Dialogue read(String corpus, JsonNode dialogue, boolean swapped) {
        Dialogue read = new Dialogue(corpus, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        List<String> names = new ArrayList<>();
        for (JsonNode turn : dialogue.get("turns")) {
            String name = turn.get("speaker").asString();
            Part part = part(name);
            if (swapped) {
                part = part == Part.CLINICIAN ? Part.PATIENT : Part.CLINICIAN;
            }
            if (!names.contains(name)) {
                names.add(name);
            }
            read.parts().add(part);
            read.voices().add(names.indexOf(name));
            read.texts().add(turn.get("text").asString());
        }
        return read;
    }

    private static Part part(String name) {
        return switch (name.replaceAll("_\\d+$", "")) {
            case "doctor" -> name.equals("doctor") ? Part.CLINICIAN : Part.COLLEAGUE;
            case "guest_clinician" -> Part.COLLEAGUE;
            case "patient" -> Part.PATIENT;
            default -> Part.RELATIVE;
        };
    }

    /** Whole dialogues are left out in turn; clean labels, and labels of which some are another's. */
    private void crossValidate(List<Dialogue> dialogues, PrintStream screen) {
        Map<String, int[]> tallies = new TreeMap<>();
        Random luck = new Random(7);
        for (int fold = 0; fold < FOLDS; fold++) {
            List<Dialogue> rest = new ArrayList<>();
            List<Dialogue> left = new ArrayList<>();
            for (int i = 0; i < dialogues.size(); i++) {
                (i % FOLDS == fold ? left : rest).add(dialogues.get(i));
            }
            Roles roles = new Roles(train(rest));
            for (Dialogue dialogue : left) {
                List<String> heard = dialogue.texts().stream().map(RolesTraining::asHeard).toList();
                tally(tallies, "clean", dialogue, roles, dialogue.texts(), dialogue.voices());
                tally(tallies, "clean, as heard", dialogue, roles, heard, dialogue.voices());
                List<Integer> noisy = noisy(dialogue.voices(), luck);
                tally(tallies, "noisy", dialogue, roles, dialogue.texts(), noisy);
                tally(tallies, "noisy, as heard", dialogue, roles, heard, noisy);
            }
        }
        tallies.forEach((name, tally) -> screen.printf(
                Locale.ROOT,
                "%-40s turns %6d  part %.2f %%  role %.2f %%  dialogues %.2f %%%n",
                name, tally[0], 100.0 * tally[1] / tally[0], 100.0 * tally[2] / tally[0], 100.0 * tally[4] / tally[3]));
    }

    private static void tally(
            Map<String, int[]> tallies,
            String name,
            Dialogue dialogue,
            Roles roles,
            List<String> texts,
            List<Integer> voices) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            lines.add(new Line(voices.get(i), texts.get(i)));
        }
        Roles.Casting casting = roles.cast(lines, Trust.LABELLED_TURNS);
        for (String key : new String[] {name, name + ": " + dialogue.corpus()}) {
            int[] tally = tallies.computeIfAbsent(key, _ -> new int[5]);
            boolean all = true;
            for (int i = 0; i < texts.size(); i++) {
                tally[0]++;
                tally[1] += grouped(casting.part(i)) == grouped(dialogue.parts().get(i)) ? 1 : 0;
                boolean right = casting.part(i).role() == dialogue.parts().get(i).role();
                tally[2] += right ? 1 : 0;
                all &= right;
            }
            tally[3]++;
            tally[4] += all ? 1 : 0;
        }
    }

    /** The scorer's classes: doctor, patient, other. */
    private static int grouped(Part part) {
        return switch (part) {
            case CLINICIAN -> 0;
            case PATIENT -> 1;
            case RELATIVE, COLLEAGUE -> 2;
        };
    }

    private static List<Integer> noisy(List<Integer> voices, Random luck) {
        int count = new HashSet<>(voices).size();
        return voices.stream()
                .map(voice -> count > 1 && luck.nextDouble() < NOISE ? (voice + 1 + luck.nextInt(count - 1)) % count : voice)
                .toList();
    }
}
