package org.chartwright.encounter;

/**
 * Characters of a segment's text.
 *
 * @param segment whose text
 * @param begin first UTF-16 unit, from 0
 * @param end end, exclusive; after the begin
 */
public record Span(SegmentId segment, int begin, int end) {

    /** Checks the order of the ends. */
    public Span {
        if (begin < 0 || end <= begin) {
            throw new IllegalArgumentException("Bad span " + begin + ".." + end);
        }
    }

    /** The characters it covers in the text of its segment. */
    public String in(Segment owner) {
        if (!owner.id().equals(segment)) {
            throw new IllegalArgumentException("Span of another segment");
        }
        return owner.text().substring(begin, end);
    }
}
