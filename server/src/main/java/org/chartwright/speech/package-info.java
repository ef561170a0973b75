/**
 * Pieces of speech become words with times and confidence.
 *
 * <p><b>The one idea.</b> {@link org.chartwright.speech.Recognizer} is the one door to every engine; engines live in back
 * rooms ({@code speech.<engine>}) and all pass {@code RecognizerContract}.
 */
@Room(mayUse = {"encounter", "audio", "models"})
@NullMarked
package org.chartwright.speech;

import org.chartwright.Room;
import org.jspecify.annotations.NullMarked;
