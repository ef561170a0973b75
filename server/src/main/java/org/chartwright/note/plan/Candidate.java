package org.chartwright.note.plan;

import java.util.List;

/**
 * Something the note could say.
 *
 * @param kind where it comes from
 * @param part where it would stand
 * @param label under what it stands in plain text, such as {@code "- Medical Treatment: "}; usually empty
 * @param text how it would be written
 * @param evidence indexes of the segments it rests on, ascending, never empty
 * @param features what the learned parts look at
 * @param order where it stands among its like: the index of the clause it came from
 */
public record Candidate(
        Kind kind,
        Part part,
        String label,
        String text,
        List<Integer> evidence,
        List<String> features,
        int order) {

    /** Where a candidate comes from. */
    public enum Kind {
        /** What the clinician said. */
        CLINICIAN,
        /** What the patient said. */
        PATIENT,
        /** A question and its answer. */
        ANSWER,
        /** Facts written by a template. */
        FACT
    }

    /** Copies the lists. */
    public Candidate {
        evidence = List.copyOf(evidence);
        features = List.copyOf(features);
        if (text.isBlank() || evidence.isEmpty()) {
            throw new IllegalArgumentException("A candidate needs text and evidence");
        }
    }

    /** Whether this names a problem below which others stand. */
    public boolean heading() {
        return text.matches("\\d+\\. .*");
    }

    /** The same written in another way. */
    public Candidate written(String newText) {
        return new Candidate(kind, part, label, newText, evidence, features, order);
    }

    /** The same under a label. */
    public Candidate under(String newLabel) {
        return new Candidate(kind, part, newLabel, text, evidence, features, order);
    }

    /** The same in another part. */
    public Candidate in(Part newPart) {
        return new Candidate(kind, newPart, label, text, evidence, features, order);
    }

    /** Leaves the text out: it is a patient's story. */
    @Override
    public String toString() {
        return "Candidate[" + kind + ", " + part + ", " + text.length() + " chars]";
    }
}
