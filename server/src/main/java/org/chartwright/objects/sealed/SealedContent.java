package org.chartwright.objects.sealed;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.chartwright.keys.Kind;
import org.chartwright.keys.Label;
import org.chartwright.keys.NamedKey;
import org.chartwright.keys.ScopeEnd;
import org.chartwright.keys.Seals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is in sealed files: how it is labelled, opened, and ended with its file. Any thread. */
final class SealedContent {

    /** The named key that what this thread writes is to be sealed with besides. */
    static final ScopedValue<NamedKey> NAMED = ScopedValue.newInstance();

    private static final Pattern UNFINISHED =
            Pattern.compile("-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$");

    private static final Logger LOG = LoggerFactory.getLogger(SealedContent.class);

    private final UUID tenant;
    private final Path root;
    private final Seals seals;
    private final ScopeEnd scopes;

    SealedContent(UUID tenant, Path root, Seals seals, ScopeEnd scopes) {
        this.tenant = tenant;
        this.root = root;
        this.seals = seals;
        this.scopes = scopes;
    }

    Path root() {
        return root;
    }

    /** Something done to a file. */
    interface Deed {
        void run() throws IOException;
    }

    OutputStream writing(Path real, OutputStream beneath) throws IOException {
        return seals.sealing(label(real, UUID.randomUUID()), NAMED.isBound() ? NAMED.get() : null, beneath);
    }

    SeekableByteChannel reading(Path real, FileChannel beneath) throws IOException {
        if (beneath.size() == 0) {
            return beneath; // made empty: the mark of a deletion
        }
        UUID scope = Seals.scopeOf(beneath);
        return seals.opening(label(real, scope), beneath);
    }

    /** The size of what was sealed. */
    long size(Path real, long sealed) throws IOException {
        if (sealed == 0) {
            return 0;
        }
        try (FileChannel channel = FileChannel.open(real)) {
            return Seals.openedSize(channel);
        }
    }

    /** Whether a file would still open at another place. */
    boolean belongsTo(Path from, Path to) {
        return !Files.isRegularFile(from, LinkOption.NOFOLLOW_LINKS) || id(from).equals(id(to));
    }

    /** Does what ends a file, and then destroys its key. */
    void ending(Path real, Deed deed) throws IOException {
        Optional<UUID> scope = onlyScope(real);
        deed.run();
        scope.ifPresent(this::end);
    }

    /** The file is gone already: a key that is left over opens nothing. */
    private void end(UUID scope) {
        try {
            scopes.end(tenant, scope);
        } catch (RuntimeException e) {
            LOG.warn("The key of a deleted object could not be destroyed: {}", e.getClass().getName());
        }
    }

    /** The scope of a file that is under no other name as well. */
    private static Optional<UUID> onlyScope(Path real) throws IOException {
        if (!Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)
                || Files.size(real) == 0
                || !Files.getAttribute(real, "unix:nlink").equals(1)) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(real)) {
            return Seals.isSealed(beginning(channel)) ? Optional.of(Seals.scopeOf(channel)) : Optional.empty();
        }
    }

    /** Seals a file again for another place, with its attributes. */
    void rewrite(Path from, Path to) throws IOException {
        try (InputStream in = Channels.newInputStream(reading(from, FileChannel.open(from)));
                OutputStream out = writing(to, Files.newOutputStream(to))) {
            in.transferTo(out);
        }
        copyAttributes(from, to);
    }

    /** Seals a file that lies in the clear, in its place; false when it is sealed already. */
    boolean sealPlain(Path plain) throws IOException {
        try (FileChannel channel = FileChannel.open(plain)) {
            if (channel.size() == 0 || Seals.isSealed(beginning(channel))) {
                return false;
            }
        }
        Path unfinished = plain.resolveSibling(plain.getFileName() + "-" + UUID.randomUUID());
        try (InputStream in = Files.newInputStream(plain);
                OutputStream out = writing(plain, Files.newOutputStream(unfinished))) {
            in.transferTo(out);
        }
        copyAttributes(plain, unfinished);
        try (FileChannel channel = FileChannel.open(unfinished)) {
            channel.force(true);
        }
        Files.move(unfinished, plain, StandardCopyOption.ATOMIC_MOVE);
        return true;
    }

    private static byte[] beginning(FileChannel channel) throws IOException {
        ByteBuffer first = ByteBuffer.allocate(Integer.BYTES);
        while (first.hasRemaining() && channel.read(first) >= 0) {}
        return first.array();
    }

    private static void copyAttributes(Path from, Path to) throws IOException {
        UserDefinedFileAttributeView source = Files.getFileAttributeView(from, UserDefinedFileAttributeView.class);
        UserDefinedFileAttributeView target = Files.getFileAttributeView(to, UserDefinedFileAttributeView.class);
        for (String name : source.list()) {
            ByteBuffer value = ByteBuffer.allocate(source.size(name));
            source.read(name, value);
            target.write(name, value.flip());
        }
        Files.setLastModifiedTime(to, Files.getLastModifiedTime(from));
        Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
    }

    private Label label(Path real, UUID scope) {
        return new Label(tenant, scope, Kind.OBJECT, id(real));
    }

    /** The file's place, without what an unfinished one bears at its end. */
    private String id(Path real) {
        return UNFINISHED.matcher(root.relativize(real.toAbsolutePath().normalize()).toString()).replaceFirst("");
    }
}
