package org.chartwright.aws.wire;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Words to declare shapes with. */
public final class Shapes {

    private Shapes() {}

    /** Text of a length, of any characters. */
    public static Shape.Text text(int least, int most) {
        return new Shape.Text(least, most, null);
    }

    /** Text of a length that matches a pattern as a whole. */
    public static Shape.Text text(int least, int most, String pattern) {
        return new Shape.Text(least, most, Pattern.compile(pattern));
    }

    /** One of the names of an enum. */
    public static Shape oneOf(Enum<?>[] values) {
        return new Shape.OneOf(Arrays.stream(values).map(Enum::name).toList(), false);
    }

    /** One of these. */
    public static Shape oneOf(String... values) {
        return new Shape.OneOf(List.of(values), false);
    }

    /** One of the names of an enum; what was sent instead is never repeated. */
    public static Shape sensitiveOneOf(Enum<?>[] values) {
        return new Shape.OneOf(Arrays.stream(values).map(Enum::name).toList(), true);
    }

    /** A whole number within bounds. */
    public static Shape whole(int least, int most) {
        return new Shape.Whole(least, most);
    }

    /** True or false. */
    public static Shape flag() {
        return new Shape.Flag();
    }

    /** A list. */
    public static Shape many(int least, int most, Shape element) {
        return new Shape.Many(least, most, element);
    }

    /** A map. */
    public static Shape pairs(int least, int most, Shape.Text key, Shape.Text value) {
        return new Shape.Pairs(least, most, key, value);
    }

    /** An object to which members are added in the order in which they are checked. */
    public static GroupOfMembers group() {
        return new GroupOfMembers();
    }

    /** Collects the members of a group. */
    public static final class GroupOfMembers {

        private final Map<String, Shape.Member> members = new LinkedHashMap<>();

        /** A member that must be there. */
        public GroupOfMembers with(String name, Shape shape) {
            members.put(name, new Shape.Member(shape, true));
            return this;
        }

        /** A member that may be left out. */
        public GroupOfMembers maybe(String name, Shape shape) {
            members.put(name, new Shape.Member(shape, false));
            return this;
        }

        /** The group. */
        public Shape.Group made() {
            return new Shape.Group(new LinkedHashMap<>(members));
        }
    }
}
