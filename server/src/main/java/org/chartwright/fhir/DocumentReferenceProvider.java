package org.chartwright.fhir;

import ca.uhn.fhir.model.api.Include;
import ca.uhn.fhir.model.valueset.BundleTypeEnum;
import ca.uhn.fhir.rest.annotation.History;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.IncludeParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.DateParam;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.ParamPrefixEnum;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.SimpleBundleProvider;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.chartwright.chart.Chart;
import org.chartwright.chart.Kept;
import org.chartwright.chart.Patient;
import org.chartwright.chart.Query.Order;
import org.chartwright.chart.VisitNote;
import org.chartwright.encounter.NoteTemplate;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Notes: US Core DocumentReference. They are made by the product and signed in it, so they are read here only. */
public final class DocumentReferenceProvider implements IResourceProvider {

    private static final Include PROVENANCE = new Include("Provenance:target");
    private static final List<String> TEMPLATES =
            Arrays.stream(NoteTemplate.values()).map(NoteTemplate::name).toList();
    private static final String NOTHING = "";

    private final Chart chart;

    DocumentReferenceProvider(Chart chart) {
        this.chart = chart;
    }

    @Override
    public Class<DocumentReference> getResourceType() {
        return DocumentReference.class;
    }

    /** Read and vread. */
    @Read(version = true)
    public DocumentReference read(@IdParam IdType id, RequestDetails request) {
        Caller caller = Gate.caller(request);
        return DocumentMapping.resource(Versions.read(chart, caller.tenant(), VisitNote.class, id), caller);
    }

    /** All versions, the newest first. */
    @History
    public List<DocumentReference> history(@IdParam IdType id, RequestDetails request) {
        Caller caller = Gate.caller(request);
        return Versions.history(chart, caller.tenant(), VisitNote.class, id).stream()
                .map(kept -> DocumentMapping.resource(kept, caller))
                .toList();
    }

    /** Search, the latest visit's first. */
    @Search
    public IBundleProvider search(
            @OptionalParam(name = "_id") @Nullable TokenOrListParam id,
            @OptionalParam(name = "patient") @Nullable ReferenceParam patient,
            @OptionalParam(name = "encounter") @Nullable ReferenceParam encounter,
            @OptionalParam(name = "status") @Nullable TokenOrListParam status,
            @OptionalParam(name = "category") @Nullable TokenOrListParam category,
            @OptionalParam(name = "type") @Nullable TokenOrListParam type,
            @OptionalParam(name = "date") @Nullable DateRangeParam date,
            @OptionalParam(name = "period") @Nullable DateRangeParam period,
            @IncludeParam(allow = "DocumentReference:patient") @Nullable Set<Include> includes,
            @IncludeParam(reverse = true, allow = "Provenance:target") @Nullable Set<Include> reverse,
            RequestDetails request) {
        Caller caller = Gate.caller(request);
        Asked asked = new Asked()
                .id(id)
                .reference("patient", "Patient", patient)
                .reference("visit", "Encounter", encounter)
                .updated(date)
                .moment(period);
        if (status != null && !has(status, "current") || category != null && !has(category, "clinical-note")) {
            asked.oneOf("template", List.of(NOTHING));
        }
        if (type != null) {
            asked.oneOf("template", templates(type));
        }
        return new Pages<>(
                chart,
                caller.tenant(),
                VisitNote.class,
                asked.query(Order.LATEST_MOMENT_FIRST),
                kept -> DocumentMapping.resource(kept, caller),
                kept -> included(caller, kept, includes != null && !includes.isEmpty(),
                        reverse != null && reverse.contains(PROVENANCE)));
    }

    /**
     * US Core's {@code $docref}: references to a patient's documents of a time and a type. Nothing is made for being asked: whoever
     * wants only that gets none. Without a type all that there are count; without a time the latest alone.
     */
    @Operation(
            name = "$docref", idempotent = true, bundleType = BundleTypeEnum.SEARCHSET,
            canonicalUrl = "http://hl7.org/fhir/us/core/OperationDefinition/docref")
    public IBundleProvider docref(
            @OperationParam(name = "patient", min = 1) @Nullable IdType patient,
            @OperationParam(name = "start") @Nullable DateTimeType start,
            @OperationParam(name = "end") @Nullable DateTimeType end,
            @OperationParam(name = "type") @Nullable CodeableConcept type,
            @OperationParam(name = "on-demand") @Nullable BooleanType onDemand,
            @OperationParam(name = "profile") @Nullable CanonicalType profile,
            RequestDetails request) {
        Caller caller = Gate.caller(request);
        if (patient == null || patient.isEmpty()) {
            throw new InvalidRequestException("The operation needs the patient.");
        }
        if (onDemand != null && onDemand.booleanValue() || profile != null && !profile.isEmpty()) {
            return new SimpleBundleProvider(List.of());
        }
        Asked asked = new Asked().reference("patient", "Patient", new ReferenceParam(patient.getIdPart()));
        if (type != null && !type.isEmpty()) {
            TokenOrListParam wanted = new TokenOrListParam();
            type.getCoding().forEach(coding -> wanted.add(coding.getSystem(), coding.getCode()));
            asked.oneOf("template", templates(wanted));
        }
        if (start == null && end == null) {
            return new SimpleBundleProvider(chart.search(
                            caller.tenant(), VisitNote.class, asked.query(Order.LATEST_MOMENT_FIRST), 0, 1)
                    .entries()
                    .stream()
                    .map(kept -> DocumentMapping.resource(kept, caller))
                    .toList());
        }
        asked.moment(new DateRangeParam(
                start == null ? null : new DateParam(ParamPrefixEnum.GREATERTHAN_OR_EQUALS, start.getValueAsString()),
                end == null ? null : new DateParam(ParamPrefixEnum.LESSTHAN_OR_EQUALS, end.getValueAsString())));
        return new Pages<>(
                chart, caller.tenant(), VisitNote.class, asked.query(Order.LATEST_MOMENT_FIRST),
                kept -> DocumentMapping.resource(kept, caller));
    }

    private List<Resource> included(Caller caller, Kept<VisitNote> note, boolean patient, boolean provenance) {
        List<Resource> more = new ArrayList<>();
        if (patient) {
            chart.find(caller.tenant(), Patient.class, note.entry().patient())
                    .ifPresent(one -> more.add(PersonMapping.resource(one)));
        }
        if (provenance) {
            more.addAll(ProvenanceMapping.resources(chart.history(caller.tenant(), VisitNote.class, note.id()), caller));
        }
        return more;
    }

    private static boolean has(TokenOrListParam wanted, String value) {
        return wanted.getValuesAsQueryTokens().stream().anyMatch(token -> value.equals(token.getValue()));
    }

    private static List<String> templates(TokenOrListParam type) {
        List<String> wanted = new ArrayList<>();
        type.getValuesAsQueryTokens().forEach(token -> {
            if (token.getSystem() == null || token.getSystem().isEmpty() || token.getSystem().equals(Names.LOINC)) {
                wanted.addAll(Templates.ofType(String.valueOf(token.getValue()), TEMPLATES));
            }
        });
        return wanted.isEmpty() ? List.of(NOTHING) : wanted;
    }
}
