package org.chartwright.aws.signing;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import org.chartwright.aws.wire.WireRequest;

/** The one text that both sides can make of a request, after Signature Version 4. */
final class CanonicalRequest {

    private CanonicalRequest() {}

    /**
     * Writes it.
     *
     * @param queryLeftOut names of parameters that are not signed, as the signature itself
     */
    static String of(
            WireRequest request,
            List<String> signedHeaders,
            String bodyHash,
            SignatureRules rules,
            List<String> queryLeftOut) {
        StringBuilder text = new StringBuilder(512);
        text.append(request.method()).append('\n');
        text.append(path(request.path(), rules)).append('\n');
        text.append(query(request.query(), queryLeftOut)).append('\n');
        for (String name : signedHeaders) {
            text.append(name).append(':').append(header(request, name)).append('\n');
        }
        text.append('\n').append(String.join(";", signedHeaders)).append('\n');
        return text.append(bodyHash).toString();
    }

    static String path(String raw, SignatureRules rules) {
        String path = rules.normalisesPath() ? normalise(raw) : raw.isEmpty() ? "/" : raw;
        return PercentCode.encode(rules.encodesPathTwice() ? path : PercentCode.decode(path), "/");
    }

    private static String normalise(String raw) {
        Deque<String> kept = new ArrayDeque<>();
        String[] segments = raw.split("/", -1);
        for (String segment : segments) {
            if (segment.equals("..")) {
                kept.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                kept.addLast(segment);
            }
        }
        String last = segments[segments.length - 1];
        boolean folder = last.isEmpty() || last.equals(".") || last.equals("..");
        return "/" + String.join("/", kept) + (folder && !kept.isEmpty() ? "/" : "");
    }

    private static String query(String raw, List<String> leftOut) {
        return QueryParameter.parse(raw).stream()
                .filter(parameter -> !leftOut.contains(parameter.name()))
                .map(QueryParameter::encoded)
                .sorted(Comparator.<String, String>comparing(pair -> pair.substring(0, pair.indexOf('=')))
                        .thenComparing(pair -> pair.substring(pair.indexOf('=') + 1)))
                .collect(Collectors.joining("&"));
    }

    /** HTTP/2 has {@code :authority} where HTTP/1.1 has {@code Host}; some SDKs sign the former. */
    private static String header(WireRequest request, String name) {
        return request.all(name.equals(":authority") ? "host" : name).stream()
                .map(value -> value.strip().replaceAll("\\s+", " "))
                .collect(Collectors.joining(","));
    }
}
