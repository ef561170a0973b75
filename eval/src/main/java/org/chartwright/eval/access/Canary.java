package org.chartwright.eval.access;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.atomic.AtomicInteger;

/** Listens on every address of this machine and counts who calls; nobody ever should. */
final class Canary implements AutoCloseable {

    private final ServerSocket socket;
    private final AtomicInteger calls = new AtomicInteger();

    private Canary(ServerSocket socket) {
        this.socket = socket;
    }

    static Canary open() throws IOException {
        Canary canary = new Canary(new ServerSocket(0, 100, InetAddress.ofLiteral("::")));
        Thread.ofVirtual().start(canary::count);
        return canary;
    }

    private void count() {
        while (!socket.isClosed()) {
            try (Socket caller = socket.accept()) {
                calls.incrementAndGet();
            } catch (SocketException _) {
                return; // closed
            } catch (IOException _) {
                calls.incrementAndGet();
            }
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    int calls() {
        return calls.get();
    }

    /** Calls itself once, so that a count of none is known to mean something. */
    boolean hears() throws IOException, InterruptedException {
        int before = calls.get();
        new Socket(InetAddress.ofLiteral("127.0.0.1"), port()).close();
        for (int i = 0; i < 500 && calls.get() == before; i++) {
            Thread.sleep(10);
        }
        return calls.getAndSet(0) > before;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
