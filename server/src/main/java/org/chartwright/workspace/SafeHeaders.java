package org.chartwright.workspace;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What every answer tells the browser not to do, and whether a browser was sent by another site. Stateless. */
final class SafeHeaders {

    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
            + " font-src 'self'; connect-src 'self'; media-src 'self' blob:; worker-src 'self'; manifest-src 'self';"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script';"
            + " trusted-types 'none'";
    private static final String DENIED = "camera=(), geolocation=(), payment=(), usb=(), serial=(), hid=(),"
            + " display-capture=(), fullscreen=(self), microphone=(self)";
    private static final String YEAR = "max-age=31536000";

    private SafeHeaders() {}

    static void put(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Permissions-Policy", DENIED);
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", YEAR);
        }
    }

    /**
     * Whether a change comes from our own pages: another site cannot set the header without asking first, which is never
     * granted; and browsers say by themselves where a call comes from. Those that say nothing of sites name the origin, which
     * must be the host that was called; behind a proxy that calls us by another name only the former know.
     */
    static boolean isOurs(HttpServletRequest request) {
        String marked = request.getHeader("X-Chartwright");
        if (!"workspace".equals(marked) && !"background".equals(marked)) {
            return false;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        return site == null ? origin == null || authority(origin).equals(host(request)) : site.equals("same-origin");
    }

    private static String authority(String origin) {
        try {
            @Nullable String authority = URI.create(origin).getRawAuthority();
            return authority == null ? "" : authority;
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    private static String host(HttpServletRequest request) {
        String host = request.getHeader("Host");
        if (host != null) {
            return host;
        }
        int port = request.getServerPort();
        return request.getServerName() + (port == (request.isSecure() ? 443 : 80) ? "" : ":" + port);
    }
}
