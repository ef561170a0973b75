/** The back room of note templates that users write: the file, what is wrong with it, and the folder it lies in. */
@NullMarked
package org.chartwright.note.custom;

import org.jspecify.annotations.NullMarked;
