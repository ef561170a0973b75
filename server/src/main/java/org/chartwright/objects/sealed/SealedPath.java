package org.chartwright.objects.sealed;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import org.jspecify.annotations.Nullable;

/** A path of the disk whose files are sealed. All questions of names are answered by the path of the disk itself. */
final class SealedPath implements Path {

    private final SealedFiles files;
    private final Path real;

    SealedPath(SealedFiles files, Path real) {
        this.files = files;
        this.real = real;
    }

    /** The path of the disk. */
    static Path real(Path path) {
        if (path instanceof SealedPath sealed) {
            return sealed.real;
        }
        throw new ProviderMismatchException();
    }

    private SealedPath as(Path other) {
        return new SealedPath(files, other);
    }

    private @Nullable Path maybe(@Nullable Path other) {
        return other == null ? null : as(other);
    }

    @Override
    public FileSystem getFileSystem() {
        return files.system();
    }

    @Override
    public boolean isAbsolute() {
        return real.isAbsolute();
    }

    @Override
    public @Nullable Path getRoot() {
        return maybe(real.getRoot());
    }

    @Override
    public @Nullable Path getFileName() {
        return maybe(real.getFileName());
    }

    @Override
    public @Nullable Path getParent() {
        return maybe(real.getParent());
    }

    @Override
    public int getNameCount() {
        return real.getNameCount();
    }

    @Override
    public Path getName(int index) {
        return as(real.getName(index));
    }

    @Override
    public Path subpath(int from, int to) {
        return as(real.subpath(from, to));
    }

    @Override
    public boolean startsWith(Path other) {
        return other instanceof SealedPath sealed && real.startsWith(sealed.real);
    }

    @Override
    public boolean endsWith(Path other) {
        return other instanceof SealedPath sealed && real.endsWith(sealed.real);
    }

    @Override
    public Path normalize() {
        return as(real.normalize());
    }

    @Override
    public Path resolve(Path other) {
        return as(real.resolve(real(other)));
    }

    @Override
    public Path relativize(Path other) {
        return as(real.relativize(real(other)));
    }

    @Override
    public URI toUri() {
        return real.toUri();
    }

    @Override
    public Path toAbsolutePath() {
        return as(real.toAbsolutePath());
    }

    @Override
    public Path toRealPath(LinkOption... options) throws IOException {
        return as(real.toRealPath(options));
    }

    @Override
    public WatchKey register(WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int compareTo(Path other) {
        return real.compareTo(real(other));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SealedPath sealed && real.equals(sealed.real);
    }

    @Override
    public int hashCode() {
        return real.hashCode();
    }

    @Override
    public String toString() {
        return real.toString();
    }
}
