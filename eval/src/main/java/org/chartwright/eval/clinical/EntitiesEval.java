package org.chartwright.eval.clinical;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.chartwright.clinical.DialogueReader;
import org.chartwright.clinical.Reading;
import org.chartwright.encounter.Insight;
import org.chartwright.encounter.Segment;
import org.chartwright.encounter.SegmentId;
import org.chartwright.encounter.Span;
import org.chartwright.encounter.Word;
import org.chartwright.eval.SharedFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares the entities found with those annotated by hand: exact words and type, and overlapping words and type. */
@Command(
        name = "entities",
        mixinStandardHelpOptions = true,
        description = "Precision, recall and F1 of entities against hand-made annotations, by type.")
public final class EntitiesEval implements Callable<Integer> {

    private static final Set<String> SCORED_ATTRIBUTES = Set.of(
            "SYSTEM_ORGAN_SITE", "DIRECTION", "ACUITY", "QUALITY", "STRENGTH", "FREQUENCY", "AMOUNT", "TEST_VALUE",
            "DOSAGE", "ROUTE_OR_MODE", "FORM");

    @Mixin
    private SharedFolder shared = new SharedFolder();

    @Option(names = "--errors", description = "List what was missed and what was too much.")
    private boolean errors;

    /** A stretch of words of a turn with a type. */
    private record Mark(String dialogue, int turn, int begin, int end, String type) {

        boolean overlaps(Mark other) {
            return dialogue.equals(other.dialogue) && turn == other.turn && type.equals(other.type)
                    && begin < other.end && other.begin < end;
        }

        String place() {
            return dialogue + " " + turn;
        }
    }

    @Override
    public Integer call() throws IOException {
        Set<String> turns = new HashSet<>();
        List<Mark> gold = annotations(turns);
        List<Mark> found = new ArrayList<>();
        Map<String, List<Word>> words = new HashMap<>();
        List<Dialogues.Dialogue> dialogues = new ArrayList<>();
        dialogues.addAll(Dialogues.read(shared.resolve("corpora/mts-dialog/train.jsonl")));
        dialogues.addAll(Dialogues.read(shared.resolve("corpora/aci-bench/train.jsonl")));
        DialogueReader reader = new DialogueReader();
        for (Dialogues.Dialogue dialogue : dialogues) {
            boolean wanted = dialogue.turnIds().stream().anyMatch(turn -> turns.contains(dialogue.id() + " " + turn));
            if (wanted) {
                Reading reading = reader.read(dialogue.turns(), new UUID(0, 0));
                marks(dialogue, reading).stream().filter(mark -> turns.contains(mark.place())).forEach(found::add);
                for (int i = 0; i < dialogue.turns().size(); i++) {
                    words.put(dialogue.id() + " " + dialogue.turnIds().get(i), dialogue.turns().get(i).words());
                }
            }
        }
        System.out.printf(Locale.ROOT, "%d turns, %d annotations, %d found%n", turns.size(), gold.size(), found.size());
        System.out.printf(
                Locale.ROOT, "%-22s %5s | %6s %6s %6s | %6s %6s %6s%n", "type", "n", "P", "R", "F1", "P~", "R~", "F1~");
        Set<String> types = new TreeSet<>();
        gold.forEach(mark -> types.add(mark.type()));
        for (String type : types) {
            print(type, of(gold, type), of(found, type));
        }
        print("all (micro)", gold, found.stream().filter(mark -> types.contains(mark.type())).toList());
        if (errors) {
            list("missed  ", gold, found, words);
            list("too much", found, gold, words);
        }
        return 0;
    }

    private static List<Mark> of(List<Mark> marks, String type) {
        return marks.stream().filter(mark -> mark.type().equals(type)).toList();
    }

