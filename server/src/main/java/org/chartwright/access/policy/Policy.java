package org.chartwright.access.policy;

import java.util.List;
import java.util.Objects;

/**
 * A policy that was read and found well-formed.
 *
 * @param statements in the order in which they stand
 */
public record Policy(List<Statement> statements) {

    /** Copies the list. */
    public Policy {
        statements = List.copyOf(statements);
    }

    /** What a policy says to something. */
    public enum Voice {
        /** Nothing. */
        SILENT,
        /** Yes. */
        ALLOW,
        /** No, whatever others say. */
        DENY
    }

    /** What it says to this. */
    public Voice ask(Asked asked) {
        return voice(statements.stream().filter(statement -> statement.covers(asked)).toList());
    }

    /** What a trust policy says to somebody who wants to act as its role. */
    public Trust trust(Who who, Asked asked) {
        List<Statement> said = statements.stream()
                .filter(statement -> Objects.requireNonNull(statement.principals()).name(who))
                .filter(statement -> statement.covers(asked))
                .toList();
        boolean personally = said.stream()
                .filter(Statement::allows)
                .anyMatch(statement -> Objects.requireNonNull(statement.principals()).namePersonally(who));
        return switch (voice(said)) {
            case SILENT -> Trust.NONE;
            case DENY -> Trust.DENIED;
            case ALLOW -> personally ? Trust.IN_PERSON : Trust.BY_ACCOUNT;
        };
    }

    /** How far a role trusts somebody. */
    public enum Trust {
        /** Not at all. */
        NONE,
        /** It refuses by name. */
        DENIED,
        /** It trusts the account, whose own policies must allow it too. */
        BY_ACCOUNT,
        /** It trusts this one. */
        IN_PERSON
    }

    private static Voice voice(List<Statement> said) {
        if (said.isEmpty()) {
            return Voice.SILENT;
        }
        return said.stream().allMatch(Statement::allows) ? Voice.ALLOW : Voice.DENY;
    }

    /** What several say together: one no is enough, one yes is enough without a no. */
    static Voice ask(List<Policy> policies, Asked asked) {
        Voice together = Voice.SILENT;
        for (Policy policy : policies) {
            Voice voice = policy.ask(asked);
            together = voice.compareTo(together) > 0 ? voice : together;
        }
        return together;
    }
}
