/**
 * Our own live face: a WebSocket on which sound goes in and captions, levels and a growing draft come out, and Server-Sent
 * Events for those who only watch. What is said on it is written in {@code docs/live-api.md}.
 *
 * <p><b>The one idea.</b> A client keeps what was not acknowledged, and we keep everything else: {@code kept} says up to where
 * sound is safe, so a page that was reloaded, a cut or a kill costs nothing.
 *
 * <p><b>Start reading</b> at {@link org.chartwright.bedside.BedsideTalk} (one connection), then {@code ClientMessage} and
 * {@code ServerMessages}; {@link org.chartwright.bedside.BedsideWatch} is the events of a watcher.
 *
 * <p><b>Called by</b> the server, which has the sockets and knows who calls ({@link org.chartwright.bedside.BedsideCaller});
 * <b>calls</b> {@code live} for all that is kept and heard.
 *
 * <p><b>Threads.</b> What a client says comes on one thread, what it is told goes out on others; a {@code Link} is safe for
 * all of them.
 *
 * <p><b>Traps.</b> A message is one line of somebody's visit: none of it may reach a log or an exception message.
 */
@Room(mayUse = {"encounter", "access", "live", "scribing", "chart"})
@NullMarked
package org.chartwright.bedside;

import org.chartwright.Room;
import org.jspecify.annotations.NullMarked;
