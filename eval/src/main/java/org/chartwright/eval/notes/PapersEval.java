package org.chartwright.eval.notes;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chartwright.clinical.Concept;
import org.chartwright.clinical.ConceptKind;
import org.chartwright.clinical.Lexicon;
import org.chartwright.encounter.Segment;
import org.chartwright.encounter.SegmentId;
import org.chartwright.encounter.Statement;
import org.chartwright.eval.SharedFolder;
import org.chartwright.note.NoteRequest;
import org.chartwright.note.NoteWriter;
import org.chartwright.note.Verdict.Finding;
import org.chartwright.note.Verifier;
import org.chartwright.note.visit.ProposedOrder;
import org.chartwright.note.visit.VisitPapers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Measures the after-visit summaries and the proposed orders of a split: reading grade, evidence, and, for want of reference
 * orders, how many orders name something that the reference note names too, and how much of its plan they name.
 */
@Command(
        name = "papers",
        mixinStandardHelpOptions = true,
        description = "Measures after-visit summaries and proposed orders on ACI-Bench.")
public final class PapersEval implements Callable<Integer> {

    private static final double GOAL = 7;
    private static final Set<ConceptKind> ORDERED =
            Set.of(ConceptKind.MEDICATION, ConceptKind.TEST, ConceptKind.PROCEDURE);
    private static final Set<String> NO_ORDERS = Set.of("vital signs", "drug class", "physical exam", "range of motion");

    @Mixin
    private SharedFolder shared = new SharedFolder();

    @Option(names = "--split", description = "train or valid; default ${DEFAULT-VALUE}.")
    private String split = "train";

    @Option(names = "--show", description = "Name what is missing or too much, visit by visit.")
    private boolean show;

    private final List<Double> grades = new ArrayList<>();
    private final Map<String, Integer> kinds = new TreeMap<>();
    private int sentences;
    private int supported;
    private int evidence;
    private int dropped;
    private int named;
    private int known;
    private int planned;
    private int ordered;

    @Override
    public Integer call() throws IOException {
        NoteWriter writer = new NoteWriter();
        List<WriterTraining.Lesson> lessons = new WriterTraining().read(Visits.aci(shared.path(), split));
        for (WriterTraining.Lesson lesson : lessons) {
            VisitPapers papers = writer.papers(lesson.reading(), NoteRequest.DEFAULT);
            if (!papers.summary().statements().isEmpty()) {
                grades.add(papers.summary().grade());
            }
            judge(lesson, papers);
            compare(lesson, papers);
        }
        print(lessons.size());
        return 0;
    }

    private void judge(WriterTraining.Lesson lesson, VisitPapers papers) {
        Map<SegmentId, Segment> segments = lesson.reading().segments().stream()
                .collect(Collectors.toMap(Segment::id, Function.identity()));
        Verifier verifier = new Verifier();
        for (Statement statement : papers.summary().statements()) {
            List<Segment> cited = statement.evidence().stream().map(segments::get).toList();
            sentences++;
            evidence += cited.size();
            supported += verifier.judge(statement.text(), cited).finding() == Finding.SUPPORTED ? 1 : 0;
        }
        dropped += papers.dropped().size();
        papers.orders().forEach(order -> kinds.merge(order.kind().name(), 1, Integer::sum));
    }

    private void compare(WriterTraining.Lesson lesson, VisitPapers papers) {
        Lexicon lexicon = Lexicon.standard();
        Set<String> whole = names(lesson.visit().note());
        Set<String> plan = lesson.visit().sections().stream()
                .filter(section -> section.header().toUpperCase(Locale.ROOT).contains("PLAN"))
                .flatMap(section -> names(section.text()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        plan.retainAll(lesson.reading().mentions().stream()
                .map(mention -> mention.concept().name())
                .collect(Collectors.toSet()));
        Set<String> mine = new TreeSet<>();
        for (ProposedOrder order : papers.orders()) {
            lexicon.find(order.what()).stream()
                    .map(Lexicon.Found::concept)
                    .filter(PapersEval::counts)
                    .findFirst()
                    .ifPresent(concept -> mine.add(concept.name()));
        }
        known += mine.size();
        named += (int) mine.stream().filter(whole::contains).count();
        planned += plan.size();
        ordered += (int) plan.stream().filter(mine::contains).count();
        if (show) {
            Set<String> missing = new TreeSet<>(plan);
            missing.removeAll(mine);
            mine.removeAll(whole);
            out().println(lesson.visit().id() + "  missing " + missing + "  not in the reference " + mine);
        }
    }

    private static Set<String> names(String text) {
        return Lexicon.standard().find(text).stream()
                .map(Lexicon.Found::concept)
                .filter(PapersEval::counts)
                .map(Concept::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean counts(Concept concept) {
        return ORDERED.contains(concept.kind()) && !NO_ORDERS.contains(concept.system()) && !NO_ORDERS.contains(concept.name());
    }

    private void print(int visits) {
        List<Double> sorted = grades.stream().sorted().toList();
        double mean = grades.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        long easy = grades.stream().filter(grade -> grade <= GOAL).count();
        PrintStream out = out();
        out.printf(Locale.ROOT, "visits %d, with a summary %d%n", visits, grades.size());
        out.printf(Locale.ROOT, "reading grade (Flesch-Kincaid): mean %.1f, median %.1f, hardest %.1f, at most %.0f: %d of %d%n",
                mean, sorted.get(sorted.size() / 2), sorted.getLast(), GOAL, easy, grades.size());
        out.printf(Locale.ROOT, "sentences %d, %.1f a summary, %.2f links each, verifier supports %.1f %%, refused before %d%n",
                sentences, sentences / (double) grades.size(), evidence / (double) sentences,
                100.0 * supported / sentences, dropped);
        out.println("orders " + kinds);
        out.printf(Locale.ROOT, "of %d drugs, tests and procedures ordered the reference note names %.1f %%%n",
                known, 100.0 * named / known);
        out.printf(Locale.ROOT, "of %d in the reference plans that were spoken of, ordered here %.1f %%%n",
                planned, 100.0 * ordered / planned);
    }

    private static PrintStream out() {
        return System.out;
    }
}
