package org.chartwright.live;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chartwright.encounter.Category;
import org.chartwright.encounter.EntityCategory;
import org.chartwright.encounter.Insight.Code;
import org.chartwright.encounter.Speaker;
import org.chartwright.encounter.TimeSpan;

/**
 * What is understood of a visit so far: who said what, what is named, and a note. All of it is provisional while the visit
 * goes on, and says where in the captions it comes from.
 *
 * @param understood caption by caption, in order of time
 * @param template of the note
 * @param sections of the note, all of them, in the template's order
 * @param isLast whether it is of the whole visit, and so the note that will be filed
 */
public record VisitDraft(
        List<Understood> understood, String template, List<DraftSection> sections, boolean isLast) {

    /** Copies the lists. */
    public VisitDraft {
        understood = List.copyOf(understood);
        sections = List.copyOf(sections);
    }

    /** Leaves the text out. */
    @Override
    public String toString() {
        return "VisitDraft[" + understood.size() + " captions, " + template + "]";
    }

    /**
     * Words of a caption.
     *
     * @param caption its name
     * @param from the first word, from 0
     * @param to the word after the last
     * @param time when they were said
     */
    public record Place(UUID caption, int from, int to, TimeSpan time) {}

    /**
     * What a caption tells.
     *
     * @param caption its name
     * @param parts all of its words, in order
     * @param entities those that begin in it
     */
    public record Understood(UUID caption, List<Part> parts, List<NamedEntity> entities) {

        /** Copies the lists. */
        public Understood {
            parts = List.copyOf(parts);
            entities = List.copyOf(entities);
        }
    }

    /**
     * Words of one person about one thing.
     *
     * @param from the first word of the caption, from 0
     * @param to the word after the last
     * @param speaker who
     * @param category what about
     */
    public record Part(int from, int to, Speaker speaker, Category category) {}

    /**
     * Something clinical that is named.
     *
     * @param category of AWS HealthScribe
     * @param type of AWS HealthScribe
     * @param text as it was said
     * @param place where
     * @param claim what is claimed of it; empty where nothing is
     * @param attributes what belongs to it
     * @param codes what it is called in code systems
     */
    public record NamedEntity(
            EntityCategory category,
            String type,
            String text,
            Place place,
            Optional<String> claim,
            List<Attribute> attributes,
            List<Code> codes) {

        /** Copies the lists. */
        public NamedEntity {
            attributes = List.copyOf(attributes);
            codes = List.copyOf(codes);
        }

        /** Leaves the text out. */
        @Override
        public String toString() {
            return "NamedEntity[" + category + "]";
        }
    }

    /**
     * What belongs to an entity.
     *
     * @param type of AWS HealthScribe
     * @param text as it was said
     * @param time when
     */
    public record Attribute(String type, String text, TimeSpan time) {

        /** Leaves the text out. */
        @Override
        public String toString() {
            return "Attribute[" + type + "]";
        }
    }

    /**
     * A section of the note.
     *
     * @param name of the template
     * @param sentences in order
     */
    public record DraftSection(String name, List<Sentence> sentences) {

        /** Copies the list. */
        public DraftSection {
            sentences = List.copyOf(sentences);
        }
    }

    /**
     * A sentence of the note.
     *
     * @param id stays when the sentence is revised
     * @param text as written
     * @param evidence the words it rests on, never empty
     */
    public record Sentence(UUID id, String text, List<Place> evidence) {

        /** Copies the list. */
        public Sentence {
            evidence = List.copyOf(evidence);
        }

        /** Leaves the text out. */
        @Override
        public String toString() {
            return "Sentence[" + id + "]";
        }
    }
}
