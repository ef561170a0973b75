package org.chartwright.speakers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chartwright.encounter.Role;
import org.chartwright.encounter.Speaker;
import org.chartwright.encounter.Turn;

/**
 * Puts dialogues right in which the tags of clinician and patient are exchanged throughout. Whoever tagged a dialogue is
 * believed otherwise: only where there are two speakers, and all that is said tells the contrary of both tags, are they
 * exchanged. Safe for any number of threads.
 */
public final class ExchangedTags {

    /** In a few turns too little is said to know better than the tags. */
    private static final int LEAST_TURNS = 12;

    private final Roles roles;

    /** With the models that come with the product. */
    public ExchangedTags() {
        this(new Roles());
    }

    ExchangedTags(Roles roles) {
        this.roles = roles;
    }

    /** The same turns, or the same with both speakers exchanged. */
    public List<Turn> putRight(List<Turn> turns) {
        Map<Speaker, Integer> voices = new LinkedHashMap<>();
        List<Line> lines = new ArrayList<>();
        for (Turn turn : turns) {
            int voice = voices.computeIfAbsent(turn.speaker(), speaker -> voices.size());
            lines.add(new Line(voice, turn.text()));
        }
        List<Speaker> speakers = List.copyOf(voices.keySet());
        if (turns.size() < LEAST_TURNS || speakers.size() != 2 || speakers.getFirst().role() == speakers.getLast().role()) {
            return turns;
        }
        Roles.Casting casting = roles.cast(lines, Trust.LABELLED_TURNS);
        boolean contrary = casting.parts().getFirst().role() != speakers.getFirst().role()
                && casting.parts().getLast().role() != speakers.getLast().role();
        return contrary ? turns.stream().map(ExchangedTags::exchanged).toList() : turns;
    }

    private static Turn exchanged(Turn turn) {
        Role other = turn.speaker().role() == Role.CLINICIAN ? Role.PATIENT : Role.CLINICIAN;
        return new Turn(new Speaker(other, turn.speaker().number()), turn.words());
    }
}
