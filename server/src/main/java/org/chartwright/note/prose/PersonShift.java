package org.chartwright.note.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chartwright.encounter.Role;

/** Moves a clause from "I" and "you" to the third person, as the note speaks of the patient. Stateless. */
final class PersonShift {

    private static final Set<String> BEFORE_OBJECT = Set.of(
            "give", "giving", "gave", "given", "send", "sending", "sent", "put", "putting", "start", "starting", "see",
            "seeing", "saw", "seen", "diagnose", "diagnosed", "refer", "referring", "get", "getting", "have", "having", "want", "like", "need", "let",
            "tell", "telling", "told", "ask", "asking", "asked", "help", "helping", "helps", "make", "making", "makes", "made", "check",
            "keep", "keeping", "bring", "bringing", "call", "called", "calling", "show", "schedule", "scheduling", "prescribe",
            "prescribed", "prescribing", "recommend", "referred", "treat", "treating", "for", "to", "with", "of", "on", "about",
            "from", "between", "by", "at", "bothering", "bothers", "bother", "hurting", "hurts", "advise", "advised",
            "causing", "cause", "causes", "continue", "examine", "set", "encourage", "allow", "thank", "around",
            "behind", "discharge", "monitor", "order", "write", "writing", "gives", "got", "had", "hurt", "wake",
            "expect", "taking", "switch", "place", "placing", "teach", "feel", "follow", "follows", "following", "provide",
            "provides", "providing", "touch", "touches", "touching", "touched", "remind", "reminds", "reach", "contact", "notify",
            "push", "pushing", "move", "moving", "evaluate", "support", "scare", "worry", "worries", "affect", "affects",
            "protect", "near", "without", "against", "email", "text");

    /** Before "you" as the subject of what follows. */
    private static final Set<String> BEFORE_SUBJECT = Set.of(
            "and", "but", "if", "when", "that", "because", "as", "so", "are", "were", "do", "did", "can", "could", "will", "would", "should",
            "what", "how", "where", "since", "than", "or", "while", "which", "why", "then", "until", "unless", "whether", "though", "once", "may",
            "might", "before", "after", "is", "think", "know", "sure", "now", "also", "just", "like", "does");
    /** After "you" as an object: "applaud you on making this step". */
    private static final Set<String> AFTER_OBJECT = Set.of("on", "in", "to", "for", "with", "at", "about", "from", "off", "out", "into", "through", "up", "down", "back", "again", "some", "a", "an");

    private static final Set<String> HAS_VERB = Set.of(
            "are", "were", "have", "had", "do", "did", "can", "could", "will", "would", "should", "may", "might", "need");

    private PersonShift() {}

    /** The words of a clause, lower case and without contractions, in the third person. */
    static List<String> shift(List<String> words, Role speaker, PatientWords patient) {
        String self = speaker == Role.PATIENT ? "i" : "you";
        List<String> out = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals(self)) {
                if (speaker == Role.CLINICIAN && isObject(words, i)) {
                    out.add(patient.object());
                } else {
                    i = subject(words, i, out, patient);
                }
            } else if (speaker == Role.PATIENT) {
                out.add(ownWord(word, patient));
            } else {
                out.add(yourWord(word, patient));
            }
        }
        return out;
    }

    private static boolean isObject(List<String> words, int at) {
        String before = at == 0 ? "" : words.get(at - 1);
        // "It seems like you are doing well": what has a verb of its own is a subject.
        boolean subject = at + 1 < words.size() && HAS_VERB.contains(words.get(at + 1))
                && before.matches("like|of|with|for|about|from|by|on|feel|think|tell|told|at|move|push|reach|near|without|against|support|affect|affects");
        boolean between = !before.isEmpty() && !BEFORE_SUBJECT.contains(before) && at + 1 < words.size() && AFTER_OBJECT.contains(words.get(at + 1));
        return !subject && (at == words.size() - 1 || BEFORE_OBJECT.contains(before) || between);
    }

    /** Writes the subject and what follows up to its verb; answers the index of the last word used. */
    private static int subject(List<String> words, int at, List<String> out, PatientWords patient) {
        out.add(patient.subject());
        int next = at + 1;
        while (next < words.size() && Verbs.isAdverb(words.get(next)) && next - at <= 3) {
            out.add(words.get(next));
            next++;
        }
        if (next < words.size()) {
            String before = at == 0 ? "" : words.get(at - 1);
            boolean bare = before.matches("do|did|does|can|could|would|should|will");
            out.add(bare ? words.get(next) : Verbs.third(words.get(next)));
        }
        return next;
    }

    private static String ownWord(String word, PatientWords patient) {
        return switch (word) {
            case "me" -> patient.object();
            case "my" -> patient.possessive();
            case "mine" -> patient.possessive();
            case "myself" -> patient.reflexive();
            case "we" -> "they";
            case "our" -> "their";
            case "us" -> "them";
            case "you" -> "one";
            case "your" -> "the";
            default -> word;
        };
    }

    private static String yourWord(String word, PatientWords patient) {
        return switch (word) {
            case "your" -> patient.possessive();
            case "yours" -> patient.possessive();
            case "yourself" -> patient.reflexive();
            default -> word;
        };
    }
}
