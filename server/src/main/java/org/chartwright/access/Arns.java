package org.chartwright.access;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of users, roles, sessions and policies as AWS writes them. */
public final class Arns {

    private static final Pattern ROLE = Pattern.compile("arn:[a-z-]+:iam::(\\d{0,63}):role/(?:.*/)?([\\w+=,.@-]{1,64})");
    private static final Pattern POLICY = Pattern.compile("arn:aws:iam::(\\d{12}):policy/([\\w+=,.@-]{1,128})");

    private Arns() {}

    /** A user's. */
    public static String user(String account, String name) {
        return "arn:aws:iam::" + account + ":user/" + name;
    }

    /** A role's. */
    public static String role(String account, String name) {
        return "arn:aws:iam::" + account + ":role/" + name;
    }

    /** Of a session of a role. */
    public static String session(String account, String role, String session) {
        return "arn:aws:sts::" + account + ":assumed-role/" + role + "/" + session;
    }

    /** Of a policy that a tenant wrote. */
    public static String policy(String account, String name) {
        return "arn:aws:iam::" + account + ":policy/" + name;
    }

    /** The name of the role that an ARN names, if it is one of this account. */
    static Optional<String> roleOf(String account, String arn) {
        return nameIn(ROLE, account, arn);
    }

    /** The name of the policy that an ARN names, if it is one of this account's own. */
    static Optional<String> policyOf(String account, String arn) {
        return nameIn(POLICY, account, arn);
    }

    private static Optional<String> nameIn(Pattern form, String account, String arn) {
        Matcher parts = form.matcher(arn);
        return parts.matches() && parts.group(1).equals(account) ? Optional.of(parts.group(2)) : Optional.empty();
    }
}
