/**
 * What travels: a request as it came, an answer as it goes, and the faults of the contract. Knows no HTTP server.
 */
@NullMarked
package org.chartwright.aws.wire;

import org.jspecify.annotations.NullMarked;
