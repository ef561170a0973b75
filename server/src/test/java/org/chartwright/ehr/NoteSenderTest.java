package org.chartwright.ehr;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.hl7v2.AcknowledgmentCode;
import ca.uhn.hl7v2.model.v251.datatype.ED;
import ca.uhn.hl7v2.model.v251.datatype.TX;
import ca.uhn.hl7v2.model.v251.message.MDM_T02;
import ca.uhn.hl7v2.util.Terser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.chartwright.chart.Kept;
import org.chartwright.chart.VisitNote;
import org.chartwright.ehr.hl7.Authorities;
import org.chartwright.events.Pauses;
import org.chartwright.events.TargetRules;
import org.chartwright.fhir.SignedNote;
import org.chartwright.fhir.Validation;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Notes on their way to a second FHIR server and to an HL7 listener, both HAPI's own, over sockets. */
final class NoteSenderTest {

    private static final String NUMBERS = "urn:oid:2.16.840.1.113883.19.5";

    private Clinic clinic;
    private FhirHospital fhir;
    private MllpHospital mllp;
    private Wire fhirWire;
    private Wire mdmWire;

    @BeforeEach
    void open() throws Exception {
        clinic = new Clinic();
        fhir = new FhirHospital();
        mllp = new MllpHospital();
        fhirWire = new FhirWire(Clinic.TRUSTING, SSLContext.getDefault());
        mdmWire = new MdmWire(Clinic.TRUSTING, (SSLSocketFactory) SSLSocketFactory.getDefault(), new Authorities(Map.of()));
    }

    @AfterEach
    void close() throws Exception {
        fhirWire.close();
        mllp.close();
        fhir.close();
        clinic.close();
    }

    private NoteSender sender() {
        return sender(fhirWire, mdmWire);
    }

    private NoteSender sender(Wire documents, Wire messages) {
        return new NoteSender(
                clinic.database.jdbi(), clinic.clock, clinic.chart,
                Map.of(Target.Form.FHIR, documents, Target.Form.MDM, messages));
    }

    /** Sends, and dies before it can write down that it did. */
    private record Dying(Wire wire) implements Wire {

        @Override
        public Outcome send(Target target, String control, SignedNote note) {
            wire.send(target, control, note);
            throw new AssertionError("as if killed");
        }

        @Override
        public void close() {}
    }

    private Delivery delivery(Kept<VisitNote> note) {
        return clinic.deliveries.ofNote(clinic.tenant, note.id()).getFirst();
    }

    @Test
    void aSignedNoteIsAtTheHospitalAsItsPatientsDocumentAndAnAmendmentTakesItsPlace() {
        fhir.knows(NUMBERS, "MR-1");
        clinic.target("ehr", Target.Form.FHIR, fhir.address());
        Kept<VisitNote> note = clinic.signed();
        assertThat(sender().sendDue()).isEqualTo(1);
        assertThat(delivery(note)).extracting(Delivery::state, Delivery::outcome)
                .containsExactly(Delivery.State.ACKNOWLEDGED, "status 200");
        DocumentReference first = fhir.all(DocumentReference.class).getFirst();
        assertThat(first.getSubject().getReference()).isEqualTo(fhir.all(org.hl7.fhir.r4.model.Patient.class).getFirst().getId());
        assertThat(first.getContext().getEncounterFirstRep().getReference())
                .isEqualTo(fhir.all(Encounter.class).getFirst().getId());
        assertThat(fhir.all(Binary.class)).extracting(Binary::getId)
                .containsExactlyInAnyOrderElementsOf(first.getContent().stream()
                        .map(content -> content.getAttachment().getUrl())
                        .toList());
        assertThat(new String(fhir.all(Binary.class).getFirst().getData(), StandardCharsets.UTF_8))
                .contains("Takes lisinopril 20 mg daily.", "Signed by Ada Okafor");
        assertThat(fhir.all(Composition.class).getFirst().getStatus().toCode()).isEqualTo("final");

        Kept<VisitNote> amended = clinic.amended(note);
        assertThat(sender().sendDue()).isEqualTo(1);
        assertThat(delivery(amended).state()).isEqualTo(Delivery.State.ACKNOWLEDGED);
        assertThat(fhir.all(DocumentReference.class)).extracting(DocumentReference::getStatus)
                .containsExactly(DocumentReferenceStatus.SUPERSEDED, DocumentReferenceStatus.CURRENT);
        assertThat(fhir.all(DocumentReference.class).get(1).getRelatesToFirstRep().getTarget().getReference())
                .isEqualTo(fhir.all(DocumentReference.class).getFirst().getId());
        assertThat(fhir.all(Encounter.class)).as("the visit is there once").hasSize(1);
        Stream.of(DocumentReference.class, Composition.class, Encounter.class)
                .flatMap(type -> fhir.all(type).stream())
                .forEach(Validation::assertValid);
        fhir.received.stream().flatMap(bundle -> bundle.getEntry().stream())
                .map(Bundle.BundleEntryComponent::getResource)
                .forEach(Validation::assertValid);
    }

