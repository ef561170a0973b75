package org.chartwright.ehr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.chartwright.chart.ChartException;
import org.chartwright.chart.Kept;
import org.chartwright.chart.NoteLife;
import org.chartwright.chart.VisitNote;
import org.junit.jupiter.api.Test;

final class NoteOutboxTest {

    @Test
    void aSignedNoteAndItsDeliveriesAreThereTogetherOrNotAtAll() {
        try (Clinic clinic = new Clinic()) {
            clinic.target("ehr", Target.Form.FHIR, "http://127.0.0.1:1/fhir");
            clinic.target("archive", Target.Form.MDM, "mllp://127.0.0.1:1");
            Kept<VisitNote> draft = clinic.drafted();
            assertThat(clinic.deliveries.ofNote(clinic.tenant, draft.id())).isEmpty();
            NoteLife failing = new NoteLife(clinic.chart, clinic.clock, (handle, tenant, note) -> {
                new NoteOutbox(clinic.clock).signed(handle, tenant, note);
                throw new IllegalStateException("as if killed");
            });
            assertThatThrownBy(() -> failing.sign(clinic.tenant, Clinic.ADA, draft)).isInstanceOf(IllegalStateException.class);
            assertThat(clinic.deliveries.ofNote(clinic.tenant, draft.id())).isEmpty();

            Kept<VisitNote> signed = clinic.notes.sign(clinic.tenant, Clinic.ADA, draft);
            assertThat(clinic.deliveries.ofNote(clinic.tenant, draft.id()))
                    .extracting(Delivery::target, Delivery::version, Delivery::state)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("archive", 2, Delivery.State.WAITING),
                            org.assertj.core.groups.Tuple.tuple("ehr", 2, Delivery.State.WAITING));
            assertThatThrownBy(() -> clinic.notes.sign(clinic.tenant, Clinic.ADA, signed)).isInstanceOf(ChartException.class);
            assertThat(clinic.deliveries.ofVisit(clinic.tenant, signed.entry().visit())).hasSize(2);
            assertThat(clinic.deliveries.ofNote(new TenantId(UUID.randomUUID()), draft.id())).isEmpty();
        }
    }

    @Test
    void aVersionWhoseSuccessorIsOnItsWayIsNotSentAgain() {
        try (Clinic clinic = new Clinic()) {
            clinic.target("ehr", Target.Form.FHIR, "http://127.0.0.1:1/fhir");
            Kept<VisitNote> signed = clinic.signed();
            UUID first = clinic.deliveries.ofNote(clinic.tenant, signed.id()).getFirst().id();
            assertThat(clinic.deliveries.resend(clinic.tenant, first)).isEqualTo(Deliveries.Resent.WAITING);
            clinic.amended(signed);
            assertThat(clinic.deliveries.resend(clinic.tenant, first)).isEqualTo(Deliveries.Resent.OUTDATED);
            assertThat(clinic.deliveries.resend(clinic.tenant, UUID.randomUUID())).isEqualTo(Deliveries.Resent.MISSING);
            assertThat(clinic.deliveries.list(clinic.tenant, Delivery.State.FAILED, 10)).isEmpty();
            assertThat(clinic.deliveries.list(clinic.tenant, null, 10)).hasSize(2);
        }
    }

    @Test
    void whereNothingMayBeSentNoTargetIsMade() {
        try (Clinic clinic = new Clinic()) {
            for (String address : List.of("http://ehr.example.org/fhir", "https://10.0.0.1/fhir", "file:///etc/passwd")) {
                assertThatThrownBy(() -> clinic.target("ehr", Target.Form.FHIR, address))
                        .isInstanceOf(IllegalArgumentException.class);
            }
            for (String address : List.of("mllp://ehr.example.org:2575", "https://ehr.example.org", "mllps://ehr.example.org")) {
                assertThatThrownBy(() -> clinic.target("ehr", Target.Form.MDM, address))
                        .isInstanceOf(IllegalArgumentException.class);
            }
            clinic.target("ehr", Target.Form.MDM, "mllps://ehr.example.org:2575");
            assertThat(clinic.targets.of(clinic.tenant)).extracting(Target::name).containsExactly("ehr");
            assertThat(clinic.targets.remove(clinic.tenant, "ehr")).isTrue();
            assertThat(clinic.targets.remove(clinic.tenant, "ehr")).isFalse();
        }
    }
}
