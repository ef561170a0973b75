package org.chartwright.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.chartwright.note.custom.CustomTemplate;
import org.chartwright.note.custom.TemplateException;
import org.chartwright.note.custom.TemplateFile;
import org.chartwright.note.custom.TemplateProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks after note templates that users write. */
@Command(
        name = "template",
        mixinStandardHelpOptions = true,
        description = "Looks after note templates of your own (docs/templates.md).",
        subcommands = TemplateCommand.Check.class)
final class TemplateCommand {

    TemplateCommand() {}

    /** Says everything that is wrong with template files, each with its line. */
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Says what a template file means, or all that is wrong with it. Exit code 65: something is.")
    static final class Check implements java.util.concurrent.Callable<Integer> {

        private static final int BAD_DATA = 65;

        @Parameters(arity = "1..*", paramLabel = "FILE", description = "Template files.")
        private List<Path> files = List.of();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws IOException {
            int code = 0;
            for (Path file : files) {
                try {
                    tell(file, TemplateFile.parse(Files.readString(file, StandardCharsets.UTF_8)));
                } catch (TemplateException e) {
                    code = BAD_DATA;
                    for (TemplateProblem problem : e.problems()) {
                        spec.commandLine().getErr().println(file + ", " + problem);
                    }
                }
            }
            return code;
        }

        private void tell(Path file, CustomTemplate template) {
            PrintWriter out = spec.commandLine().getOut();
            out.println(file + ": " + template.name());
            for (CustomTemplate.Section section : template.parts()) {
                String holds = section.holds().stream()
                        .map(CustomTemplate.Content::word)
                        .collect(Collectors.joining(", "));
                out.println("  " + section.title() + " (" + section.name() + "): " + holds);
            }
        }
    }
}
