package org.chartwright.fhir;

import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.chartwright.chart.Identifier;
import org.chartwright.chart.Kept;
import org.chartwright.chart.Patient;
import org.chartwright.chart.Patient.Gender;
import org.chartwright.chart.PersonName;
import org.chartwright.chart.Practitioner;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** Patients and practitioners, there and back. */
final class PersonMapping {

    /** In which identifiers are that came without a system: ours. */
    private static final String OUR_IDS = "urn:ietf:rfc:3986";

    private PersonMapping() {}

    static org.hl7.fhir.r4.model.Patient resource(Kept<Patient> kept) {
        Patient patient = kept.entry();
        org.hl7.fhir.r4.model.Patient resource = new org.hl7.fhir.r4.model.Patient();
        resource.setId(kept.id().toString());
        resource.setMeta(Names.meta(kept, "us-core-patient"));
        resource.setIdentifier(identifiers(kept, patient.identifiers()));
        resource.setActive(patient.active());
        resource.addName(name(patient.name()));
        resource.setGender(gender(patient.gender()));
        if (patient.birthDate() != null) {
            resource.setBirthDateElement(new DateType(patient.birthDate().toString()));
        }
        return resource;
    }

    static org.hl7.fhir.r4.model.Practitioner resourceOf(Kept<Practitioner> kept) {
        Practitioner practitioner = kept.entry();
        org.hl7.fhir.r4.model.Practitioner resource = new org.hl7.fhir.r4.model.Practitioner();
        resource.setId(kept.id().toString());
        resource.setMeta(Names.meta(kept, "us-core-practitioner"));
        resource.setIdentifier(identifiers(kept, practitioner.identifiers()));
        resource.setActive(practitioner.active());
        resource.addName(name(practitioner.name()));
        return resource;
    }

    static Patient patient(org.hl7.fhir.r4.model.Patient resource) {
        return new Patient(
                identifiers(resource.getIdentifier()),
                name(resource.getName()),
                birthDate(resource.getBirthDateElement()),
                gender(resource.getGender()),
                !resource.hasActive() || resource.getActive());
    }

    /**
     * A practitioner.
     *
     * @param account stays what it is: who may sign in is not FHIR's to say
     */
    static Practitioner practitioner(org.hl7.fhir.r4.model.Practitioner resource, String account) {
        return new Practitioner(
                identifiers(resource.getIdentifier()),
                name(resource.getName()),
                account,
                !resource.hasActive() || resource.getActive());
    }

    private static List<org.hl7.fhir.r4.model.Identifier> identifiers(Kept<?> kept, List<Identifier> identifiers) {
        List<org.hl7.fhir.r4.model.Identifier> made = new ArrayList<>();
        for (Identifier identifier : identifiers) {
            made.add(resource(identifier));
        }
        if (made.isEmpty()) {
            made.add(new org.hl7.fhir.r4.model.Identifier().setSystem(OUR_IDS).setValue("urn:uuid:" + kept.id()));
        }
        return made;
    }

    static org.hl7.fhir.r4.model.Identifier resource(Identifier identifier) {
        return new org.hl7.fhir.r4.model.Identifier()
                .setSystem(identifier.system().isEmpty() ? OUR_IDS : identifier.system())
                .setValue(identifier.value());
    }

    static List<Identifier> identifiers(List<org.hl7.fhir.r4.model.Identifier> identifiers) {
        return identifiers.stream()
                .filter(org.hl7.fhir.r4.model.Identifier::hasValue)
                .filter(one -> !OUR_IDS.equals(one.getSystem()))
                .map(one -> new Identifier(one.hasSystem() ? one.getSystem() : "", one.getValue()))
                .toList();
    }

    private static HumanName name(PersonName name) {
        HumanName human = new HumanName().setText(name.inFull());
        // Both profiles want a family name; somebody with one name only is known by it.
        human.setFamily(name.family().isBlank() ? String.join(" ", name.given()) : name.family());
        if (!name.family().isBlank()) {
            name.given().forEach(human::addGiven);
        }
        return human;
    }

    private static PersonName name(List<HumanName> names) {
        HumanName chosen = names.stream()
                .filter(name -> name.getUse() == HumanName.NameUse.OFFICIAL)
                .findFirst()
                .or(() -> names.stream().findFirst())
                .orElseThrow(() -> new UnprocessableEntityException("A person needs a name."));
        List<String> given = chosen.getGiven().stream().map(StringType::getValue).toList();
        String family = chosen.hasFamily() ? chosen.getFamily() : given.isEmpty() && chosen.hasText() ? chosen.getText() : "";
        try {
            return new PersonName(family, given);
        } catch (IllegalArgumentException _) {
            throw new UnprocessableEntityException("A person needs a name.");
        }
    }

    private static @Nullable LocalDate birthDate(@Nullable DateType date) {
        if (date == null || !date.hasValue()) {
            return null;
        }
        try {
            return LocalDate.parse(date.getValueAsString());
        } catch (DateTimeParseException _) {
            throw new UnprocessableEntityException("A date of birth has a year, a month and a day.");
        }
    }

    private static AdministrativeGender gender(Gender gender) {
        return switch (gender) {
            case FEMALE -> AdministrativeGender.FEMALE;
            case MALE -> AdministrativeGender.MALE;
            case OTHER -> AdministrativeGender.OTHER;
            case UNKNOWN -> AdministrativeGender.UNKNOWN;
        };
    }

    private static Gender gender(@Nullable AdministrativeGender gender) {
        return switch (gender) {
            case FEMALE -> Gender.FEMALE;
            case MALE -> Gender.MALE;
            case OTHER -> Gender.OTHER;
            case UNKNOWN, NULL -> Gender.UNKNOWN;
            case null -> Gender.UNKNOWN;
        };
    }
}
