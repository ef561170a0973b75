package org.chartwright.note.plan;

import java.util.List;

/** Says which part of the note a clause belongs to. Safe for any number of threads. */
@FunctionalInterface
public interface PartChooser {

    /** The part for what has these features. */
    Part choose(List<String> features);
}
