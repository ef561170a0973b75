/** The back room where spoken clauses become written clinical sentences: cleaning, person, verbs, wording, layout. */
@NullMarked
package org.chartwright.note.prose;

import org.jspecify.annotations.NullMarked;
