package org.chartwright.fhir;

import ca.uhn.fhir.model.api.Include;
import ca.uhn.fhir.rest.annotation.ConditionalUrlParam;
import ca.uhn.fhir.rest.annotation.Create;
import ca.uhn.fhir.rest.annotation.History;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.IncludeParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.annotation.Update;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chartwright.chart.Chart;
import org.chartwright.chart.Kept;
import org.chartwright.chart.Patient;
import org.chartwright.chart.Practitioner;
import org.chartwright.chart.Query.Order;
import org.chartwright.chart.Visit;
import org.chartwright.chart.Visit.State;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Visits: US Core Encounter. */
public final class EncounterProvider implements IResourceProvider {

    private static final Include PATIENT = new Include("Encounter:patient");
    private static final Include SUBJECT = new Include("Encounter:subject");
    private static final Include PARTICIPANT = new Include("Encounter:participant");

    private final Chart chart;

    EncounterProvider(Chart chart) {
        this.chart = chart;
    }

    @Override
    public Class<Encounter> getResourceType() {
        return Encounter.class;
    }

    /** Read and vread. */
    @Read(version = true)
    public Encounter read(@IdParam IdType id, RequestDetails request) {
        Caller caller = Gate.caller(request);
        return VisitMapping.resource(Versions.read(chart, caller.tenant(), Visit.class, id), caller);
    }

    /** All versions, the newest first. */
    @History
    public List<Encounter> history(@IdParam IdType id, RequestDetails request) {
        Caller caller = Gate.caller(request);
        return Versions.history(chart, caller.tenant(), Visit.class, id).stream()
                .map(kept -> VisitMapping.resource(kept, caller))
                .toList();
    }

    /** Search, the latest visit first. */
    @Search
    public IBundleProvider search(
            @OptionalParam(name = "_id") @Nullable TokenOrListParam id,
            @OptionalParam(name = "identifier") @Nullable TokenOrListParam identifier,
            @OptionalParam(name = "patient") @Nullable ReferenceParam patient,
            @OptionalParam(name = "participant") @Nullable ReferenceParam participant,
            @OptionalParam(name = "status") @Nullable TokenOrListParam status,
            @OptionalParam(name = "date") @Nullable DateRangeParam date,
            @OptionalParam(name = "_lastUpdated") @Nullable DateRangeParam updated,
            @IncludeParam(allow = {"Encounter:patient", "Encounter:subject", "Encounter:participant"}) @Nullable Set<Include> includes,
            RequestDetails request) {
        Caller caller = Gate.caller(request);
        Asked asked = new Asked()
                .id(id)
                .identifier(identifier)
                .reference("patient", "Patient", patient)
                .reference("practitioner", "Practitioner", participant)
                .moment(date, caller.zone())
                .updated(updated, caller.zone());
        if (status != null) {
            asked.oneOf("state", states(status));
        }
        return new Pages<>(
                chart,
                caller.tenant(),
                Visit.class,
                asked.query(Order.LATEST_MOMENT_FIRST),
                kept -> VisitMapping.resource(kept, caller),
                kept -> included(caller, kept, includes == null ? Set.of() : includes));
    }

    private List<Resource> included(Caller caller, Kept<Visit> visit, Set<Include> wanted) {
        List<Resource> more = new ArrayList<>();
        if (wanted.contains(PATIENT) || wanted.contains(SUBJECT)) {
            chart.find(caller.tenant(), Patient.class, visit.entry().patient())
                    .ifPresent(patient -> more.add(PersonMapping.resource(patient)));
        }
        if (wanted.contains(PARTICIPANT) && visit.entry().practitioner() != null) {
            chart.find(caller.tenant(), Practitioner.class, visit.entry().practitioner())
                    .ifPresent(one -> more.add(PersonMapping.resourceOf(one)));
        }
        return more;
    }

    private static List<String> states(TokenOrListParam status) {
        List<String> states = new ArrayList<>();
        status.getValuesAsQueryTokens().forEach(token -> {
            switch (String.valueOf(token.getValue())) {
                case "planned" -> states.add(State.PLANNED.name());
                case "cancelled" -> states.add(State.CANCELLED.name());
                case "in-progress" -> states.add(State.RECORDING.name());
                case "finished" -> List.of(State.PROCESSING, State.TO_REVIEW, State.SIGNED, State.FAILED)
                        .forEach(state -> states.add(state.name()));
                default -> {}
            }
        });
        return states.isEmpty() ? List.of("") : states;
    }

    /** Create: a visit that is expected or goes on; its recording is attached here, not by FHIR. */
    @Create
    public MethodOutcome create(
            @ResourceParam Encounter resource, @ConditionalUrlParam @Nullable String onlyIf, RequestDetails request) {
        Versions.refuseCondition(onlyIf);
        Caller caller = Gate.caller(request);
        return Versions.created(VisitMapping.resource(
                chart.add(caller.tenant(), caller.name(), VisitMapping.visit(resource, null)), caller));
    }

    /** Update, from the version that If-Match names or from the newest. */
    @Update
    public MethodOutcome update(@IdParam IdType id, @ResourceParam Encounter resource, RequestDetails request) {
        Caller caller = Gate.caller(request);
        Kept<Visit> from = Versions.forUpdate(chart, caller.tenant(), Visit.class, id);
        return Versions.updated(VisitMapping.resource(
                chart.change(caller.tenant(), caller.name(), from, VisitMapping.visit(resource, from.entry())), caller));
    }
}
