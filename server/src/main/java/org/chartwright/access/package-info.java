/**
 * Who is calling: tenants, access keys and the identity behind a request.
 */
@Room(mayUse = {"database"})
@NullMarked
package org.chartwright.access;

import org.chartwright.Room;
import org.jspecify.annotations.NullMarked;
