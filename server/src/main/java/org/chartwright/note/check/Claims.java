package org.chartwright.note.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.chartwright.clinical.ConceptKind;
import org.chartwright.clinical.Lexicon;
import org.chartwright.clinical.SideSlips;
import org.chartwright.clinical.Sparing;
import org.chartwright.encounter.Role;
import org.chartwright.encounter.Segment;

/**
 * What a text claims, taken apart so that two texts can be compared. Immutable once made.
 *
 * <p>Content words are kept by a light stem, each with whether it was claimed as so, as not so, or both.
 */
public final class Claims {

    private final Lexicon lexicon;
    private final Set<String> numbers = new TreeSet<>();
    private final Set<String> units = new TreeSet<>();
    private final Set<String> sides = new TreeSet<>();
    /** A side with the word after it: {@code left knee}. */
    private final Set<String> sided = new TreeSet<>();
    /** The same of what is told to be well: "my right knee is fine". */
    private final Set<String> well = new TreeSet<>();
    private final Set<String> drugs = new TreeSet<>();
    private final Set<String> persons = new TreeSet<>();
    private final Set<String> times = new TreeSet<>();
    /** Concepts and content words, each with what is claimed of it: 1 so, 2 not so, 3 both. */
    private final Map<String, Integer> concepts = new HashMap<>();
    private final Map<String, Integer> words = new HashMap<>();
    private final Map<String, Set<String>> conceptWords = new HashMap<>();

    private boolean negates;

    private static final Set<String> HURTS = Set.of("hurt", "sor", "ach", "painful");
    private static final int SO = 1;
    private static final int NOT_SO = 2;

    /** What a short answer answers: it names the question and claims nothing. */
    private static final Pattern LABEL = Pattern.compile("^(?:duration|onset|severity|location|frequency|tobacco use): ");

    /** "How much?" &ndash; "No, twenty": the number before it is denied, not the matter. */
    private static final Pattern MEASURES = Pattern.compile("\\b(?:how (?:much|many|often)|what dose|what strength)\\b|\\d");
    private static final Pattern NUMBERED = Pattern.compile("^(?:\\w+,? )?no[,.]? (?:(?:sorry|wait|it is|it's|just|only)[,.]? )*(?:\\d|once|twice|"
            + "one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|eighty|ninety|a hundred)");

    /** "Are you allergic to anything?" &ndash; "No, just penicillin": the patient is. */
    private static final Pattern OF_ANY_SORT = Pattern.compile("\\b(?:anything|allerg\\w+)\\b");

