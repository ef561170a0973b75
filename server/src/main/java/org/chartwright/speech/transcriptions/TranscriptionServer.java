package org.chartwright.speech.transcriptions;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.encounter.Word;
import org.chartwright.speech.Hints;
import org.chartwright.speech.RecognitionException;
import org.chartwright.speech.RecognizerElsewhere;
import org.chartwright.speech.SpeechConfig;
import org.chartwright.speech.Wave;

/** A transcription server as a recogniser: a piece is a request, tried again after a pause while that may help. */
final class TranscriptionServer extends RecognizerElsewhere {

    /** Whisper-type models work in windows of this length. */
    private static final Duration LONGEST_PIECE = Duration.ofSeconds(30);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final int LONGEST_PROMPT = 600;

    private final SpeechConfig.Server server;
    private final HttpClient client;
    private final URI address;

    TranscriptionServer(SpeechConfig.Server server, int parallelism) {
        super("server", LONGEST_PIECE, parallelism);
        this.server = server;
        this.client = HttpClient.newBuilder()
                .connectTimeout(server.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        String base = server.endpoint().toString();
        this.address = URI.create((base.endsWith("/") ? base : base + "/") + "audio/transcriptions");
    }

    @Override
    protected List<Word> hear(SpeechPiece piece, Hints hints) throws RecognitionException, InterruptedException {
        return TranscriptionAnswer.words(ask(request(piece, hints)), piece);
    }

    private byte[] ask(HttpRequest request) throws RecognitionException, InterruptedException {
        String problem = "gave no answer";
        for (int attempt = 0; attempt < server.attempts(); attempt++) {
            if (attempt > 0) {
                Thread.sleep(FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 1, 6)));
            }
            try {
                HttpResponse<byte[]> response = client.send(
                        request, HttpResponse.BodyHandlers.limiting(
                                HttpResponse.BodyHandlers.ofByteArray(), TranscriptionAnswer.LARGEST));
                if (response.statusCode() == 200) {
                    return response.body();
                }
                problem = "answered with HTTP status " + response.statusCode();
                if (response.statusCode() != 429 && response.statusCode() < 500) {
                    break; // the same request would be refused again
                }
            } catch (IOException e) {
                problem = "could not be reached or broke off (" + e.getClass().getSimpleName() + ")";
            }
        }
        throw new RecognitionException("The transcription server at " + server.endpoint().getHost() + " " + problem);
    }

    private HttpRequest request(SpeechPiece piece, Hints hints) {
        Multipart body = new Multipart()
                .field("model", server.model())
                .field("response_format", "verbose_json")
                .field("timestamp_granularities[]", "word")
                .field("timestamp_granularities[]", "segment")
                .field("temperature", "0")
                .field("language", "en");
        if (!hints.phrases().isEmpty()) {
            String expected = hints.phrases().stream().map(Hints.Phrase::text).collect(Collectors.joining(", "));
            body.field("prompt", expected.substring(0, Math.min(LONGEST_PROMPT, expected.length())));
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(server.timeout())
                .header("Content-Type", body.contentType())
                .POST(HttpRequest.BodyPublishers.ofByteArray(
                        body.file("file", "piece.wav", "audio/wav", Wave.of(piece.samples())).end()));
        if (!server.key().isEmpty()) {
            request.header("Authorization", "Bearer " + server.key());
        }
        return request.build();
    }

    @Override
    public void close() {
        super.close();
        client.shutdownNow();
    }
}
