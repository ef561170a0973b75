package org.chartwright.chart;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Somebody who cares.
 *
 * @param identifiers by which other systems know them, such as a national provider identifier
 * @param name what they are called
 * @param account the name with which they sign in here; empty when they do not
 * @param active whether this entry is in use
 */
public record Practitioner(List<Identifier> identifiers, PersonName name, String account, boolean active) implements Entry {

    /** Copies the identifiers. */
    public Practitioner {
        identifiers = List.copyOf(identifiers);
    }

    @Override
    public Set<Find> findings() {
        Set<Find> found = new HashSet<>(name.findings());
        found.addAll(Identifier.findings(identifiers));
        if (!account.isEmpty()) {
            found.add(new Find("account", account));
        }
        return found;
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "Practitioner[]";
    }
}
