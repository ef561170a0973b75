package org.chartwright.eval.leaks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A transcription server with OpenAI's interface that hears what it is told to, whatever is played. */
final class Listener implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ByteArrayOutputStream spans = new ByteArrayOutputStream();
    private volatile String text = "";

    private Listener(HttpServer server) {
        this.server = server;
    }

    static Listener open() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Listener listener = new Listener(server);
        server.createContext("/v1/audio/transcriptions", listener::answer);
        server.createContext("/v1/traces", listener::collect);
        server.setExecutor(listener.threads);
        server.start();
        return listener;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    /** From now on it hears this. */
    void hears(String words) {
        text = words;
    }

    /** All that the collector of traces was told so far. */
    byte[] traces() {
        synchronized (spans) {
            return spans.toByteArray();
        }
    }

    private void collect(HttpExchange exchange) throws IOException {
        byte[] told = exchange.getRequestBody().readAllBytes();
        synchronized (spans) {
            spans.writeBytes(told);
        }
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        ObjectNode answer = JSON.createObjectNode().put("text", text);
        ArrayNode words = answer.putArray("words");
        double at = 0;
        for (String word : text.split(" ")) {
            words.addObject().put("word", word).put("start", at).put("end", at + 0.1);
            at += 0.1;
        }
        byte[] body = answer.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
