package org.chartwright.aws.operations;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartwright.aws.wire.AwsFault;
import org.chartwright.scribing.ObjectRef;
import org.jspecify.annotations.Nullable;

/**
 * Understands the addresses of objects: {@code s3://bucket/key}, the two https forms of S3, and the path form at our own
 * endpoint. Whatever host an address names, only the configured object store is ever contacted.
 */
final class ObjectAddress {

    private static final Pattern S3 = Pattern.compile("s3://([^/]+)/(.+)", Pattern.DOTALL);
    private static final Pattern AMAZON =
            Pattern.compile("(?:(.+)\\.)?s3(?:[.-]([a-z]{2}(?:-[a-z]+)+-\\d))?\\.amazonaws\\.com(?:\\.cn)?");
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][.\\-a-z0-9]{1,61}[a-z0-9]");

    private final Place place;

    ObjectAddress(Place place) {
        this.place = place;
    }

    ObjectRef parse(String address) {
        Matcher s3 = S3.matcher(address);
        if (s3.matches()) {
            return made(address, s3.group(1), s3.group(2));
        }
        URI uri = uri(address);
        String host = uri.getHost();
        String path = uri.getRawPath();
        if (host == null || path == null || !path.startsWith("/") || uri.getRawUserInfo() != null) {
            throw pointsNowhere();
        }
        Matcher amazon = AMAZON.matcher(host);
        if (amazon.matches()) {
            requireRegion(amazon.group(2));
            return amazon.group(1) == null
                    ? pathStyle(address, path)
                    : made(address, amazon.group(1), decoded(path.substring(1)));
        }
        URI ours = place.objects().get();
        if (host.equalsIgnoreCase(ours.getHost()) && uri.getPort() == ours.getPort()) {
            return pathStyle(address, path);
        }
        throw pointsNowhere();
    }

    private ObjectRef pathStyle(String address, String path) {
        int slash = path.indexOf('/', 1);
        if (slash < 0) {
            throw pointsNowhere();
        }
        return made(address, path.substring(1, slash), decoded(path.substring(slash + 1)));
    }

    private static ObjectRef made(String address, String bucket, String key) {
        if (!BUCKET.matcher(bucket).matches() || key.isEmpty() || key.endsWith("/")) {
            throw pointsNowhere();
        }
        return new ObjectRef(address, bucket, key);
    }

    private void requireRegion(@Nullable String region) {
        if (region != null && !region.equals(place.region())) {
            throw AwsFault.badRequest("The specified S3 bucket isn't in the same region. Make sure the bucket is in the "
                    + place.region() + " region and try your request again.");
        }
    }

    private static URI uri(String address) {
        try {
            return new URI(address);
        } catch (URISyntaxException _) {
            throw pointsNowhere();
        }
    }

    private static String decoded(String path) {
        try {
            // A plus sign in a path is a plus sign.
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw pointsNowhere();
        }
    }

    static AwsFault pointsNowhere() {
        return AwsFault.badRequest("The URI that you provided doesn't point to an S3 object. Make sure that the object"
                + " exists and try your request again.");
    }

    static AwsFault unreadable() {
        return AwsFault.badRequest("The S3 URI that you provided can't be accessed. Make sure that you have read"
                + " permission and try your request again.");
    }
}
