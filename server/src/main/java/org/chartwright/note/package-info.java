/**
 * Understanding becomes a note whose every statement cites the segments that support it. What cannot be supported is
 * dropped and reported.
 *
 * <p><b>The one idea.</b> The writer has no free hand. Whatever it may say is made from one clause, one question with its
 * answer, or a few mentions, by rules that move person, drop fillers and add layout; two small linear models only choose
 * where it stands and whether it is worth saying. A verifier that shares nothing with the writer then judges every
 * sentence against the segments it cites.
 *
 * <p><b>Start reading</b> at {@link org.chartwright.note.NoteWriter} (the way from a reading to a
 * {@link org.chartwright.note.Draft}), then {@code plan} (candidates, their part, the choice), {@code prose} (how speech
 * becomes prose; most of it is data in {@code rewriting.txt}), {@code Assembly} (sections, labels, problems), and apart
 * from them {@link org.chartwright.note.Verifier} with {@code check}.
 *
 * <p><b>Back rooms.</b> {@code custom}: templates that users write. {@code behavioral}: what belongs to a therapy session.
 * {@code visit}: proposed orders and the after-visit summary. {@code Emphasis} applies a specialty's guide.
 *
 * <p><b>Callers</b>: the pipeline and the command line. <b>Calls</b>: {@code clinical} for segments and mentions,
 * {@code models} for the learned weights.
 *
 * <p><b>Threads.</b> Everything is immutable or lives for one visit; a writer serves any number of threads.
 *
 * <p><b>Traps.</b> The labels of plain text ("- Medical Treatment: ") are layout and stand in {@code Draft.plain()} only,
 * since nobody said them. The models know the candidates as the rules write them: after a change of rules or of
 * segmentation, train again ({@code ./chartwright train note}). The verifier must not be loosened to let a new rule of
 * the writer pass.
 */
@Room(mayUse = {"encounter", "clinical", "models", "specialties"})
@NullMarked
package org.chartwright.note;

import org.chartwright.Room;
import org.jspecify.annotations.NullMarked;
