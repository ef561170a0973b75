package org.chartwright.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class HelpTest {

    @ParameterizedTest
    @MethodSource
    void everyCommandHasHelp(String name, CommandLine command) {
        assertThat(command.getCommandSpec().findOption("--help")).as(name).isNotNull();
    }

    static Stream<Object[]> everyCommandHasHelp() {
        return Stream.of(new CommandLine(new Eval()), new CommandLine(new Train()))
                .flatMap(command -> Stream.concat(Stream.of(command), command.getSubcommands().values().stream()))
                .map(command -> new Object[] {command.getCommandSpec().qualifiedName(), command});
    }
}
