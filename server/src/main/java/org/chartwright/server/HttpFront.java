package org.chartwright.server;

import jakarta.servlet.http.HttpServlet;
import java.net.BindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.ee11.servlet.ServletHandler;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http2.server.AbstractHTTP2ServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.Shutdown;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.ServletRegistrationBean;

/**
 * Listens: Jetty by way of Spring Boot, with every bean named here and nothing found by scanning. HTTP/1.1 and HTTP/2 on
 * one port, with TLS and without, a virtual thread for each request.
 */
final class HttpFront implements AutoCloseable {

    private static final long YEAR_SECONDS = 31_536_000;
    private static final int LARGEST_HEAD = 32 * 1024;
    private static final long IDLE_MILLIS = 120_000;
    /** As ALPN spells it; Jetty's own name for it has capitals, and clients that offer nothing else would be sent away. */
    private static final String HTTP_1_1 = "http/1.1";

    private static final int STREAMS_PER_CONNECTION = 1024;

    /** What a stream may send ahead; two seconds of sound, so that thousands of streams fit into memory. */
    private static final int STREAM_WINDOW = 64 * 1024;

    private final ServletWebServerApplicationContext context;

    private HttpFront(ServletWebServerApplicationContext context) {
        this.context = context;
    }

    /** Listens from now on, without sockets. */
    static HttpFront open(
            ServerConfig.Http config, @Nullable Tls tls, HttpServlet servlet, Map<String, HttpServlet> others) {
        return open(config, tls, servlet, others, _ -> {});
    }

    /**
     * Listens from now on.
     *
     * @param tls how it shows who it is; {@code null} for no TLS
     * @param servlet answers whatever nobody else does
     * @param others answer what matches their paths, opened with the first request
     * @param sockets come before all of them
     */
    static HttpFront open(
            ServerConfig.Http config, @Nullable Tls tls, HttpServlet servlet, Map<String, HttpServlet> others,
            Consumer<Server> sockets) {
        ServletWebServerApplicationContext context = new ServletWebServerApplicationContext();
        context.registerBean(JettyServletWebServerFactory.class, () -> jetty(config, tls, sockets));
        context.registerBean(
                "front", ServletRegistrationBean.class, () -> new ServletRegistrationBean<>(servlet, false, "/"));
        others.forEach((path, other) -> context.registerBean(
                path, ServletRegistrationBean.class, () -> named(path, new ServletRegistrationBean<>(other, false, path))));
        try {
            context.refresh();
        } catch (RuntimeException e) {
            context.close();
            throw portTaken(e) ? new ConfigException(
                    "Port " + config.port() + " of " + config.host() + " is taken; choose another with --port.") : e;
        }
        return new HttpFront(context);
    }

    /** Servlets of one class would else share one name, and the second would not be registered. */
    private static ServletRegistrationBean<HttpServlet> named(String name, ServletRegistrationBean<HttpServlet> bean) {
        bean.setName(name);
        return bean;
    }

    int port() {
        return Objects.requireNonNull(context.getWebServer()).getPort();
    }

    /** Stops taking requests, lets those that are being served end within the patience, and stops. */
    @Override
    public void close() {
        context.close();
    }

