/**
 * Turns become understanding: segments with their category, clinical entities with exact spans, codes, and what the
 * dialogue claims of each thing it mentions. No word is lost and none invented.
 *
 * <p><b>The one idea.</b> A token remembers its characters. Everything found is a run of tokens, so every span is exact by
 * construction, and everything that decides a claim (a cue, an answer, a correction) is a place in the dialogue too.
 *
 * <p><b>Start reading</b> at {@link org.chartwright.clinical.DialogueReader}, which lists the steps; then
 * {@code EntityFinder} (lexicon, pieces, links), {@code Assertions} (cues, questions, answers, persons), and
 * {@link org.chartwright.clinical.Mention}, which is what the note room builds on. The words themselves are in
 * {@code resources/…/clinical/lexicon/*.lex}: one line for each concept, edit there first.
 *
 * <p><b>Callers.</b> {@code scribing} and {@code note} call {@code Reader}; {@code note} also asks
 * {@link org.chartwright.clinical.Lexicon} what a sentence of the note names. <b>Calls</b> {@code models} for the learned
 * parts.
 *
 * <p><b>Threads.</b> Everything is immutable after construction or lives for one call. The lexicon is read once per process.
 *
 * <p><b>Traps.</b> The first way of saying wins when two concepts share it, in the order of the files ({@code Lexicon.load}).
 * A name that starts with {@code ~} is not itself searched for, because the word alone means too many things ("back").
 * A mention that was asked about and never answered is {@code ASKED}: that is no claim, and must never reach a note. A drug
 * that somebody is allergic to is still a concept of the kind MEDICATION; its insight's type is {@code ALLERGIES}.
 */
@Room(mayUse = {"encounter", "models", "specialties"})
@NullMarked
package org.chartwright.clinical;

import org.chartwright.Room;
import org.jspecify.annotations.NullMarked;
