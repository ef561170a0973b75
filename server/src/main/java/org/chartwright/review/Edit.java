package org.chartwright.review;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a person does to a note or beside it. A place: after that sentence; {@code null} for the end, empty for the beginning. */
public sealed interface Edit {

    /** Says something in other words. */
    record Replace(UUID sentence, String text) implements Edit {

        /** Leaves the text out. */
        @Override
        public String toString() {
            return "Replace[" + sentence + "]";
        }
    }

    /** Says something more; evidence are numbers of words, and may be empty. */
    record Insert(String section, @Nullable String after, String text, List<Integer> evidence) implements Edit {

        /** Leaves the text out. */
        @Override
        public String toString() {
            return "Insert[" + section + "]";
        }
    }

    /** Says something no more. */
    record Remove(UUID sentence) implements Edit {}

    /** Says it elsewhere. */
    record Move(UUID sentence, String section, @Nullable String after) implements Edit {}

    /** Says what was left out; section and text are the proposed ones where they are null. */
    record AddOmission(UUID id, @Nullable String section, @Nullable String after, @Nullable String text) implements Edit {

        /** Leaves the text out. */
        @Override
        public String toString() {
            return "AddOmission[" + id + "]";
        }
    }

    /** Has looked at it, or takes that back. */
    record Seen(UUID id, boolean seen) implements Edit {}

    /** Takes a code or refuses it. */
    record Decide(UUID code, boolean accepted) implements Edit {}

    /** Whether it changes what the note says. */
    default boolean changesTheNote() {
        return switch (this) {
            case Replace _, Insert _, Remove _, Move _, AddOmission _ -> true;
            case Seen _, Decide _ -> false;
        };
    }
}
