package org.chartwright.clinical;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.chartwright.encounter.EntityCategory;
import org.chartwright.encounter.Insight.Code;
import org.chartwright.models.Recall;
import org.chartwright.specialties.Guide;
import org.chartwright.specialties.Specialty;

/**
 * The clinical vocabulary: concepts, the ways people say them, and codes. Written for this project; its codes are
 * confirmed against the terminologies by {@code ./chartwright eval codes}. Immutable, safe for any number of threads.
 */
public final class Lexicon {

    /** The name of ICD-10-CM as a code system. */
    public static final String ICD_10_CM = "ICD-10-CM";

    /** The name of RxNorm as a code system. */
    public static final String RX_NORM = "RxNorm";

    private static final Pattern ABBREVIATION = Pattern.compile("[A-Za-z]{2,5}");

    private final TermTrie trie = new TermTrie();
    private final Map<String, Concept> concepts = new LinkedHashMap<>();

    /**
     * A concept found in a text.
     *
     * @param concept what
     * @param type the entity type, such as {@code BRAND_NAME}
     * @param begin first UTF-16 unit
     * @param end end, exclusive
     */
    public record Found(Concept concept, String type, int begin, int end) {}

    private Lexicon() {}

    private static final class Standard {
        private static final Lexicon LEXICON = load(Guide.NONE);
    }

    private static final class OfSpecialties {
        private static final Map<Specialty, Lexicon> LEXICONS = new ConcurrentHashMap<>();
    }

    /** The lexicon that comes with the product; read once. */
    public static Lexicon standard() {
        return Standard.LEXICON;
    }

    /** The same, with the meanings that words have in a specialty before the general ones; read once. */
    public static Lexicon of(Specialty specialty) {
        Guide guide = Guide.of(specialty);
        return guide.terms().isEmpty()
                ? standard()
                : OfSpecialties.LEXICONS.computeIfAbsent(specialty, _ -> load(guide));
    }

    /** All concepts, in the order of the files. */
    public Collection<Concept> concepts() {
        return List.copyOf(concepts.values());
    }

    /** The concept that a phrase as a whole means, such as {@code high blood pressure} or {@code Lasix}. */
    public Optional<Concept> concept(String phrase) {
        List<Token> tokens = Tokenizer.tokens(phrase);
        return trie.longest(tokens, 0)
                .filter(match -> match.begin() == 0 && match.end() == tokens.size())
                .flatMap(match -> Optional.ofNullable(match.term().concept()));
    }

    /** The concepts named in any text, longest names first come, in order, without overlap. No context is weighed. */
    public List<Found> find(String text) {
        return Recall.of("lexicon", new Looked(this, text), Looked::up);
    }

    private record Looked(Lexicon lexicon, String text) {

        private List<Found> up() {
            return List.copyOf(lexicon.looked(text));
        }
    }

    private List<Found> looked(String text) {
        List<Token> tokens = Tokenizer.tokens(text);
        List<Found> found = new ArrayList<>();
        for (TermTrie.Match match : matches(tokens)) {
            Concept concept = match.term().concept();
            if (concept != null) {
                found.add(new Found(
                        concept,
                        match.term().type(),
                        tokens.get(match.begin()).begin(),
                        tokens.get(match.end() - 1).end()));
            }
        }
        return found;
    }

    /** All matches in a text, left to right, the longest at each place; those without a concept too. */
    List<TermTrie.Match> matches(List<Token> tokens) {
        List<TermTrie.Match> matches = new ArrayList<>();
        int i = 0;
        while (i < tokens.size()) {
            Optional<TermTrie.Match> match = trie.longest(tokens, i);
            if (match.isPresent()) {
                matches.add(match.get());
                i = Math.max(i + 1, match.get().next());
            } else {
                i++;
            }
        }
        return matches;
    }

    private static Lexicon load(Guide guide) {
        Lexicon lexicon = new Lexicon();
        for (Guide.Term term : guide.terms()) {
            ConceptKind kind = ConceptKind.valueOf(term.kind().toUpperCase(Locale.ROOT));
            // What the lexicon knows already keeps its codes.
            Concept known = standard().concepts.get(kind + " " + term.name());
            lexicon.addAll(
                    term.ways(), known == null ? new Concept(term.name(), kind, term.group(), List.of()) : known);
        }
        for (String phrase : LexiconFile.plainLines("vetoes.lex")) {
            lexicon.trie.add(
                    Tokenizer.tokens(phrase), new Term(null, EntityCategory.MEDICAL_CONDITION, "DX_NAME", 0, 0));
        }
        Map<String, String> displays = displays();
        lexicon.addAll("diseases.lex", ConceptKind.DISEASE, displays);
        lexicon.addAll("symptoms.lex", ConceptKind.SYMPTOM, displays);
        lexicon.addAll("findings.lex", ConceptKind.FINDING, displays);
        lexicon.addAll("medications.lex", ConceptKind.MEDICATION, displays);
        lexicon.addAll("tests.lex", ConceptKind.TEST, displays);
        lexicon.addAll("procedures.lex", ConceptKind.PROCEDURE, displays);
        lexicon.addAll("treatments.lex", ConceptKind.TREATMENT, displays);
        lexicon.addAll("social.lex", ConceptKind.HABIT, displays);
        lexicon.addAll("anatomy.lex", ConceptKind.ANATOMY, displays);
        return lexicon;
    }

