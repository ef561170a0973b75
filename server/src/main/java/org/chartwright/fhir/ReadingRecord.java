package org.chartwright.fhir;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chartwright.audit.Act;
import org.chartwright.audit.Actor;
import org.chartwright.audit.AuditLog;
import org.chartwright.audit.Outcome;
import org.chartwright.chart.Chart;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Records who read what by FHIR, before it is given: one entry for each patient concerned, as IHE's BALP asks, with a
 * pseudonym. What is written is recorded by the chart, in the transaction that writes it; refusals are recorded here. Any
 * thread.
 */
@Interceptor
public final class ReadingRecord {

    private static final Set<RestOperationTypeEnum> WRITING = Set.of(
            RestOperationTypeEnum.CREATE, RestOperationTypeEnum.UPDATE, RestOperationTypeEnum.TRANSACTION,
            RestOperationTypeEnum.METADATA);
    private static final int SERVER_ERROR = 500;
    private static final Pattern PARAMETER = Pattern.compile("[_a-z][a-z-]{0,31}(?::[a-zA-Z-]{1,16})?");

    private final AuditLog audit;
    private final Chart chart;

    ReadingRecord(AuditLog audit, Chart chart) {
        this.audit = audit;
        this.chart = chart;
    }

    /** Called by HAPI before an answer is written; when this throws, it is not. */
    @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
    public boolean given(RequestDetails request, ServletRequestDetails servlet, @Nullable IBaseResource answer) {
        RestOperationTypeEnum operation = request.getRestOperationType();
        if (answer == null || operation == null || WRITING.contains(operation) || !Gate.isKnown(request)) {
            return true;
        }
        Caller caller = Gate.caller(request);
        Set<UUID> patients = new TreeSet<>();
        collect(answer, patients);
        if (patients.isEmpty()) {
            record(caller, request, servlet, null, Outcome.DONE, "");
        }
        for (UUID patient : patients) {
            record(caller, request, servlet, chart.pseudonym(caller.tenant(), patient), Outcome.DONE, "");
        }
        return true;
    }

    /** Called by HAPI when a request is answered with an error. */
    @Hook(Pointcut.SERVER_HANDLE_EXCEPTION)
    public boolean failed(RequestDetails request, ServletRequestDetails servlet, BaseServerResponseException why) {
        Outcome outcome = why.getStatusCode() >= SERVER_ERROR ? Outcome.FAILED : Outcome.REFUSED;
        String reason = "Status" + why.getStatusCode();
        if (Gate.isKnown(request)) {
            record(Gate.caller(request), request, servlet, null, outcome, reason);
        } else {
            Actor somebody = new Actor("somebody", "unknown", address(servlet));
            audit.record(new Act(Act.HOUSE, somebody, action(request), "", null, requestId(request)), outcome, reason);
        }
        return true;
    }

    private void record(
            Caller caller, RequestDetails request, ServletRequestDetails servlet, @Nullable String patient, Outcome outcome,
            String reason) {
        Actor actor = new Actor(caller.name(), "fhir-client", address(servlet));
        String type = String.valueOf(request.getResourceName());
        String object = request.getId() == null ? type + asked(request, outcome) : type + "/" + request.getId().getIdPart();
        audit.record(
                new Act(caller.tenant().value(), actor, action(request), object, patient, requestId(request)), outcome, reason);
    }

    /** By what was searched: names of parameters that this server knows, never what was looked for, which may name somebody. */
    private static String asked(RequestDetails request, Outcome outcome) {
        String names = outcome != Outcome.DONE
                ? ""
                : request.getParameters().keySet().stream()
                        .filter(name -> PARAMETER.matcher(name).matches())
                        .sorted()
                        .collect(Collectors.joining("&"));
        return names.isEmpty() ? "" : "?" + names;
    }

    private static String action(RequestDetails request) {
        RestOperationTypeEnum operation = request.getRestOperationType();
        String verb = switch (operation) {
            case null -> "Call";
            case CREATE -> "Create";
            case UPDATE, TRANSACTION -> "Update";
            case SEARCH_TYPE, GET_PAGE, EXTENDED_OPERATION_TYPE -> "Search";
            default -> "Read";
        };
        return "fhir:" + verb + (request.getResourceName() == null ? "" : request.getResourceName());
    }

    private static String address(ServletRequestDetails servlet) {
        return servlet.getServletRequest().getRemoteAddr();
    }

    private static String requestId(RequestDetails request) {
        return request.getRequestId() == null ? "" : request.getRequestId();
    }

    private static void collect(IBaseResource resource, Set<UUID> patients) {
        switch (resource) {
            case Bundle bundle -> bundle.getEntry().forEach(entry -> {
                if (entry.getResource() != null) {
                    collect(entry.getResource(), patients);
                }
            });
            case Patient patient -> add(patient.getIdElement().getIdPart(), patients);
            case Resource other -> {
                for (String name : new String[] {"subject", "patient"}) {
                    Property property = other.getNamedProperty(name);
                    for (Base value : property == null ? java.util.List.<Base>of() : property.getValues()) {
                        if (value instanceof Reference reference && "Patient".equals(reference.getReferenceElement().getResourceType())) {
                            add(reference.getReferenceElement().getIdPart(), patients);
                        }
                    }
                }
            }
            default -> {}
        }
    }

    private static void add(@Nullable String id, Set<UUID> patients) {
        if (id != null && id.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            patients.add(UUID.fromString(id));
        }
    }
}