    @Test
    void aPatientWhoIsNotKnownThereYetIsWaitedForAndNothingIsHalfDone() {
        clinic.target("ehr", Target.Form.FHIR, fhir.address());
        Kept<VisitNote> note = clinic.signed();
        sender().sendDue();
        assertThat(delivery(note).state()).isEqualTo(Delivery.State.WAITING);
        assertThat(delivery(note).outcome()).startsWith("status 412");
        assertThat(fhir.all(DocumentReference.class)).isEmpty();
        fhir.knows(NUMBERS, "MR-1");
        assertThat(sender().sendDue()).isZero();
        clinic.pass(Pauses.after(1));
        sender().sendDue();
        assertThat(delivery(note).state()).isEqualTo(Delivery.State.ACKNOWLEDGED);
    }

    @Test
    void whatIsKilledBetweenSendingAndAcknowledgingIsSentAgainUnderTheSameNamesAndIsThereOnce() {
        fhir.knows(NUMBERS, "MR-1");
        clinic.target("ehr", Target.Form.FHIR, fhir.address());
        clinic.target("engine", Target.Form.MDM, mllp.address());
        Kept<VisitNote> note = clinic.signed();
        assertThat(sender(new Dying(fhirWire), new Dying(mdmWire)).sendDue()).isEqualTo(2);
        assertThat(clinic.deliveries.ofNote(clinic.tenant, note.id())).extracting(Delivery::state)
                .containsOnly(Delivery.State.WAITING);
        assertThat(sender().sendDue()).as("they may still be at it").isZero();
        fhir.losesItsAnswer = true;
        clinic.pass(Duration.ofMinutes(6));
        assertThat(sender().sendDue()).isEqualTo(2);
        clinic.pass(Pauses.after(2));
        assertThat(sender().sendDue()).as("the answer of one was lost").isEqualTo(1);
        assertThat(clinic.deliveries.ofNote(clinic.tenant, note.id())).extracting(Delivery::state)
                .containsOnly(Delivery.State.ACKNOWLEDGED);
        assertThat(fhir.received).hasSize(3);
        assertThat(fhir.all(DocumentReference.class)).hasSize(1);
        assertThat(fhir.all(Composition.class)).hasSize(1);
        assertThat(fhir.all(Encounter.class)).hasSize(1);
        assertThat(fhir.all(Binary.class)).hasSize(2);
        assertThat(mllp.arrivals).hasSize(2);
        assertThat(Set.copyOf(mllp.arrivals)).hasSize(1);
    }

    @Test
    void aMessageHoldsPatientVisitDocumentTextAndPdf() throws Exception {
        clinic.target("engine", Target.Form.MDM, mllp.address());
        Kept<VisitNote> note = clinic.signed();
        sender().sendDue();
        assertThat(delivery(note)).extracting(Delivery::state, Delivery::outcome)
                .containsExactly(Delivery.State.ACKNOWLEDGED, "AA");
        MDM_T02 message = (MDM_T02) mllp.held.values().iterator().next();
        Terser at = new Terser(message);
        assertThat(Stream.of("/MSH-5", "/MSH-6", "/MSH-9-2", "/PID-3-1", "/PID-3-4-2", "/PID-5-1", "/PID-5-2", "/PID-7", "/TXA-17",
                                "/PV1-7-1", "/TXA-2")
                        .map(place -> value(at, place)))
                .containsExactly("EHR", "HOSPITAL", "T02", "MR-1", "2.16.840.1.113883.19.5", "Pena", "Rosa", "19610203", "LA",
                        "1234567893", "PN");
        assertThat(value(at, "/TXA-12-1")).isEqualTo(SignedNote.document(note).toString());
        List<String> lines = message.getOBSERVATIONAll().stream()
                .map(group -> group.getOBX().getObx5_ObservationValue(0).getData())
                .filter(TX.class::isInstance)
                .map(data -> String.valueOf(((TX) data).getValue()))
                .toList();
        assertThat(lines).contains("SUBJECTIVE", "Takes lisinopril 20 mg daily.", "Hypertension.");
        ED pdf = (ED) message.getOBSERVATIONAll().getLast().getOBX().getObx5_ObservationValue(0).getData();
        assertThat(new String(Base64.getDecoder().decode(pdf.getEd5_Data().getValue()), StandardCharsets.ISO_8859_1)).startsWith("%PDF-");

        Kept<VisitNote> amended = clinic.amended(note);
        sender().sendDue();
        assertThat(delivery(amended).state()).isEqualTo(Delivery.State.ACKNOWLEDGED);
        Terser second = new Terser(List.copyOf(mllp.held.values()).get(1));
        assertThat(value(second, "/MSH-9-2")).isEqualTo("T10");
        assertThat(value(second, "/TXA-13-1")).isEqualTo(SignedNote.document(note).toString());
    }