    private Claims(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The claims of a sentence of a note. */
    public static Claims of(String sentence, Lexicon lexicon) {
        Claims claims = new Claims(lexicon);
        String lower = Words.normal(sentence);
        claims.numbers.addAll(Numbers.stated(lower));
        claims.read(LABEL.matcher(lower).replaceFirst(""), false, false);
        return claims;
    }

    /** The claims of what was said; a short answer settles the question before it. */
    public static Claims of(List<Segment> said, Lexicon lexicon) {
        Claims claims = new Claims(lexicon);
        List<String> standing = standing(said);
        for (int i = 0; i < said.size(); i++) {
            String lower = standing.get(i);
            claims.numbers.addAll(Numbers.heard(lower));
            boolean answered = i + 1 < said.size()
                    && said.get(i).speaker().role() == Role.CLINICIAN
                    && said.get(i + 1).speaker().role() == Role.PATIENT;
            String answer = answered ? standing.get(i + 1) : "";
            boolean refused = answered && Words.isNo(answer) && !(MEASURES.matcher(lower).find() && NUMBERED.matcher(answer).find())
                    && !(OF_ANY_SORT.matcher(lower).find() && Sparing.begin(answer).isPresent());
            claims.read(lower, refused, answered && Words.isYes(answer));
        }
        return claims;
    }

    /** What was said, lower case, with the sides that stand: "my left knee", "no, sorry, the right one" speaks of no left. */
    private static List<String> standing(List<Segment> said) {
        List<String> standing = new ArrayList<>();
        for (Segment segment : said) {
            String text = SideSlips.standing(Words.normal(segment.text()));
            Optional<String> mended = standing.isEmpty()
                    ? Optional.empty()
                    : SideSlips.putRight(text).or(() -> SideSlips.answered(text, standing.getLast())).flatMap(side -> SideSlips.with(side, standing.getLast()));
            mended.ifPresent(before -> standing.set(standing.size() - 1, before));
            standing.add(mended.isPresent() ? SideSlips.afterwards(text) : text);
        }
        return standing;
    }

    private void read(String lower, boolean refused, boolean granted) {
        for (String sentence : lower.split("(?<=[.?!])\\s+", -1)) {
            List<String> tokens = Words.tokens(sentence);
            List<Boolean> negated = Polarity.of(tokens);
            negates |= refused || negated.contains(true);
            for (int i = 0; i < tokens.size(); i++) {
                String token = tokens.get(i).replaceAll("[^a-z0-9'%]", "");
                Words.unit(token).ifPresent(units::add);
                Words.person(token).ifPresent(persons::add);
                Words.time(token).ifPresent(times::add);
                int at = i;
                Words.side(tokens, i).ifPresent(side -> {
                    sides.add(side);
                    if (at + 1 < tokens.size() && Words.isContent(tokens.get(at + 1))) {
                        (Words.isWell(tokens, at + 2) ? well : sided).add(side + " " + Words.stem(tokens.get(at + 1)));
                    }
                });
                // Units and times have locks of their own, which know that "milligrams a day" is "mg daily".
                boolean locked = Words.unit(token).isPresent() || Words.time(token).isPresent();
                if (Words.isContent(token) && !locked) {
                    boolean place = Words.side(tokens, i).isPresent();
                    words.merge(Words.stem(token), place ? ofPlace(refused, negated.get(i)) : polarity(negated.get(i), refused, granted), (a, b) -> a | b);
                }
            }
            concepts(sentence, tokens, negated, refused, granted);
        }
    }

    private void concepts(
            String sentence, List<String> tokens, List<Boolean> negated, boolean refused, boolean granted) {
        for (Lexicon.Found found : lexicon.find(sentence)) {
            String name = found.concept().name();
            if (found.concept().kind() == ConceptKind.MEDICATION) {
                drugs.add(name);
            }
            int at = Words.tokens(sentence.substring(0, found.begin())).size();
            // A concept that itself begins with a negation ("can't sleep") is claimed, not denied.
            boolean under = at < negated.size() && negated.get(at) && !Polarity.isNegator(tokens.get(at));
            boolean place = found.concept().kind() == ConceptKind.ANATOMY;
            concepts.merge(name, place ? ofPlace(refused, under) : polarity(under, refused, granted), (a, b) -> a | b);
            Set<String> own = conceptWords.computeIfAbsent(name, key -> new HashSet<>());
            List<String> named = Words.tokens(sentence.substring(found.begin(), found.end()));
            boolean told = named.stream().anyMatch(Words::isContent);
            for (String token : named) {
                // "Nausea or vomiting" is said by "nausea, vomiting"; a name without words of content is held to all of them.
                if (!told || Words.isContent(token)) {
                    own.add(Words.stem(token));
                }
                if (place && refused && Words.isContent(token)) {
                    words.merge(Words.stem(token), SO, (a, b) -> a | b);
                }
            }
        }
    }

    /** A question denied turns what it asks about into what is not so. */
    private static int polarity(boolean negated, boolean refused, boolean granted) {
        if (refused) {
            return NOT_SO;
        }
        return granted ? SO : negated ? NOT_SO : SO;
    }

    /** Where a question asks about a part of the body that is fine, what hurts is denied, not the part. */
    private static int ofPlace(boolean refused, boolean negated) {
        return refused ? SO | NOT_SO : negated ? NOT_SO : SO;
    }

    /** Whether it says of anything that it is not so. */
    public boolean denies() {
        return concepts.containsValue(NOT_SO) || words.containsValue(NOT_SO);
    }

    /** Whether there is any negation in it, whatever of. */
    public boolean negates() {
        return negates;
    }

    /** Numbers in their shortest form. */
    public Set<String> numbers() {
        return numbers;
    }

    /** Units by one name each. */
    public Set<String> units() {
        return units;
    }

    /** {@code left}, {@code right}. */
    public Set<String> sides() {
        return sides;
    }

    /**
     * Whether something is on one side here and only on the other there: "left knee", where a right knee and a left foot
     * were named, or where the left knee is fine and the right one hurts.
     */
    public boolean onOtherSide(Claims said) {
        return onOtherSide(sided, said.sided) || onOtherSide(well, said.well);
    }

    private static boolean onOtherSide(Set<String> claimed, Set<String> said) {
        return claimed.stream().anyMatch(claim -> {
            String other = claim.startsWith("left ") ? "right " + claim.substring(5) : "left " + claim.substring(6);
            return !said.contains(claim) && said.contains(other);
        });
    }

    /** Drugs by their generic names. */
    public Set<String> drugs() {
        return drugs;
    }

    /** Relatives and others. */
    public Set<String> persons() {
        return persons;
    }

    /** Units and points of time. */
    public Set<String> times() {
        return times;
    }

    /** The clinical concepts that the other text speaks of neither by name nor by their words. */
    public List<String> newTo(Claims said) {
        List<String> unsaid = new ArrayList<>();
        for (String name : concepts.keySet()) {
            // Who tells of a "drug allergy" tells of an "allergy".
            boolean named = said.concepts.containsKey(name)
                    || said.concepts.keySet().stream().anyMatch(other -> other.endsWith(" " + name))
                    || said.words.keySet().containsAll(conceptWords.getOrDefault(name, Set.of()))
                    || hurts(name, said);
            if (!named && !Words.isConventional(name)) {
                unsaid.add(name);
            }
        }
        return unsaid;
    }

    /** What hurts is a pain: "my knee has been hurting" tells of "knee pain". */
    private boolean hurts(String concept, Claims said) {
        Set<String> own = conceptWords.getOrDefault(concept, Set.of());
        return HURTS.stream().anyMatch(said.words::containsKey) && own.contains("pain")
                && own.stream().allMatch(word -> word.equals("pain") || said.words.containsKey(word));
    }

    /** Whether a concept, or most content words, are claimed as so here and only as not so there, or the other way. */
    public boolean opposes(Claims said) {
        int compared = 0;
        int opposed = 0;
        for (Map.Entry<String, Integer> word : words.entrySet()) {
            Integer there = said.words.get(word.getKey());
            if (there != null) {
                compared++;
                opposed += (word.getValue() & there) == 0 ? 1 : 0;
            }
        }
        boolean mostly = compared > 0 && opposed * 2 > compared;
        for (Map.Entry<String, Integer> concept : concepts.entrySet()) {
            Integer there = said.concepts.get(concept.getKey());
            if (there != null && (concept.getValue() & there) == 0) {
                return true;
            }
        }
        return mostly;
    }

    /** The share of content words that the other text holds, as words or as concepts. */
    public double heldBy(Claims said) {
        Set<String> byConcept = new HashSet<>();
        conceptWords.forEach((name, own) -> {
            if (said.concepts.containsKey(name)) {
                byConcept.addAll(own);
            }
        });
        long held = words.keySet().stream()
                .filter(word -> said.words.containsKey(word) || byConcept.contains(word))
                .count();
        return words.isEmpty() ? 1 : held / (double) words.size();
    }

    /** Leaves everything out: it is somebody's story. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "Claims[%d words, %d concepts]", words.size(), concepts.size());
    }
}
