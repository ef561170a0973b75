/**
 * One PostgreSQL, embedded or outside, opened, migrated and closed here; rooms with tables get a data source.
 */
@Room(mayUse = {})
@NullMarked
package org.chartwright.database;

import org.chartwright.Room;
import org.jspecify.annotations.NullMarked;
