package org.chartwright.clinical;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chartwright.encounter.EntityCategory;
import org.chartwright.encounter.Segment;

/** Finds the entities of a visit, sentence by sentence, and links what belongs to them. */
final class EntityFinder {

    private static final Set<String> PERSON_CONTEXT = Set.of(
            "old", "pleasant", "white", "black", "caucasian", "hispanic", "asian", "identify", "year", "handed",
            "latino", "african", "american", "right", "healthy");
    private static final Set<String> WORK = Set.of(
            "work", "works", "working", "worked", "job", "living", "career", "profession", "occupation", "employed",
            "retired", "business", "employer");
    private static final Set<String> ARTICLES = Set.of("a", "an", "as", "am", "'m", "retired", "former");
    private static final Set<String> SOFT_DRINKS =
            Set.of("water", "fluids", "coffee", "tea", "soda", "sodas", "milk", "juice", "pop", "gatorade");
    private static final Set<String> CUES = Set.of("allergy", "drug allergy");

    private final Lexicon lexicon;
    private final PieceFinder pieces = new PieceFinder();
    private final PrivateData privateData = new PrivateData();
    private final SiteLinker siteLinker;

    EntityFinder(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.siteLinker = new SiteLinker(lexicon);
    }

    /** One text for each segment, with its entities in order of appearance. */
    List<SentenceText> find(List<Segment> segments) {
        List<SentenceText> texts = new ArrayList<>(segments.size());
        for (int i = 0; i < segments.size(); i++) {
            SentenceText text = new SentenceText(i, segments.get(i));
            texts.add(text);
            terms(text);
            allergens(text, texts);
            people(text, texts);
            pieces(text);
            siteLinker.link(text);
            MedicationLinker.link(text, texts);
            TestLinker.link(text, texts);
            TimeLinker.link(text, texts);
            privateData.find(text, texts);
            siteLinker.correctWithin(text);
            siteLinker.correct(text, texts);
            text.entities.addAll(text.sites);
            text.entities.sort((a, b) -> Integer.compare(a.begin, b.begin));
        }
        return texts;
    }

    private void terms(SentenceText text) {
        for (TermTrie.Match match : lexicon.matches(text.tokens)) {
            Concept concept = match.term().concept();
            boolean soft = concept != null && concept.name().equals("drinking") && text.holds(SOFT_DRINKS);
            if (concept == null || soft || match.end() <= match.begin()) {
                continue;
            }
            int end = headEnd(text, match, concept);
            Entity entity = new Entity(
                    text, match.begin(), end, match.term().category(), match.term().type(), concept);
            if (end < match.end()) {
                site(text, entity, end + 1, match.end());
            }
            (entity.is(EntityCategory.ANATOMY) ? text.sites : text.entities).add(entity);
        }
    }

    /** Where "swelling" ends in "swelling in my legs", when the rest names a part of the body; else where it all ends. */
    private int headEnd(SentenceText text, TermTrie.Match match, Concept concept) {
        boolean condition = match.term().category() == EntityCategory.MEDICAL_CONDITION && concept.kind() == ConceptKind.SYMPTOM;
        for (int i = match.begin() + 1; condition && i < match.end() - 1; i++) {
            if (text.isOneOf(i, Set.of("in", "of", "on")) && anatomy(text, i + 1, match.end())) {
                return i;
            }
        }
        return match.end();
    }

    private boolean anatomy(SentenceText text, int begin, int end) {
        return lexicon.matches(text.tokens.subList(begin, end)).stream()
                .anyMatch(inner -> inner.term().category() == EntityCategory.ANATOMY);
    }

    private void site(SentenceText text, Entity entity, int begin, int end) {
        for (TermTrie.Match inner : lexicon.matches(text.tokens.subList(begin, end))) {
            if (inner.term().category() == EntityCategory.ANATOMY) {
                entity.attach("SYSTEM_ORGAN_SITE", text.span(begin + inner.begin(), begin + inner.end()));
            }
        }
    }

    private void pieces(SentenceText text) {
        for (Piece piece : pieces.find(text.tokens)) {
            boolean free = true;
            for (int token = piece.begin(); token < piece.end(); token++) {
                free &= !text.taken(token);
            }
            if (free) {
                text.pieces.add(piece);
                text.allPieces.add(piece);
            }
        }
    }

    /** What follows "allergic to", and what answers "any allergies?", is an allergen and not something taken. */
    private static void allergens(SentenceText text, List<SentenceText> texts) {
        int cueEnd = -1;
        for (Entity entity : text.entities) {
            boolean cue = entity.concept != null && CUES.contains(entity.concept.name());
            if (cue) {
                cueEnd = entity.end;
            } else if (cueEnd >= 0 && entity.begin - cueEnd <= 6 && entity.is(EntityCategory.MEDICATION)) {
                asAllergen(entity);
                cueEnd = entity.end;
            }
        }
        boolean goesOn = text.tokens.size() <= 7 && recently(texts, text.index);
        if (cueEnd < 0 && (goesOn || (asksFor(texts, text.index, CUES) && !text.byClinician()))) {
            text.entities.stream()
                    .filter(entity -> entity.is(EntityCategory.MEDICATION))
                    .forEach(EntityFinder::asAllergen);
        }
    }

    /** Whether one of the last few sentences spoke of allergies: "Are you sure? Penicillin or sulfa?" */
    private static boolean recently(List<SentenceText> texts, int index) {
        return texts.subList(Math.max(0, index - 4), index).stream()
                .flatMap(text -> text.entities.stream())
                .anyMatch(entity -> entity.concept != null && CUES.contains(entity.concept.name()));
    }

    private static void asAllergen(Entity entity) {
        entity.category = EntityCategory.BEHAVIORAL_ENVIRONMENTAL_SOCIAL;
        entity.type = "ALLERGIES";
    }

    /** Whether the last sentence of the other speaker before this one names one of these concepts. */
    private static boolean asksFor(List<SentenceText> texts, int index, Set<String> concepts) {
        SentenceText here = texts.get(index);
        for (int i = index - 1; i >= Math.max(0, index - 3); i--) {
            if (texts.get(i).byClinician() != here.byClinician()) {
                return texts.get(i).entities.stream()
                        .anyMatch(entity -> entity.concept != null && concepts.contains(entity.concept.name()));
            }
        }
        return false;
    }

    /** Words for people are kept where they describe the patient and not anybody. */
    private static void people(SentenceText text, List<SentenceText> texts) {
        text.entities.removeIf(entity -> {
            if (!entity.isOf(ConceptKind.PERSON)) {
                return false;
            }
            if (entity.type.equals("PROFESSION")) {
                boolean asked = text.index > 0 && texts.get(text.index - 1).holds(WORK);
                boolean named = text.isOneOf(entity.begin - 1, ARTICLES) && !text.byClinician();
                boolean self = entity.concept != null && Set.of("retired", "disabled").contains(entity.concept.name());
                return !(asked || named || text.holds(WORK) || self);
            }
            for (int i = Math.max(0, entity.begin - 4); i < entity.begin; i++) {
                if (text.isOneOf(i, PERSON_CONTEXT)) {
                    return false;
                }
            }
            return !text.holds(Set.of("identify", "race", "ethnicity"))
                    && !(text.index > 0 && texts.get(text.index - 1).holds(Set.of("race", "ethnicity", "identify")));
        });
    }
}
