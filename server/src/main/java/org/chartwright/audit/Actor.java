package org.chartwright.audit;

/**
 * Who acts.
 *
 * @param name such as an ARN, an operator's account or the name of a process; never a patient's
 * @param role in which it acts, such as {@code api-client}, {@code operator}, {@code worker}
 * @param source from where: an address, or {@code local}
 */
public record Actor(String name, String role, String source) {

    /** The server itself, by no one's order. */
    public static final Actor SERVER = new Actor("server", "server", "local");

    /** A worker, doing what was ordered before. */
    public static final Actor WORKER = new Actor("worker", "worker", "local");

    /** Whoever sits at this machine's command line, by the name of their account there. */
    public static Actor operator() {
        return new Actor(System.getProperty("user.name", "operator"), "operator", "local");
    }
}
