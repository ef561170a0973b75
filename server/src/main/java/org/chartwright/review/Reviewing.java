package org.chartwright.review;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.chartwright.chart.Transcript;
import org.chartwright.chart.VisitNote;
import org.chartwright.chart.VisitNote.Signature;
import org.chartwright.clinical.Lexicon;
import org.chartwright.encounter.Insight;
import org.chartwright.encounter.Segment;
import org.chartwright.encounter.SegmentId;
import org.chartwright.encounter.Span;
import org.chartwright.encounter.Speaker;
import org.chartwright.encounter.Word;
import org.chartwright.note.DraftReport;
import org.chartwright.note.Places;
import org.chartwright.note.Suggestions;
import org.chartwright.note.visit.AfterVisitSummary;
import org.chartwright.review.Review.AfterVisitShown;
import org.chartwright.review.Review.CodeName;
import org.chartwright.review.Review.CodeShown;
import org.chartwright.review.Review.DroppedShown;
import org.chartwright.review.Review.OmissionShown;
import org.chartwright.review.Review.OrderShown;
import org.chartwright.review.Review.SectionShown;
import org.chartwright.review.Review.SentenceShown;
import org.chartwright.review.Review.SignatureShown;
import org.chartwright.review.Review.SpeakerShown;
import org.chartwright.review.Review.StatementShown;
import org.chartwright.review.Review.TopicShown;
import org.chartwright.review.Review.TurnShown;
import org.chartwright.review.Review.VersionShown;
import org.chartwright.review.Review.WordShown;

/** Makes a review of what the record holds and what people have marked. For one review. */
final class Reviewing {

    private static final Map<Lexicon, LookAlikes> LOOK_ALIKES = new ConcurrentHashMap<>();

    private final Folder folder;
    private final Dialogue dialogue;
    private final Inspection inspection;
    private final Set<UUID> seen;
    private final Map<UUID, String> decided;

    Reviewing(Folder folder, Set<UUID> seen, Map<UUID, String> decided) {
        this.folder = folder;
        this.dialogue = Dialogue.of(folder.transcript());
        this.inspection = new Inspection(dialogue, folder.lexicon());
        this.seen = seen;
        this.decided = decided;
    }

    Dialogue dialogue() {
        return dialogue;
    }

    Inspection inspection() {
        return inspection;
    }

    Review review(List<Chronicle.Step> steps) {
        VisitNote note = folder.note().entry();
        List<SectionShown> sections = note.sections().stream()
                .map(section -> new SectionShown(
                        section.name(),
                        Places.title(section.name(), folder.request().template()),
                        section.sentences().stream()
                                .map(one -> inspection.show(one, seen.contains(one.id())))
                                .toList()))
                .toList();
        List<OmissionShown> omissions = omissions();
        Signature signature = note.signature();
        Understanding understanding = folder.understanding();
        return new Review(
                folder.note().id(),
                folder.note().version(),
                note.status().name().toLowerCase(Locale.ROOT),
                speakers(),
                turns(),
                note.template(),
                sections,
                omissions,
                Stream.concat(understanding.draft().report().dropped().stream(), understanding.papers().dropped().stream())
                        .map(Reviewing::dropped)
                        .distinct()
                        .toList(),
                orders(understanding),
                codes(),
                Queue.of(sections, omissions),
                afterVisit(understanding.papers().summary()),
                signature == null ? null : new SignatureShown(signature.name(), signature.at()),
                steps.stream().map(Reviewing::version).toList());
    }

    /** What the note does not say, the weightiest first. */
    List<OmissionShown> omissions() {
        List<String> written = folder.note().entry().sections().stream()
                .flatMap(section -> section.sentences().stream())
                .map(VisitNote.Sentence::text)
                .toList();
        List<String> sections = folder.note().entry().sections().stream().map(VisitNote.Section::name).toList();
        return folder.understanding().suggestions().besides(written).stream()
                .map(one -> omission(one, sections))
                .toList();
    }

    private OmissionShown omission(Suggestions.Suggestion one, List<String> sections) {
        UUID id = id("omission/" + one.name());
        return new OmissionShown(
                id,
                one.name(),
                one.text(),
                sections.contains(one.section()) ? one.section() : sections.getLast(),
                dialogue.places(one.evidence()),
                one.weight(),
                seen.contains(id));
    }

    /** The same thing has the same id each time, and in no other visit. */
    private UUID id(String name) {
        return UUID.nameUUIDFromBytes((folder.visit().id() + "/" + name).getBytes(StandardCharsets.UTF_8));
    }

    private List<SpeakerShown> speakers() {
        Map<String, String> labels = folder.transcript().entry().labels();
        List<Speaker> speakers = dialogue.segments().stream()
                .map(Segment::speaker)
                .distinct()
                .sorted(Comparator.comparing(Speaker::role).thenComparing(Speaker::number))
                .toList();
        return speakers.stream()
                .map(one -> new SpeakerShown(
                        one.label(),
                        one.role().name().toLowerCase(Locale.ROOT),
                        labels.getOrDefault(one.label(), usualLabel(one))))
                .toList();
    }

    private static String usualLabel(Speaker speaker) {
        String role = switch (speaker.role()) {
            case CLINICIAN -> "Clinician";
            case PATIENT -> "Patient";
        };
        return speaker.number() == 0 ? role : role + " " + (speaker.number() + 1);
    }

