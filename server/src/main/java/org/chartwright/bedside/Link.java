package org.chartwright.bedside;

import java.io.IOException;

/** The way to a client. Safe for any number of threads; messages go out one after another. */
public interface Link {

    /** Sends a message, and waits until it is on its way. */
    void send(String message) throws IOException, InterruptedException;

    /** Sends a message that can be done without, unless another is just being sent. */
    void offer(String message);

    /** Sends the last message: what others send after it does not go out. */
    void last(String message) throws IOException, InterruptedException;

    /** Says that nothing follows; the first call counts. */
    void close(int code, String reason);
}
