/**
 * HL7 v2 as it is spoken here: frames of the minimal lower layer protocol, messages made and read with HAPI's structures of 2.5.1.
 * No socket is opened in HAPI: addresses are judged, sizes bounded and nothing logged before a message reaches its parser.
 */
@NullMarked
package org.chartwright.ehr.hl7;

import org.jspecify.annotations.NullMarked;
