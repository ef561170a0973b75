package org.chartwright.fhir;

import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.chartwright.access.TenantId;
import org.chartwright.chart.Chart;
import org.chartwright.chart.Find;
import org.chartwright.chart.Kept;
import org.chartwright.chart.Query;
import org.chartwright.chart.Transcript;
import org.chartwright.chart.Transcript.Fact;
import org.chartwright.chart.VisitNote;
import org.chartwright.encounter.SegmentId;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Notes with what they rest on, and the resources that are made of single facts of them. Any thread. */
final class Evidence {

    private static final int NOTES_AT_ONCE = 100;

    private final Chart chart;

    Evidence(Chart chart) {
        this.chart = chart;
    }

    /**
     * A note with its transcript.
     *
     * @param note the note
     * @param transcript what it rests on
     */
    record Rested(Kept<VisitNote> note, Kept<Transcript> transcript) {

        /** The facts that a sentence of the note rests on, each with its index in the transcript. */
        List<Indexed> facts() {
            Set<SegmentId> cited = new HashSet<>();
            note.entry().sections().stream()
                    .flatMap(section -> section.sentences().stream())
                    .forEach(sentence -> cited.addAll(sentence.evidence()));
            List<Indexed> facts = new ArrayList<>();
            List<Fact> all = transcript.entry().facts();
            for (int i = 0; i < all.size(); i++) {
                if (all.get(i).evidence().stream().anyMatch(cited::contains)) {
                    facts.add(new Indexed(i, all.get(i)));
                }
            }
            return facts;
        }
    }

    /**
     * A fact and where it stands.
     *
     * @param index in the transcript's facts
     * @param fact the fact
     */
    record Indexed(int index, Fact fact) {}

    /** A note that must be there. */
    Rested of(TenantId tenant, UUID note) {
        return find(tenant, note).orElseThrow(() -> new ResourceNotFoundException("There is no such resource."));
    }

    private Optional<Rested> find(TenantId tenant, UUID note) {
        return chart.find(tenant, VisitNote.class, note).flatMap(kept -> rested(tenant, kept));
    }

    /** A note in one of its versions. */
    Rested of(TenantId tenant, UUID note, int version) {
        return chart.find(tenant, VisitNote.class, note, version)
                .flatMap(kept -> rested(tenant, kept))
                .orElseThrow(() -> new ResourceNotFoundException("There is no such version."));
    }

    private Optional<Rested> rested(TenantId tenant, Kept<VisitNote> note) {
        return chart.find(tenant, Transcript.class, note.entry().transcript())
                .map(transcript -> new Rested(note, transcript));
    }

    /** All resources of a kind that the notes of a patient hold, those of the latest visit first. */
    <R extends Resource> List<R> ofPatient(
            TenantId tenant, @Nullable ReferenceParam patient, Function<Rested, List<R>> mapping) {
        if (patient == null) {
            throw new InvalidRequestException("Name a patient.");
        }
        Query query = new Asked().reference("patient", "Patient", patient).query(Query.Order.LATEST_MOMENT_FIRST);
        List<R> made = new ArrayList<>();
        for (int skip = 0; ; skip += NOTES_AT_ONCE) {
            var page = chart.search(tenant, VisitNote.class, query, skip, NOTES_AT_ONCE);
            page.entries().forEach(note -> rested(tenant, note).ifPresent(rested -> made.addAll(mapping.apply(rested))));
            if (skip + NOTES_AT_ONCE >= page.total()) {
                return made;
            }
        }
    }

    /** The one resource of that id, which is the note's and the place of its fact. */
    <R extends Resource> R one(TenantId tenant, IdType id, Function<Rested, List<R>> mapping) {
        String name = String.valueOf(id.getIdPart());
        int cut = name.lastIndexOf('-');
        if (cut < 0) {
            throw new ResourceNotFoundException("There is no such resource.");
        }
        return mapping.apply(of(tenant, Names.uuid(name.substring(0, cut)))).stream()
                .filter(resource -> resource.getIdPart().equals(name))
                .findFirst()
                .orElseThrow(() -> new ResourceNotFoundException("There is no such resource."));
    }

    /** The notes of a visit. */
    List<Rested> ofVisit(TenantId tenant, UUID visit) {
        return chart
                .search(tenant, VisitNote.class, Query.of(new Find("visit", visit.toString())), 0, NOTES_AT_ONCE)
                .entries()
                .stream()
                .flatMap(note -> rested(tenant, note).stream())
                .toList();
    }
}
