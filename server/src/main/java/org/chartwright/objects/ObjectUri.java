package org.chartwright.objects;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The bucket and key behind an address that a user wrote. The address is only read, never called: no host in it is ever
 * contacted, and an address of any other form is refused.
 *
 * @param bucket a valid bucket name
 * @param key 1 to 1,024 bytes
 * @param region that the address names, or null
 */
public record ObjectUri(String bucket, String key, @Nullable String region) {

    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern DOTTED_NUMBER = Pattern.compile("\\d+\\.\\d+\\.\\d+\\.\\d+");

    /** The hosts of S3 itself: global, by region, dual-stack, and China's; with a bucket before them or not. */
    private static final Pattern AMAZON = Pattern.compile(
            "(?:(?<bucket>.+)\\.)?s3(?:[.-](?:dualstack\\.)?(?<region>[a-z]{2}(?:-[a-z]+)+-\\d))?\\.amazonaws\\.com(?:\\.cn)?");

    private static final int LONGEST_KEY = 1024;

    /** Checks both names. */
    public ObjectUri {
        if (!isBucket(bucket)) {
            throw new IllegalArgumentException("Not the name of a bucket");
        }
        if (!isKey(key)) {
            throw new IllegalArgumentException("Not a key");
        }
    }

    /**
     * Reads {@code s3://bucket/key} and the https forms of S3 addresses.
     *
     * @param ownAuthorities hosts, with port if it is not the usual one, by which our own endpoint is reached, lower case;
     *     only path style is read for them
     * @return empty when it is nothing of the kind
     */
    public static Optional<ObjectUri> parse(String text, Set<String> ownAuthorities) {
        if (text.length() > 2000 || text.chars().anyMatch(c -> c <= ' ' && c != ' ')) {
            return Optional.empty();
        }
        if (text.regionMatches(true, 0, "s3://", 0, 5)) {
            // No URI syntax here: a key may hold any character, and is not encoded in this form.
            return split(text.substring(5), null);
        }
        URI uri;
        try {
            uri = new URI(text.replace(" ", "%20"));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
        if (uri.getScheme() == null || uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawQuery() != null
                || uri.getRawFragment() != null || uri.getRawPath() == null || uri.getRawPath().isEmpty()) {
            return Optional.empty();
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        String authority = uri.getPort() < 0 ? host : host + ":" + uri.getPort();
        boolean http = scheme.equals("http") || scheme.equals("https");
        Optional<String> path = decoded(uri.getRawPath().substring(1));
        if (http && ownAuthorities.contains(authority)) {
            return path.flatMap(whole -> split(whole, null));
        }
        Matcher amazon = AMAZON.matcher(host);
        if (!scheme.equals("https") || (uri.getPort() >= 0 && uri.getPort() != 443) || !amazon.matches()) {
            return Optional.empty();
        }
        String bucket = amazon.group("bucket");
        String region = amazon.group("region");
        return path.flatMap(rest -> bucket == null ? split(rest, region) : of(bucket, rest, region));
    }

    /** Whether S3 allows a bucket to be called so. */
    public static boolean isBucket(String name) {
        return BUCKET.matcher(name).matches() && !name.contains("..") && !DOTTED_NUMBER.matcher(name).matches();
    }

    /** Whether it can be a key here: what climbs out of a folder cannot. */
    public static boolean isKey(String key) {
        int bytes = key.getBytes(StandardCharsets.UTF_8).length;
        if (bytes == 0 || bytes > LONGEST_KEY || key.indexOf('\0') >= 0 || key.startsWith("/")) {
            return false;
        }
        for (String step : key.split("/", -1)) {
            if (step.equals("..") || step.equals(".")) {
                return false;
            }
        }
        return true;
    }

    private static Optional<ObjectUri> split(String path, @Nullable String region) {
        int slash = path.indexOf('/');
        return slash < 0 ? Optional.empty() : of(path.substring(0, slash), path.substring(slash + 1), region);
    }

    private static Optional<ObjectUri> of(String bucket, String key, @Nullable String region) {
        return isBucket(bucket) && isKey(key) ? Optional.of(new ObjectUri(bucket, key, region)) : Optional.empty();
    }

    /** Percent-decoding that leaves a plus sign alone and refuses what is not UTF-8. */
    private static Optional<String> decoded(String raw) {
        ByteBuffer bytes = ByteBuffer.allocate(raw.length() * 3);
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '%') {
                bytes.put((byte) Integer.parseInt(raw.substring(i + 1, i + 3), 16)); // java.net.URI saw to the two digits
                i += 2;
            } else {
                bytes.put(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
            }
        }
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Without the key: keys may name people. */
    @Override
    public String toString() {
        return "ObjectUri[" + bucket + "]";
    }
}
