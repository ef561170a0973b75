package org.chartwright.eval.access;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartwright.access.policy.Asked;
import org.chartwright.access.policy.Context;
import org.chartwright.access.policy.Decision;
import org.chartwright.access.policy.Grants;
import org.chartwright.access.policy.Policy;
import org.chartwright.access.policy.PolicyException;
import org.chartwright.access.policy.PolicyReader;
import org.chartwright.access.policy.Who;
import org.jspecify.annotations.Nullable;

/** The table of policies and cases, and what the evaluator says to each. */
final class PolicyCases {

    private static final String TABLE = "policy-cases.txt";
    private static final Pattern WORD = Pattern.compile("((?:\"[^\"]*\"|[^ \"])+)");

    private final List<Policy> identity = new ArrayList<>();
    private final List<Policy> session = new ArrayList<>();
    private @Nullable Policy boundary;
    private @Nullable Policy trust;
    private String title = "";
    private final List<Result> results = new ArrayList<>();

    private PolicyCases() {}

    /**
     * A case and what came out.
     *
     * @param title of its group
     * @param line as written in the table
     * @param said what the evaluator says
     */
    record Result(String title, String line, String said) {

        boolean agrees() {
            return line.startsWith(said + " ");
        }
    }

    /** All cases. */
    static List<Result> run() throws IOException, PolicyException {
        PolicyCases cases = new PolicyCases();
        try (InputStream table = Objects.requireNonNull(PolicyCases.class.getResourceAsStream(TABLE))) {
            for (String line : new String(table.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    cases.line(line);
                }
            }
        }
        return cases.results;
    }

    private void line(String line) throws PolicyException {
        String kind = line.substring(0, line.indexOf(' '));
        String rest = line.substring(kind.length() + 1);
        switch (kind) {
            case "==" -> {
                title = rest;
                identity.clear();
                session.clear();
                boundary = null;
                trust = null;
            }
            case "identity" -> identity.add(PolicyReader.read(rest, PolicyReader.Kind.PERMISSIONS));
            case "session" -> session.add(PolicyReader.read(rest, PolicyReader.Kind.PERMISSIONS));
            case "boundary" -> boundary = PolicyReader.read(rest, PolicyReader.Kind.PERMISSIONS);
            case "trust" -> trust = PolicyReader.read(rest, PolicyReader.Kind.TRUST);
            default -> results.add(new Result(title, line, trust == null ? permission(rest) : trust(trust, rest)));
        }
    }

    private String permission(String rest) {
        List<String> words = words(rest);
        Asked asked = new Asked(words.get(0), words.get(1), context(words.subList(2, words.size())));
        Decision decision = new Grants(identity, boundary, List.of()).within(session).decide(asked);
        return decision.allowed() ? "allow" : decision.isExplicitDeny() ? "deny" : "none";
    }

    private static String trust(Policy trust, String rest) {
        List<String> words = words(rest);
        Asked asked = new Asked("sts:AssumeRole", "*", context(words.subList(1, words.size())));
        return switch (trust.trust(who(words.getFirst()), asked)) {
            case IN_PERSON -> "person";
            case BY_ACCOUNT -> "account";
            case DENIED -> "refused";
            case NONE -> "stranger";
        };
    }

    private static Who who(String name) {
        if (!name.startsWith("arn:")) {
            return new Who.Service(name);
        }
        String account = name.split(":", -1)[4];
        String role = name.contains(":assumed-role/")
                ? "arn:aws:iam::" + account + ":role/" + name.split("/", -1)[1]
                : name;
        return new Who.Caller(account, name, role);
    }

    private static Context context(List<String> words) {
        Context context = Context.EMPTY;
        for (String word : words) {
            int equals = word.indexOf('=');
            String[] values = word.substring(equals + 1).replace("\"", "").split("\\|", -1);
            context = context.with(word.substring(0, equals), values);
        }
        return context;
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            words.add(word.group(1));
        }
        return words;
    }
}
