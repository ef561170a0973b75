package org.chartwright;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every library that is used is the one that was looked at: {@code server/dependencies.sha256} says which bytes it has. */
final class LockedDependenciesTest {

    private static final Path LIST = Path.of("dependencies.sha256");

    @Test
    void everyJarHasTheBytesThatAreWrittenDown() throws IOException {
        TreeMap<String, String> found = new TreeMap<>();
        for (String entry : classPath().split(":")) {
            Path jar = Path.of(entry);
            if (entry.endsWith(".jar") && Files.isRegularFile(jar) && jar.toString().contains("repository")) {
                found.put(jar.getFileName().toString(), sha256(jar));
            }
        }
        assertThat(found).hasSizeGreaterThan(50);
        if ("write".equals(System.getProperty("lock"))) {
            Files.writeString(LIST, found.entrySet().stream()
                    .map(jar -> jar.getValue() + "  " + jar.getKey() + "\n")
                    .collect(java.util.stream.Collectors.joining()));
            return;
        }
        Map<String, String> written = new TreeMap<>();
        try (Stream<String> lines = Files.lines(LIST)) {
            lines.forEach(line -> written.put(line.substring(66), line.substring(0, 64)));
        }
        assertThat(found)
                .as("looked at what has changed? then: mvn -Dquick -pl server test -Dtest=LockedDependenciesTest -Dlock=write")
                .isEqualTo(written);
    }

    @Test
    void everyNodePackageIsPinnedByItsHash() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("..")).filter(file -> !file.toString().contains("node_modules"))) {
            for (Path lock : files.filter(file -> file.endsWith("package-lock.json")).toList()) {
                String text = Files.readString(lock);
                long packages = count(text, "\"node_modules/");
                assertThat(packages).as("%s", lock).isPositive();
                assertThat(count(text, "\"integrity\": \"sha512-")).as("%s", lock).isEqualTo(packages);
            }
        }
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static long count(String text, String part) {
        return text.split(java.util.regex.Pattern.quote(part), -1).length - 1L;
    }

    private static String sha256(Path file) {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(((DigestInputStream) in).getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
