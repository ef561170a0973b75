package org.chartwright.workspace;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sends something long, or the part of it that a player asks for. Stateless. */
final class Ranges {

    private static final int BUFFER = 64 * 1024;
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,15})-(\\d{0,15})");

    private Ranges() {}

    /** Opens it from a place on. */
    @FunctionalInterface
    interface Source {
        InputStream from(long position) throws IOException;
    }

    private record Part(long from, long to, boolean whole) {}

    static Reply send(Call call, long size, String type, Source source) throws IOException {
        HttpServletResponse response = call.response();
        Part part = part(call.request().getHeader("Range"), size);
        response.setHeader("Accept-Ranges", "bytes");
        response.setContentType(type);
        if (part.from > part.to) {
            response.setHeader("Content-Range", "bytes */" + size);
            response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
            return new Reply.Sent();
        }
        response.setStatus(part.whole ? HttpServletResponse.SC_OK : HttpServletResponse.SC_PARTIAL_CONTENT);
        if (!part.whole) {
            response.setHeader("Content-Range", "bytes " + part.from + "-" + part.to + "/" + size);
        }
        response.setContentLengthLong(part.to - part.from + 1);
        if (!call.request().getMethod().equals("HEAD")) {
            try (InputStream content = source.from(part.from)) {
                copy(content, response.getOutputStream(), part.to - part.from + 1);
            }
        }
        return new Reply.Sent();
    }

    /** One range, as players ask; anything else is answered with all of it. */
    private static Part part(@Nullable String range, long size) {
        Matcher asked = RANGE.matcher(range == null ? "" : range.strip());
        if (!asked.matches() || asked.group(1).isEmpty() && asked.group(2).isEmpty()) {
            return new Part(0, size - 1, true);
        }
        if (asked.group(1).isEmpty()) {
            return new Part(Math.max(0, size - Long.parseLong(asked.group(2))), size - 1, false);
        }
        long from = Long.parseLong(asked.group(1));
        long to = asked.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(asked.group(2)));
        return from >= size ? new Part(1, 0, false) : new Part(from, to, false);
    }

    private static void copy(InputStream from, OutputStream to, long bytes) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = bytes;
        while (left > 0) {
            int read = from.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new IOException("The recording ends early");
            }
            to.write(buffer, 0, read);
            left -= read;
        }
    }
}
