package org.chartwright.speech.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The folder of installed models. An archive is fetched beside it, compared with its digest, unpacked under another name,
 * and only then put in place, so that a half model is never there. One thread at a time.
 */
public final class ModelStore {

    private static final int ATTEMPTS = 6;
    private static final java.time.Duration PAUSE = java.time.Duration.ofSeconds(1);

    private final Path folder;
    private final Download download;

    /** A store in that folder, which is made when needed; {@code environment} may name a proxy. */
    public ModelStore(Path folder, Map<String, String> environment) {
        this(folder, new Download(environment, ATTEMPTS, PAUSE));
    }

    ModelStore(Path folder, Download download) {
        this.folder = folder;
        this.download = download;
    }

    /**
     * What an installation did.
     *
     * @param model where the model is
     * @param sha256 of its archive
     * @param firstUse whether nobody could say beforehand what the digest should be, so that it was taken on trust
     */
    public record Installed(Path model, String sha256, boolean firstUse) {}

    /** Whether it is there. */
    public boolean has(String name) {
        return Files.isRegularFile(list(name));
    }

    /**
     * Fetches and unpacks a model.
     *
     * @param from another web address or a file of the same archive, or null for the publisher's
     * @param progress told how many bytes there are so far
     * @throws ModelException when it cannot be fetched or is not the one that it should be
     */
    public Installed install(KnownModel model, @org.jspecify.annotations.Nullable String from, LongConsumer progress)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path archive = folder.resolve(model.name() + ".part");
        fetch(from == null ? model.source().toString() : from, archive, progress);
        String digest = digest(archive);
        Path pin = folder.resolve(model.name() + ".sha256");
        Optional<String> known = model.sha256();
        if (known.isEmpty() && Files.exists(pin)) {
            known = Optional.of(Files.readString(pin).strip());
        }
        if (known.isPresent() && !known.get().equalsIgnoreCase(digest)) {
            Files.delete(archive);
            throw new ModelException("The archive has SHA-256 " + digest + ", but " + known.get()
                    + (model.sha256().isPresent() ? " is published" : " was there at the first installation (" + pin + ")")
                    + "; nothing was installed");
        }
        Path fresh = folder.resolve(model.name() + ".new");
        delete(fresh);
        writeList(fresh, unpack(archive, fresh, model.name()));
        Path place = folder.resolve(model.name());
        delete(place);
        Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
        Files.writeString(pin, digest + "\n");
        Files.delete(archive);
        return new Installed(place, digest, known.isEmpty());
    }

    private void fetch(String from, Path archive, LongConsumer progress) throws IOException, InterruptedException {
        if (from.startsWith("http://") || from.startsWith("https://")) {
            download.fetch(URI.create(from), archive, progress);
        } else {
            Path file = from.startsWith("file:") ? Path.of(URI.create(from)) : Path.of(from);
            if (!Files.isReadable(file)) {
                throw new ModelException(file + " cannot be read");
            }
            Files.copy(file, archive, StandardCopyOption.REPLACE_EXISTING);
            progress.accept(Files.size(archive));
        }
    }

    /** The model's files with their digests; the archive's one folder is left out of the names. */
    private static Map<String, String> unpack(Path archive, Path into, String name) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String inside = entry.getName().replaceFirst("^" + java.util.regex.Pattern.quote(name) + "/", "");
                Path file = into.resolve(inside).normalize();
                if (!file.startsWith(into)) {
                    throw new ModelException("The archive holds a name that leads out of its folder; nothing was installed");
                }
                if (!entry.isDirectory()) {
                    Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
                    try (OutputStream out = Files.newOutputStream(file)) {
                        zip.transferTo(out);
                    }
                    digests.put(inside, digest(file));
                }
            }
        }
        if (digests.isEmpty()) {
            throw new ModelException("The archive is empty or no ZIP archive; nothing was installed");
        }
        return digests;
    }

    /**
     * Compares an installed model with what was installed.
     *
     * @return the files that are missing or have changed; none means that all is well
     * @throws ModelException when it is not installed
     */
    public List<String> verify(String name) throws IOException {
        if (!has(name)) {
            throw new ModelException(name + " is not installed in " + folder);
        }
        List<String> wrong = new ArrayList<>();
        for (String line : Files.readAllLines(list(name))) {
            String file = line.substring(line.indexOf(' ') + 2);
            Path there = folder.resolve(name).resolve(file);
            if (!Files.isReadable(there) || !line.startsWith(digest(there))) {
                wrong.add(file);
            }
        }
        return wrong;
    }

    /** In the form that {@code sha256sum -c} reads. */
    private static void writeList(Path place, Map<String, String> digests) throws IOException {
        StringBuilder lines = new StringBuilder();
        digests.forEach((file, digest) -> lines.append(digest).append("  ").append(file).append('\n'));
        Files.writeString(place.resolve("SHA256SUMS"), lines);
    }

    private Path list(String name) {
        return folder.resolve(name).resolve("SHA256SUMS");
    }

    private static String digest(Path file) throws IOException {
        try (InputStream in =
                new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(((DigestInputStream) in).getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
