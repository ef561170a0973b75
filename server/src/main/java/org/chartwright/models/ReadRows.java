package org.chartwright.models;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The features' rows as a layer reads them, each multiplied by the layer's input weights when it is first asked for: of what
 * reading costs, that is nearly a half, and words come again and again. Who asks first makes no difference to the result.
 */
final class ReadRows {

    private final float[][] rows;
    private final float[][] input;
    private final AtomicReferenceArray<float[]> known;

    ReadRows(float[][] rows, GatedLayer layer) {
        this.rows = rows;
        this.input = layer.input();
        this.known = new AtomicReferenceArray<>(rows.length);
    }

    /** What a feature adds at a place of a sequence. */
    float[] row(int feature) {
        float[] row = known.get(feature);
        if (row == null) {
            row = new float[input[0].length];
            Rows.addProduct(row, rows[feature], input);
            known.set(feature, row);
        }
        return row;
    }
}
