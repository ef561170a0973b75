package org.chartwright.fhir.smart;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartwright.fhir.Caller;

/**
 * SMART scopes of the system's kind, such as {@code system/Patient.rs}, {@code system/*.cruds} or, as version 1 spells them,
 * {@code system/*.read}.
 *
 * @param all each scope
 */
public record Scopes(List<Scope> all) implements Caller.Rights {

    private static final Pattern FORM = Pattern.compile("system/(\\*|[A-Z][A-Za-z]{1,63})\\.(read|write|\\*|c?r?u?d?s?)");

    /** Copies the list. */
    public Scopes {
        all = List.copyOf(all);
    }

    /**
     * One scope.
     *
     * @param resource its type, or {@code *}
     * @param acts letters out of {@code cruds}
     */
    public record Scope(String resource, String acts) {

        boolean covers(Scope other) {
            return (resource.equals("*") || resource.equals(other.resource))
                    && other.acts.chars().allMatch(act -> acts.indexOf(act) >= 0);
        }

        @Override
        public String toString() {
            return "system/" + resource + "." + acts;
        }
    }

    /**
     * Reads scopes that are parted by blanks.
     *
     * @throws IllegalArgumentException if one of them has another form
     */
    public static Scopes parse(String text) {
        List<Scope> scopes = new ArrayList<>();
        for (String word : text.strip().split("\\s+")) {
            Matcher form = FORM.matcher(word);
            if (!form.matches() || form.group(2).isEmpty()) {
                throw new IllegalArgumentException("A scope looks like system/Patient.rs");
            }
            scopes.add(new Scope(form.group(1), acts(form.group(2))));
        }
        return new Scopes(scopes);
    }

    private static String acts(String said) {
        return switch (said) {
            case "read" -> "rs";
            case "write" -> "cud";
            case "*" -> "cruds";
            default -> said;
        };
    }

    /** Those of the wanted ones that these cover. */
    public Scopes grant(Scopes wanted) {
        return new Scopes(wanted.all.stream()
                .filter(one -> all.stream().anyMatch(scope -> scope.covers(one)))
                .toList());
    }

    @Override
    public boolean allow(Caller.Act act, String resource) {
        String letter = switch (act) {
            case CREATE -> "c";
            case READ -> "r";
            case UPDATE -> "u";
            case SEARCH -> "s";
        };
        return all.stream().anyMatch(scope -> scope.covers(new Scope(resource, letter)));
    }

    @Override
    public String toString() {
        return String.join(" ", all.stream().map(Scope::toString).toList());
    }
}
