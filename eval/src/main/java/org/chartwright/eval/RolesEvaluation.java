package org.chartwright.eval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.chartwright.speakers.Line;
import org.chartwright.speakers.Part;
import org.chartwright.speakers.Roles;
import org.chartwright.speakers.Trust;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Gives every turn of anonymous dialogues a role, and has the scorer compare with the truth. */
@Command(
        name = "roles",
        mixinStandardHelpOptions = true,
        description = "Who is the clinician: answers a file of anonymous turns, or scores the dev files.")
final class RolesEvaluation implements Callable<Integer> {

    private static final JsonMapper JSON = new JsonMapper();

    @Mixin
    private SharedFolder shared = new SharedFolder();

    @Option(names = "--in", description = "Dialogues with turns {id, speaker, text}, one JSON object a line.")
    private Path in;

    @Option(names = "--out", description = "Where the answers go: one role for each turn.")
    private Path out;

    @Option(names = "--gold", description = "The truth for --in; scored when given.")
    private Path gold;

    @Option(names = "--as-heard", description = "Take case and punctuation away first, as from a recogniser.")
    private boolean asHeard;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Roles roles = new Roles();
        if (in != null) {
            if (out == null) {
                throw new IllegalArgumentException("--in needs --out");
            }
            answer(roles, in, out);
            return gold == null ? 0 : score(gold, out);
        }
        Path tasks = shared.resolve("corpora/tasks");
        for (String kind : new String[] {"input", "input_noisy"}) {
            System.out.println("roles.dev." + kind + (asHeard ? ", as heard" : ""));
            Path answers = Files.createTempFile("roles", ".jsonl");
            answer(roles, tasks.resolve("roles.dev." + kind + ".jsonl"), answers);
            int code = score(tasks.resolve("roles.dev.gold.jsonl"), answers);
            Files.delete(answers);
            if (code != 0) {
                return code;
            }
        }
        return 0;
    }

    private void answer(Roles roles, Path from, Path to) throws IOException {
        StringBuilder answers = new StringBuilder();
        for (String row : Files.readAllLines(from)) {
            if (row.isBlank()) {
                continue;
            }
            JsonNode dialogue = JSON.readTree(row);
            List<String> names = new ArrayList<>();
            List<Line> lines = new ArrayList<>();
            for (JsonNode turn : dialogue.get("turns")) {
                String name = turn.get("speaker").asString();
                if (!names.contains(name)) {
                    names.add(name);
                }
                String text = turn.get("text").asString();
                lines.add(new Line(names.indexOf(name), asHeard ? RolesTraining.asHeard(text) : text));
            }
            Roles.Casting casting = roles.cast(lines, Trust.LABELLED_TURNS);
            ArrayNode turns = JSON.createArrayNode();
            for (int i = 0; i < lines.size(); i++) {
                ObjectNode turn = turns.addObject();
                turn.set("id", dialogue.get("turns").get(i).get("id"));
                turn.put("role", word(casting.part(i)));
            }
            ObjectNode answer = JSON.createObjectNode();
            answer.set("id", dialogue.get("id"));
            answer.set("turns", turns);
            answers.append(JSON.writeValueAsString(answer)).append('\n');
        }
        Files.writeString(to, answers);
    }

    private int score(Path truth, Path answers) throws IOException, InterruptedException {
        System.out.flush();
        return new ProcessBuilder(
                        "python3",
                        shared.resolve("tools/score_roles.py").toString(),
                        "--gold", truth.toString(),
                        "--pred", answers.toString(),
                        "--show", "8")
                .inheritIO()
                .start()
                .waitFor();
    }

    private static String word(Part part) {
        return switch (part) {
            case CLINICIAN -> "doctor";
            case PATIENT -> "patient";
            case COLLEAGUE, RELATIVE -> "other";
        };
    }
}