    private static void print(String name, List<Mark> gold, List<Mark> found) {
        long exact = found.stream().filter(new HashSet<>(gold)::contains).count();
        long hit = found.stream().filter(mark -> gold.stream().anyMatch(mark::overlaps)).count();
        long covered = gold.stream().filter(mark -> found.stream().anyMatch(mark::overlaps)).count();
        double precision = ratio(exact, found.size());
        double recall = ratio(exact, gold.size());
        double loosePrecision = ratio(hit, found.size());
        double looseRecall = ratio(covered, gold.size());
        System.out.printf(
                Locale.ROOT, "%-22s %5d | %6.3f %6.3f %6.3f | %6.3f %6.3f %6.3f%n", name, gold.size(), precision, recall,
                f(precision, recall), loosePrecision, looseRecall, f(loosePrecision, looseRecall));
    }

    private static double ratio(long part, int whole) {
        return whole == 0 ? 0 : part / (double) whole;
    }

    private static double f(double precision, double recall) {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    private static void list(String kind, List<Mark> these, List<Mark> those, Map<String, List<Word>> words) {
        for (Mark mark : these) {
            if (those.stream().noneMatch(mark::overlaps)) {
                StringBuilder text = new StringBuilder();
                List<Word> said = words.getOrDefault(mark.place(), List.of());
                for (int i = mark.begin(); i < Math.min(mark.end(), said.size()); i++) {
                    text.append(said.get(i).text()).append(' ');
                }
                System.out.println(kind + " " + mark.place() + " " + mark.type() + " " + text);
            }
        }
    }

    private static List<Mark> annotations(Set<String> turns) throws IOException {
        List<Mark> marks = new ArrayList<>();
        try (InputStream in = EntitiesEval.class.getResourceAsStream("/org/chartwright/eval/entities.tsv")) {
            if (in == null) {
                throw new IOException("The annotations are missing");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line : lines.lines().toList()) {
                String[] fields = line.split("\t", -1);
                if (line.startsWith("#") || fields.length != 5) {
                    continue;
                }
                turns.add(fields[0] + " " + fields[1]);
                if (!fields[4].equals("-")) {
                    marks.add(new Mark(
                            fields[0],
                            Integer.parseInt(fields[1]),
                            Integer.parseInt(fields[2]),
                            Integer.parseInt(fields[3]),
                            fields[4]));
                }
            }
        }
        return marks;
    }

    private static Set<Mark> marks(Dialogues.Dialogue dialogue, Reading reading) {
        Map<SegmentId, Segment> segments = new HashMap<>();
        Map<SegmentId, Integer> firstWords = new HashMap<>();
        Map<Integer, Integer> said = new TreeMap<>();
        for (Segment segment : reading.segments()) {
            segments.put(segment.id(), segment);
            firstWords.put(segment.id(), said.getOrDefault(segment.turn(), 0));
            said.merge(segment.turn(), segment.words().size(), Integer::sum);
        }
        Set<Mark> marks = new HashSet<>();
        for (Insight insight : reading.insights()) {
            marks.add(mark(dialogue, insight.spans().getFirst(), type(insight.type()), segments, firstWords));
            for (Insight.Attribute attribute : insight.attributes()) {
                if (SCORED_ATTRIBUTES.contains(attribute.type())) {
                    marks.add(mark(dialogue, attribute.spans().getFirst(), attribute.type(), segments, firstWords));
                }
            }
        }
        return marks;
    }

    private static String type(String type) {
        return switch (type) {
            case "GENERIC_NAME", "BRAND_NAME" -> "MEDICATION";
            default -> type.startsWith("TIME_TO_") ? "TIME" : type;
        };
    }

    private static Mark mark(
            Dialogues.Dialogue dialogue,
            Span span,
            String type,
            Map<SegmentId, Segment> segments,
            Map<SegmentId, Integer> firstWords) {
        Segment segment = Objects.requireNonNull(segments.get(span.segment()), "span of no segment");
        int before = firstWords.getOrDefault(span.segment(), 0);
        int begin = -1;
        int end = -1;
        int offset = 0;
        for (int i = 0; i < segment.words().size(); i++) {
            int next = offset + segment.words().get(i).rendered().length();
            if (offset < span.end() && next > span.begin()) {
                begin = begin < 0 ? i : begin;
                end = i + 1;
            }
            offset = next + 1;
        }
        int turn = dialogue.turnIds().get(segment.turn());
        return new Mark(dialogue.id(), turn, before + begin, before + end, type);
    }
}
