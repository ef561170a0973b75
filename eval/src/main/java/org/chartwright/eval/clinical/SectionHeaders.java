package org.chartwright.eval.clinical;

import java.util.List;
import org.chartwright.encounter.Turn;
import org.chartwright.models.LinearModel;

/**
 * Names the section of a note that a short dialogue belongs in: one of MTS-Dialog's twenty headers, such as {@code GENHX}
 * or {@code MEDICATIONS}. Learned by {@code ./chartwright train sections}. Immutable, safe for any number of threads.
 */
final class SectionHeaders {

    private final LinearModel model;

    private SectionHeaders(LinearModel model) {
        this.model = model;
    }

    private static final class Standard {
        private static final SectionHeaders HEADERS =
                new SectionHeaders(LinearModel.load(SectionHeaders.class, "sections.model"));
    }

    /** The classifier that comes with the product; its model is read once. */
    static SectionHeaders standard() {
        return Standard.HEADERS;
    }

    /** The header that fits best. */
    String header(List<Turn> turns) {
        return model.labels().get(LinearModel.best(model.scores(SectionFeatures.of(turns))));
    }
}
