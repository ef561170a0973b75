package org.chartwright.aws.signing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chartwright.aws.signing.SignedRequests.Signed;
import org.chartwright.aws.wire.WireRequest;
import org.chartwright.aws.wire.WireRequest.Header;

/** A request that was changed after it was signed, in one way. */
record Mutation(String what, WireRequest request) {

    /** Every change we can think of to this request. */
    static List<Mutation> of(Signed signed) {
        List<Mutation> all = new ArrayList<>();
        lines(signed, all);
        headers(signed, all);
        bodies(signed.request(), all);
        if (signed.isPresigned()) {
            presigned(signed, all);
        } else {
            authorizations(signed, all);
        }
        return all;
    }

    private static void lines(Signed signed, List<Mutation> all) {
        WireRequest request = signed.request();
        for (String method : List.of("GET", "POST", "PUT", "DELETE", "get", "")) {
            if (!method.equals(request.method())) {
                all.add(new Mutation("method " + method, with(request, method, request.target(), request.headers())));
            }
        }
        String query = request.query().isEmpty() ? "" : "?" + request.query();
        for (String path : List.of(request.path() + "/x", "/x" + request.path(), request.path() + "%00",
                request.path() + "%2e%2e", "/..;/" + request.path(), request.path() + "+")) {
            all.add(target("path " + path, request, path + query));
        }
        String joint = request.query().isEmpty() ? "?" : "&";
        for (String more : List.of("a=b", "x", "=", "X-Amz-Extra=1", "X-Amz-Signature=" + "0".repeat(64),
                "X-Amz-Algorithm=AWS4-HMAC-SHA256", "x-amz-credential=x", "Action=DeleteEverything", "%26=1")) {
            all.add(target("query " + more, request, request.target() + joint + more));
        }
    }

    private static void headers(Signed signed, List<Mutation> all) {
        WireRequest request = signed.request();
        for (int i = 0; i < request.headers().size(); i++) {
            Header header = request.headers().get(i);
            boolean tested = isSigned(signed, header) && !header.key().equals("authorization");
            if (tested) {
                for (int at = 0; at < header.value().length(); at++) {
                    char old = header.value().charAt(at);
                    String value = replace(header.value(), at, old == 'x' ? 'y' : 'x');
                    all.add(headers("header " + header.name() + "@" + at, request, i, new Header(header.name(), value)));
                }
                all.add(headers("header gone " + header.name(), request, i, null));
                all.add(headers("header empty " + header.name(), request, i, new Header(header.name(), "")));
                all.add(plus("header twice " + header.name(), request, header));
                all.add(plus("header again " + header.name(), request, new Header(header.name(), "other")));
                all.add(plus("header again in other case", request,
                        new Header(header.name().toUpperCase(Locale.ROOT), "other")));
            }
        }
        for (String name : List.of("X-Amz-Target", "x-amz-content-sha256", "X-Amz-Security-Token", "X-Amz-Date",
                "X-Amz-Anything", "x-amz-copy-source", "Host", "Authorization")) {
            all.add(plus("header added " + name, request, new Header(name, "AWS4-HMAC-SHA256 x")));
        }
    }

    private static boolean isSigned(Signed signed, Header header) {
        SignatureClaim claim = SignatureClaim.of(signed.request());
        return claim.signedHeaders().contains(header.key()) || header.key().equals("x-amz-security-token");
    }