    private List<TurnShown> turns() {
        Map<SegmentId, String[]> entities = entities();
        LookAlikes alike = LOOK_ALIKES.computeIfAbsent(folder.lexicon(), LookAlikes::new);
        Map<Integer, List<WordShown>> words = new LinkedHashMap<>();
        Map<Integer, Segment> firsts = new HashMap<>();
        for (int i = 0; i < dialogue.segments().size(); i++) {
            Segment segment = dialogue.segments().get(i);
            firsts.putIfAbsent(segment.turn(), segment);
            String[] entity = entities.get(segment.id());
            List<WordShown> own = words.computeIfAbsent(segment.turn(), _ -> new ArrayList<>());
            for (int w = 0; w < segment.words().size(); w++) {
                Word word = segment.words().get(w);
                List<String> like = word.confidence() < Inspection.UNCERTAIN ? alike.of(word.text()).orElse(null) : null;
                own.add(new WordShown(
                        dialogue.firstWord(i) + w,
                        word.rendered(),
                        word.time().startMillis(),
                        word.time().endMillis(),
                        Math.round(word.confidence() * 100) / 100.0,
                        like,
                        entity == null || entity[w].isEmpty() ? null : entity[w]));
            }
        }
        List<TurnShown> turns = new ArrayList<>();
        words.forEach((turn, own) -> turns.add(new TurnShown(
                turn,
                java.util.Objects.requireNonNull(firsts.get(turn)).speaker().label(),
                own.getFirst().begin(),
                own.stream().mapToLong(WordShown::end).max().orElse(0),
                own)));
        return turns;
    }

    /** For each segment with entities, the category of each of its words that is part of one. */
    private Map<SegmentId, String[]> entities() {
        Map<SegmentId, Segment> segments = new HashMap<>();
        dialogue.segments().forEach(segment -> segments.put(segment.id(), segment));
        Map<SegmentId, String[]> entities = new HashMap<>();
        for (Insight insight : folder.transcript().entry().insights()) {
            for (Span span : insight.spans()) {
                Segment segment = segments.get(span.segment());
                if (segment != null) {
                    String[] own = entities.computeIfAbsent(span.segment(), _ -> empty(segment.words().size()));
                    mark(segment, span, own, insight.category().name());
                }
            }
        }
        return entities;
    }

    private static String[] empty(int size) {
        String[] entities = new String[size];
        Arrays.fill(entities, "");
        return entities;
    }

    private static void mark(Segment segment, Span span, String[] entities, String category) {
        int offset = 0;
        for (int w = 0; w < segment.words().size(); w++) {
            int next = offset + segment.words().get(w).rendered().length();
            if (offset < span.end() && next > span.begin()) {
                entities[w] = category;
            }
            offset = next + 1;
        }
    }

    private static DroppedShown dropped(DraftReport.Dropped one) {
        return new DroppedShown(one.statement().text(), Inspection.words(one.verdict()));
    }

    private List<OrderShown> orders(Understanding understanding) {
        List<Segment> segments = understanding.reading().segments();
        return understanding.papers().orders().stream()
                .map(order -> new OrderShown(
                        id("order/" + order.text() + order.evidence()),
                        order.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        order.text(),
                        dialogue.places(order.evidence().stream().map(index -> segments.get(index).id()).toList()),
                        order.codes().isEmpty() ? null : name(order.codes().getFirst())))
                .toList();
    }

    private static CodeName name(Insight.Code code) {
        return new CodeName(code.system(), code.code(), code.display());
    }

    /** Of what the patient has or takes; what was denied or is another's has no code here. */
    private List<CodeShown> codes() {
        Transcript transcript = folder.transcript().entry();
        Map<CodeName, List<SegmentId>> found = new LinkedHashMap<>();
        for (Transcript.Fact fact : transcript.facts()) {
            Insight insight = transcript.insights().get(fact.insight());
            if (fact.assertion().equals("PRESENT") && fact.subject().equals("PATIENT") && !insight.codes().isEmpty()) {
                found.computeIfAbsent(name(insight.codes().getFirst()), _ -> new ArrayList<>()).addAll(fact.evidence());
            }
        }
        List<CodeShown> codes = new ArrayList<>();
        found.forEach((name, evidence) -> {
            UUID id = id("code/" + name.system() + "/" + name.code());
            codes.add(new CodeShown(
                    id, name.system(), name.code(), name.display(), dialogue.places(evidence),
                    decided.getOrDefault(id, "proposed")));
        });
        return codes;
    }

    private AfterVisitShown afterVisit(AfterVisitSummary summary) {
        return new AfterVisitShown(
                summary.parts().stream()
                        .map(part -> new TopicShown(
                                part.topic().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                                part.topic().title(),
                                part.statements().stream()
                                        .map(one -> new StatementShown(one.text(), dialogue.places(one.evidence())))
                                        .toList()))
                        .toList(),
                Math.round(summary.grade() * 10) / 10.0);
    }

    private static VersionShown version(Chronicle.Step step) {
        VisitNote.Change change = step.change();
        return new VersionShown(
                step.version(),
                step.at(),
                step.author(),
                change.what().name().toLowerCase(Locale.ROOT),
                change.reason().isEmpty() ? null : change.reason());
    }

    /** Sentences that must be looked at before anybody signs, and were not, among those sections. */
    List<SentenceShown> unseen(List<VisitNote.Section> sections) {
        return sections.stream()
                .flatMap(section -> section.sentences().stream())
                .map(one -> inspection.show(one, seen.contains(one.id())))
                .filter(one -> one.red() && !one.seen())
                .toList();
    }
}
