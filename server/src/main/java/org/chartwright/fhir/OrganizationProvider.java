package org.chartwright.fhir;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.List;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Organization;
import org.jspecify.annotations.Nullable;

/** The one organization that a caller sees: the tenant. US Core Organization. */
public final class OrganizationProvider implements IResourceProvider {

    OrganizationProvider() {}

    @Override
    public Class<Organization> getResourceType() {
        return Organization.class;
    }

    /** Read. */
    @Read
    public Organization read(@IdParam IdType id, RequestDetails request) {
        Organization organization = of(Gate.caller(request));
        if (!organization.getIdPart().equals(id.getIdPart())) {
            throw new ResourceNotFoundException("There is no such resource.");
        }
        return organization;
    }

    /** Search. */
    @Search
    public List<Organization> search(@OptionalParam(name = "_id") @Nullable TokenOrListParam id, RequestDetails request) {
        Organization organization = of(Gate.caller(request));
        boolean wanted = id == null
                || id.getValuesAsQueryTokens().stream().anyMatch(one -> organization.getIdPart().equals(one.getValue()));
        return wanted ? List.of(organization) : List.of();
    }

    static Organization of(Caller caller) {
        Organization organization = new Organization();
        organization.setId(caller.tenant().value().toString());
        organization.setMeta(new Meta().addProfile(Names.US_CORE + "us-core-organization"));
        organization.setActive(true);
        organization.setName(caller.organization());
        return organization;
    }
}
