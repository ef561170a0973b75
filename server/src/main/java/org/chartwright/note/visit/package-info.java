/**
 * The back room of what a visit leaves behind beside its note: proposed orders, and a summary in plain words for the patient.
 * Each order and each sentence rests on segments, and is judged by the verifier before it leaves.
 */
@NullMarked
package org.chartwright.note.visit;

import org.jspecify.annotations.NullMarked;
