package org.chartwright.access.policy;

import java.util.List;

/**
 * Whom a statement of a trust policy is about: those that are named, or all others.
 *
 * @param not whether all others
 * @param everybody whether {@code *} is named
 * @param aws accounts and ARNs
 * @param services such as {@code transcribe.amazonaws.com}
 */
record Principals(boolean not, boolean everybody, List<String> aws, List<String> services) {

    Principals {
        aws = List.copyOf(aws);
        services = List.copyOf(services);
    }

    boolean name(Who who) {
        boolean named = switch (who) {
            case Who.Service service -> everybody || services.contains(service.name());
            case Who.Caller caller -> everybody || aws.stream().anyMatch(name -> names(name, caller));
        };
        return not != named;
    }

    /** Whether a caller is named in person, and not only as one of an account that must allow it too. */
    boolean namePersonally(Who who) {
        return switch (who) {
            case Who.Service _ -> true;
            case Who.Caller caller -> !not
                    && (everybody || aws.contains("*") || aws.contains(caller.arn()) || aws.contains(caller.role()));
        };
    }

    private static boolean names(String name, Who.Caller caller) {
        return name.equals("*")
                || name.equals(caller.account())
                || name.matches("arn:[a-z-]+:iam::" + caller.account() + ":root")
                || name.equals(caller.arn())
                || name.equals(caller.role());
    }
}
