package org.chartwright.fhir;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.Date;
import java.util.UUID;
import org.chartwright.chart.Kept;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Reference;

/** Names that resources are known by, and the small parts that all mappings share. */
final class Names {

    static final String LOINC = "http://loinc.org";
    static final String US_CORE = "http://hl7.org/fhir/us/core/StructureDefinition/";
    private static final String TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/";

    private Names() {}

    /** The id of a thing of the chart. */
    static UUID uuid(IIdType id) {
        return uuid(String.valueOf(id.getIdPart()));
    }

    static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException _) {
            throw new ResourceNotFoundException("There is no such resource.");
        }
    }

    /** The version that an id names. */
    static int version(IIdType id) {
        try {
            return Math.toIntExact(id.getVersionIdPartAsLong());
        } catch (NumberFormatException | ArithmeticException _) {
            throw new ResourceNotFoundException("There is no such version.");
        }
    }

    /** The id in a reference to a resource of that type. */
    static UUID referred(Reference reference, String type) {
        IIdType id = reference.getReferenceElement();
        if (id.hasResourceType() && !id.getResourceType().equals(type) || !id.hasIdPart()) {
            throw new InvalidRequestException("A reference to a " + type + " is expected.");
        }
        return uuid(id);
    }

    static Reference to(String type, UUID id) {
        return new Reference(type + "/" + id);
    }

    /** Version and time of an entry, and the profile that the resource keeps to; none when empty. */
    static Meta meta(Kept<?> kept, String profile) {
        Meta meta = new Meta().setVersionId(Integer.toString(kept.version())).setLastUpdated(Date.from(kept.at()));
        if (!profile.isEmpty()) {
            meta.addProfile(US_CORE + profile);
        }
        return meta;
    }

    /** A code of HL7's own terminology. */
    static CodeableConcept hl7(String system, String code, String display) {
        return new CodeableConcept(new Coding(TERMINOLOGY + system, code, display));
    }

    static CodeableConcept loinc(String code, String display) {
        return new CodeableConcept(new Coding(LOINC, code, display));
    }
}
