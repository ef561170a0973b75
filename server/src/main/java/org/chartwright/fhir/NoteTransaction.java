package org.chartwright.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.chartwright.chart.Identifier;
import org.chartwright.chart.Kept;
import org.chartwright.chart.Practitioner;
import org.chartwright.chart.VisitNote;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.DocumentReference.DocumentRelationshipType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * A signed note as a transaction for another FHIR server. It can be sent any number of times: what is created is created only if
 * nothing of its identifier is there, and what is put has a name of its own. The patient is looked up there by an identifier and
 * never made; the visit too where it has a number, and is else made once.
 *
 * <p>Problems and medications stay out: whoever reads the note decides what goes into the lists of the hospital.
 */
public final class NoteTransaction {

    private static final String OUR_IDS = "urn:ietf:rfc:3986";

    private final SignedNote signed;
    private final Reference patient;
    private final Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);

    private NoteTransaction(SignedNote signed, Identifier known) {
        this.signed = signed;
        this.patient = named("Patient", known);
    }

    /**
     * The bundle, as JSON.
     *
     * @param known the identifier by which the patient is looked up there, with its system
     * @param text whether the note is wanted as plain text
     * @param pdf whether it is wanted as PDF
     */
    public static String json(SignedNote signed, Identifier known, boolean text, boolean pdf) {
        NoteTransaction made = new NoteTransaction(signed, known);
        made.fill(text, pdf);
        return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(made.bundle);
    }

    private void fill(boolean text, boolean pdf) {
        Reference visit = visit();
        document(signed.note(), visit, text, pdf);
        composition(visit);
        Kept<VisitNote> replaced = signed.replaced();
        if (replaced != null) {
            supersede(replaced, visit, text, pdf);
        }
    }

    /** Looked up by its identifier; what an EHR led here with and has none is named by its address there. */
    private static Reference named(String type, Identifier known) {
        return new Reference(
                known.system().endsWith("/" + type)
                        ? known.system() + "/" + known.value()
                        : type + "?" + query(known.system(), known.value()));
    }

    private Reference visit() {
        var numbered = signed.visit().entry().identifiers().stream()
                .filter(identifier -> !identifier.system().isEmpty())
                .findFirst();
        if (numbered.isPresent()) {
            return named("Encounter", numbered.get());
        }
        UUID id = signed.visit().id();
        Encounter encounter = VisitMapping.resource(signed.visit(), custodian());
        encounter.setId((String) null);
        encounter.setMeta(new Meta().addProfile(Names.US_CORE + "us-core-encounter"));
        encounter.addIdentifier(ours(id));
        encounter.setSubject(patient);
        encounter.getParticipant().forEach(participant -> participant.setIndividual(practitioner()));
        create("urn:uuid:" + id, encounter, id);
        return new Reference("urn:uuid:" + id);
    }

    private void document(Kept<VisitNote> note, Reference visit, boolean text, boolean pdf) {
        UUID id = SignedNote.document(note);
        DocumentReference document = reference(note, visit, text, pdf);
        Kept<VisitNote> replaced = signed.replaced();
        if (replaced != null) {
            document.addRelatesTo()
                    .setCode(DocumentRelationshipType.REPLACES)
                    .setTarget(new Reference("DocumentReference?" + query(OUR_IDS, "urn:uuid:" + SignedNote.document(replaced))));
        }
        create("urn:uuid:" + id, document, id);
        if (text) {
            binary(note, DocumentMapping.TEXT, NoteText.of(note.entry()));
        }
        if (pdf) {
            binary(note, DocumentMapping.PDF, NotePdf.of(note));
        }
    }

    private DocumentReference reference(Kept<VisitNote> note, Reference visit, boolean text, boolean pdf) {
        DocumentReference document = DocumentMapping.resource(note, custodian());
        document.setId((String) null);
        document.setMeta(new Meta().addProfile(Names.US_CORE + "us-core-documentreference"));
        document.setMasterIdentifier(ours(SignedNote.document(note)));
        document.addIdentifier(ours(SignedNote.document(note)));
        document.setSubject(patient);
        document.getAuthor().clear();
        document.addAuthor(author(note.entry()));
        document.getContext().getEncounter().clear();
        document.getContext().addEncounter(visit);
        document.getContent().removeIf(content ->
                !(content.getAttachment().getContentType().equals(DocumentMapping.TEXT) ? text : pdf));
        document.getContent().forEach(content -> content.getAttachment()
                .setUrl("Binary/" + binaryId(note, content.getAttachment().getContentType())));
        return document;
    }

    /** Its id is ours, so that it is there once however often it is put. */
    private void binary(Kept<VisitNote> note, String type, byte[] content) {
        Binary binary = new Binary();
        binary.setId("Binary/" + binaryId(note, type));
        binary.setContentType(type);
        binary.setData(content);
        bundle.addEntry().setResource(binary).getRequest().setMethod(HTTPVerb.PUT).setUrl("Binary/" + binaryId(note, type));
    }

    private static String binaryId(Kept<VisitNote> note, String type) {
        return SignedNote.document(note) + (type.equals(DocumentMapping.PDF) ? "-pdf" : "-text");
    }

    private void composition(Reference visit) {
        UUID id = UUID.nameUUIDFromBytes(("composition/" + SignedNote.document(signed.note())).getBytes(StandardCharsets.UTF_8));
        Composition composition = CompositionMapping.plain(signed.note(), custodian());
        composition.setId((String) null);
        composition.setMeta(null);
        composition.setIdentifier(ours(SignedNote.document(signed.note())));
        composition.setSubject(patient);
        composition.setEncounter(visit);
        composition.getAuthor().clear();
        composition.addAuthor(author(signed.note().entry()));
        Kept<VisitNote> replaced = signed.replaced();
        if (replaced != null) {
            composition.addRelatesTo()
                    .setCode(Composition.DocumentRelationshipType.REPLACES)
                    .setTarget(ours(SignedNote.document(replaced)));
        }
        create("urn:uuid:" + id, composition, SignedNote.document(signed.note()));
    }

    private void supersede(Kept<VisitNote> replaced, Reference visit, boolean text, boolean pdf) {
        DocumentReference old = reference(replaced, visit, text, pdf);
        old.setStatus(DocumentReferenceStatus.SUPERSEDED);
        bundle.addEntry()
                .setResource(old)
                .getRequest()
                .setMethod(HTTPVerb.PUT)
                .setUrl("DocumentReference?" + query(OUR_IDS, "urn:uuid:" + SignedNote.document(replaced)));
    }

    private void create(String fullUrl, Resource resource, UUID id) {
        bundle.addEntry()
                .setFullUrl(fullUrl)
                .setResource(resource)
                .getRequest()
                .setMethod(HTTPVerb.POST)
                .setUrl(resource.fhirType())
                .setIfNoneExist(query(OUR_IDS, "urn:uuid:" + id));
    }

    /** Whoever signed, with a number by which they are known elsewhere where it is they who saw the patient. */
    private Reference author(VisitNote note) {
        Kept<Practitioner> practitioner = signed.practitioner();
        VisitNote.Signature signature = note.signature();
        Reference author = DocumentMapping.author(note);
        return practitioner != null && signature != null && practitioner.entry().account().equals(signature.by())
                ? author.setIdentifier(practitioner().getIdentifier())
                : author;
    }

    private Reference practitioner() {
        Reference reference = new Reference();
        Kept<Practitioner> practitioner = signed.practitioner();
        if (practitioner != null) {
            reference.setDisplay(practitioner.entry().name().inFull());
            practitioner.entry().identifiers().stream()
                    .filter(identifier -> !identifier.system().isEmpty())
                    .findFirst()
                    .ifPresent(identifier -> reference.setIdentifier(PersonMapping.resource(identifier)));
        }
        return reference;
    }

    private Reference custodian() {
        return new Reference().setDisplay(signed.organization());
    }

    private static org.hl7.fhir.r4.model.Identifier ours(UUID id) {
        return new org.hl7.fhir.r4.model.Identifier().setSystem(OUR_IDS).setValue("urn:uuid:" + id);
    }

    private static String query(String system, String value) {
        return "identifier=" + escaped(system) + "|" + escaped(value);
    }

    /** What has a meaning in a query is escaped; colons and slashes have none. */
    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("%3A", ":").replace("%2F", "/");
    }
}
