package org.chartwright.objects;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartwright.access.Credentials;
import org.gaul.s3proxy.S3ErrorCode;
import org.gaul.s3proxy.S3ProxyException;
import org.jspecify.annotations.Nullable;

/** The token that temporary credentials must bring, in a header or in the query of a presigned address. */
final class SessionToken {

    private static final Pattern QUERY = Pattern.compile("(?:^|&)X-Amz-Security-Token=([^&]*)");

    private SessionToken() {}

    /**
     * Whether a request brought the token of its key, and none where none belongs.
     *
     * @throws S3ProxyException when it was right once and has ended
     */
    static boolean isRight(HttpServletRequest request, Credentials.@Nullable Term term, Instant now) {
        String sent = sent(request);
        String expected = term == null ? "" : term.token();
        if (!MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8))) {
            return false;
        }
        if (term != null && !now.isBefore(term.end())) {
            throw new S3ProxyException(S3ErrorCode.ACCESS_DENIED, "The provided token has expired.");
        }
        return true;
    }

    private static String sent(HttpServletRequest request) {
        String header = request.getHeader("x-amz-security-token");
        if (header != null) {
            return header.strip();
        }
        Matcher query = QUERY.matcher(request.getQueryString() == null ? "" : request.getQueryString());
        try {
            return query.find() ? URLDecoder.decode(query.group(1), StandardCharsets.UTF_8) : "";
        } catch (IllegalArgumentException _) {
            return "";
        }
    }
}
