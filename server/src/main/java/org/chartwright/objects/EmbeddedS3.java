package org.chartwright.objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;
import org.chartwright.access.Credentials;
import org.chartwright.access.Surroundings;
import org.chartwright.access.TenantId;
import org.chartwright.access.policy.Context;
import org.chartwright.keys.Label;
import org.chartwright.objects.sealed.SealedStore;
import org.gaul.s3proxy.AccessGrant;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.jspecify.annotations.Nullable;

/**
 * Objects in a folder of this machine, a folder within it for each tenant. {@link #serve} gives them over the S3 protocol,
 * {@link #store()} to the rest of the house; both see the same. Any thread.
 */
public final class EmbeddedS3 {

    /** The folder of those who do not sign; always empty, since nobody is granted it. */
    private static final String NOBODY = "nobody";

    /** The request in whose course the library asks for a grant. */
    private static final ScopedValue<HttpServletRequest> REQUEST = ScopedValue.newInstance();

    private static final Pattern IN_PARTS = Pattern.compile("(?:^|&)(?:uploads|uploadId)(?:=|&|$)");

    private final Path folder;
    private final Credentials credentials;
    private final ObjectKeys keys;
    private final Clock clock;
    private final ObjectRecord record;
    private final ConcurrentMap<TenantId, BlobStore> stores = new ConcurrentHashMap<>();
    private final S3Door door;

    /**
     * The objects below that folder, which is made if need be; callers sign with those credentials.
     *
     * @param record of what they do
     */
    public EmbeddedS3(Path folder, Credentials credentials, ObjectKeys keys, ObjectRecord record, Clock clock) {
        this.record = record;
        this.keys = keys;
        this.clock = clock;
        this.folder = folder.toAbsolutePath().normalize();
        this.credentials = credentials;
        this.door = new S3Door(this::grant, made(NOBODY, Label.SERVER));
    }

    /**
     * Answers a request of the S3 protocol, with any path. The web server must hand on paths and header values as they were
     * sent, or signatures fail: Jetty needs {@code UriCompliance.UNSAFE}, {@code setDecodeAmbiguousURIs(true)} and {@code
     * setHeaderCacheCaseSensitive(true)}, else it turns {@code charset=UTF-8} into lower case.
     */
    public void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ScopedValue.where(REQUEST, request).call(() -> {
            door.serve(request, response);
            return response;
        });
    }

    /** The same objects without HTTP. */
    public ObjectStore store() {
        return new EmbeddedObjects(this::blobs);
    }

    /**
     * The secret of an access key and the buckets as its holder may use them; null when the key is not known or its session
     * token did not come along, which the library takes for a refusal.
     */
    private @Nullable AccessGrant grant(@Nullable String accessKeyId) {
        if (accessKeyId == null) {
            return null; // anonymous
        }
        HttpServletRequest request = REQUEST.get();
        Credentials.Holder holder = credentials.find(accessKeyId).orElse(null);
        if (holder == null || !SessionToken.isRight(request, holder.term(), clock.instant())) {
            return null;
        }
        Context context = new Surroundings(
                        request.getRemoteAddr(),
                        request.isSecure(),
                        request.getHeader("User-Agent"),
                        request.getHeader("Referer"))
                .at(clock.instant());
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        BlobStore store = new GuardedBlobs(
                blobs(holder.identity().tenant()), credentials, holder.identity(), context,
                new RequestRecord(record, holder.identity(), request.getRemoteAddr()),
                keys.named(),
                IN_PARTS.matcher(query).find());
        return new AccessGrant(holder.key().secret(), store);
    }

    private BlobStore blobs(TenantId tenant) {
        return stores.computeIfAbsent(tenant, one -> made(one.toString(), one.value()));
    }

    private BlobStore made(String name, UUID tenant) {
        Path root = folder.resolve(name);
        try {
            Files.createDirectories(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new EncryptingBlobStore(
                new DurableBlobStore(SealedStore.open(tenant, root, keys.seals(), keys.scopes()), root), tenant, keys.named());
    }
}
