package org.chartwright.eval.leaks;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.chartwright.database.Database;
import org.chartwright.database.TenantRows;

/** Where words are looked for: files, arguments of processes while they run, and tables as they are read. */
final class Places implements AutoCloseable {

    private static final long LARGEST = 512L << 20;
    private static final long LOOK_EVERY_MILLIS = 20;

    private final Words words;
    private final Instant begin = Instant.now();
    private final Map<String, Set<String>> found = new TreeMap<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread watcher;
    private int files;

    Places(Words words) {
        this.words = words;
        this.watcher = Thread.ofPlatform().daemon().start(this::watch);
    }

    /** Where a word was found, and which. */
    synchronized Map<String, Set<String>> found() {
        return new TreeMap<>(found);
    }

    /** How many files were read. */
    int files() {
        return files;
    }

    synchronized void look(String place, byte[] bytes) {
        Set<String> there = words.in(bytes);
        if (!there.isEmpty()) {
            found.computeIfAbsent(place, _ -> new TreeSet<>()).addAll(there);
        }
    }

    /** Every file below a folder. */
    void lookBelow(Path folder) throws IOException {
        visit(folder, false);
    }

    /** Every file below a folder that was changed since we began. */
    void lookAtYoung(Path folder) throws IOException {
        visit(folder, true);
    }

    private void visit(Path folder, boolean young) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                boolean old = young && attributes.lastModifiedTime().toInstant().isBefore(begin);
                if (attributes.isRegularFile() && !old && attributes.size() <= LARGEST) {
                    try {
                        look(file.toString(), Files.readAllBytes(file));
                        files++;
                    } catch (IOException _) {
                        // It is gone, or not ours to read.
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Every row of every table, for in its files a long value is packed. */
    void lookAtTables(Database database) {
        TenantRows.ofAll(database.jdbi(), handle -> {
            List<String> tables = handle.createQuery(
                            "select tablename from pg_tables where schemaname = 'public' order by tablename")
                    .mapTo(String.class)
                    .list();
            for (String table : tables) {
                handle.createQuery("select t::text from \"" + table + "\" t")
                        .mapTo(String.class)
                        .forEach(row -> look("table " + table, row.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            }
            return tables.size();
        });
    }

    private void watch() {
        while (!closed.get()) {
            ProcessHandle.allProcesses().forEach(process -> {
                for (String part : List.of("cmdline", "environ")) {
                    try {
                        look("a process's " + part, Files.readAllBytes(Path.of("/proc/" + process.pid() + "/" + part)));
                    } catch (IOException _) {
                        // It ended, or is not ours to look into.
                    }
                }
            });
            try {
                Thread.sleep(LOOK_EVERY_MILLIS);
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    @Override
    public void close() {
        closed.set(true);
        try {
            watcher.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
