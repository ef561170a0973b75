package org.chartwright.access.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads policies: what is not well-formed in every detail is refused with its line, for a rule nobody reads is no rule. */
public final class PolicyReader {

    private static final int LONGEST = 6144;
    private static final Set<String> VERSIONS = Set.of("2012-10-17", "2008-10-17");
    private static final Set<String> DOCUMENT = Set.of("Version", "Id", "Statement");
    private static final Set<String> STATEMENT = Set.of(
            "Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition");
    private static final String ACTION = "\\*|\\*:\\*|[a-zA-Z0-9-]+:[a-zA-Z0-9*?]+";
    private static final String RESOURCE = "\\*|arn:\\P{Cntrl}{1,2000}";

    private final PolicyText text;
    private final Kind kind;
    private final Set<String> sids = new HashSet<>();

    private PolicyReader(PolicyText text, Kind kind) {
        this.text = text;
        this.kind = kind;
    }

    /** What a policy is for. */
    public enum Kind {
        /** What its holder may do. */
        PERMISSIONS,
        /** Who may act as a role. */
        TRUST
    }

    /** Reads a document of at most 6,144 characters. */
    public static Policy read(String document, Kind kind) throws PolicyException {
        if (document.length() > LONGEST) {
            throw new PolicyException("The policy is longer than " + LONGEST + " characters.");
        }
        PolicyText text = PolicyText.of(document);
        return new PolicyReader(text, kind).document(text.root());
    }

    private Policy document(JsonNode root) throws PolicyException {
        requireNames(root, "", DOCUMENT);
        String version = root.has("Version") ? one(root, "", "Version") : "2008-10-17";
        if (!VERSIONS.contains(version)) {
            throw text.wrong("/Version", "must be 2012-10-17 or 2008-10-17");
        }
        if (root.has("Id")) {
            one(root, "", "Id");
        }
        JsonNode statements = root.path("Statement");
        List<Statement> read = new ArrayList<>();
        if (statements.isObject()) {
            read.add(statement(statements, "/Statement", version));
        } else if (statements.isArray() && !statements.isEmpty()) {
            for (int i = 0; i < statements.size(); i++) {
                read.add(statement(statements.get(i), "/Statement/" + i, version));
            }
        } else {
            throw text.wrong(root.has("Statement") ? "/Statement" : "", "must hold a Statement");
        }
        return new Policy(read);
    }

    private Statement statement(JsonNode node, String path, String version) throws PolicyException {
        if (!node.isObject()) {
            throw text.wrong(path, "must be an object");
        }
        requireNames(node, path, STATEMENT);
        requireSid(node, path);
        String effect = one(node, path, "Effect");
        if (!effect.equals("Allow") && !effect.equals("Deny")) {
            throw text.wrong(path + "/Effect", "must be Allow or Deny");
        }
        boolean variables = version.equals("2012-10-17");
        Names actions = names(node, path, "Action", false, ACTION, "must be * or like transcribe:Get*");
        boolean trust = kind == Kind.TRUST;
        if (trust && (node.has("Resource") || node.has("NotResource"))) {
            throw text.wrong(path, "a trust policy names no Resource: it stands for its role");
        }
        if (!trust && (node.has("Principal") || node.has("NotPrincipal"))) {
            throw text.wrong(path, "only a trust policy names a Principal");
        }
        Names resources =
                trust ? null : names(node, path, "Resource", variables, RESOURCE, "must be * or an ARN");
        Principals principals = trust ? principals(node, path) : null;
        return new Statement(
                effect.equals("Allow"), principals, actions, resources, conditions(node, path, variables));
    }

    private void requireSid(JsonNode node, String path) throws PolicyException {
        if (!node.has("Sid")) {
            return;
        }
        String sid = one(node, path, "Sid");
        if (!sid.matches("[A-Za-z0-9]*")) {
            throw text.wrong(path + "/Sid", "may hold letters and digits only");
        }
        if (!sid.isEmpty() && !sids.add(sid)) {
            throw text.wrong(path + "/Sid", "is used twice");
        }
    }

    private Names names(JsonNode node, String path, String name, boolean variables, String form, String wanted)
            throws PolicyException {
        String found = whichOf(node, path, name);
        List<String> patterns = texts(node, path, found);
        for (String pattern : patterns) {
            if (!pattern.matches(form)) {
                throw text.wrong(path + "/" + found, wanted);
            }
            requireVariables(pattern, path + "/" + found, variables);
        }
        return new Names(found.startsWith("Not"), patterns, variables);
    }

    private String whichOf(JsonNode node, String path, String name) throws PolicyException {
        boolean plain = node.has(name);
        if (plain == node.has("Not" + name)) {
            throw text.wrong(path, "must have exactly one of " + name + " and Not" + name);
        }
        return plain ? name : "Not" + name;
    }

