package org.chartwright.eval.clinical;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import org.chartwright.clinical.Concept;
import org.chartwright.clinical.ConceptKind;
import org.chartwright.clinical.Lexicon;
import org.chartwright.clinical.TerminologyRelease;
import org.chartwright.encounter.Insight.Code;
import org.chartwright.eval.SharedFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Confirms the lexicon's codes and drug names: each ICD-10-CM code is in the release and carries the release's name, each
 * RxNorm code belongs to that ingredient, and each single drug is a name that RxNorm knows. Any code that is not confirmed
 * fails the command.
 */
@Command(
        name = "codes",
        mixinStandardHelpOptions = true,
        description = "Confirms every code and drug name of the lexicon against the terminologies.")
public final class CodesEval implements Callable<Integer> {

    /** The list uses international names; the lexicon uses American ones. */
    private static final Map<String, String> SAME_DRUG = Map.of(
            "albuterol", "salbutamol",
            "glyburide", "glibenclamide",
            "mesalamine", "mesalazine",
            "fluticasone and salmeterol", "fluticasone/salmeterol",
            "trimethoprim and sulfamethoxazole", "sulfamethoxazole / trimethoprim");

    @Mixin
    private SharedFolder shared = new SharedFolder();

    @Option(names = "--icd10cm-order", description = "Your own ICD-10-CM order file: which codes it confirms, by code.")
    private @Nullable Path order;

    @Option(names = "--rxnorm", description = "Your own RXNCONSO.RRF: which drug codes it confirms, by code.")
    private @Nullable Path rxnorm;

    @Option(names = "--snomed", description = "Your own SNOMED CT RF2 description snapshot: which concepts it names, with codes.")
    private @Nullable Path snomed;

    @Override
    public Integer call() throws IOException {
        if (order != null || rxnorm != null || snomed != null) {
            return own();
        }
        Map<String, String> diseases = icd();
        Map<String, String> ingredients = ingredients();
        Set<String> names = drugNames();
        Map<ConceptKind, Integer> concepts = new TreeMap<>();
        Map<String, Integer> confirmed = new TreeMap<>();
        Set<String> unconfirmed = new TreeSet<>();
        int known = 0;
        int drugs = 0;
        for (Concept concept : Lexicon.standard().concepts()) {
            concepts.merge(concept.kind(), 1, Integer::sum);
            for (Code code : concept.codes()) {
                boolean right = switch (code.system()) {
                    case Lexicon.ICD_10_CM -> code.display().equals(diseases.get(code.code()));
                    case Lexicon.RX_NORM -> SAME_DRUG
                            .getOrDefault(concept.name(), concept.name())
                            .equals(ingredients.get(code.code()));
                    default -> false;
                };
                if (right) {
                    confirmed.merge(code.system(), 1, Integer::sum);
                } else {
                    unconfirmed.add(concept.name() + " " + code.system() + " " + code.code());
                }
            }
            if (concept.kind() == ConceptKind.MEDICATION && !concept.system().equals("drug class")) {
                drugs++;
                known += names.contains(concept.name()) ? 1 : 0;
            }
        }
        concepts.forEach((kind, count) -> System.out.printf(Locale.ROOT, "%-12s %5d concepts%n", kind, count));
        confirmed.forEach((system, count) -> System.out.printf(Locale.ROOT, "%-12s %5d codes confirmed%n", system, count));
        System.out.printf(Locale.ROOT, "drugs        %5d of %d named as RxNorm names them%n", known, drugs);
        unconfirmed.forEach(line -> System.out.println("NOT CONFIRMED " + line));
        return unconfirmed.isEmpty() ? 0 : 1;
    }

    /** By releases that the user has a right to; what a release does not hold is named. */
    private int own() throws IOException {
        int missing = 0;
        missing += order == null ? 0 : confirm(TerminologyRelease.icd10cmOrder(order));
        missing += rxnorm == null ? 0 : confirm(TerminologyRelease.rxNormConcepts(rxnorm));
        if (snomed != null) {
            TerminologyRelease release = TerminologyRelease.snomedDescriptions(snomed);
            long named = Lexicon.standard().concepts().stream()
                    .flatMap(concept -> release.code(concept.name()).stream()
                            .peek(code -> System.out.println(concept.name() + " = " + code.code())))
                    .count();
            System.out.printf(Locale.ROOT, "%s: %d descriptions' concepts, %d of the lexicon's named%n", release.system(), release.size(), named);
        }
        return missing == 0 ? 0 : 1;
    }

    private static int confirm(TerminologyRelease release) {
        int confirmed = 0;
        int missing = 0;
        for (Concept concept : Lexicon.standard().concepts()) {
            for (Code code : concept.codes()) {
                if (code.system().equals(release.system())) {
                    boolean there = release.name(code.code()).isPresent();
                    confirmed += there ? 1 : 0;
                    missing += there ? 0 : 1;
                    if (!there) {
                        System.out.println("NOT IN THE RELEASE " + concept.name() + " " + code.system() + " " + code.code());
                    }
                }
            }
        }
        System.out.printf(Locale.ROOT, "%s: %d codes in the release, %d of the lexicon's confirmed%n", release.system(), release.size(), confirmed);
        return missing;
    }

    private Map<String, String> icd() throws IOException {
        Map<String, String> names = new HashMap<>();
        try (BufferedReader lines = zipped("terminology/icd10cm-2022.csv.gz")) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int comma = line.indexOf(',');
                names.put(line.substring(0, comma), lastField(line));
            }
        }
        return names;
    }

    /** The last field of a line of comma-separated values, quotes taken off. */
    private static String lastField(String line) {
        if (!line.endsWith("\"")) {
            return line.substring(line.lastIndexOf(',') + 1);
        }
        int i = line.length() - 2;
        while (i > 0 && !(line.charAt(i) == '"' && line.charAt(i - 1) == ',')) {
            i--;
        }
        return line.substring(i + 1, line.length() - 1).replace("\"\"", "\"");
    }

    private Map<String, String> ingredients() throws IOException {
        Map<String, String> names = new HashMap<>();
        for (String line : Files.readAllLines(shared.resolve("terminology/rxnorm-ingredients-cpic.csv"))) {
            names.put(line.substring(0, line.indexOf(',')), lastField(line).toLowerCase(Locale.ROOT));
        }
        return names;
    }

    private Set<String> drugNames() throws IOException {
        Set<String> names = new HashSet<>();
        try (BufferedReader lines = zipped("terminology/rxnorm-names-2021.txt.gz")) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                names.add(line.strip().toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    private BufferedReader zipped(String file) throws IOException {
        return new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(shared.resolve(file))), StandardCharsets.UTF_8));
    }
}
