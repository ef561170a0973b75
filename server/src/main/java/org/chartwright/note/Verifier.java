package org.chartwright.note;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.chartwright.clinical.Lexicon;
import org.chartwright.encounter.Segment;
import org.chartwright.encounter.Speaker;
import org.chartwright.models.Recall;
import org.chartwright.note.Verdict.Finding;
import org.chartwright.note.Verdict.Reason;
import org.chartwright.note.check.Claims;

/**
 * Judges any sentence, whoever wrote it, against the segments it is said to rest on. Knows nothing of how the writer
 * works: it compares what the sentence claims with what was said. Stateless, safe for any number of threads.
 *
 * <p>Some things are locked: one number, unit, side, negation, drug, person or time that the segments do not hold is
 * enough to refuse a sentence, however well the rest is supported.
 */
public final class Verifier {

    /** Whether somebody consented is what a recorded consent says, and no conversation shows. */
    private static final Pattern CONSENT = Pattern.compile("\\bconsent(s|ed|ing)?\\b", Pattern.CASE_INSENSITIVE);

    private static final double MOSTLY = 0.5;
    private static final double HARDLY = 0.25;

    private final Lexicon lexicon;

    /** Takes words in their general meaning. */
    public Verifier() {
        this(Lexicon.standard());
    }

    /** Takes words in the meaning that they have in that lexicon. */
    public Verifier(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The verdict on a sentence, given the segments it cites. */
    public Verdict judge(String sentence, List<Segment> cited) {
        List<Said> said = cited.stream().map(one -> new Said(one.text(), one.speaker())).toList();
        return Recall.of("verdict", new Case(lexicon, sentence, said), _ -> judged(sentence, cited));
    }

    private record Said(String text, Speaker speaker) {}

    private record Case(Lexicon lexicon, String sentence, List<Said> said) {}

    private Verdict judged(String sentence, List<Segment> cited) {
        if (cited.isEmpty() || CONSENT.matcher(sentence).find()) {
            return new Verdict(Finding.UNSUPPORTED, List.of(Reason.WORDS));
        }
        Claims claimed = Claims.of(sentence, lexicon);
        Claims said = Claims.of(cited, lexicon);
        List<Reason> reasons = new ArrayList<>();
        if (!said.numbers().containsAll(claimed.numbers())) {
            reasons.add(Reason.NUMBER);
        }
        if (missing(claimed.units(), said.units())) {
            reasons.add(Reason.UNIT);
        }
        if (missing(claimed.sides(), said.sides()) || claimed.onOtherSide(said)) {
            reasons.add(Reason.SIDE);
        }
        if (missing(claimed.drugs(), said.drugs())) {
            reasons.add(Reason.DRUG);
        }
        if (missing(claimed.persons(), said.persons())) {
            reasons.add(Reason.PERSON);
        }
        if (missing(claimed.times(), said.times())) {
            reasons.add(Reason.TIME);
        }
        // "He is not doing well" has no word of content that could be opposed; nobody said any no, though.
        boolean opposed = claimed.opposes(said) || (claimed.negates() && !said.negates());
        if (opposed) {
            reasons.add(Reason.NEGATION);
        }
        if (!claimed.newTo(said).isEmpty()) {
            reasons.add(Reason.FINDING);
        }
        double held = claimed.heldBy(said);
        if (held < MOSTLY) {
            reasons.add(Reason.WORDS);
        }
        if (opposed || reasons.contains(Reason.SIDE)) {
            return new Verdict(Finding.CONTRADICTED, reasons);
        }
        if (reasons.isEmpty()) {
            return Verdict.SUPPORTED;
        }
        return new Verdict(held < HARDLY ? Finding.UNSUPPORTED : Finding.PARTLY, reasons);
    }

    private static boolean missing(Set<String> claimed, Set<String> said) {
        return !said.containsAll(claimed);
    }
}
