package org.chartwright.eval.speech;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import org.chartwright.eval.SharedFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Builds the clinical language model and the pronunciations of its new words, and writes them into the source tree. */
@Command(
        name = "language-model",
        mixinStandardHelpOptions = true,
        description = "Builds the recogniser's clinical language model and dictionary.")
public final class TrainLanguageModel implements Callable<Integer> {

    @Mixin
    private SharedFolder shared = new SharedFolder();

    @Option(names = "--out", description = "where the two files go")
    private Path out = Path.of("server/src/main/resources/org/chartwright/speech/pocketsphinx");

    @Option(names = "--dictionary", description = "the pronouncing dictionary that is there already")
    private Path dictionary = Path.of("/usr/share/pocketsphinx/model/en-us/cmudict-en-us.dict");

    @Option(names = "--prune", description = "n-grams that matter less than this are dropped; 0 keeps all")
    private double prune = 2e-8;

    @Option(names = "--talk-only", description = "learn nothing from notes, to see what they bring")
    private boolean talkOnly;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter terminal = spec.commandLine().getOut();
        ClinicalText text = new ClinicalText(shared.path());
        List<List<String>> sentences = new ArrayList<>(text.trainingTalk());
        if (!talkOnly) {
            sentences.addAll(text.trainingNotes());
        }
        Set<String> known = knownWords();
        List<String> medicines = medicines();
        Set<String> vocabulary = vocabulary(sentences, known, medicines);
        sentences.addAll(new DosingTalk().sentences(medicines, 3, 600));
        sentences.forEach(sentence -> sentence.stream().filter(known::contains).forEach(vocabulary::add));

        KneserNey model = new KneserNey(sentences, List.copyOf(new TreeSet<>(vocabulary)));
        terminal.printf("n-grams %s%n", model.sizes());
        report(terminal, model, text);
        if (prune > 0) {
            model.prune(prune);
            terminal.printf("pruned to %s%n", model.sizes());
            report(terminal, model, text);
        }
        Files.createDirectories(out);
        Path language = out.resolve("clinical.lm.gz");
        try (OutputStream file = Files.newOutputStream(language);
                Writer writer = new OutputStreamWriter(new GZIPOutputStream(file), StandardCharsets.UTF_8)) {
            model.writeArpa(writer);
        }
        Set<String> fresh = new TreeSet<>(vocabulary);
        fresh.removeAll(known);
        Map<String, String> phones = pronounced(fresh);
        StringBuilder lines = new StringBuilder();
        phones.forEach((word, said) -> lines.append(word).append(' ').append(said).append('\n'));
        Files.writeString(out.resolve("clinical.dict"), lines);
        terminal.printf("%d words, %d of them new; %s has %d KiB%n",
                vocabulary.size(), phones.size(), language, Files.size(language) / 1024);
        return 0;
    }

    private static void report(PrintWriter terminal, KneserNey model, ClinicalText text) throws IOException {
        double[] talk = model.perplexity(text.heldBackTalk());
        double[] notes = model.perplexity(text.heldBackNotes());
        terminal.printf("held-back talk: perplexity %.1f, %.0f of %.0f words unknown; notes: %.1f, %.0f of %.0f%n",
                talk[0], talk[1], talk[2], notes[0], notes[1], notes[2]);
    }

    /** Words with a pronunciation, however rare, and others that occur often enough not to be slips of the pen. */
    private static Set<String> vocabulary(List<List<String>> sentences, Set<String> known, List<String> medicines) {
        Map<String, Integer> counts = new HashMap<>();
        sentences.forEach(sentence -> sentence.forEach(word -> counts.merge(word, 1, Integer::sum)));
        Set<String> vocabulary = new HashSet<>(medicines);
        counts.forEach((word, count) -> {
            if (known.contains(word) || count >= 3 && word.length() > 1) {
                vocabulary.add(word);
            }
        });
        return vocabulary;
    }

    private List<String> medicines() throws IOException {
        Set<String> names = new TreeSet<>(DosingTalk.MEDICINES);
        for (String line : Files.readAllLines(shared.resolve("terminology/rxnorm-ingredients-cpic.csv"))) {
            String name = line.substring(line.indexOf(',') + 1).toLowerCase(java.util.Locale.ROOT);
            if (name.matches("[a-z]{4,}") && !name.equals("name")) {
                names.add(name);
            }
        }
        return List.copyOf(names);
    }

    private Set<String> knownWords() throws IOException {
        Set<String> words = new HashSet<>();
        for (String line : Files.readAllLines(dictionary)) {
            words.add(line.substring(0, line.indexOf(' ')));
        }
        return words;
    }

    private static Map<String, String> pronounced(Set<String> words) throws IOException, InterruptedException {
        Map<String, String> phones = new TreeMap<>(EspeakPhones.pronounce(List.copyOf(words)));
        for (String word : words) {
            Abbreviations.phones(word).ifPresent(said -> phones.put(word, said));
        }
        return phones;
    }
}
