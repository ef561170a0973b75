package org.chartwright.eval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chartwright.audio.FileSource;
import org.chartwright.audio.MediaDecoder;
import org.chartwright.audio.MediaException;
import org.chartwright.audio.MediaLimits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Decodes every file of a folder of odd and broken recordings: each decodes or is refused in words, within 30 s. */
@Command(
        name = "media",
        mixinStandardHelpOptions = true,
        description = "Decodes odd, truncated and corrupt files; none may crash, hang or leave anything.")
final class MediaEval implements Callable<Integer> {

    private static final Duration HANG = Duration.ofSeconds(30);

    @Mixin
    private SharedFolder shared = new SharedFolder();

    @Option(names = "--each", description = "print a line for each file")
    private boolean each;

    @Override
    public Integer call() throws IOException {
        Path root = shared.resolve("audio-odd");
        if (!Files.isDirectory(root)) {
            System.err.println("There is no folder " + root + "; name the shared data with --shared.");
            return 66;
        }
        Set<Path> before = temporaryFiles();
        MediaDecoder decoder = new MediaDecoder(MediaLimits.DEFAULT);
        Map<String, Map<String, Integer>> table = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        Duration slowest = Duration.ZERO;
        for (Path file : files(root)) {
            long start = System.nanoTime();
            String outcome = outcome(decoder, file);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            slowest = took.compareTo(slowest) > 0 ? took : slowest;
            String name = root.relativize(file).toString();
            if (outcome.startsWith("FAULT") || took.compareTo(HANG) > 0) {
                faults.add(name + ": " + outcome + " after " + took.toMillis() + " ms");
            }
            if (each) {
                System.out.printf("%6d ms  %-100s %s%n", took.toMillis(), name, outcome);
            }
            table.computeIfAbsent(root.relativize(file).getName(0).toString(), folder -> new TreeMap<>())
                    .merge(outcome.split(":", 2)[0], 1, Integer::sum);
        }
        table.forEach((folder, counts) -> System.out.printf("%-32s %s%n", folder, counts));
        System.out.println("slowest: " + slowest.toMillis() + " ms");
        leftovers(before, faults);
        faults.forEach(fault -> System.out.println("FAULT " + fault));
        return faults.isEmpty() ? 0 : 1;
    }

    private static String outcome(MediaDecoder decoder, Path file) {
        try {
            return "decoded: " + decoder.measure(new FileSource(file)).toMillis() + " ms";
        } catch (MediaException e) {
            return e.kind() + ": " + e.getMessage();
        } catch (IOException | RuntimeException e) {
            return "FAULT: " + e;
        }
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void leftovers(Set<Path> before, List<String> faults) throws IOException {
        long children = ProcessHandle.current().children().count();
        if (children > 0) {
            faults.add(children + " processes are left");
        }
        Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("media-"))
                .forEach(thread -> faults.add("thread is left: " + thread.getName()));
        Set<Path> after = temporaryFiles();
        after.removeAll(before);
        if (!after.isEmpty()) {
            faults.add("temporary files appeared: " + after);
        }
    }

    /** Files of other processes come and go there too, so only names that a decoder might choose are looked at. */
    private static Set<Path> temporaryFiles() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(file -> file.toString().matches(".*(?i)(ffmpeg|media|chartwright|audio).*"))
                    .collect(Collectors.toSet());
        }
    }
}
