/**
 * CMU PocketSphinx, called through Java's foreign-function API.
 *
 * <p><b>Start reading</b> at {@link org.chartwright.speech.pocketsphinx.PocketSphinxEngine}.
 *
 * <p><b>Threads.</b> A decoder belongs to the thread that opened it: its memory is in a confined arena. It runs in a worker
 * process ({@code speech.worker}), since native code can crash.
 *
 * <p><b>Traps.</b> A language model that is given to the decoder belongs to it from then on. Words must be in the
 * dictionary before the language model is set, since the search tree is built then. Debian's 0.8+5prealpha counts frames
 * of 10 ms from the first sample only with {@code -remove_silence no}.
 */
@NullMarked
package org.chartwright.speech.pocketsphinx;

import org.jspecify.annotations.NullMarked;
