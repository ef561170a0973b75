package org.chartwright.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.chartwright.chart.VisitNote.Origin;
import org.chartwright.chart.VisitNote.Sentence;
import org.chartwright.clinical.Lexicon;
import org.chartwright.encounter.Segment;
import org.chartwright.encounter.Word;
import org.chartwright.note.Verdict;
import org.chartwright.note.Verifier;
import org.chartwright.note.check.Claims;
import org.chartwright.review.Review.SentenceShown;

/** Looks at sentences as a careful colleague would: what is in them that can do harm, and how sure it was heard. Any thread. */
final class Inspection {

    /** Below this a word is uncertain. */
    static final double UNCERTAIN = 0.7;

    /** Nothing that was said at once is so long: such a text is not looked into. */
    private static final int LONGEST = 10_000;

    private final Dialogue dialogue;
    private final Lexicon lexicon;
    private final Verifier verifier;

    Inspection(Dialogue dialogue, Lexicon lexicon) {
        this.dialogue = dialogue;
        this.lexicon = lexicon;
        this.verifier = new Verifier(lexicon);
    }

    /** What the verifier thinks of a sentence that rests on those segments. */
    Verdict judge(String text, List<Segment> cited) {
        return text.length() > LONGEST
                ? new Verdict(Verdict.Finding.UNSUPPORTED, List.of(Verdict.Reason.WORDS))
                : verifier.judge(text, cited);
    }

    /** A sentence with all that is known of it. */
    SentenceShown show(Sentence sentence, boolean seen) {
        List<Segment> cited = dialogue.of(sentence.evidence());
        List<Word> heard = heard(head(sentence.text()), cited);
        double confidence = heard.stream().mapToDouble(Word::confidence).average().orElse(1);
        Claims claims = Claims.of(head(sentence.text()), lexicon);
        List<String> flags = grave(claims);
        boolean uncertain = heard.stream().anyMatch(word -> word.confidence() < UNCERTAIN && isGrave(word, claims));
        boolean supported = sentence.verdict().equals(Verdict.Finding.SUPPORTED.name());
        boolean red = !supported || uncertain && !flags.isEmpty();
        if (uncertain || confidence < UNCERTAIN) {
            flags.add("low-confidence");
        }
        if (sentence.origin() != Origin.DRAFTED) {
            flags.add("edited");
        }
        return new SentenceShown(
                sentence.id(),
                sentence.text(),
                sentence.verdict().toLowerCase(Locale.ROOT),
                supported ? List.of() : words(judge(sentence.text(), cited)),
                Math.round(confidence * 100) / 100.0,
                flags,
                red,
                seen,
                Review.word(sentence.origin()),
                dialogue.places(sentence.evidence()));
    }

    private static String head(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST));
    }

    static List<String> words(Verdict verdict) {
        return verdict.reasons().stream().map(reason -> reason.name().toLowerCase(Locale.ROOT)).toList();
    }

    /** What can do harm when it is wrong. */
    private static List<String> grave(Claims claims) {
        List<String> flags = new ArrayList<>();
        if (!claims.drugs().isEmpty()) {
            flags.add("drug");
        }
        if (!claims.numbers().isEmpty()) {
            flags.add(claims.units().isEmpty() ? "number" : "dose");
        }
        if (!claims.sides().isEmpty()) {
            flags.add("side");
        }
        if (claims.denies()) {
            flags.add("negation");
        }
        return flags;
    }

    private boolean isGrave(Word word, Claims claims) {
        Claims own = Claims.of(word.text(), lexicon);
        return !own.drugs().isEmpty()
                || !own.numbers().isEmpty()
                || !own.units().isEmpty()
                || !own.sides().isEmpty()
                || claims.denies() && own.denies();
    }

    /** The words of its evidence that the sentence took up; all of them when it took up none. */
    private static List<Word> heard(String text, List<Segment> cited) {
        Set<String> written = new HashSet<>(List.of(plain(text).split(" ")));
        List<Word> all = cited.stream().flatMap(segment -> segment.words().stream()).toList();
        List<Word> taken = all.stream().filter(word -> written.contains(plain(word.text()))).toList();
        return taken.isEmpty() ? all : taken;
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}/%.]+", " ").replaceAll("\\.(?= |$)", "").strip();
    }
}
