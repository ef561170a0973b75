package org.chartwright.audio;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is put around the decoder: hard limits by {@code prlimit}, and {@link Walls}. Any thread. */
final class Confinement {

    private final boolean limited;
    private final Walls walls;

    private Confinement(boolean limited, Walls walls) {
        this.limited = limited;
        this.walls = walls;
    }

    /** The strongest that works here around that program. */
    static Confinement around(Path program) {
        List<String> probe = List.of(program.toString(), "-hide_banner", "-version");
        return new Confinement(
                Walls.find("prlimit").isPresent(), Walls.around("The media decoder", probe, List.of()));
    }

    /** That command within the limits and walls. */
    List<String> wrap(List<String> command, MediaLimits limits) {
        List<String> all = new ArrayList<>();
        if (limited) {
            long seconds = limits.cpuCeiling().toSeconds();
            all.addAll(List.of(
                    "prlimit", "--as=" + limits.memoryBytes(), "--cpu=" + seconds + ":" + (seconds + 2), "--fsize=0",
                    "--core=0", "--nofile=64", "--"));
        }
        all.addAll(walls.wrap(command));
        return List.copyOf(all);
    }
}
