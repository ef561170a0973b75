package org.chartwright.workspace;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.chartwright.people.Person.Role;

/**
 * A call that can be made.
 *
 * @param method of HTTP
 * @param path below {@code /app/api/}, with {@code {name}} for what varies
 * @param roles who may make it; nobody in particular needs to sign in when it is empty
 * @param action what it is called in the audit record, such as {@code SignNote}
 * @param manner how it is made
 * @param answer what answers it
 * @param before what takes long and changes nothing, done before the transaction begins
 */
record Route(
        String method,
        String path,
        Set<Role> roles,
        String action,
        Manner manner,
        Answer answer,
        Consumer<Call> before) {

    static final Set<Role> CARE = Set.copyOf(EnumSet.of(Role.CLINICIAN, Role.REVIEWER));
    static final Set<Role> CLINICIAN = Set.of(Role.CLINICIAN);
    static final Set<Role> ADMINISTRATOR = Set.of(Role.ADMINISTRATOR);
    static final Set<Role> AUDITOR = Set.of(Role.AUDITOR);
    static final Set<Role> OVERSIGHT = Set.copyOf(EnumSet.of(Role.ADMINISTRATOR, Role.AUDITOR));
    static final Set<Role> ANYBODY = Set.copyOf(EnumSet.allOf(Role.class));
    static final Set<Role> NOBODY = Set.of();

    /** How a call is made. */
    enum Manner {
        /** In one transaction with its entry in the audit record. */
        TOGETHER,
        /** Keeps its own transactions: it streams, or its failures must be remembered. */
        ALONE,
        /** Likewise, by another server, which has neither our page nor a session: what it brings must itself prove whose it is. */
        BY_SERVER
    }

    /** What answers a call. */
    @FunctionalInterface
    interface Answer {
        Reply to(Call call) throws IOException;
    }

    static Route of(String method, String path, Set<Role> roles, String action, Answer answer) {
        return new Route(method, path, roles, action, Manner.TOGETHER, answer, _ -> {});
    }

    static Route alone(String method, String path, Set<Role> roles, String action, Answer answer) {
        return new Route(method, path, roles, action, Manner.ALONE, answer, _ -> {});
    }

    static Route byServer(String method, String path, String action, Answer answer) {
        return new Route(method, path, NOBODY, action, Manner.BY_SERVER, answer, _ -> {});
    }

    /** The same after something that takes long. */
    Route after(Consumer<Call> work) {
        return new Route(method, path, roles, action, manner, answer, work);
    }

    /** What varies in a path, by name; empty when it is another's path. */
    Optional<Map<String, String>> match(String asked) {
        List<String> parts = parts(path);
        List<String> given = parts(asked);
        if (parts.size() != given.size()) {
            return Optional.empty();
        }
        Map<String, String> found = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            if (part.startsWith("{")) {
                found.put(part.substring(1, part.length() - 1), given.get(i));
            } else if (!part.equals(given.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(found);
    }

    private static List<String> parts(String path) {
        return new ArrayList<>(List.of(path.split("/", -1)));
    }
}
