/**
 * The threshold: configuration, wiring, HTTP server, health, shutdown. Uses all rooms; used by none but the command line.
 *
 * <p><b>The one idea.</b> {@code Serve} is the server's table of contents: rooms open in the order in which it names them
 * and close in the opposite one. Nothing is found by scanning; whatever runs is named there.
 *
 * <p><b>Start reading</b> at {@code Serve}, then {@code FrontServlet} (who gets which request) and {@code Setting} (all
 * there is to configure).
 *
 * <p><b>Threads.</b> A virtual thread for each request; {@code Serve} itself belongs to one thread.
 *
 * <p><b>Traps.</b> The cap on virtual threads, the case of header values and the leniency towards odd paths are set in
 * {@code HttpFront} for reasons written there; each was wrong by default. Upgrades from HTTP/1.1 to HTTP/2 are passed over,
 * HTTP/2 by prior knowledge is not.
 */
@Room(mayUse = {"*"})
@NullMarked
package org.chartwright.server;

import org.chartwright.Room;
import org.jspecify.annotations.NullMarked;
