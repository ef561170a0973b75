/**
 * The HealthScribe face: signatures, job operations, AWS JSON documents. The only place an AWS wire name appears.
 */
@Room(mayUse = {"encounter", "audio", "clinical", "scribing", "objects", "access"})
@NullMarked
package org.chartwright.aws;

import org.chartwright.Room;
import org.jspecify.annotations.NullMarked;
