package org.chartwright.wording;

import java.util.List;

/** Knows one way in which numbers are said. */
interface NumberRule {

    /** The pieces that stand for the words from {@code i} on, without gaps between them; none where the rule does not fit. */
    List<Piece> at(Heard heard, int i);
}
