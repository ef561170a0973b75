package org.chartwright.fhir;

import java.util.Date;
import org.chartwright.chart.Kept;
import org.chartwright.chart.VisitNote;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.DocumentReference.ReferredDocumentStatus;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;

/** Notes as references to documents; the documents themselves, as text and as PDF, are binaries. */
final class DocumentMapping {

    static final String TEXT = "text/plain";
    static final String PDF = "application/pdf";
    private static final String CATEGORIES = "http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category";

    private DocumentMapping() {}

    static DocumentReference resource(Kept<VisitNote> kept, Caller caller) {
        return resource(kept, Names.to("Organization", caller.tenant().value()));
    }

    static DocumentReference resource(Kept<VisitNote> kept, Reference custodian) {
        VisitNote note = kept.entry();
        DocumentReference document = new DocumentReference();
        document.setId(kept.id().toString());
        document.setMeta(Names.meta(kept, "us-core-documentreference"));
        document.setStatus(DocumentReferenceStatus.CURRENT);
        document.setDocStatus(switch (note.status()) {
            case PRELIMINARY -> ReferredDocumentStatus.PRELIMINARY;
            case FINAL -> ReferredDocumentStatus.FINAL;
            case AMENDED -> ReferredDocumentStatus.AMENDED;
        });
        document.setType(Templates.type(note.template()));
        document.addCategory(new CodeableConcept(new Coding(CATEGORIES, "clinical-note", "Clinical Note")));
        document.setSubject(Names.to("Patient", note.patient()));
        document.setDate(Date.from(kept.at()));
        document.addAuthor(author(note));
        document.setCustodian(custodian);
        document.getContext().addEncounter(Names.to("Encounter", note.visit()));
        document.getContext().setPeriod(new Period().setStart(Date.from(note.began())));
        document.addContent().setAttachment(attachment(kept, TEXT).setSize(NoteText.of(note).length)).setFormat(plain());
        // Its size would have to be found out by making it, for every note that a search finds.
        document.addContent().setAttachment(attachment(kept, PDF));
        return document;
    }

    /** Whoever signed; a draft's author is the product. */
    static Reference author(VisitNote note) {
        VisitNote.Signature signature = note.signature();
        return new Reference().setDisplay(signature == null ? "Chartwright" : signature.name());
    }

    private static Attachment attachment(Kept<VisitNote> kept, String type) {
        return new Attachment()
                .setContentType(type)
                .setUrl("Binary/" + binary(kept, type))
                .setTitle(Templates.document(kept.entry().template()))
                .setCreation(Date.from(kept.at()));
    }

    /** The id of the binary with that form of that version. */
    static String binary(Kept<VisitNote> kept, String type) {
        return kept.id() + "-" + kept.version() + (type.equals(PDF) ? "-pdf" : "-text");
    }

    private static Coding plain() {
        return new Coding(
                "http://ihe.net/fhir/ihe.formatcode.fhir/CodeSystem/formatcode", "urn:ihe:iti:xds:2017:mimeTypeSufficient",
                "mimeType Sufficient");
    }
}
