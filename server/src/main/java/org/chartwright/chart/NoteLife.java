package org.chartwright.chart;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.chartwright.chart.ChartException.Kind;
import org.chartwright.chart.VisitNote.Change;
import org.chartwright.chart.VisitNote.Origin;
import org.chartwright.chart.VisitNote.Section;
import org.chartwright.chart.VisitNote.Sentence;
import org.chartwright.chart.VisitNote.Signature;
import org.chartwright.chart.VisitNote.Status;
import org.chartwright.chart.VisitNote.What;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What may become of a note: a draft is edited any number of times and signed; what was signed is amended, which signs it
 * again, and never overwritten. Any thread.
 */
public final class NoteLife {

    private final Chart chart;
    private final Clock clock;
    private final Signings told;

    /**
     * Of the notes in that record.
     *
     * @param told who must know of signatures
     */
    public NoteLife(Chart chart, Clock clock, Signings told) {
        this.chart = chart;
        this.clock = clock;
        this.told = told;
    }

    /**
     * Who acts on a note.
     *
     * @param account with which they signed in
     * @param name what they are called
     */
    public record Person(String account, String name) {}

    /**
     * Changes a draft.
     *
     * @param from the version that was changed
     * @param sections all of them, as they shall be; sentences keep their ids
     */
    public Kept<VisitNote> edit(TenantId tenant, Person who, Kept<VisitNote> from, List<Section> sections) {
        if (from.entry().status() != Status.PRELIMINARY) {
            throw new ChartException(Kind.FORBIDDEN, "A signed note is not edited. Amend it.");
        }
        VisitNote note = from.entry();
        return chart.change(
                tenant,
                who.account(),
                from,
                with(note, edited(note, sections), Status.PRELIMINARY, null, Change.of(What.EDITED)));
    }

    /**
     * Keeps a draft that was written anew, in whole or in part. That no person's sentence is lost is for the caller.
     *
     * @param template which it follows now
     * @param sections all of that template's
     * @param what rewritten, or speakers
     */
    public Kept<VisitNote> redraft(
            TenantId tenant, Person who, Kept<VisitNote> from, String template, List<Section> sections, What what) {
        if (from.entry().status() != Status.PRELIMINARY) {
            throw new ChartException(Kind.FORBIDDEN, "A signed note is not written anew. Amend it.");
        }
        VisitNote note = from.entry();
        return chart.change(tenant, who.account(), from, new VisitNote(
                note.patient(), note.visit(), note.began(), note.transcript(), template, Status.PRELIMINARY, sections, null,
                Change.of(what)));
    }

    /** Signs a draft; its visit is signed with it. */
    public Kept<VisitNote> sign(TenantId tenant, Person who, Kept<VisitNote> from) {
        if (from.entry().status() != Status.PRELIMINARY) {
            throw new ChartException(Kind.FORBIDDEN, "The note is signed already.");
        }
        return chart.together(tenant, handle -> {
            Kept<VisitNote> signed = signed(
                    handle, tenant, who, from, from.entry().sections(), Status.FINAL, Change.of(What.SIGNED));
            chart.find(handle, tenant, Visit.class, from.entry().visit()).ifPresent(visit -> chart.change(
                    handle, tenant, who.account(), visit, visit.entry().in(Visit.State.SIGNED)));
            return signed;
        });
    }

    /**
     * Changes what was signed and signs it again; the earlier version stays.
     *
     * @param reason why; may be empty
     */
    public Kept<VisitNote> amend(
            TenantId tenant, Person who, Kept<VisitNote> from, List<Section> sections, String reason) {
        if (from.entry().status() == Status.PRELIMINARY) {
            throw new ChartException(Kind.FORBIDDEN, "A draft is edited, not amended.");
        }
        List<Section> changed = edited(from.entry(), sections);
        if (changed.equals(from.entry().sections())) {
            throw new ChartException(Kind.INVALID, "An amendment changes something.");
        }
        return chart.together(tenant, handle -> signed(
                handle, tenant, who, from, changed, Status.AMENDED, new Change(What.AMENDED, reason)));
    }

    private Kept<VisitNote> signed(
            Handle handle,
            TenantId tenant,
            Person who,
            Kept<VisitNote> from,
            List<Section> sections,
            Status status,
            Change change) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        VisitNote note = from.entry();
        Signature signature = new Signature(who.account(), who.name(), now, digest(note, sections));
        Kept<VisitNote> signed =
                chart.change(handle, tenant, who.account(), from, with(note, sections, status, signature, change));
        told.signed(handle, tenant, signed);
        return signed;
    }

    private static VisitNote with(
            VisitNote note, List<Section> sections, Status status, @Nullable Signature signature, Change change) {
        return new VisitNote(
                note.patient(), note.visit(), note.began(), note.transcript(), note.template(), status, sections, signature,
                change);
    }

    /** A person's text is a person's: whoever changes a sentence of the writer's becomes its author. */
    private static List<Section> edited(VisitNote note, List<Section> sections) {
        List<String> names = note.sections().stream().map(Section::name).toList();
        if (!sections.stream().map(Section::name).toList().equals(names)) {
            throw new ChartException(Kind.INVALID, "The sections are those of the note's template, in its order.");
        }
        Map<UUID, Sentence> before = new HashMap<>();
        note.sections().stream().flatMap(section -> section.sentences().stream()).forEach(
                sentence -> before.put(sentence.id(), sentence));
        Map<UUID, Sentence> seen = new HashMap<>();
        return sections.stream()
                .map(section -> new Section(
                        section.name(),
                        section.sentences().stream()
                                .map(sentence -> attributed(before.get(sentence.id()), sentence, seen))
                                .toList()))
                .toList();
    }

    private static Sentence attributed(
            @Nullable Sentence before, Sentence now, Map<UUID, Sentence> seen) {
        if (seen.put(now.id(), now) != null) {
            throw new ChartException(Kind.INVALID, "A sentence stands in a note once.");
        }
        if (before == null) {
            return new Sentence(now.id(), now.text(), now.evidence(), Origin.ADDED, now.verdict());
        }
        boolean same = before.text().equals(now.text()) && before.evidence().equals(now.evidence());
        Origin origin = same ? before.origin() : before.origin() == Origin.ADDED ? Origin.ADDED : Origin.EDITED;
        return new Sentence(now.id(), now.text(), now.evidence(), origin, same ? before.verdict() : now.verdict());
    }

    /** SHA-256 over whom and what is signed: patient, visit, template, and every section with its sentences in order. */
    static String digest(VisitNote note, List<Section> sections) {
        StringBuilder text = new StringBuilder();
        text.append(note.patient()).append('\n').append(note.visit()).append('\n').append(note.template()).append('\n');
        for (Section section : sections) {
            text.append("# ").append(section.name()).append('\n');
            section.sentences().forEach(sentence -> text.append(sentence.text().length())
                    .append(' ')
                    .append(sentence.text())
                    .append('\n'));
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** Whether what a note says is what was signed. */
    public static boolean isAsSigned(VisitNote note) {
        Signature signature = note.signature();
        return signature != null && signature.digest().equals(digest(note, note.sections()));
    }
}
