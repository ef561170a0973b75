package org.chartwright.objects.sealed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.chartwright.keys.NamedKey;
import org.chartwright.keys.ScopeEnd;
import org.chartwright.keys.Seals;
import org.gaul.s3proxy.nio2blob.AbstractNio2BlobStore;

/** S3Proxy's store of files, whose files are sealed. Any thread. */
public final class SealedStore extends AbstractNio2BlobStore {

    /** Says that no file below a folder lies in the clear any more. */
    private static final String MARK = ".sealed";

    private SealedStore(SealedContent content) {
        super(new SealedFiles(content).path(content.root()));
    }

    /**
     * A tenant's buckets below a folder, which exists. What an older version left there in the clear is sealed first, once.
     *
     * @param scopes told of each object that is gone
     */
    public static SealedStore open(UUID tenant, Path root, Seals seals, ScopeEnd scopes) {
        SealedContent content = new SealedContent(tenant, root, seals, scopes);
        try {
            sealPlain(root, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SealedStore(content);
    }

    /** What is written in the course of this is sealed with a named key besides. */
    public static <T> T with(NamedKey named, ScopedValue.CallableOp<T, RuntimeException> write) {
        return ScopedValue.where(SealedContent.NAMED, named).call(write);
    }

    private static void sealPlain(Path root, SealedContent content) throws IOException {
        Path mark = root.resolveSibling(root.getFileName() + MARK);
        if (Files.exists(mark)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(root)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            content.sealPlain(file);
        }
        Files.createFile(mark);
    }

    @Override
    public boolean supportsServerSideEncryption() {
        return true;
    }
}
