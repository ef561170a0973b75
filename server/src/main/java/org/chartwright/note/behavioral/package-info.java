/**
 * The back room of therapy sessions: what a person wants to reach, what the therapist did, how the person answered, what has
 * changed. How each is recognised and written is data in {@code session.txt}.
 */
@NullMarked
package org.chartwright.note.behavioral;

import org.jspecify.annotations.NullMarked;
