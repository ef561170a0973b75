/**
 * Bytes become sound: a recording of any container and codec is decoded, in a process of its own and within limits, to
 * 16 kHz mono samples per channel, and cut into pieces of speech.
 *
 * <p><b>The one idea.</b> Samples are pulled, bounded and on one clock: nothing here holds more than a piece of the
 * recording in memory, whatever its length.
 *
 * <p><b>Start reading</b> at {@code MediaDecoder}, {@code AudioStream}, {@code SpeechPiece}.
 */
@Room(mayUse = {"encounter"})
@NullMarked
package org.chartwright.audio;

import org.chartwright.Room;
import org.jspecify.annotations.NullMarked;
