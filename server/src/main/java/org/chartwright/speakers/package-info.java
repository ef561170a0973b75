/**
 * Words become turns: who spoke when on one microphone, and which of the voices is the clinician.
 *
 * <p><b>The one idea.</b> Voices are told apart by their sound, roles by what is said; every word ends in exactly one
 * turn and every turn has one speaker with one role.
 *
 * <p><b>Start reading</b> at {@link org.chartwright.speakers.VoicePrints}: features of each 20 ms ({@code VoiceFeatures}:
 * mel cepstra, level, pitch), stretches cut where the voice changes and clustered ({@code VoiceSearch},
 * {@code Clustering}), a model for each voice ({@code Voice}, {@code Mixture}), and the course of voices found again with
 * them ({@code Resegmentation}). Then {@link org.chartwright.speakers.TurnMaker}, which joins words and voices
 * ({@code WordVoices}), and {@link org.chartwright.speakers.Roles}, three small linear models under a hidden Markov model
 * ({@code RoleChain}) that also mends lines which bear another's voice.
 *
 * <p><b>How many people.</b> Likelihood alone always finds one more. A cluster is taken for a person when it sounds
 * different <em>and</em> goes on for a while whenever it is heard; a cluster of odd sounds is scattered over other
 * people's turns. {@code Tuning} holds the numbers, chosen on training mixtures only.
 *
 * <p><b>Two views of talking over each other.</b> The spans of {@link org.chartwright.speakers.Voices} may overlap: that
 * is what happened. Turns never do: a word in such a place goes to the shorter span, that of the one who threw it in.
 *
 * <p><b>Called by</b> the pipeline; calls {@code models} for the learned weights. Observing belongs to one thread and one
 * recording; {@code TurnMaker} and {@code Roles} are immutable and shared.
 *
 * <p><b>Traps.</b> Time in here is frames of the store, not of the recording: silence between pieces is not kept. Evidence
 * and prices in {@code Tuning} are per frame of 20 ms; another frame step needs another tuning. Role features are known
 * by hash: change {@link org.chartwright.speakers.RoleFeatures} only together with {@code ./chartwright train roles}. One
 * voice alone is the clinician: a dictation. In no message or {@code toString} is there a word of what was said.
 */
@Room(mayUse = {"encounter", "audio", "models"})
@NullMarked
package org.chartwright.speakers;

import org.chartwright.Room;
import org.jspecify.annotations.NullMarked;
