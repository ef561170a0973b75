package org.chartwright.eval.leaks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.chartwright.eval.StreamSigning;

/**
 * A whole stream over HTTP/1.1: everything is sent, and then what came is read. For one thread.
 *
 * @param signing signs it
 */
record StreamCall(StreamSigning signing) {

    private static final int CHUNK = 6400;

    /** Streams that sound as one session; gives all that came, still framed. */
    byte[] stream(String session, String configuration, byte[] pcm) throws IOException, InterruptedException {
        StreamSigning.Head head = signing.head(session);
        HttpRequest.Builder request = HttpRequest.newBuilder(signing.endpoint().resolve(StreamSigning.PATH))
                .version(HttpClient.Version.HTTP_1_1)
                .POST(HttpRequest.BodyPublishers.ofByteArray(events(head, configuration, pcm)));
        head.headers().forEach((name, value) -> {
            if (!name.equals("host")) {
                request.header(name, value);
            }
        });
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()).body();
        }
    }

    private static byte[] events(StreamSigning.Head head, String configuration, byte[] pcm) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(head.event("ConfigurationEvent", configuration.getBytes(StandardCharsets.UTF_8)));
        for (int at = 0; at < pcm.length; at += CHUNK) {
            all.write(head.event("AudioEvent", Arrays.copyOfRange(pcm, at, Math.min(pcm.length, at + CHUNK))));
        }
        all.write(head.event("SessionControlEvent", "{\"Type\":\"END_OF_SESSION\"}".getBytes(StandardCharsets.UTF_8)));
        all.write(head.last());
        return all.toByteArray();
    }
}
