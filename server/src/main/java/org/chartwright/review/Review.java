package org.chartwright.review;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chartwright.chart.VisitNote.Origin;
import org.jspecify.annotations.Nullable;

/**
 * All that a person sees of a visit's note, in the shapes that docs/workspace-api.md tells of. Immutable.
 *
 * @param note its id
 * @param version which version this is
 * @param status preliminary, final or amended
 * @param speakers who spoke
 * @param turns what was said
 * @param template the note's template
 * @param sections all of them, in order
 * @param omissions what the note does not say
 * @param dropped what the writer did not dare to say
 * @param orders what was proposed to be ordered
 * @param codes proposed names in code systems
 * @param queue ids of what needs eyes, the worst first
 * @param afterVisit for the patient
 * @param signature who stands by it, or null
 * @param history all versions, the newest first
 */
public record Review(
        UUID note,
        int version,
        String status,
        List<SpeakerShown> speakers,
        List<TurnShown> turns,
        String template,
        List<SectionShown> sections,
        List<OmissionShown> omissions,
        List<DroppedShown> dropped,
        List<OrderShown> orders,
        List<CodeShown> codes,
        List<UUID> queue,
        AfterVisitShown afterVisit,
        @Nullable SignatureShown signature,
        List<VersionShown> history) {

    /** What pages call an origin. */
    public static String word(Origin origin) {
        return switch (origin) {
            case DRAFTED -> "draft";
            case EDITED -> "edited";
            case ADDED -> "added";
        };
    }

    /** Somebody who spoke. */
    public record SpeakerShown(String id, String role, String label) {}

    /** What one person said without another taking over; times in milliseconds. */
    public record TurnShown(int id, String speaker, long begin, long end, List<WordShown> words) {}

    /** A word with its number in the visit. */
    public record WordShown(
            int id,
            String text,
            long begin,
            long end,
            double confidence,
            @Nullable List<String> lookAlike,
            @Nullable String entity) {

        /** Leaves the text out. */
        @Override
        public String toString() {
            return "WordShown[" + id + "]";
        }
    }

    /** Words of a turn, both ends included, and when they were said. */
    public record Evidence(int turn, int from, int to, long begin, long end) {}

    /** A part of the note. */
    public record SectionShown(String name, String title, List<SentenceShown> sentences) {}

    /** A sentence with all that is known of it. */
    public record SentenceShown(
            UUID id,
            String text,
            String verdict,
            List<String> reasons,
            double confidence,
            List<String> flags,
            boolean red,
            boolean seen,
            String origin,
            List<Evidence> evidence) {

        /** Leaves the text out. */
        @Override
        public String toString() {
            return "SentenceShown[" + id + ", " + verdict + "]";
        }
    }

    /** Something the note does not say. */
    public record OmissionShown(
            UUID id, String name, String text, String section, List<Evidence> evidence, double rank, boolean seen) {

        /** Leaves the texts out. */
        @Override
        public String toString() {
            return "OmissionShown[" + id + "]";
        }
    }

    /** Something the writer did not dare to say, and why. */
    public record DroppedShown(String text, List<String> reasons) {

        /** Leaves the text out. */
        @Override
        public String toString() {
            return "DroppedShown" + reasons;
        }
    }

    /** Something to be ordered. */
    public record OrderShown(UUID id, String kind, String text, List<Evidence> evidence, @Nullable CodeName code) {

        /** Leaves the text out. */
        @Override
        public String toString() {
            return "OrderShown[" + kind + "]";
        }
    }

    /** A name in a code system. */
    public record CodeName(String system, String code, String display) {}

    /** A proposed code; state is proposed, accepted or refused. */
    public record CodeShown(UUID id, String system, String code, String display, List<Evidence> evidence, String state) {

        /** Leaves the code out. */
        @Override
        public String toString() {
            return "CodeShown[" + state + "]";
        }
    }

    /** What the patient takes home, and how hard it is to read. */
    public record AfterVisitShown(List<TopicShown> parts, double grade) {}

    /** A part of it. */
    public record TopicShown(String topic, String title, List<StatementShown> sentences) {}

    /** A sentence of it. */
    public record StatementShown(String text, List<Evidence> evidence) {

        /** Leaves the text out. */
        @Override
        public String toString() {
            return "StatementShown[]";
        }
    }

    /** Who signed, and when. */
    public record SignatureShown(String by, Instant at) {}

    /** A version and what made it. */
    public record VersionShown(int version, Instant at, String by, String what, @Nullable String reason) {}

    /** Leaves everything out. */
    @Override
    public String toString() {
        return "Review[" + note + ", " + version + "]";
    }
}