    private Principals principals(JsonNode node, String path) throws PolicyException {
        String found = whichOf(node, path, "Principal");
        JsonNode value = node.path(found);
        String place = path + "/" + found;
        boolean not = found.startsWith("Not");
        if (value.isString() && value.stringValue().equals("*")) {
            return new Principals(not, true, List.of(), List.of());
        }
        if (!value.isObject() || value.isEmpty()) {
            throw text.wrong(place, "must be \"*\" or an object with AWS or Service");
        }
        requireNames(value, place, Set.of("AWS", "Service", "Federated", "CanonicalUser"));
        List<String> aws = value.has("AWS") ? texts(value, place, "AWS") : List.of();
        for (String name : aws) {
            if (!name.matches("\\*|\\d{12}|arn:[a-z-]+:(iam|sts)::\\d{12}:(root|(user|role|assumed-role)/[^*?\\s]+)")) {
                throw text.wrong(place + "/AWS", "must be *, an account, or the ARN of an account, user, role or session");
            }
        }
        return new Principals(not, false, aws, value.has("Service") ? texts(value, place, "Service") : List.of());
    }

    private List<Condition> conditions(JsonNode node, String path, boolean variables) throws PolicyException {
        List<Condition> read = new ArrayList<>();
        if (!node.has("Condition")) {
            return read;
        }
        String place = path + "/Condition";
        JsonNode operators = node.path("Condition");
        if (!operators.isObject()) {
            throw text.wrong(place, "must be an object");
        }
        for (Map.Entry<String, JsonNode> operator : operators.properties()) {
            String inner = place + "/" + operator.getKey();
            if (!operator.getValue().isObject()) {
                throw text.wrong(inner, "must be an object of keys and values");
            }
            for (String key : operator.getValue().propertyNames()) {
                read.add(condition(operator.getKey(), operator.getValue(), key, inner, variables));
            }
        }
        return read;
    }

    private Condition condition(String written, JsonNode keys, String key, String path, boolean variables)
            throws PolicyException {
        String name = written;
        Condition.Over over = Condition.Over.ONE;
        if (name.startsWith("ForAllValues:")) {
            over = Condition.Over.ALL;
        } else if (name.startsWith("ForAnyValue:")) {
            over = Condition.Over.ANY;
        }
        name = over == Condition.Over.ONE ? name : name.substring(name.indexOf(':') + 1);
        boolean ifExists = name.endsWith("IfExists");
        name = ifExists ? name.substring(0, name.length() - "IfExists".length()) : name;
        Optional<Operator> operator = Operator.of(name);
        if (operator.isEmpty() || (operator.get() == Operator.NULL && (ifExists || over != Condition.Over.ONE))) {
            throw text.wrong(path, "there is no such condition operator");
        }
        String place = path + "/" + PolicyText.escaped(key);
        if (!Keys.isKey(key)) {
            throw text.wrong(place, "is not a condition key such as aws:SourceIp");
        }
        List<String> values = texts(keys, path, key);
        for (String value : values) {
            if (!operator.get().takes(value)) {
                throw text.wrong(place, "must be " + operator.get().wants());
            }
            requireVariables(value, place, variables && operator.get().takesVariables());
        }
        return new Condition(over, operator.get(), ifExists, key, values, variables);
    }

    private void requireVariables(String value, String path, boolean variables) throws PolicyException {
        for (int at = value.indexOf("${"); variables && at >= 0; at = value.indexOf("${", at + 2)) {
            int end = value.indexOf('}', at);
            if (end < 0 || !Variables.isWellFormed(value.substring(at + 2, end))) {
                throw text.wrong(path, "holds a variable that cannot be read; write ${aws:username}, or ${$} for a dollar");
            }
        }
    }

    private List<String> texts(JsonNode node, String path, String name) throws PolicyException {
        JsonNode value = node.path(name);
        List<String> read = new ArrayList<>();
        if (value.isArray()) {
            for (JsonNode each : value) {
                read.add(text(each, path + "/" + PolicyText.escaped(name)));
            }
        } else {
            read.add(text(value, path + "/" + PolicyText.escaped(name)));
        }
        if (read.isEmpty()) {
            throw text.wrong(path + "/" + PolicyText.escaped(name), "must not be empty");
        }
        return read;
    }

    private String text(@Nullable JsonNode value, String path) throws PolicyException {
        if (value != null && (value.isString() || value.isBoolean() || value.isNumber())) {
            return value.asString();
        }
        throw text.wrong(path, "must be a text or a list of texts");
    }

    private String one(JsonNode node, String path, String name) throws PolicyException {
        JsonNode value = node.path(name);
        if (!value.isString()) {
            throw text.wrong(node.has(name) ? path + "/" + name : path, "must have " + name + ", a text");
        }
        return value.stringValue();
    }

    private void requireNames(JsonNode node, String path, Set<String> known) throws PolicyException {
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) {
                throw text.wrong(path + "/" + PolicyText.escaped(name), "is not an element of policies");
            }
        }
    }
}
