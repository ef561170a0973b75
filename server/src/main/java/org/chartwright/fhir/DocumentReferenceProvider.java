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
import ca.uhn.fhir.rest.api.QualifiedParamList;
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
import org.chartwright.chart.Query;
import org.chartwright.chart.Query.Order;
import org.chartwright.chart.VisitNote;
import org.chartwright.encounter.NoteTemplate;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;
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
            @OptionalParam(name = "_lastUpdated") @Nullable DateRangeParam updated,
            @IncludeParam(allow = "DocumentReference:patient") @Nullable Set<Include> includes,
            @IncludeParam(reverse = true, allow = "Provenance:target") @Nullable Set<Include> reverse,
            RequestDetails request) {
        Caller caller = Gate.caller(request);
        Asked asked = new Asked()
                .id(id)
                .reference("patient", "Patient", patient)
                .reference("visit", "Encounter", encounter)
                .updated(date, caller.zone())
                .updated(updated, caller.zone()) // a note's date is when its version was written
                .moment(period, caller.zone());
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
     * wants only that gets none. Without a type all that there are count; without a time the latest alone. Times are taken as text,
     * since a {@code Parameters} may hold them as date or as dateTime; the type is read from the request, since HAPI would bind
     * the token of an address or the concept of a {@code Parameters}, not both.
     */
    @Operation(
            name = "$docref", idempotent = true, bundleType = BundleTypeEnum.SEARCHSET,
            canonicalUrl = "http://hl7.org/fhir/us/core/OperationDefinition/docref")
    public IBundleProvider docref(
            @OperationParam(name = "patient", min = 1) @Nullable IdType patient,
            @OperationParam(name = "start") @Nullable String start,
            @OperationParam(name = "end") @Nullable String end,
            @OperationParam(name = "on-demand") @Nullable String onDemand,
            @OperationParam(name = "profile") @Nullable CanonicalType profile,
            RequestDetails request) {
        Caller caller = Gate.caller(request);
        if (patient == null || patient.isEmpty()) {
            throw new InvalidRequestException("The operation needs the patient.");
        }
        Asked asked = new Asked().reference("patient", "Patient", new ReferenceParam(patient.getValue()));
        TokenOrListParam type = typeOf(request);
        if (!type.getValuesAsQueryTokens().isEmpty()) {
            asked.oneOf("template", templates(type));
        }
        DateRangeParam within = new DateRangeParam(
                bound(ParamPrefixEnum.GREATERTHAN_OR_EQUALS, start), bound(ParamPrefixEnum.LESSTHAN_OR_EQUALS, end));
        asked.moment(within, caller.zone());
        if (isTrue(onDemand) || profile != null && !profile.isEmpty()) {
            return new SimpleBundleProvider(List.of());
        }
        Query query = asked.query(Order.LATEST_MOMENT_FIRST);
        if (start == null && end == null) {
            return new SimpleBundleProvider(chart.search(caller.tenant(), VisitNote.class, query, 0, 1).entries().stream()
                    .map(kept -> DocumentMapping.resource(kept, caller))
                    .toList());
        }
        return new Pages<>(chart, caller.tenant(), VisitNote.class, query, kept -> DocumentMapping.resource(kept, caller));
    }

    /** Read as a dateTime first: as a search's parameter it might bring a prefix of its own. */
    private static @Nullable DateParam bound(ParamPrefixEnum prefix, @Nullable String moment) {
        return moment == null ? null : new DateParam(prefix, new DateTimeType(moment).getValueAsString());
    }

    private static boolean isTrue(@Nullable String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            case null -> false;
            default -> throw new InvalidRequestException("Whether on demand is either true or false.");
        };
    }

    private static TokenOrListParam typeOf(RequestDetails request) {
        TokenOrListParam type = new TokenOrListParam();
        if (request.getResource() instanceof Parameters parameters) {
            for (Parameters.ParametersParameterComponent one : parameters.getParameter()) {
                if ("type".equals(one.getName())) {
                    codings(one.getValue()).forEach(coding -> type.add(coding.getSystem(), coding.getCode()));
                }
            }
            return type;
        }
        for (String typed : request.getParameters().getOrDefault("type", new String[0])) {
            type.setValuesAsQueryTokens(
                    request.getFhirContext(), "type", QualifiedParamList.splitQueryStringByCommasIgnoreEscape(null, typed));
        }
        return type;
    }

    private static List<Coding> codings(@Nullable Type value) {
        return switch (value) {
            case CodeableConcept concept when concept.hasCoding() -> concept.getCoding();
            case Coding coding when coding.hasCode() -> List.of(coding);
            case null, default -> throw new InvalidRequestException("The type must be coded.");
        };
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
