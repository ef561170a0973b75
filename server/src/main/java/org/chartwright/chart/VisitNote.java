package org.chartwright.chart;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chartwright.encounter.SegmentId;
import org.jspecify.annotations.Nullable;

/**
 * The note of a visit. What may become of it: {@link NoteLife}.
 *
 * @param patient whom it is about
 * @param visit which visit it tells of
 * @param began when that visit began
 * @param transcript what it rests on
 * @param template the name of its template
 * @param status how far it is
 * @param sections all sections of the template, in order, also the empty ones
 * @param signature who stands by it, or null before it is signed
 * @param change what made this version
 */
public record VisitNote(
        UUID patient,
        UUID visit,
        Instant began,
        UUID transcript,
        String template,
        Status status,
        List<Section> sections,
        @Nullable Signature signature,
        Change change)
        implements Entry {

    /**
     * What made a version.
     *
     * @param what which sort of change
     * @param reason why, in its author's words; empty where nobody said
     */
    public record Change(What what, String reason) {

        /** Without a reason. */
        public static Change of(What what) {
            return new Change(what, "");
        }

        /** Leaves the reason out. */
        @Override
        public String toString() {
            return "Change[" + what + "]";
        }
    }

    /** Sorts of changes. */
    public enum What {
        /** The writer wrote it. */
        DRAFTED,
        /** A person changed it. */
        EDITED,
        /** A section was written anew, or all by another template. */
        REWRITTEN,
        /** It was repaired who said what. */
        SPEAKERS,
        /** It was signed. */
        SIGNED,
        /** It was changed after it was signed, and signed again. */
        AMENDED
    }

    /** How far a note is, as FHIR's composition has it. */
    public enum Status {
        /** A draft. */
        PRELIMINARY,
        /** Signed. */
        FINAL,
        /** Changed and signed again after it was signed. */
        AMENDED
    }

    /** Copies the sections; a note is signed exactly when it is no draft. Older versions do not say what made them. */
    public VisitNote {
        change = change == null
                ? Change.of(switch (status) {
                    case PRELIMINARY -> What.DRAFTED;
                    case FINAL -> What.SIGNED;
                    case AMENDED -> What.AMENDED;
                })
                : change;
        sections = List.copyOf(sections);
        if ((signature == null) != (status == Status.PRELIMINARY)) {
            throw new IllegalArgumentException("A note is signed exactly when it is no draft");
        }
    }

    /**
     * A part of a note.
     *
     * @param name such as {@code CHIEF_COMPLAINT}
     * @param sentences what it says, in order
     */
    public record Section(String name, List<Sentence> sentences) {

        /** Copies the sentences. */
        public Section {
            sentences = List.copyOf(sentences);
        }
    }

    /** Where a sentence comes from. */
    public enum Origin {
        /** The writer wrote it, and nobody changed it. */
        DRAFTED,
        /** A person changed what the writer wrote. */
        EDITED,
        /** A person wrote it. */
        ADDED
    }

    /**
     * A sentence of a note.
     *
     * @param id stays the same through all versions of the note
     * @param text what it says
     * @param evidence the segments it rests on; only a person's sentence may have none
     * @param origin who wrote it
     * @param verdict the verifier's finding on it, such as {@code SUPPORTED}
     */
    public record Sentence(UUID id, String text, List<SegmentId> evidence, Origin origin, String verdict) {

        /** Copies the evidence. */
        public Sentence {
            evidence = List.copyOf(evidence);
            if (text.isBlank()) {
                throw new IllegalArgumentException("A sentence needs text");
            }
            if (origin == Origin.DRAFTED && evidence.isEmpty()) {
                throw new IllegalArgumentException("What the writer writes has evidence");
            }
        }

        /** Leaves the text out: it is a patient's story. */
        @Override
        public String toString() {
            return "Sentence[" + origin + ", " + verdict + ", " + evidence.size() + " links]";
        }
    }

    /**
     * Who stands by a note.
     *
     * @param by the account that signed
     * @param name that person's name at the time
     * @param at when
     * @param digest SHA-256, in lower hex, over what was signed: {@link NoteLife#digest}
     */
    public record Signature(String by, String name, Instant at, String digest) {}

    @Override
    public UUID scope(UUID id) {
        return visit;
    }

    @Override
    public Set<Find> findings() {
        return Set.of(
                new Find("patient", patient.toString()),
                new Find("visit", visit.toString()),
                new Find("template", template),
                new Find("status", status.name()));
    }

    @Override
    public Instant moment() {
        return began;
    }

    /** Leaves the text out. */
    @Override
    public String toString() {
        return "VisitNote[" + template + ", " + status + "]";
    }
}
