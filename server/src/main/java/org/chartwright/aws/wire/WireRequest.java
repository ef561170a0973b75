package org.chartwright.aws.wire;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A request as it came over the wire.
 *
 * @param method such as {@code POST}
 * @param target the raw request target, undecoded: path and, after a {@code ?}, query
 * @param headers in the order of arrival, names as sent
 * @param body all of it; not copied, never changed
 * @param origin the connection it came over
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record WireRequest(String method, String target, List<Header> headers, byte[] body, Origin origin) {

    /** Copies the headers. */
    public WireRequest {
        headers = List.copyOf(headers);
    }

    /** A request that never was on a wire. */
    public WireRequest(String method, String target, List<Header> headers, byte[] body) {
        this(method, target, headers, body, Origin.HERE);
    }

    /**
     * The other end of a connection.
     *
     * @param address its IP address
     * @param secure whether the connection is TLS
     */
    public record Origin(String address, boolean secure) {

        /** This very process. */
        public static final Origin HERE = new Origin("127.0.0.1", false);
    }

    /** One header line. */
    public record Header(String name, String value) {

        /** The name in lower case, as headers are compared. */
        public String key() {
            return name.toLowerCase(Locale.ROOT);
        }
    }

    /** The raw path. */
    public String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** The raw query, empty when there is none. */
    public String query() {
        int query = target.indexOf('?');
        return query < 0 ? "" : target.substring(query + 1);
    }

    /** All values of a header, in order of arrival. */
    public List<String> all(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .toList();
    }

    /** The first value of a header. */
    public Optional<String> first(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }

    /** Leaves headers and body out: they hold tokens and a patient's story. */
    @Override
    public String toString() {
        return "WireRequest[" + method + ", " + headers.size() + " headers, " + body.length + " bytes]";
    }
}
