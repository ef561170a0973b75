package org.chartwright.aws.operations;

import org.chartwright.access.Identity;
import org.chartwright.aws.wire.Shape;
import tools.jackson.databind.JsonNode;

/** One operation of the API. Safe for any number of threads. */
public interface Operation {

    /** Its name on the wire. */
    String name();

    /** What its input may hold. */
    Shape.Group input();

    /** Whether it changes anything, so that a recorded call must not be served again. */
    boolean changes();

    /**
     * Does it.
     *
     * @param caller who asks; nothing of another tenant may be seen or touched
     * @param input already held against {@link #input()}
     * @return the answer; a missing node where the model has no output
     * @throws org.chartwright.aws.wire.AwsFault if it cannot be done
     */
    JsonNode answer(Identity caller, JsonNode input);
}
