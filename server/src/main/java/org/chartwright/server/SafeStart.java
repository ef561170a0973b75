package org.chartwright.server;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Refuses to start where whatever is kept secret would lie open: to a debugger, to remote management, to other accounts. */
final class SafeStart {

    private static final List<String> OPEN_DOORS = List.of(
            "-agentlib:jdwp", "-Xrunjdwp", "-Xdebug", "-Dcom.sun.management.jmxremote", "-XX:+HeapDumpOnOutOfMemoryError",
            "-XX:OnOutOfMemoryError", "-XX:OnError", "-XX:+CreateCoredumpOnCrash");

    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE);

    private SafeStart() {}

    /**
     * Looks at this process and at the data folder.
     *
     * @throws ConfigException with what to change
     */
    static void require(Path data) {
        requireClosed(ManagementFactory.getRuntimeMXBean().getInputArguments());
        try (Stream<Path> files = Files.isDirectory(data) ? Files.walk(data, 2) : Stream.empty()) {
            for (Path file : files.filter(SafeStart::isSecret).toList()) {
                requireOwnersOnly(file);
            }
        } catch (IOException | java.io.UncheckedIOException _) {
            throw new ConfigException("The data folder " + data + " cannot be read.");
        }
    }

    /** Refuses options of the JVM that open a door to what it holds. */
    static void requireClosed(List<String> options) {
        for (String option : options) {
            if (OPEN_DOORS.stream().anyMatch(option::startsWith)) {
                throw new ConfigException("The server does not start with the JVM option " + option.split("[=,]", 2)[0]
                        + ": it would show what is said and every key to whoever reaches it or reads what it writes.");
            }
        }
    }

    private static boolean isSecret(Path file) {
        String name = file.getFileName().toString();
        return Files.isRegularFile(file)
                && (name.equals("credentials") || name.equals("signing.pem") || name.endsWith(".key")
                        || name.endsWith(".keyset") || name.equals("password") || name.equals("root-key"));
    }

    /** Refuses a file that others than its owner can read or write. */
    static void requireOwnersOnly(Path file) throws IOException {
        if (Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
            throw new ConfigException("Others can read or write " + file + ". Run: chmod 600 " + file);
        }
    }
}
