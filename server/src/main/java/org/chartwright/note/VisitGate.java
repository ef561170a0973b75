package org.chartwright.note;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.chartwright.clinical.ConceptKind;
import org.chartwright.clinical.Mention;
import org.chartwright.clinical.Reading;
import org.chartwright.clinical.Subject;
import org.chartwright.encounter.Role;
import org.chartwright.encounter.Segment;
import org.chartwright.models.Recall;

/**
 * Tells a visit from other talk. Talk about medicine is not enough, since people tell each other of films and of games:
 * somebody must speak of what "I" have and the other of what "you" have or shall do. Stateless.
 */
final class VisitGate {

    /** The sparsest of the training visits has 1.4 mentions in a hundred words; talk of other things has hardly any. */
    private static final double LEAST_IN_A_HUNDRED_WORDS = 0.9;

    /** In a few words one complaint must do, so the complaint must be most of what is said. */
    private static final double LEAST_WHEN_SHORT = 2.0;

    private static final int FEW_WORDS = 150;
    private static final int LEAST_CONCEPTS = 3;
    private static final int LEAST_PERSONAL = 2;
    private static final int HUNDRED = 100;
    private static final Pattern OWN = Pattern.compile("\\b(?:i|i'm|i've|i'd|my|me|myself|mine)\\b");
    private static final Pattern YOURS = Pattern.compile("\\b(?:you|you're|you've|your)\\b");
    private static final Pattern BID = Pattern.compile(
            "(?:^(?:okay,? |please |just |so |then |well,? )*(?:take|use|try|apply|rest|continue|keep|stop|start|come back|let me|i will|i'll|let's)"
                    + "|\\b(?:i want to|call us|bring (?:him|her|them) back|give (?:him|her|them)))\\b");
    /** The words of those who tell of stories, games, machines and money. */
    private static final Pattern OTHER_MATTER = Pattern.compile(
            "\\b(?:episodes?|seasons?|movies?|films?|series|shows?|actors?|actress|characters?|novels?|chapters?|scenes?|plot|finale|script"
                    + "|league|playoffs?|quarterback|striker|coach|referee|match|tournament|scored|championship|innings?|goalkeeper"
                    + "|recipe|oven|flour|simmer|saute|dough|marinade|tablespoons?|teaspoons?|skillet"
                    + "|budget|invoice|deadline|stakeholders?|quarterly|spreadsheet|roadmap|vendors?|customers?|sprint|release|slides?"
                    + "|software|server|database|backlog|meeting|agenda|shareholders?|engine|brakes|mechanic|dealership|horses?|cows?|calf"
                    + "|puppy|kitten|vet|podcast|documentary|video game|boss fight|potions?|antidote|homework|exam on|lecture|essay|election|senator"
                    + "|parliament|stock|investors?|museum|exhibition)\\b");

    private VisitGate() {}

    static boolean isVisit(Reading reading) {
        List<Mention> mentions = reading.mentions().stream().filter(VisitGate::counts).toList();
        long words = reading.segments().stream().mapToLong(segment -> segment.words().size()).sum();
        Set<String> concepts = new HashSet<>();
        int personal = 0;
        int complaints = 0;
        for (Mention mention : mentions) {
            Segment segment = reading.segments().get(mention.segment());
            boolean own = isPersonal(segment);
            concepts.add(mention.concept().name());
            personal += own ? 1 : 0;
            complaints += own && segment.speaker().role() == Role.PATIENT ? 1 : 0;
        }
        long other = reading.segments().stream()
                .mapToLong(segment -> Recall.of(
                        "other matter", plain(segment), text -> OTHER_MATTER.matcher(text).results().count()))
                .sum();
        if (other > personal) {
            return false;
        }
        // A parent speaks of "him"; then the clinician must at least say what to do, and nobody speak of other matters.
        boolean forAnother = other == 0 && answered(reading);
        boolean whole = concepts.size() >= LEAST_CONCEPTS
                && (personal >= LEAST_PERSONAL || forAnother)
                && mentions.size() * HUNDRED >= LEAST_IN_A_HUNDRED_WORDS * words;
        return whole || (words <= FEW_WORDS && complaints > 0 && answered(reading)
                && mentions.size() * HUNDRED >= LEAST_WHEN_SHORT * words);
    }

    /** Whether a clinician speaks to the patient at all. */
    private static boolean answered(Reading reading) {
        return reading.segments().stream().anyMatch(segment -> segment.speaker().role() == Role.CLINICIAN
                && (isPersonal(segment) || BID.matcher(plain(segment)).find()));
    }

    private static boolean isPersonal(Segment segment) {
        boolean patient = segment.speaker().role() == Role.PATIENT;
        Pattern personal = patient ? OWN : YOURS;
        return Recall.of(patient ? "own" : "yours", plain(segment), text -> personal.matcher(text).find());
    }

    private static String plain(Segment segment) {
        return segment.text().toLowerCase(Locale.ROOT).replace('\u2019', '\'').strip();
    }

    private static boolean counts(Mention mention) {
        return mention.subject() == Subject.PATIENT
                && mention.concept().kind() != ConceptKind.ANATOMY
                && mention.concept().kind() != ConceptKind.PERSON;
    }
}
