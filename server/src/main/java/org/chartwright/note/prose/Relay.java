package org.chartwright.note.prose;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartwright.encounter.Role;

/**
 * Moves what is said in a visit where somebody speaks in the patient's place &ndash; a mother, an interpreter &ndash; to
 * the patient: there "I" and "you" are whoever speaks. Stateless.
 */
public final class Relay {

    private record Change(Pattern said, String written) {}

    private static final String LEAD = "^(?:(?:and|but|so|yes|yeah|well|then|also|because|please|okay|that is when|that is why),? )*";
    private static final String CHILD = "(?:son|daughter|baby|child|kid|boy|girl|little one|little boy|little girl|grandson|granddaughter)";
    private static final String NOTICED = "(?:i|we) (?:have |did |can |could |do )?(?:also |just |first )?(?:noticed?|saw|seen|see|found)";
    private static final List<Change> TOLD = List.of(
            change(LEAD + "(?:he|she) (?:has |had |is |was |keeps |kept )?(?:been )?(?:says?|said|saying|tells?|told|telling|answers|answered)(?: (?:me|us|you))?"
                    + "(?: over and over(?: again)?)?(?: that)?,? (?=\\w)", ""),
            change("\\bmy " + CHILD + "\\b", "the patient"),
            change("\\b(?:i|we) (?:just |also |only |already )*(?:gave|give) (?:him|her|them) ", "the patient was given "),
            change("\\b(?:i|we) have (?:just |also |only |already )*(?:been giving|given) (?:him|her|them) ", "the patient has been given "),
            change(LEAD + NOTICED + "(?: that| like)? (?=(?:he|she|his|her|there)\\b)", ""),
            change(LEAD + NOTICED + " (?=(?:a|an|some)\\b)", "there is "),
            change(LEAD + "(?:i|we) (?:think|believe|guess|feel like)(?: that| like)? (?=(?:he|she|it|his|her)\\b)", "it is thought that "),
            change("\\b(?:i|we) (?:checked|took|measured) (?:his|her) temperature\\b", "the patient's temperature was taken"),
            change(LEAD + "(?:i|we) (?:brought|took) (?:him|her) in (?=because|for|since)", "the patient is here "));
    private static final List<Change> BIDDEN = List.of(
            change(LEAD + "(?:(?:can|could) you )?(?:tell|let) (?:him|her|them) (?:know )?that (?=\\w)", ""),
            change(LEAD + "(?:(?:can|could) you )?(?:tell|let) (?:him|her|them)(?: know)? (?=(?:he|she|it|there|the|his|her)\\b)", ""),
            change(LEAD + "(?:(?:can|could) you )?tell (?:him|her|them) to (?=\\w)", "the patient should "),
            change("\\byour " + CHILD + "\\b", "the patient"),
            change(LEAD + "(?:i (?:want|would like|need) )?you (?:can|should|may|need to|have to|must|will need to|might want to|to)(?: also| just)? (?=\\w)", ""),
            change(", (?:and )?you (?:can|should|may|need to|have to|must)(?: also| just)? (?=\\w)", ", "),
            change("\\b(?:if|when|unless) you (?:see|notice) (?=\\w)", "if there is "));
    private static final Pattern SPEAKER = Pattern.compile("\\b(?:i|me|my|mine|myself|we|us|our)\\b");
    private static final Pattern SPOKEN_TO = Pattern.compile("\\byou\\b");
    private static final Pattern ASKS = Pattern.compile(LEAD + "(?:(?:can|could) you )?ask (?:him|her|them)\\b.*");

    private Relay() {}

    private static Change change(String said, String written) {
        return new Change(Pattern.compile(said), written);
    }

    /** A clause, lower case, as it is about the patient; empty where it is about whoever speaks, or is spoken to. */
    public static Optional<String> ofPatient(String clause, Role role) {
        boolean told = role == Role.PATIENT;
        String text = clause;
        for (Change change : told ? TOLD : BIDDEN) {
            Matcher said = change.said().matcher(text);
            text = said.replaceAll(change.written());
        }
        boolean own = told ? SPEAKER.matcher(text).find() : SPOKEN_TO.matcher(text).find() || ASKS.matcher(text).matches();
        return own || text.isBlank() ? Optional.empty() : Optional.of(text);
    }
}
