package org.chartwright.speech.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongConsumer;

/**
 * One file from a web server: what was fetched before a cut is kept and the rest asked for. A part is only gone on with
 * when the server still has the same file, which its tag tells.
 */
final class Download {

    private static final int PATIENCE_SECONDS = 30;

    private final HttpClient client;
    private final int attempts;
    private final Duration pause;

    /** Goes through the proxy that the environment names, as curl does. */
    Download(Map<String, String> environment, int attempts, Duration pause) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(PATIENCE_SECONDS))
                .followRedirects(HttpClient.Redirect.NORMAL);
        String proxy = environment.getOrDefault("https_proxy", environment.getOrDefault("HTTPS_PROXY", ""));
        if (!proxy.isBlank()) {
            URI address = URI.create(proxy.contains("://") ? proxy : "http://" + proxy);
            int port = address.getPort() < 0 ? 80 : address.getPort();
            builder.proxy(ProxySelector.of(new InetSocketAddress(address.getHost(), port)));
        }
        this.client = builder.build();
        this.attempts = attempts;
        this.pause = pause;
    }

    /** Fetches all of it into the file; after a failure the file holds what came and a later call goes on from there. */
    void fetch(URI source, Path file, LongConsumer progress) throws IOException, InterruptedException {
        IOException last = new IOException("Nothing was tried");
        for (int attempt = 0; attempt < attempts; attempt++) {
            if (attempt > 0) {
                Thread.sleep(pause.multipliedBy(1L << Math.min(attempt - 1, 5)));
            }
            try {
                fetchOnce(source, file, progress);
                Files.deleteIfExists(tag(file));
                return;
            } catch (ModelException e) {
                throw e;
            } catch (IOException e) {
                last = e;
            }
        }
        throw new ModelException(
                source.getHost() + " broke off or could not be reached; what came is kept, run the command again to go on",
                last);
    }

    private void fetchOnce(URI source, Path file, LongConsumer progress) throws IOException, InterruptedException {
        long have = Files.exists(file) && Files.exists(tag(file)) ? Files.size(file) : 0;
        HttpRequest.Builder request = HttpRequest.newBuilder(source);
        if (have > 0) {
            request.header("Range", "bytes=" + have + "-").header("If-Range", Files.readString(tag(file)));
        }
        HttpResponse<InputStream> response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            int status = response.statusCode();
            boolean goesOn = status == 206
                    && response.headers().firstValue("Content-Range").orElse("").startsWith("bytes " + have + "-");
            if (status == 416 || status == 206 && !goesOn) {
                Files.deleteIfExists(tag(file));
                throw new IOException("The part does not fit");
            }
            if (status >= 500 || status == 429) {
                throw new IOException("HTTP status " + status);
            }
            if (status != 200 && !goesOn) {
                throw new ModelException(source.getHost() + " answered with HTTP status " + status);
            }
            if (!goesOn) {
                begin(file, response);
            }
            OptionalLong expected = response.headers().firstValueAsLong("Content-Length");
            long got = append(body, file, goesOn ? have : 0, progress);
            if (expected.isPresent() && got != expected.getAsLong()) {
                throw new IOException("Cut off");
            }
        }
    }

    private static void begin(Path file, HttpResponse<InputStream> response) throws IOException {
        Files.deleteIfExists(tag(file));
        Files.deleteIfExists(file);
        String tag = response.headers().firstValue("ETag").orElse("");
        if (!tag.isEmpty() && !tag.startsWith("W/")) {
            Files.writeString(tag(file), tag);
        }
    }

    private static long append(InputStream body, Path file, long before, LongConsumer progress) throws IOException {
        long got = 0;
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            byte[] buffer = new byte[1 << 16];
            for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
                out.write(buffer, 0, count);
                got += count;
                progress.accept(before + got);
            }
        }
        return got;
    }

    private static Path tag(Path file) {
        return file.resolveSibling(file.getFileName() + ".tag");
    }
}
