/**
 * What was heard becomes what a person would write: punctuation, casing, numbers, doses and vitals in written form,
 * vocabulary display forms and filters.
 *
 * <p><b>The one idea.</b> Words are labelled or merged, never rewritten freely: every shown word stands for a run of heard
 * words and spans their time, so the sound behind it can always be played.
 *
 * <p><b>Start reading</b> at {@link org.chartwright.wording.Wording}, then {@code Punctuation} (learned: a linear
 * model in two passes and a recurrent network), {@code Truecasing} (learned), and {@code NumberGrammar} with one {@code NumberRule} for each way numbers are said.
 * {@link org.chartwright.wording.DisplayForms} and {@link org.chartwright.wording.VocabularyFilter} do what a job's custom
 * vocabulary and filter ask. The order for a job: display forms, wording, filter.
 *
 * <p><b>Callers</b>: {@code scribing} for recordings; {@code cli} for transcripts; {@code review} and {@code cli} for typed dialogues,
 * of which only the numbers are written.
 *
 * <p><b>Threads.</b> Everything is immutable after opening; open {@code Wording} once and share it.
 *
 * <p><b>Traps.</b> Where a number can be read in two ways ("two fifty milligram tablets") the words stay as heard; a rule
 * that guesses may write a wrong dose. Text that is readable already passes through untouched, judged over all turns
 * together. {@code transcribe} and word error rates want {@code punctuated}, not {@code readable}: merged numbers are other
 * words. Models are made by {@code ./chartwright train wording} and measured by {@code ./chartwright eval punct}.
 */
@Room(mayUse = {"encounter", "models"})
@NullMarked
package org.chartwright.wording;

import org.chartwright.Room;
import org.jspecify.annotations.NullMarked;
