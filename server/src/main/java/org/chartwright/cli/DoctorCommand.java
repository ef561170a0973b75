package org.chartwright.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.chartwright.audio.Walls;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what is installed, missing or misconfigured, each with its fix. Exits with 0 when nothing is missing, else 1. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Says what is installed, missing or misconfigured, with the fix.")
final class DoctorCommand implements Callable<Integer> {

    private static final long LEAST_MEMORY_MIB = 3_000;

    @Spec
    private CommandSpec spec;

    @Option(names = "--data", paramLabel = "DIR", description = "The data folder to look at (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("data");

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        int missing = 0;
        for (Finding finding : findings()) {
            out.printf(Locale.ROOT, "%-7s %-22s %s%n", finding.state().label, finding.name(), finding.detail());
            if (finding.state() != State.OK) {
                out.printf(Locale.ROOT, "%-30s → %s%n", "", finding.fix());
            }
            missing += finding.state() == State.MISSING ? 1 : 0;
        }
        out.flush();
        return missing == 0 ? 0 : 1;
    }

    private List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        findings.add(java());
        findings.add(program(
                "FFmpeg", List.of("ffmpeg", "-version"), Finding.missing("FFmpeg", "not found", "apt-get install ffmpeg")));
        findings.add(sandbox());
        findings.add(file("PocketSphinx", "libpocketsphinx3", "/usr/lib", "libpocketsphinx.so.3"));
        findings.add(file("US English model", "pocketsphinx-en-us", "/usr/share/pocketsphinx/model/en-us", "mdef"));
        findings.add(memory());
        findings.add(postgres());
        findings.add(dataFolder());
        findings.add(credentials());
        return findings;
    }

    private static Finding java() {
        String version = System.getProperty("java.version", "unknown");
        return Runtime.version().feature() == 25
                ? Finding.ok("Java", version)
                : Finding.missing("Java", version, "install a JDK 25 or set CHARTWRIGHT_JAVA_HOME");
    }

    /** Not whether there is a program for it, but whether it may do here what it is for. */
    private static Finding sandbox() {
        String name = "Sandbox";
        String fix = "apt-get install bubblewrap; where it is installed, let it make user namespaces (AppArmor, seccomp of a container)";
        return switch (Walls.strongest(List.of("true"), List.of()).name().orElse("")) {
            case "bwrap" -> Finding.ok(name, "bubblewrap: decoders and recognisers have no network and no file but their own");
            case "unshare" -> Finding.doubtful(name, "namespaces: decoders and recognisers have no network, but see files", fix);
            default -> Finding.doubtful(name, "none: decoders and recognisers have limits only", fix);
        };
    }

    private static Finding program(String name, List<String> command, Finding absent) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String first = process.inputReader().lines().findFirst().orElse("");
            process.getInputStream().close();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return Finding.ok(name, first.replaceAll(" Copyright.*", ""));
        } catch (IOException e) {
            return absent;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Finding.doubtful(name, "not asked", "run doctor again");
        }
    }

    private static Finding file(String name, String debianPackage, String below, String file) {
        try (Stream<Path> files = Files.walk(Path.of(below), 3)) {
            return files.filter(path -> path.endsWith(file))
                    .findFirst()
                    .map(found -> Finding.ok(name, found.toString()))
                    .orElseGet(() -> absent(name, debianPackage));
        } catch (IOException e) {
            return absent(name, debianPackage);
        }
    }

    private static Finding absent(String name, String debianPackage) {
        return Finding.missing(name, "not found", "apt-get install " + debianPackage);
    }

    private static Finding memory() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/meminfo"))) {
            long mebibytes = lines.filter(line -> line.startsWith("MemAvailable:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
            String detail = mebibytes + " MiB available";
            return mebibytes >= LEAST_MEMORY_MIB
                    ? Finding.ok("Memory", detail)
                    : Finding.doubtful("Memory", detail, "leave at least " + LEAST_MEMORY_MIB + " MiB free");
        } catch (IOException e) {
            return Finding.doubtful("Memory", "unknown", "leave at least " + LEAST_MEMORY_MIB + " MiB free");
        }
    }

    private static Finding postgres() {
        String machine = System.getProperty("os.arch", "").equals("aarch64") ? "arm_64" : "x86_64";
        String resource = "postgres-linux-" + machine + ".txz";
        boolean bundled = DoctorCommand.class.getClassLoader().getResource(resource) != null;
        return bundled
                ? Finding.ok("PostgreSQL", "bundled, " + resource)
                : Finding.doubtful("PostgreSQL", "none bundled for this machine", "set database.url to an outside one");
    }

    private Finding dataFolder() {
        Path existing = data.toAbsolutePath();
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (existing == null || !Files.isDirectory(existing) || !Files.isWritable(existing)) {
            return Finding.missing("Data folder", data + " cannot be written", "choose another with --data");
        }
        return Finding.ok("Data folder", data.toAbsolutePath().normalize() + (Files.exists(data) ? "" : " (to be made)"));
    }

    private Finding credentials() {
        Path file = data.resolve("credentials");
        if (!Files.exists(file)) {
            return Finding.ok("Credentials", "made at the first start of serve");
        }
        try {
            String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
            return permissions.endsWith("------")
                    ? Finding.ok("Credentials", file.toString())
                    : Finding.missing("Credentials", file + " is readable by others", "chmod 600 " + file);
        } catch (IOException | UnsupportedOperationException e) {
            return Finding.doubtful("Credentials", file + " cannot be looked at", "check who may read it");
        }
    }

    private enum State {
        OK("ok"),
        DOUBTFUL("check"),
        MISSING("missing");

        private final String label;

        State(String label) {
            this.label = label;
        }
    }

    private record Finding(State state, String name, String detail, String fix) {

        static Finding ok(String name, String detail) {
            return new Finding(State.OK, name, detail, "");
        }

        static Finding doubtful(String name, String detail, String fix) {
            return new Finding(State.DOUBTFUL, name, detail, fix);
        }

        static Finding missing(String name, String detail, String fix) {
            return new Finding(State.MISSING, name, detail, fix);
        }
    }
}
