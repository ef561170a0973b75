package org.chartwright.speech.transcriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.encounter.TimeSpan;
import org.chartwright.encounter.Word;
import org.chartwright.speech.Hints;
import org.chartwright.speech.RecognitionException;
import org.chartwright.speech.Recognizer;
import org.chartwright.speech.RecognizerContract;
import org.chartwright.speech.Recognizers;
import org.chartwright.speech.SpeechConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client against a small server on this machine, which hears two words wherever the sound begins with a mark. */
final class TranscriptionServerTest extends RecognizerContract {

    private static final short MARK = 12_345;
    private static final String HEARD = "{\"text\":\"Hello, doctor.\",\"words\":["
            + "{\"word\":\" Hello,\",\"start\":0.1,\"end\":0.5},{\"word\":\"doctor.\",\"start\":0.5,\"end\":9.0}],"
            + "\"segments\":[{\"start\":0,\"end\":1,\"avg_logprob\":-0.1,\"no_speech_prob\":0.01}]}";
    private static final String NOTHING = "{\"text\":\"\",\"words\":[],\"segments\":[]}";

    private final Deque<Integer> troubles = new ArrayDeque<>();
    private volatile String heard = HEARD;
    private volatile String lastRequest = "";
    private volatile int requests;
    private HttpServer server;
    private Recognizer recognizer;

    @BeforeEach
    void open() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/audio/transcriptions", this::answer);
        server.start();
        recognizer = another();
    }

    @AfterEach
    void close() {
        recognizer.close();
        server.stop(0);
    }

    @Override
    protected Recognizer recognizer() {
        return recognizer;
    }

    @Override
    protected Recognizer another() {
        URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
        try {
            return Recognizers.open(SpeechConfig.defaults()
                    .withEngine("server")
                    .withServer(new SpeechConfig.Server(endpoint, "tiny", "s3cret", Duration.ofSeconds(2), 3)));
        } catch (RecognitionException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    protected short[] somethingSaid() {
        short[] samples = new short[16_000];
        samples[0] = MARK;
        return samples;
    }

    @Test
    void wordsComeWithTheirTimesAndWithoutMarks() throws Exception {
        assertThat(words(5000, 0, somethingSaid()))
                .containsExactly(
                        Word.heard("hello", new TimeSpan(5100, 5500), Math.exp(-0.1), 0),
                        Word.heard("doctor", new TimeSpan(5500, 6000), Math.exp(-0.1), 0));
    }

    @Test
    void theRequestCarriesModelKeyAndPhrases() throws Exception {
        Hints hints = new Hints(List.of(new Hints.Phrase("xeltoprin", "", "")));
        recognizer.recognize(new SpeechPiece(0, 0, somethingSaid()), hints);
        assertThat(lastRequest)
                .contains("Bearer s3cret")
                .contains("name=\"model\"\r\n\r\ntiny\r\n")
                .contains("name=\"timestamp_granularities[]\"\r\n\r\nword\r\n")
                .contains("name=\"prompt\"\r\n\r\nxeltoprin\r\n");
    }

    @Test
    void aServerInTroubleIsAskedAgain() throws Exception {
        troubles.addAll(List.of(503, 429));
        assertThat(words(0, 0, somethingSaid())).hasSize(2);
        assertThat(requests).isEqualTo(3);
    }

    @Test
    void aServerThatStaysInTroubleIsGivenUp() {
        troubles.addAll(List.of(500, 500, 500, 500));
        assertThatThrownBy(() -> words(0, 0, somethingSaid()))
                .isInstanceOf(RecognitionException.class)
                .hasMessageEndingWith("answered with HTTP status 500");
        assertThat(requests).isEqualTo(3);
    }

    @Test
    void aRefusalIsNotRepeated() {
        troubles.add(401);
        assertThatThrownBy(() -> words(0, 0, somethingSaid())).hasMessageEndingWith("answered with HTTP status 401");
        assertThat(requests).isEqualTo(1);
    }

    @Test
    void aRedirectIsNotFollowed() {
        troubles.addAll(List.of(302));
        assertThatThrownBy(() -> words(0, 0, somethingSaid())).hasMessageEndingWith("answered with HTTP status 302");
    }

    @Test
    void aServerThatHangsIsGivenUpInTime() {
        troubles.addAll(List.of(0, 0, 0));
        long start = System.nanoTime();
        assertThatThrownBy(() -> words(0, 0, somethingSaid()))
                .isInstanceOf(RecognitionException.class)
                .hasMessageContaining("HttpTimeoutException");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(12));
    }

    @Test
    void nonsenseIsAFailureThatQuotesNothing() {
        heard = "the patient said something private";
        assertThatThrownBy(() -> words(0, 0, somethingSaid()))
                .isInstanceOf(RecognitionException.class)
                .hasMessage("The transcription server's answer is not JSON")
                .hasNoCause();
    }

    @Test
    void textWithoutTimesIsAFailure() {
        heard = "{\"text\":\"Hello\"}";
        assertThatThrownBy(() -> words(0, 0, somethingSaid())).hasMessageContaining("gives no times of words");
    }

    @Test
    void whatTheModelImaginedInSilenceIsLeftOut() throws Exception {
        heard = HEARD.replace("-0.1,", "-1.4,").replace("0.01}", "0.9}");
        assertThat(words(0, 0, somethingSaid())).isEmpty();
    }

    @Test
    void anAddressIsNeeded() {
        assertThatThrownBy(() -> Recognizers.open(SpeechConfig.defaults().withEngine("server")))
                .isInstanceOf(RecognitionException.class)
                .hasMessageContaining("speech.server-endpoint");
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        requests++;
        lastRequest = exchange.getRequestHeaders().getFirst("Authorization")
                + new String(body, StandardCharsets.ISO_8859_1);
        Integer trouble = troubles.poll();
        if (trouble != null && trouble == 0) {
            return; // says nothing, keeps the connection
        }
        byte[] answer = (isMarked(body) ? heard : NOTHING).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/");
        exchange.sendResponseHeaders(trouble == null ? 200 : trouble, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private static boolean isMarked(byte[] body) {
        int data = new String(body, StandardCharsets.ISO_8859_1).indexOf("WAVEfmt ") + 36;
        return ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN).getShort(data) == MARK;
    }
}