    private static boolean portTaken(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException || cause instanceof BindException) {
                return true;
            }
        }
        return false;
    }

    private static JettyServletWebServerFactory jetty(
            ServerConfig.Http config, @Nullable Tls tls, Consumer<Server> sockets) {
        JettyServletWebServerFactory factory = new JettyServletWebServerFactory(config.port());
        factory.setAddress(address(config.host()));
        factory.setRegisterDefaultServlet(false);
        factory.setShutdown(Shutdown.GRACEFUL);
        // Boot caps virtual threads at 200 otherwise, and streams beyond that starve without a word.
        factory.setThreadPool(new VirtualThreadPool(config.requests()));
        factory.addServerCustomizers(server -> customize(server, tls), sockets::accept);
        return factory;
    }

    private static InetAddress address(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException _) {
            throw new ConfigException(Setting.SERVER_HOST.key() + " is not an address of this machine: " + host);
        }
    }

    private static void customize(Server server, @Nullable Tls tls) {
        for (Connector connector : server.getConnectors()) {
            if (connector instanceof ServerConnector listening) {
                listening.setIdleTimeout(IDLE_MILLIS);
            }
            HttpConnectionFactory http = connector.getConnectionFactory(HttpConnectionFactory.class);
            if (http != null && connector instanceof ServerConnector listening) {
                customize(http.getHttpConfiguration());
                protocols(listening, http, tls);
            }
        }
        server.getContainedBeans(ServletHandler.class).forEach(handler -> handler.setDecodeAmbiguousURIs(true));
        server.setErrorHandler(HttpFront::bareError);
        server.getContainedBeans(ContextHandler.class).forEach(handler -> handler.setErrorHandler(HttpFront::bareError));
    }

    /**
     * With TLS, clients choose by ALPN; the AWS SDK for Java offers none and begins with HTTP/2 at once, which the parser
     * of HTTP/1.1 knows by its first line and hands over, as without TLS.
     */
    private static void protocols(ServerConnector connector, HttpConnectionFactory http, @Nullable Tls tls) {
        HttpConfiguration config = http.getHttpConfiguration();
        Http2ByPriorKnowledge prior = new Http2ByPriorKnowledge(config);
        if (tls == null) {
            connector.addConnectionFactory(prior);
            return;
        }
        SecureRequestCustomizer secure = new SecureRequestCustomizer(false);
        secure.setStsMaxAge(YEAR_SECONDS);
        secure.setStsIncludeSubDomains(true);
        config.addCustomizer(secure);
        HTTP2ServerConnectionFactory http2 = new HTTP2ServerConnectionFactory(config);
        limits(http2);
        ALPNServerConnectionFactory choice = new ALPNServerConnectionFactory(http2.getProtocol(), HTTP_1_1);
        choice.setDefaultProtocol(http.getProtocol());
        SslConnectionFactory outer = new SslConnectionFactory(tls.context(), choice.getProtocol());
        connector.setConnectionFactories(List.of(outer, choice, http2, http, prior));
        connector.setDefaultProtocol(outer.getProtocol());
    }

    private static void limits(AbstractHTTP2ServerConnectionFactory http2) {
        http2.setMaxConcurrentStreams(STREAMS_PER_CONNECTION);
        http2.setInitialStreamRecvWindow(STREAM_WINDOW);
    }

    private static void customize(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(LARGEST_HEAD);
        // Otherwise well-known values lose their case, and with it the signatures over them.
        http.setHeaderCacheCaseSensitive(true);
        // Keys of objects may hold anything; signatures are checked on the target as it came.
        http.setUriCompliance(UriCompliance.UNSAFE);
        // Else the parser gives "charset=utf-8" where "charset=UTF-8" was signed.
        http.setHeaderCacheCaseSensitive(true);
    }

    /**
     * HTTP/2 without TLS for clients that begin with it. Upgrades from HTTP/1.1 are passed over: Jetty breaks those that
     * come with a body of unknown length, and no client needs them.
     */
    private static final class Http2ByPriorKnowledge extends HTTP2CServerConnectionFactory {

        Http2ByPriorKnowledge(HttpConfiguration http) {
            super(http);
            limits(this);
        }

        @Override
        public @Nullable Connection upgradeConnection(
                Connector connector, EndPoint endPoint, MetaData.Request request, HttpFields.Mutable answer) {
            boolean beginsWithHttp2 = HttpMethod.PRI.is(request.getMethod());
            return beginsWithHttp2 ? super.upgradeConnection(connector, endPoint, request, answer) : null;
        }
    }

    /** What Jetty refuses by itself gets a status and nothing else. */
    private static boolean bareError(Request request, Response response, Callback callback) {
        response.write(true, ByteBuffer.allocate(0), callback);
        return true;
    }
}
