package org.chartwright.access;

import java.net.InetAddress;
import java.time.Instant;
import org.chartwright.access.policy.Context;
import org.jspecify.annotations.Nullable;

/**
 * What policies may know of a request, whatever protocol it came in.
 *
 * @param address of the other end of the connection
 * @param secure whether the connection is TLS
 * @param userAgent what the client calls itself, or null
 * @param referer where it says it comes from, or null
 */
public record Surroundings(String address, boolean secure, @Nullable String userAgent, @Nullable String referer) {

    /** As condition keys. */
    public Context at(Instant now) {
        Context context = Context.EMPTY
                .with("aws:SourceIp", bare(address))
                .with("aws:SecureTransport", Boolean.toString(secure))
                .with("aws:CurrentTime", now.toString())
                .with("aws:EpochTime", Long.toString(now.getEpochSecond()))
                .with("aws:ViaAWSService", "false");
        context = userAgent == null ? context : context.with("aws:UserAgent", userAgent);
        return referer == null ? context : context.with("aws:Referer", referer);
    }

    /** Without the brackets and zone that servers put around an address. */
    private static String bare(String written) {
        String bare = written.replaceAll("[\\[\\]]|%.*", "");
        try {
            return InetAddress.ofLiteral(bare).getHostAddress();
        } catch (IllegalArgumentException _) {
            return bare;
        }
    }
}
