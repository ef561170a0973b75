package org.chartwright.objects.sealed;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The disk as the object library sees it: it writes and reads what users sent, and what lies on the disk is sealed. Names,
 * folders, times and extended attributes are the disk's own; sizes are those of what was sealed. Any thread.
 */
final class SealedFiles extends FileSystemProvider {

    private final SealedContent content;
    private final SealedSystem system;

    SealedFiles(SealedContent content) {
        this.content = content;
        this.system = new SealedSystem(this, content.root().getFileSystem());
    }

    /** A path of the disk, sealed. */
    Path path(Path real) {
        return new SealedPath(this, real);
    }

    FileSystem system() {
        return system;
    }

    private static FileSystemProvider disk(Path real) {
        return real.getFileSystem().provider();
    }

    @Override
    public OutputStream newOutputStream(Path path, OpenOption... options) throws IOException {
        Path real = SealedPath.real(path);
        return content.writing(real, disk(real).newOutputStream(real, options));
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        Path real = SealedPath.real(path);
        FileChannel beneath = FileChannel.open(real, options, attributes);
        try {
            return options.contains(StandardOpenOption.WRITE)
                    ? new SealingChannel(content.writing(real, Channels.newOutputStream(beneath)))
                    : new OpenedChannel(content.reading(real, beneath));
        } catch (IOException | RuntimeException e) {
            beneath.close();
            throw e;
        }
    }

    /** Only for making empty files: content goes through streams and file channels. */
    @Override
    public SeekableByteChannel newByteChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        return newFileChannel(path, options, attributes);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        Path real = SealedPath.real(path);
        A attributes = disk(real).readAttributes(real, type, options);
        if (type != BasicFileAttributes.class || !attributes.isRegularFile()) {
            return attributes;
        }
        return type.cast(new OpenedAttributes(attributes, content.size(real, attributes.size())));
    }

    @Override
    public void delete(Path path) throws IOException {
        Path real = SealedPath.real(path);
        content.ending(real, () -> disk(real).delete(real));
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        Path from = SealedPath.real(source);
        Path to = SealedPath.real(target);
        content.ending(to, () -> {
            if (content.belongsTo(from, to)) {
                disk(from).move(from, to, options);
            } else {
                content.rewrite(from, to);
                content.ending(from, () -> disk(from).delete(from));
            }
        });
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void createLink(Path link, Path existing) throws IOException {
        Path real = SealedPath.real(existing);
        disk(real).createLink(SealedPath.real(link), real);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        Path real = SealedPath.real(folder);
        DirectoryStream<Path> entries = disk(real).newDirectoryStream(real, entry -> filter.accept(path(entry)));
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                Iterator<Path> each = entries.iterator();
                return new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return each.hasNext();
                    }

                    @Override
                    public Path next() {
                        return path(each.next());
                    }
                };
            }

            @Override
            public void close() throws IOException {
                entries.close();
            }
        };
    }

    @Override
    public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
        Path real = SealedPath.real(folder);
        disk(real).createDirectory(real, attributes);
    }

    @Override
    public boolean isSameFile(Path one, Path other) throws IOException {
        return Files.isSameFile(SealedPath.real(one), SealedPath.real(other));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return Files.isHidden(SealedPath.real(path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return Files.getFileStore(SealedPath.real(path));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        Path real = SealedPath.real(path);
        disk(real).checkAccess(real, modes);
    }

    @Override
    public <V extends FileAttributeView> @Nullable V getFileAttributeView(
            Path path, Class<V> type, LinkOption... options) {
        Path real = SealedPath.real(path);
        return disk(real).getFileAttributeView(real, type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        Path real = SealedPath.real(path);
        return disk(real).readAttributes(real, attributes, options);
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
        Path real = SealedPath.real(path);
        disk(real).setAttribute(real, attribute, value, options);
    }

    @Override
    public String getScheme() {
        return "sealed";
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Path getPath(URI uri) {
        throw new UnsupportedOperationException();
    }
}
