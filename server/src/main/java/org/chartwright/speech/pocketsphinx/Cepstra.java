package org.chartwright.speech.pocketsphinx;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.chartwright.speech.pocketsphinx.SphinxLibrary.Function;

/**
 * PocketSphinx's own front end, noise removal included: sound becomes frames of {@link FeatureMap#SIZE} coefficients, one
 * each 10 ms. Belongs to a decoder and to its thread.
 */
final class Cepstra {

    private static final int HOP = 160;
    private static final int SPARE = 8;
    private static final long FRAME_BYTES = FeatureMap.SIZE * JAVA_FLOAT.byteSize();

    private final MemorySegment front;
    private final Function startStream;
    private final Function start;
    private final Function process;
    private final Function end;

    Cepstra(SphinxLibrary library, MemorySegment decoder) {
        front = library.pointer("ps_get_fe", ADDRESS).pointer(decoder);
        startStream = library.procedure("fe_start_stream", ADDRESS);
        start = library.number("fe_start_utt", ADDRESS);
        process = library.number("fe_process_frames", ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
        end = library.number("fe_end_utt", ADDRESS, ADDRESS, ADDRESS);
    }

    /** The frames of a whole piece, one after the other. */
    float[] of(short[] samples) {
        begin();
        float[] most = more(samples);
        float[] last = end();
        float[] all = Arrays.copyOf(most, most.length + last.length);
        System.arraycopy(last, 0, all, most.length, last.length);
        return all;
    }

    /** Begins a piece that comes bit by bit. */
    void begin() {
        startStream.call(front);
        start.call(front);
    }

    /** The frames that the next bit completes; what is left of it is kept for the one after. */
    float[] more(short[] samples) {
        try (Arena scratch = Arena.ofConfined()) {
            int most = samples.length / HOP + SPARE;
            MemorySegment frames = scratch.allocate(MemoryLayout.sequenceLayout((long) most * FeatureMap.SIZE, JAVA_FLOAT));
            MemorySegment rows = rows(scratch, frames, most);
            MemorySegment at = scratch.allocateFrom(ADDRESS, scratch.allocateFrom(JAVA_SHORT, samples));
            MemorySegment left = scratch.allocate(SphinxLibrary.sizeType());
            MemorySegment count = scratch.allocate(JAVA_INT);
            left.set(JAVA_LONG, 0, samples.length);
            int done = 0;
            int got;
            do {
                count.set(JAVA_INT, 0, most - done);
                process.call(front, at, left, rows.asSlice(done * ADDRESS.byteSize()), count, MemorySegment.NULL);
                got = count.get(JAVA_INT, 0);
                done += got;
            } while (got > 0 && left.get(JAVA_LONG, 0) > 0 && done < most - 1);
            return frames.asSlice(0, done * FRAME_BYTES).toArray(JAVA_FLOAT);
        }
    }

    /** The frame that the end of a piece completes, if any. */
    float[] end() {
        try (Arena scratch = Arena.ofConfined()) {
            MemorySegment frame = scratch.allocate(FRAME_BYTES);
            MemorySegment count = scratch.allocate(JAVA_INT);
            end.call(front, frame, count);
            return frame.asSlice(0, count.get(JAVA_INT, 0) * FRAME_BYTES).toArray(JAVA_FLOAT);
        }
    }

    /** An array of pointers to the frames, as C likes it. */
    static MemorySegment rows(Arena scratch, MemorySegment frames, int count) {
        MemorySegment rows = scratch.allocate(ADDRESS, count);
        for (int i = 0; i < count; i++) {
            rows.setAtIndex(ADDRESS, i, frames.asSlice(i * FRAME_BYTES));
        }
        return rows;
    }
}
