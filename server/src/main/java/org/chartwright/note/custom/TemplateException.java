package org.chartwright.note.custom;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** A template file that cannot be used. Its message names everything that is wrong with it, each with its line. */
public final class TemplateException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient List<TemplateProblem> problems;

    TemplateException(List<TemplateProblem> problems) {
        super(problems.stream().map(TemplateProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** All that is wrong, in order of the lines. */
    public List<TemplateProblem> problems() {
        return problems;
    }
}
