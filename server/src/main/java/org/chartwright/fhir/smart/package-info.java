/**
 * SMART's backend services: programs prove who they are by a signed assertion and get a token for some minutes. Clients are
 * registered by an operator with their public keys; nothing is fetched from addresses that a client names.
 */
@NullMarked
package org.chartwright.fhir.smart;

import org.jspecify.annotations.NullMarked;
