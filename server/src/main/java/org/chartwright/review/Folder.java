package org.chartwright.review;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.chartwright.chart.Chart;
import org.chartwright.chart.Find;
import org.chartwright.chart.Kept;
import org.chartwright.chart.Query;
import org.chartwright.chart.Transcript;
import org.chartwright.chart.Visit;
import org.chartwright.chart.VisitNote;
import org.chartwright.clinical.Lexicon;
import org.chartwright.encounter.NoteForm;
import org.chartwright.encounter.NoteTemplate;
import org.chartwright.encounter.Pronouns;
import org.chartwright.note.NoteRequest;
import org.chartwright.note.custom.TemplateException;
import org.chartwright.scribing.NoteDesk;
import org.chartwright.specialties.Specialty;
import org.jspecify.annotations.Nullable;

/**
 * All that the record holds of a visit with a note, as it is now. Immutable.
 *
 * @param visit the visit
 * @param note the newest version of its note
 * @param transcript what it rests on
 * @param request how its writer was asked
 */
record Folder(Kept<Visit> visit, Kept<VisitNote> note, Kept<Transcript> transcript, NoteRequest request) {

    static Folder open(Chart chart, NoteDesk desk, TenantId tenant, UUID id) {
        Kept<Visit> visit = chart.find(tenant, Visit.class, id).orElseThrow(ReviewException::missing);
        List<Kept<VisitNote>> notes = chart.search(
                        tenant, VisitNote.class, Query.of(new Find("visit", id.toString())), 0, 1)
                .entries();
        if (notes.isEmpty()) {
            throw ReviewException.missing();
        }
        Kept<VisitNote> note = notes.getFirst();
        Kept<Transcript> transcript = Understanding.transcript(chart, tenant, note.entry().transcript())
                .orElseThrow(ReviewException::missing);
        return new Folder(visit, note, transcript, request(desk, visit.entry().plan(), note.entry().template()));
    }

    /** How a visit's writer is asked for a note of that template. */
    static NoteRequest request(NoteDesk desk, Visit.Plan plan, String template) {
        Specialty specialty = Specialty.named(plan.specialty()).orElse(desk.usual());
        Pronouns pronouns = plan.pronouns().isEmpty() ? Pronouns.THEY_THEM : Pronouns.valueOf(plan.pronouns());
        // A template of a user's own may have gone since; then its sections are shown, but none is written anew.
        NoteForm form = form(desk, template).orElse(NoteTemplate.HISTORY_AND_PHYSICAL);
        return new NoteRequest(form, pronouns, specialty);
    }

    static Optional<NoteForm> form(NoteDesk desk, String template) {
        try {
            return desk.form(template);
        } catch (TemplateException _) {
            return Optional.empty();
        }
    }

    /** Refuses what was made from another version. */
    Folder at(int version) {
        if (note.version() != version) {
            throw ReviewException.stale(note.version());
        }
        return this;
    }

    Folder with(Kept<VisitNote> newer, @Nullable Kept<Transcript> repaired) {
        return new Folder(visit, newer, repaired == null ? transcript : repaired, request);
    }

    Lexicon lexicon() {
        return Lexicon.of(request.specialty());
    }

    Understanding understanding() {
        return Understanding.of(transcript, request);
    }
}
