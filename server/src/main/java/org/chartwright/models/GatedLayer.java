package org.chartwright.models;

/**
 * One layer of gated recurrent units (GRU) that reads a sequence in one direction: at each place it decides what of its
 * state to keep and what to take in.
 *
 * @param input from what is read to the three gates' sums: keep, reset, candidate; a row for each input
 * @param recurrent from the state before to the same
 * @param inputBias added to what is read
 * @param recurrentBias added to what comes from the state
 */
public record GatedLayer(float[][] input, float[][] recurrent, float[] inputBias, float[] recurrentBias) {

    /** How many numbers the state is. */
    public int size() {
        return recurrent.length;
    }

    /**
     * What a reading left at each place.
     *
     * @param state after the place was read
     * @param keep how much of the state before was kept
     * @param reset how much of the state before the candidate saw
     * @param candidate what could be taken in
     * @param remembered what the state before said to the candidate
     */
    public record Trace(float[][] state, float[][] keep, float[][] reset, float[][] candidate, float[][] remembered) {

        private static Trace of(int places, int size) {
            return new Trace(
                    new float[places][size], new float[places][size], new float[places][size], new float[places][size],
                    new float[places][size]);
        }
    }

    /**
     * Reads a sequence from its start, or {@code backwards} from its end.
     *
     * @param sequence what is read, times {@link #input}
     */
    public Trace read(float[][] sequence, boolean backwards) {
        int size = size();
        Trace trace = Trace.of(sequence.length, size);
        float[] before = new float[size];
        float[] fromInput = new float[3 * size];
        float[] fromState = new float[3 * size];
        for (int step = 0; step < sequence.length; step++) {
            int place = backwards ? sequence.length - 1 - step : step;
            System.arraycopy(inputBias, 0, fromInput, 0, inputBias.length);
            System.arraycopy(recurrentBias, 0, fromState, 0, recurrentBias.length);
            Rows.add(fromInput, 1, sequence[place]);
            Rows.addProduct(fromState, before, recurrent);
            float[] state = trace.state()[place];
            for (int j = 0; j < size; j++) {
                float keep = Rows.logistic(fromInput[j] + fromState[j]);
                float reset = Rows.logistic(fromInput[size + j] + fromState[size + j]);
                float remembered = fromState[2 * size + j];
                float candidate = Rows.tanh(fromInput[2 * size + j] + reset * remembered);
                trace.keep()[place][j] = keep;
                trace.reset()[place][j] = reset;
                trace.remembered()[place][j] = remembered;
                trace.candidate()[place][j] = candidate;
                state[j] = (1 - keep) * candidate + keep * before[j];
            }
            before = state;
        }
        return trace;
    }
}
