package org.chartwright.audio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is put around the decoder so that a hostile file which takes it over finds nothing: hard limits by
 * {@code prlimit}, and no network, no files and no privileges by {@code bwrap} where the machine allows that, or at
 * least no network by {@code unshare}. Which of them work is tried once. Any thread.
 *
 * <p>No process namespace is made: it would need a second process, which outlives a killed first one. The decoder is
 * one process, and dies with its pipes.
 */
final class Confinement {

    private static final Logger LOG = LoggerFactory.getLogger(Confinement.class);

    private static final List<String> BUBBLE = List.of(
            "--unshare-user-try", "--unshare-net", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try",
            "--cap-drop", "ALL", "--new-session",
            "--ro-bind", "/usr", "/usr", "--ro-bind-try", "/lib", "/lib", "--ro-bind-try", "/lib64", "/lib64",
            "--ro-bind-try", "/bin", "/bin", "--ro-bind-try", "/etc/ld.so.cache", "/etc/ld.so.cache",
            "--ro-bind-try", "/etc/alternatives", "/etc/alternatives", "--dev", "/dev", "--chdir", "/", "--");

    private final boolean limited;
    private final List<String> walls;

    private Confinement(boolean limited, List<String> walls) {
        this.limited = limited;
        this.walls = walls;
    }

    /** The strongest that works here around that program. */
    static Confinement around(Path program) {
        boolean limited = find("prlimit").isPresent();
        List<List<String>> choices = new ArrayList<>();
        find("bwrap").ifPresent(bwrap -> choices.add(Stream.concat(Stream.of(bwrap.toString()), BUBBLE.stream()).toList()));
        find("unshare").ifPresent(unshare -> choices.add(List.of(unshare.toString(), "--map-root-user", "--net", "--")));
        for (List<String> walls : choices) {
            if (works(walls, program)) {
                LOG.info("The media decoder is confined by {}", Path.of(walls.getFirst()).getFileName());
                return new Confinement(limited, walls);
            }
        }
        LOG.warn("The media decoder runs without walls, with limits only: install bubblewrap, or allow user namespaces");
        return new Confinement(limited, List.of());
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
        all.addAll(walls);
        all.addAll(command);
        return List.copyOf(all);
    }

    /** The program of that name on the path. */
    static Optional<Path> find(String name) {
        String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        return Stream.of(path.split(":"))
                .filter(folder -> folder.startsWith("/"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean works(List<String> walls, Path program) {
        List<String> command = new ArrayList<>(walls);
        command.addAll(List.of(program.toString(), "-hide_banner", "-version"));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = process.waitFor(10, TimeUnit.SECONDS);
            process.destroyForcibly();
            return ended && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
