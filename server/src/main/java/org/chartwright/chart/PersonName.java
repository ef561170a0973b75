package org.chartwright.chart;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a person is called.
 *
 * @param family the family name; may be empty when there are given ones
 * @param given the given names, in order
 */
public record PersonName(String family, List<String> given) {

    /** Copies the names and checks that there is one. */
    public PersonName {
        given = List.copyOf(given);
        if (family.isBlank() && given.stream().allMatch(String::isBlank)) {
            throw new IllegalArgumentException("A person needs a name");
        }
    }

    /** In one line, given names first. */
    public String inFull() {
        return (String.join(" ", given) + " " + family).strip();
    }

    Set<Find> findings() {
        Set<Find> found = new TreeSet<>(Comparator.comparing(Find::by).thenComparing(Find::value));
        found.addAll(Find.beginnings("family", List.of(family)));
        found.addAll(Find.beginnings("given", given));
        found.addAll(Find.beginnings("name", List.of(inFull())));
        return found;
    }

    /** Leaves the names out. */
    @Override
    public String toString() {
        return "PersonName[]";
    }
}
