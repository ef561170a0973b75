package org.chartwright.fhir;

import ca.uhn.fhir.rest.annotation.Transaction;
import ca.uhn.fhir.rest.annotation.TransactionParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chartwright.access.TenantId;
import org.chartwright.chart.Chart;
import org.chartwright.chart.Entry;
import org.chartwright.chart.Kept;
import org.chartwright.chart.Visit;
import org.chartwright.fhir.Caller.Act;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Several changes that are made together or not at all: patients, practitioners and encounters, created and updated.
 * References between new ones go by their {@code urn:uuid} addresses.
 */
public final class TransactionProvider {

    private static final int MOST = 1000;

    private final Chart chart;

    TransactionProvider(Chart chart) {
        this.chart = chart;
    }

    /** Makes all of the bundle's changes, or none. */
    @Transaction
    public Bundle transaction(@TransactionParam Bundle bundle, RequestDetails request) {
        Caller caller = Gate.caller(request);
        if (bundle.getType() != BundleType.TRANSACTION || bundle.getEntry().size() > MOST) {
            throw new InvalidRequestException("A bundle of type transaction with at most " + MOST + " entries is expected.");
        }
        bundle.getEntry().forEach(entry -> check(caller, entry));
        Bundle answer = new Bundle().setType(BundleType.TRANSACTIONRESPONSE);
        answer.setEntry(chart.together(caller.tenant(), handle -> run(handle, caller, bundle.getEntry())));
        return answer;
    }

    private static void check(Caller caller, BundleEntryComponent entry) {
        HTTPVerb verb = entry.getRequest().getMethod();
        boolean known = entry.getResource() instanceof Patient
                || entry.getResource() instanceof Practitioner
                || entry.getResource() instanceof Encounter;
        if (!known || verb != HTTPVerb.POST && verb != HTTPVerb.PUT || entry.getRequest().hasIfNoneExist()) {
            throw new InvalidRequestException("A transaction here creates (POST) and updates (PUT) patients, practitioners and"
                    + " encounters.");
        }
        Gate.require(caller, verb == HTTPVerb.POST ? Act.CREATE : Act.UPDATE, entry.getResource().fhirType());
    }

    /** People first, since encounters refer to them; the answers come in the order of the bundle. */
    private List<BundleEntryComponent> run(Handle handle, Caller caller, List<BundleEntryComponent> entries) {
        Map<String, String> made = new HashMap<>();
        Map<BundleEntryComponent, BundleEntryComponent> answers = new HashMap<>();
        for (boolean encounters : new boolean[] {false, true}) {
            for (BundleEntryComponent entry : entries) {
                if (entry.getResource() instanceof Encounter == encounters) {
                    Resource done = change(handle, caller, entry, made);
                    String address = done.fhirType() + "/" + done.getIdPart();
                    made.put(entry.getFullUrl(), address);
                    answers.put(entry, answer(entry, done, address));
                }
            }
        }
        List<BundleEntryComponent> inOrder = new ArrayList<>();
        entries.forEach(entry -> inOrder.add(answers.get(entry)));
        return inOrder;
    }

    private static BundleEntryComponent answer(BundleEntryComponent entry, Resource done, String address) {
        BundleEntryComponent answer = new BundleEntryComponent();
        answer.getResponse()
                .setStatus(entry.getRequest().getMethod() == HTTPVerb.POST ? "201 Created" : "200 OK")
                .setLocation(address + "/_history/" + done.getMeta().getVersionId())
                .setEtag("W/\"" + done.getMeta().getVersionId() + "\"")
                .setLastModified(done.getMeta().getLastUpdated());
        return answer;
    }

    private Resource change(Handle handle, Caller caller, BundleEntryComponent entry, Map<String, String> made) {
        return switch (entry.getResource()) {
            case Patient patient -> PersonMapping.resource(kept(
                    handle, caller, entry, org.chartwright.chart.Patient.class, before -> PersonMapping.patient(patient)));
            case Practitioner practitioner -> PersonMapping.resourceOf(kept(
                    handle, caller, entry, org.chartwright.chart.Practitioner.class,
                    before -> PersonMapping.practitioner(practitioner, before == null ? "" : before.account())));
            case Encounter encounter -> {
                resolve(encounter.getSubject(), made);
                encounter.getParticipant().forEach(participant -> resolve(participant.getIndividual(), made));
                yield VisitMapping.resource(
                        kept(handle, caller, entry, Visit.class, before -> VisitMapping.visit(encounter, before)), caller);
            }
            default -> throw new InvalidRequestException("This type is not taken in a transaction.");
        };
    }

    private static void resolve(Reference reference, Map<String, String> made) {
        String real = made.get(reference.getReference());
        if (real != null) {
            reference.setReference(real);
        }
    }

    /** Makes an entry of what there was before, which is null for a new one. */
    @FunctionalInterface
    private interface Making<T> {
        T from(@Nullable T before);
    }

    private <T extends Entry> Kept<T> kept(
            Handle handle, Caller caller, BundleEntryComponent entry, Class<T> kind, Making<T> making) {
        TenantId tenant = caller.tenant();
        if (entry.getRequest().getMethod() == HTTPVerb.POST) {
            return chart.add(handle, tenant, caller.name(), making.from(null));
        }
        IdType id = new IdType(entry.getRequest().getUrl());
        Kept<T> from = chart.find(handle, tenant, kind, Names.uuid(id))
                .orElseThrow(() -> new InvalidRequestException("An entry updates what is not there."));
        return chart.change(handle, tenant, caller.name(), from, making.from(from.entry()));
    }
}
