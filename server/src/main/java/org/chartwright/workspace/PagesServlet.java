package org.chartwright.workspace;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Serves the built pages, which lie in the jar. Any thread. */
final class PagesServlet extends HttpServlet {

    private static final String ROOT = "/app/";
    private static final String INDEX = "index.html";
    private static final Pattern NAME = Pattern.compile("(?:[A-Za-z0-9_-]+/)*[A-Za-z0-9_-][A-Za-z0-9._-]*\\.[A-Za-z0-9]+");
    private static final byte[] NOT_BUILT = "The pages of the workspace were left out of this build.\n".getBytes(StandardCharsets.UTF_8);
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html;charset=UTF-8"),
            Map.entry("js", "text/javascript;charset=UTF-8"),
            Map.entry("css", "text/css;charset=UTF-8"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("json", "application/json"),
            Map.entry("wasm", "application/wasm"),
            Map.entry("txt", "text/plain;charset=UTF-8"));

    private final transient Map<String, Optional<byte[]>> known = new ConcurrentHashMap<>();

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SafeHeaders.put(request, response);
        String uri = request.getRequestURI();
        if (!uri.startsWith(ROOT)) {
            response.setHeader("Location", ROOT);
            response.setStatus(HttpServletResponse.SC_FOUND);
            return;
        }
        String name = uri.substring(ROOT.length());
        boolean asset = name.startsWith("assets/");
        Optional<byte[]> page = page(name);
        if (page.isEmpty() && asset) {
            response.setHeader("Cache-Control", "no-store");
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader("Cache-Control", asset ? "public, max-age=31536000, immutable" : "no-store");
        if (page.isPresent()) {
            send(page.get(), type(name), response);
        } else {
            // Addresses inside the workspace are made and read by its own script.
            send(page(INDEX).orElse(NOT_BUILT), page(INDEX).isPresent() ? type(INDEX) : type(".txt"), response);
        }
    }

    private static void send(byte[] content, String type, HttpServletResponse response) throws IOException {
        response.setContentType(type);
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }

    private static String type(String name) {
        return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
    }

    /** Only what is there is remembered: names that are not would fill the memory. */
    private Optional<byte[]> page(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        Optional<byte[]> found = known.get(name);
        if (found == null) {
            found = read(name);
            if (found.isPresent()) {
                known.put(name, found);
            }
        }
        return found;
    }

    private static Optional<byte[]> read(String name) {
        try (InputStream page = PagesServlet.class.getResourceAsStream("pages/" + name)) {
            return page == null ? Optional.empty() : Optional.of(page.readAllBytes());
        } catch (IOException _) {
            return Optional.empty(); // a folder
        }
    }
}
