package org.chartwright.clinical;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.chartwright.encounter.EntityCategory;
import org.chartwright.encounter.Insight;
import org.chartwright.encounter.Insight.Attribute;
import org.chartwright.encounter.Span;
import org.jspecify.annotations.Nullable;

/** An entity in the making: attributes are still being found for it. */
final class Entity {

    final SentenceText home;
    final int begin;
    final int end;
    EntityCategory category;
    String type;
    @Nullable Concept concept;
    /** Indexes of later segments that put this entity right. */
    final List<Integer> corrections = new ArrayList<>();
    private final List<Attribute> attributes = new ArrayList<>();

    Entity(SentenceText home, int begin, int end, EntityCategory category, String type, @Nullable Concept concept) {
        this.home = home;
        this.begin = begin;
        this.end = end;
        this.category = category;
        this.type = type;
        this.concept = concept;
    }

    boolean is(EntityCategory wanted) {
        return category == wanted;
    }

    boolean isOf(ConceptKind kind) {
        return concept != null && concept.kind() == kind;
    }

    /** Adds an attribute unless the entity has one of that type at that place. */
    void attach(String attributeType, Span span) {
        Attribute attribute = new Attribute(attributeType, List.of(span));
        if (!attributes.contains(attribute)) {
            attributes.add(attribute);
        }
    }

    /** Puts another attribute in the place of those of its type: somebody corrected themselves. */
    void replace(String attributeType, Span span) {
        replace(attributeType, List.of(span));
    }

    /** The same where what is right stands in pieces: a number that puts another right, and the unit that stays. */
    void replace(String attributeType, List<Span> spans) {
        attributes.removeIf(attribute -> attribute.type().equals(attributeType));
        attributes.add(new Attribute(attributeType, spans));
    }

    /** Whether an attribute of that type is said there. */
    boolean has(String attributeType, Span span) {
        return attributes.contains(new Attribute(attributeType, List.of(span)));
    }

    boolean has(String attributeType) {
        return attributes.stream().anyMatch(attribute -> attribute.type().equals(attributeType));
    }

    Span span() {
        return home.span(begin, end);
    }

    Insight insight() {
        List<Attribute> inOrder = attributes.stream()
                .sorted(Comparator.comparingInt(
                        attribute -> attribute.spans().getFirst().begin()))
                .toList();
        Concept known = concept;
        return new Insight(category, type, List.of(span()), inOrder, known == null ? List.of() : known.codes());
    }

    /** The tokens between this entity and a stretch of tokens of the same sentence; negative when they overlap. */
    int distance(int otherBegin, int otherEnd) {
        return otherBegin >= end ? otherBegin - end : begin - otherEnd;
    }
}