    private static String value(Terser terser, String place) {
        try {
            return String.valueOf(terser.get(place));
        } catch (ca.uhn.hl7v2.HL7Exception e) {
            throw new AssertionError(place, e);
        }
    }

    @Test
    void whatIsRefusedWaitsToBeSentByHandAndNothingThatWasAnsweredIsKeptButCodes() {
        fhir.knows(NUMBERS, "MR-1");
        fhir.refuses = true;
        mllp.says = AcknowledgmentCode.AR;
        clinic.target("ehr", Target.Form.FHIR, fhir.address());
        clinic.target("engine", Target.Form.MDM, mllp.address());
        Kept<VisitNote> note = clinic.signed();
        sender().sendDue();
        List<Delivery> failed = clinic.deliveries.list(clinic.tenant, Delivery.State.FAILED, 10);
        assertThat(failed).extracting(Delivery::outcome).containsExactlyInAnyOrder("status 422 (business-rule)", "AR");
        fhir.refuses = false;
        mllp.says = AcknowledgmentCode.AE;
        clinic.pass(Duration.ofDays(9));
        assertThat(sender().sendDue()).as("nobody tries any more").isZero();
        failed.forEach(one ->
                assertThat(clinic.deliveries.resend(clinic.tenant, one.id())).isEqualTo(Deliveries.Resent.WAITING));
        assertThat(sender().sendDue()).isEqualTo(2);
        assertThat(clinic.deliveries.ofNote(clinic.tenant, note.id()))
                .extracting(Delivery::target, Delivery::state, Delivery::outcome)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("ehr", Delivery.State.ACKNOWLEDGED, "status 200"),
                        org.assertj.core.groups.Tuple.tuple("engine", Delivery.State.WAITING, "AE"));
    }

    @Test
    void anAmendmentWaitsForWhatItAmendsAndWhatNeverArrivesIsGivenUp() throws Exception {
        mllp.close();
        clinic.target("engine", Target.Form.MDM, mllp.address());
        Kept<VisitNote> note = clinic.signed();
        clinic.amended(note);
        for (int attempt = 1; attempt <= NoteSender.ATTEMPTS; attempt++) {
            assertThat(sender().sendDue()).as("attempt %d", attempt).isEqualTo(1);
            clinic.pass(Pauses.after(attempt));
        }
        assertThat(clinic.deliveries.ofNote(clinic.tenant, note.id()))
                .extracting(Delivery::version, Delivery::state, Delivery::attempts)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(3, Delivery.State.WAITING, 0),
                        org.assertj.core.groups.Tuple.tuple(2, Delivery.State.FAILED, NoteSender.ATTEMPTS));
        assertThat(sender().sendDue()).isEqualTo(1);
    }

    @Test
    void nothingIsSentToWhereItMayNotGoAnyMore() throws Exception {
        clinic.target("ehr", Target.Form.FHIR, fhir.address());
        clinic.target("engine", Target.Form.MDM, mllp.address());
        Kept<VisitNote> note = clinic.signed();
        TargetRules strict = new TargetRules(Set.of());
        try (Wire documents = new FhirWire(strict, SSLContext.getDefault());
                Wire messages = new MdmWire(strict, (SSLSocketFactory) SSLSocketFactory.getDefault(), new Authorities(Map.of()))) {
            sender(documents, messages).sendDue();
        }
        assertThat(clinic.deliveries.ofNote(clinic.tenant, note.id())).extracting(Delivery::outcome)
                .containsExactly("not allowed", "ForbiddenAddressException");
        assertThat(fhir.received).isEmpty();
        assertThat(mllp.arrivals).isEmpty();
    }
}