    /** ICD-10-CM code to its name in ICD-10-CM, for the codes of the lexicon. */
    private static Map<String, String> displays() {
        Map<String, String> displays = new LinkedHashMap<>();
        for (String line : LexiconFile.plainLines("icd10cm-names.txt")) {
            int space = line.indexOf(' ');
            displays.put(line.substring(0, space), line.substring(space + 1));
        }
        return displays;
    }

    private void addAll(String resource, ConceptKind kindOfFile, Map<String, String> displays) {
        for (LexiconFile.Line line : LexiconFile.read(resource)) {
            ConceptKind kind = kindOfFile == ConceptKind.HABIT ? socialKind(line.group()) : kindOfFile;
            Concept concept = new Concept(line.name(), kind, line.group(), codes(line, kind, displays));
            addAll(line.ways(), concept);
        }
    }

    private void addAll(List<String> ways, Concept concept) {
        concepts.putIfAbsent(concept.kind() + " " + concept.name(), concept);
        for (String way : ways) {
            add(way, concept, concept.system());
        }
    }

    private void add(String way, Concept concept, String group) {
        int lead = 0;
        int trail = 0;
        int open = way.indexOf('(');
        String words = way;
        if (open >= 0) {
            int close = way.indexOf(')');
            int size = Tokenizer.tokens(way.substring(open + 1, close)).size();
            lead = open == 0 ? size : 0;
            trail = open == 0 ? 0 : size;
            words = way.replace('(', ' ').replace(')', ' ');
        }
        String type = type(concept.kind(), group, way);
        Term term = new Term(concept, category(concept.kind(), type), type, lead, trail);
        trie.add(Tokenizer.tokens(words), term);
        if (ABBREVIATION.matcher(words).matches()) { // recognisers and typists spell them: "c o p d"
            trie.add(Tokenizer.tokens(String.join(" ", words.split("", -1)).strip()), term);
        }
    }

    private static ConceptKind socialKind(String group) {
        return switch (group) {
            case "ALLERGIES" -> ConceptKind.ALLERGY;
            case "GENDER", "RACE_ETHNICITY", "PROFESSION" -> ConceptKind.PERSON;
            default -> ConceptKind.HABIT;
        };
    }

    private static EntityCategory category(ConceptKind kind, String type) {
        return switch (kind) {
            case SYMPTOM, DISEASE, FINDING -> EntityCategory.MEDICAL_CONDITION;
            case MEDICATION -> EntityCategory.MEDICATION;
            case TEST, PROCEDURE, TREATMENT -> EntityCategory.TEST_TREATMENT_PROCEDURE;
            case ANATOMY -> EntityCategory.ANATOMY;
            case HABIT, ALLERGY -> EntityCategory.BEHAVIORAL_ENVIRONMENTAL_SOCIAL;
            case PERSON -> type.equals("PROFESSION")
                    ? EntityCategory.PROTECTED_HEALTH_INFORMATION
                    : EntityCategory.BEHAVIORAL_ENVIRONMENTAL_SOCIAL;
        };
    }

    private static String type(ConceptKind kind, String group, String way) {
        return switch (kind) {
            case SYMPTOM, DISEASE, FINDING -> "DX_NAME";
            case MEDICATION -> Character.isUpperCase(way.charAt(0)) ? "BRAND_NAME" : "GENERIC_NAME";
            case TEST -> "TEST_NAME";
            case PROCEDURE -> "PROCEDURE_NAME";
            case TREATMENT -> "TREATMENT_NAME";
            case ANATOMY -> "SYSTEM_ORGAN_SITE";
            case HABIT, ALLERGY, PERSON -> group;
        };
    }

    private static List<Code> codes(LexiconFile.Line line, ConceptKind kind, Map<String, String> displays) {
        if (line.code().isEmpty()) {
            return List.of();
        }
        if (kind == ConceptKind.MEDICATION) {
            return List.of(new Code(RX_NORM, line.code(), line.name()));
        }
        String display = displays.get(line.code());
        return display == null ? List.of() : List.of(new Code(ICD_10_CM, line.code().toUpperCase(Locale.ROOT), display));
    }
}
