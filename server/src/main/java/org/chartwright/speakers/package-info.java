/**
 * Words become turns: who spoke when on one microphone, and which of the voices is the clinician.
 *
 * <p><b>The one idea.</b> Voices are told apart by their sound, roles by what is said; every word ends in exactly one
 * turn and every turn has one speaker with one role.
 */
@Room(mayUse = {"encounter", "audio", "models"})
@NullMarked
package org.chartwright.speakers;

import org.chartwright.Room;
import org.jspecify.annotations.NullMarked;
