package org.chartwright.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/**
 * A door for operators alone, on loopback unless told otherwise: {@code /metrics}, and {@code /health/ready} again for who may
 * not reach the other one. It changes nothing and shows no tenant.
 */
final class AdminFront implements AutoCloseable {

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int UNAVAILABLE = 503;
    private static final String METRICS = "text/plain; version=0.0.4; charset=utf-8";

    private final HttpServer server;

    private AdminFront(HttpServer server) {
        this.server = server;
    }

    /**
     * Listens from now on.
     *
     * @param port 0 for any that is free
     */
    static AdminFront open(String host, int port, ServerMetrics metrics, Health health) {
        HttpServer server;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(host), port), 0);
        } catch (IOException _) {
            throw new ConfigException(Setting.ADMIN_HOST.key() + " and " + Setting.ADMIN_PORT.key()
                    + " must be an address and a free port of this machine.");
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> send(exchange, NOT_FOUND, "text/plain", ""));
        server.createContext("/metrics", exchange -> send(exchange, OK, METRICS, metrics.scrape()));
        server.createContext("/health/ready", exchange -> {
            boolean well = !health.look().containsValue(false);
            send(exchange, well ? OK : UNAVAILABLE, "text/plain", well ? "up" : "down");
        });
        server.start();
        return new AdminFront(server);
    }

    URI address() {
        InetSocketAddress at = server.getAddress();
        String host = at.getAddress().getHostAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + at.getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        try (exchange) {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
