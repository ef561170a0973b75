package org.chartwright.events;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for what is due in an outbox, round after round, and sends each of it on a thread of its own, until it is closed.
 *
 * @param <T> what is taken from the outbox
 */
public final class Rounds<T> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final String what;
    private final int most;
    private final Supplier<List<T>> due;
    private final Consumer<T> send;
    private final ScheduledExecutorService timer;

    /**
     * Rounds that begin when they are {@link #start started}.
     *
     * @param what is sent, in the plural and with a capital, for messages
     * @param most how many are taken at once; as many mean that there may be more
     * @param due takes what is due
     * @param send sends one
     */
    public Rounds(String what, int most, Supplier<List<T>> due, Consumer<T> send) {
        this.what = what;
        this.most = most;
        this.due = due;
        this.send = send;
        this.timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("sender-of-" + what.toLowerCase(Locale.ROOT)).factory());
    }

    /** From now on looks every so often. */
    public void start(Duration look) {
        timer.scheduleWithFixedDelay(this::quietly, 0, look.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Between rounds, this is done every so often, at first in a minute. */
    public void between(Runnable work, Duration often) {
        timer.scheduleWithFixedDelay(work, 1, often.toMinutes(), TimeUnit.MINUTES);
    }

    private void quietly() {
        try {
            while (once() == most) {
                // there may be more
            }
        } catch (RuntimeException e) {
            LOG.warn("{} cannot be sent now: {}", what, e.getClass().getName());
        }
    }

    /** One round: sends what is due by now, each once; says how many that were. */
    public int once() {
        List<T> taken = due.get();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            taken.forEach(one -> senders.submit(() -> send.accept(one)));
        }
        return taken.size();
    }

    /** Begins no more rounds; what was being sent is due again when its lease ends. */
    @Override
    public void close() {
        timer.shutdownNow();
    }
}
