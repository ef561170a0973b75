package org.chartwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.chartwright.audio.Walls;
import org.junit.jupiter.api.Test;

/** What the machine can do is said as it is, not as it is installed. */
final class DoctorCommandTest {

    @Test
    void itSaysWhichWallsThereAreOnThisMachine() {
        Said said = Said.by(List.of("doctor"));
        assertThat(said.out().lines().filter(line -> line.contains("Sandbox"))).singleElement().asString()
                .contains(switch (Walls.strongest(List.of("true"), List.of()).name().orElse("")) {
                    case "bwrap" -> "no network and no file but their own";
                    case "unshare" -> "no network, but see files";
                    default -> "limits only";
                });
    }
}
