package org.chartwright.eval.access;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.chartwright.access.policy.PolicyException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Holds the evaluator of policies against a table written from AWS's public rules. */
@Command(
        name = "policies",
        mixinStandardHelpOptions = true,
        description = "Policies: agreement of the evaluator with a table written from AWS's public rules.")
public final class PoliciesEval implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, PolicyException {
        PrintWriter out = spec.commandLine().getOut();
        List<PolicyCases.Result> results = PolicyCases.run();
        List<PolicyCases.Result> wrong = results.stream().filter(result -> !result.agrees()).toList();
        wrong.forEach(result -> out.println(result.title() + ": " + result.line() + " — but it says " + result.said()));
        out.println((results.size() - wrong.size()) + " of " + results.size() + " cases agree");
        out.flush();
        return wrong.isEmpty() ? 0 : 1;
    }
}