    private static void bodies(WireRequest request, List<Mutation> all) {
        for (int i = 0; i < request.body().length; i++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] changed = request.body().clone();
                changed[i] ^= (byte) (1 << bit);
                all.add(new Mutation("body byte " + i + " bit " + bit, body(request, changed)));
            }
        }
        all.add(new Mutation("body longer", body(request, new String(request.body(), StandardCharsets.UTF_8)
                .concat(" ").getBytes(StandardCharsets.UTF_8))));
        if (request.body().length > 0) {
            all.add(new Mutation("body empty", body(request, new byte[0])));
        }
    }

    private static void authorizations(Signed signed, List<Mutation> all) {
        WireRequest request = signed.request();
        String value = request.first("authorization").orElseThrow();
        List<String> changed = new ArrayList<>();
        int signature = value.indexOf("Signature=") + "Signature=".length();
        for (int at = value.indexOf("Credential="); at < value.length(); at++) {
            char old = value.charAt(at);
            if (at >= signature) {
                changed.add(replace(value, at, old == '0' ? '1' : '0'));
                changed.add(replace(value, at, old == 'f' ? 'e' : 'f'));
            } else if (old != ' ') {
                changed.add(replace(value, at, old == 'z' ? 'q' : 'z'));
            }
        }
        changed.add(value.toLowerCase(Locale.ROOT));
        changed.add(value.substring(0, signature) + value.substring(signature).toUpperCase(Locale.ROOT) + "A");
        changed.add(value.substring(0, value.length() - 1));
        changed.add(value + "0");
        changed.add(value + ", Signature=" + "0".repeat(64));
        changed.add(value.replace("SignedHeaders=", "SignedHeaders=a;"));
        changed.add(value.replace("host;", ""));
        changed.add(value.replace(";x-amz-date", ""));
        changed.add(value.replace("host;", "host;host;"));
        changed.add(value.replace("HMAC-SHA256", "HMAC-SHA1"));
        changed.add(value.replace("aws4_request", "aws4_request/x"));
        for (String other : changed) {
            if (!other.equals(value)) {
                List<Header> headers = new ArrayList<>(request.headers());
                headers.replaceAll(header ->
                        header.key().equals("authorization") ? new Header(header.name(), other) : header);
                all.add(new Mutation("authorization " + other,
                        with(request, request.method(), request.target(), headers)));
            }
        }
    }

    private static void presigned(Signed signed, List<Mutation> all) {
        WireRequest request = signed.request();
        List<String> pairs = List.of(request.query().split("&"));
        for (int i = 0; i < pairs.size(); i++) {
            String pair = pairs.get(i);
            List<String> fewer = new ArrayList<>(pairs);
            fewer.remove(i);
            all.add(target("query without " + pair, request, request.path() + "?" + String.join("&", fewer)));
            all.add(target("query twice " + pair, request, request.target() + "&" + pair));
            for (int at = pair.indexOf('=') + 1; at < pair.length(); at++) {
                char old = pair.charAt(at);
                if (old != '%') {
                    List<String> changed = new ArrayList<>(pairs);
                    changed.set(i, replace(pair, at, old == '7' ? '8' : '7'));
                    all.add(target("query @" + at + " " + pair, request,
                            request.path() + "?" + String.join("&", changed)));
                }
            }
        }
    }

    private static Mutation target(String what, WireRequest request, String target) {
        return new Mutation(what, with(request, request.method(), target, request.headers()));
    }

    private static Mutation plus(String what, WireRequest request, Header header) {
        List<Header> headers = new ArrayList<>(request.headers());
        headers.add(header);
        return new Mutation(what, with(request, request.method(), request.target(), headers));
    }

    private static Mutation headers(String what, WireRequest request, int index, Header replacement) {
        List<Header> headers = new ArrayList<>(request.headers());
        if (replacement == null) {
            headers.remove(index);
        } else {
            headers.set(index, replacement);
        }
        return new Mutation(what, with(request, request.method(), request.target(), headers));
    }

    private static WireRequest with(WireRequest request, String method, String target, List<Header> headers) {
        return new WireRequest(method, target, headers, request.body());
    }

    private static WireRequest body(WireRequest request, byte[] body) {
        return new WireRequest(request.method(), request.target(), request.headers(), body);
    }

    private static String replace(String text, int at, char with) {
        return text.substring(0, at) + with + text.substring(at + 1);
    }
}
