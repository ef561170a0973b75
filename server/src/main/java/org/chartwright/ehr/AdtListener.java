package org.chartwright.ehr;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.chartwright.ehr.hl7.Head;
import org.chartwright.ehr.hl7.MllpFrames;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens for messages over MLLP until it is closed; each is answered when what it says is safe in the record. A thread for each
 * connection, and a bound to how many there are, how long messages are and how long nothing comes.
 */
public final class AdtListener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AdtListener.class);
    private static final int MOST_CONNECTIONS = 64;
    private static final int LONGEST_MESSAGE = 1024 * 1024;
    private static final int IDLE_MILLIS = 60 * 60 * 1000;

    private final ServerSocket door;
    private final Arrivals arrivals;
    private final Clock clock;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final Semaphore places = new Semaphore(MOST_CONNECTIONS);
    private volatile boolean closed;

    private AdtListener(ServerSocket door, Arrivals arrivals, Clock clock) {
        this.door = door;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    /**
     * Begins to listen.
     *
     * @param door not bound yet; of TLS or not
     * @throws IOException if it cannot be listened there
     */
    public static AdtListener open(ServerSocket door, InetSocketAddress address, Arrivals arrivals, Clock clock) throws IOException {
        door.setReuseAddress(true);
        door.bind(address);
        AdtListener listener = new AdtListener(door, arrivals, clock);
        Thread.ofPlatform().daemon().name("adt-listener").start(listener::accept);
        return listener;
    }

    /** Where it listens. */
    public int port() {
        return door.getLocalPort();
    }

    private void accept() {
        while (!closed) {
            try {
                Socket connection = door.accept();
                if (!places.tryAcquire()) {
                    connection.close();
                    continue;
                }
                connections.add(connection);
                Thread.ofVirtual().name("adt").start(() -> serve(connection));
            } catch (IOException e) {
                if (!closed) {
                    LOG.warn("A hospital system could not connect: {}", e.getClass().getName());
                }
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setSoTimeout(IDLE_MILLIS);
            BufferedInputStream in = new BufferedInputStream(connection.getInputStream());
            String address = connection.getInetAddress().getHostAddress();
            while (!closed) {
                Optional<byte[]> message = MllpFrames.read(in, LONGEST_MESSAGE);
                Optional<Head> head = message.flatMap(Head::read);
                if (head.isEmpty()) {
                    return; // the other side is done, or speaks something else
                }
                Head.Answer answer = arrivals.answer(head.get(), message.get(), address);
                MllpFrames.write(
                        connection.getOutputStream(),
                        head.get().answered(answer, NoteSender.control(UUID.randomUUID()), clock.instant()));
            }
        } catch (IOException e) {
            LOG.debug("A connection ended: {}", e.getClass().getName());
        } finally {
            connections.remove(connection);
            places.release();
        }
    }

    /** Listens no more. What was not answered is sent again by who sent it. */
    @Override
    public void close() {
        closed = true;
        try {
            door.close();
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            LOG.warn("The listener for hospital systems did not close well: {}", e.getClass().getName());
        }
    }
}
