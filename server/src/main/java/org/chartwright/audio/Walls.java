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
 * What is put around a program that meets hostile input, so that whoever takes it over finds nothing: no network, no files
 * but named ones and no privileges by {@code bwrap} where the machine allows that, or at least no network by {@code unshare}.
 * Which of them work is tried once. Any thread.
 *
 * <p>No process namespace is made: it would need a second process, which outlives a killed first one. The program is one
 * process, and dies with its pipes.
 */
public final class Walls {

    private static final Logger LOG = LoggerFactory.getLogger(Walls.class);

    private static final List<String> BUBBLE = List.of(
            "--unshare-user-try", "--unshare-net", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try",
            "--cap-drop", "ALL", "--new-session",
            "--ro-bind", "/usr", "/usr", "--ro-bind-try", "/lib", "/lib", "--ro-bind-try", "/lib64", "/lib64",
            "--ro-bind-try", "/bin", "/bin", "--ro-bind-try", "/etc/ld.so.cache", "/etc/ld.so.cache",
            "--ro-bind-try", "/etc/alternatives", "/etc/alternatives", "--dev", "/dev", "--chdir", "/");

    private final List<String> walls;

    private Walls(List<String> walls) {
        this.walls = walls;
    }

    /**
     * The strongest walls in which that command succeeds here.
     *
     * @param whom for the log
     * @param probe a command that tells quickly whether the program can run
     * @param visible files and folders that it must see, read-only, beside those of the system
     */
    public static Walls around(String whom, List<String> probe, List<Path> visible) {
        Walls walls = strongest(probe, visible);
        walls.name().ifPresentOrElse(
                name -> LOG.info("{} is confined by {}", whom, name),
                () -> LOG.warn("{} runs without walls, with limits only: install bubblewrap, or allow user namespaces", whom));
        return walls;
    }

    /** Likewise, and nobody is told. */
    public static Walls strongest(List<String> probe, List<Path> visible) {
        List<List<String>> choices = new ArrayList<>();
        find("bwrap").ifPresent(bwrap -> choices.add(bubble(bwrap, visible)));
        find("unshare").ifPresent(unshare -> choices.add(List.of(unshare.toString(), "--map-root-user", "--net", "--")));
        for (List<String> walls : choices) {
            if (works(walls, probe)) {
                return new Walls(walls);
            }
        }
        return new Walls(List.of());
    }

    /** The program that makes them, {@code bwrap} or {@code unshare}; empty where none can. */
    public Optional<String> name() {
        return walls.isEmpty() ? Optional.empty() : Optional.of(Path.of(walls.getFirst()).getFileName().toString());
    }

    /** That command within the walls. */
    public List<String> wrap(List<String> command) {
        return Stream.concat(walls.stream(), command.stream()).toList();
    }

    /** Whether there is any wall: where there is, the network is not reached. */
    public boolean stand() {
        return !walls.isEmpty();
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

    private static List<String> bubble(Path bwrap, List<Path> visible) {
        List<String> all = new ArrayList<>();
        all.add(bwrap.toString());
        all.addAll(BUBBLE);
        for (Path path : visible) {
            all.addAll(List.of("--ro-bind-try", path.toString(), path.toString()));
        }
        all.add("--");
        return all;
    }

    private static boolean works(List<String> walls, List<String> probe) {
        List<String> command = new ArrayList<>(walls);
        command.addAll(probe);
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
