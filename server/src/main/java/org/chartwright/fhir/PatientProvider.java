package org.chartwright.fhir;

import ca.uhn.fhir.rest.annotation.ConditionalUrlParam;
import ca.uhn.fhir.rest.annotation.Create;
import ca.uhn.fhir.rest.annotation.History;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.annotation.Update;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.DateParam;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.StringParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import java.util.List;
import org.chartwright.chart.Chart;
import org.chartwright.chart.Patient;
import org.chartwright.chart.Query.Order;
import org.hl7.fhir.r4.model.IdType;
import org.jspecify.annotations.Nullable;

/** Patients: US Core Patient. */
public final class PatientProvider implements IResourceProvider {

    private final Chart chart;

    PatientProvider(Chart chart) {
        this.chart = chart;
    }

    @Override
    public Class<org.hl7.fhir.r4.model.Patient> getResourceType() {
        return org.hl7.fhir.r4.model.Patient.class;
    }

    /** Read and vread. */
    @Read(version = true)
    public org.hl7.fhir.r4.model.Patient read(@IdParam IdType id, RequestDetails request) {
        return PersonMapping.resource(Versions.read(chart, Gate.caller(request).tenant(), Patient.class, id));
    }

    /** All versions, the newest first. */
    @History
    public List<org.hl7.fhir.r4.model.Patient> history(@IdParam IdType id, RequestDetails request) {
        return Versions.history(chart, Gate.caller(request).tenant(), Patient.class, id).stream()
                .map(PersonMapping::resource)
                .toList();
    }

    /** Search. */
    @Search
    public IBundleProvider search(
            @OptionalParam(name = "_id") @Nullable TokenOrListParam id,
            @OptionalParam(name = "identifier") @Nullable TokenOrListParam identifier,
            @OptionalParam(name = "name") @Nullable StringParam name,
            @OptionalParam(name = "family") @Nullable StringParam family,
            @OptionalParam(name = "given") @Nullable StringParam given,
            @OptionalParam(name = "birthdate") @Nullable DateParam birthdate,
            @OptionalParam(name = "gender") @Nullable TokenParam gender,
            @OptionalParam(name = "_lastUpdated") @Nullable DateRangeParam updated,
            RequestDetails request) {
        Asked asked = new Asked()
                .id(id)
                .identifier(identifier)
                .beginning("name", name)
                .beginning("family", family)
                .beginning("given", given)
                .day("birthdate", birthdate)
                .code("gender", gender)
                .updated(updated, Gate.caller(request).zone());
        return new Pages<>(
                chart,
                Gate.caller(request).tenant(),
                Patient.class,
                asked.query(Order.LATEST_CHANGE_FIRST),
                PersonMapping::resource);
    }

    /** Create. */
    @Create
    public MethodOutcome create(
            @ResourceParam org.hl7.fhir.r4.model.Patient resource,
            @ConditionalUrlParam @Nullable String onlyIf,
            RequestDetails request) {
        Versions.refuseCondition(onlyIf);
        Caller caller = Gate.caller(request);
        return Versions.created(
                PersonMapping.resource(chart.add(caller.tenant(), caller.name(), PersonMapping.patient(resource))));
    }

    /** Update, from the version that If-Match names or from the newest. */
    @Update
    public MethodOutcome update(
            @IdParam IdType id, @ResourceParam org.hl7.fhir.r4.model.Patient resource, RequestDetails request) {
        Caller caller = Gate.caller(request);
        var from = Versions.forUpdate(chart, caller.tenant(), Patient.class, id);
        return Versions.updated(PersonMapping.resource(
                chart.change(caller.tenant(), caller.name(), from, PersonMapping.patient(resource))));
    }
}
