package org.chartwright.note.plan;

import java.util.Collection;
import java.util.List;
import org.chartwright.models.LinearModel;

/**
 * The learned judgements of the writer. Immutable, safe for any number of threads.
 *
 * @param parts which part of the note a clause belongs to; its labels are names of {@link Part}
 * @param salience whether a candidate is worth saying; its labels are {@code no} and {@code yes}
 */
public record Learned(LinearModel parts, LinearModel salience) implements PartChooser {

    /** The label of what is worth saying. */
    public static final String YES = "yes";

    /** The models that come with the product. */
    public static Learned installed() {
        return new Learned(
                LinearModel.load(Learned.class, "parts.model"), LinearModel.load(Learned.class, "salience.model"));
    }

    @Override
    public Part choose(List<String> features) {
        return Part.valueOf(parts.best(features));
    }

    /** How worth saying it is, 0 to 1. */
    public double worth(Collection<String> features) {
        return salience.probabilities(features)[salience.labels().indexOf(YES)];
    }
}
