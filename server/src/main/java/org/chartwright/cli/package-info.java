/**
 * The command line: one class per sub-command of {@code ./chartwright}.
 */
@Room(mayUse = {"*"})
@NullMarked
package org.chartwright.cli;

import org.chartwright.Room;
import org.jspecify.annotations.NullMarked;
