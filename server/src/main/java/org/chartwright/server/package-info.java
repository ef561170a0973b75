/**
 * The threshold: configuration, wiring, HTTP server, health, shutdown. Uses all rooms; used by none but the command line.
 */
@Room(mayUse = {"*"})
@NullMarked
package org.chartwright.server;

import org.chartwright.Room;
import org.jspecify.annotations.NullMarked;
