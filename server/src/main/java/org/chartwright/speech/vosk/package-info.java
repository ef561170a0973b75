/**
 * Vosk, with a model that the user provides. It runs in worker processes; hints are not used, since Vosk can only be
 * told to hear nothing else. The real models were not tried where this was written: none could be had there.
 */
@NullMarked
package org.chartwright.speech.vosk;

import org.jspecify.annotations.NullMarked;
