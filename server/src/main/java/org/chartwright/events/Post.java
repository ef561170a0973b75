package org.chartwright.events;

import java.util.UUID;

/** Takes an event to its webhook. Safe for any number of threads. */
public interface Post extends AutoCloseable {

    /**
     * Sends once. Never throws: whatever goes wrong is an outcome.
     *
     * @param url the webhook's
     * @param event its id
     * @param seconds when, since 1970
     * @param signature over these and the body
     * @param body JSON
     */
    Outcome send(String url, UUID event, long seconds, String signature, String body);

    @Override
    void close();

    /**
     * How it went.
     *
     * @param arrived whether the receiver said that it has it
     * @param summary a status or a kind of failure, nothing that the receiver wrote
     */
    record Outcome(boolean arrived, String summary) {}
}
