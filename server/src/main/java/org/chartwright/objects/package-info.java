/**
 * Bytes at rest under bucket and key, on any S3: the embedded endpoint or an outside one.
 */
@Room(mayUse = {"access"})
@NullMarked
package org.chartwright.objects;

import org.chartwright.Room;
import org.jspecify.annotations.NullMarked;
