package org.chartwright.aws.wire;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a request may hold, as the service model declares it. Checked by {@link ShapeCheck}. */
public sealed interface Shape {

    /** A JSON string of {@code least} to {@code most} characters that matches {@code pattern} as a whole. */
    record Text(int least, int most, @Nullable Pattern pattern) implements Shape {}

    /**
     * A JSON string that is one of these.
     *
     * @param sensitive whether a wrong value must not be repeated in the answer
     */
    record OneOf(List<String> values, boolean sensitive) implements Shape {}

    /** A JSON whole number within bounds, both included. */
    record Whole(int least, int most) implements Shape {}

    /** {@code true} or {@code false}. */
    record Flag() implements Shape {}

    /** A JSON array of {@code least} to {@code most} elements. */
    record Many(int least, int most, Shape element) implements Shape {}

    /** A JSON object with any keys. */
    record Pairs(int least, int most, Text key, Text value) implements Shape {}

    /** A JSON object with these members, in this order; others are passed over. */
    record Group(Map<String, Member> members) implements Shape {}

    /** A member of a group. */
    record Member(Shape shape, boolean required) {}
}
