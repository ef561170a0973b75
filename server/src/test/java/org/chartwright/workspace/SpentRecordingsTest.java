package org.chartwright.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.chartwright.audio.MediaSource;
import org.chartwright.chart.Kept;
import org.chartwright.chart.Visit;
import org.chartwright.custody.Custody;
import org.chartwright.custody.TenantRules.Rules;
import org.chartwright.database.TenantRows;
import org.chartwright.objects.ObjectException;
import org.chartwright.people.Person.Role;
import org.chartwright.scribing.JobObjects;
import org.chartwright.scribing.StoreObjects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server keeps no recording that was handed in by the workspace longer than it is wanted. */
final class SpentRecordingsTest {

    private WorkspaceHouse house;
    private JobObjects objects;
    private Custody custody;
    private UUID visit;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        house = new WorkspaceHouse(folder);
        objects = new StoreObjects(house.objects, (_, _, _, _) -> true);
        custody = Custody.of(house.database.jdbi(), house.keys.seals(), house.clock);
        WorkspaceHouse.Browser ada = house.person("ada", Role.CLINICIAN);
        String planned = Visits.planned(ada, Visits.patient(ada, "Pena", "Rosa Maria"));
        Visits.consent(ada, planned);
        ada.send("PUT", "visits/" + planned + "/recording", "RIFF and more".getBytes(), Map.of("X-Chartwright", "workspace")).expect(202);
        visit = UUID.fromString(planned);
    }

    @AfterEach
    void close() throws Exception {
        house.close();
    }

    private boolean isThere() throws ObjectException {
        try {
            return house.objects.head(house.clinic, "chartwright-visits", "visits/" + visit + "/recording").size() > 0;
        } catch (ObjectException e) {
            assertThat(e.kind()).isEqualTo(ObjectException.Kind.NO_KEY);
            return false;
        }
    }

    private int sweep() {
        return house.scribing.recordings().deleteSpent(objects);
    }

    private void is(Visit.State state) {
        Kept<Visit> kept = house.scribing.chart().find(house.clinic, Visit.class, visit).orElseThrow();
        house.scribing.chart().change(house.clinic, "test", kept, kept.entry().in(state));
    }

    private void ended(String status) {
        TenantRows.use(house.database.jdbi(), house.clinic.value(), handle -> handle.execute(
                "update job set status = ?, ended_at = ?", status, house.clock.instant().atOffset(ZoneOffset.UTC)));
    }

    @Test
    void aRecordingGoesWhenItsNoteIsSignedAndTheTenantsDaysAreOverAndNoHoldIsOnIt() throws Exception {
        house.forward(Duration.ofDays(2));
        assertThat(sweep()).as("worked on").isZero();
        ended("COMPLETED");
        is(Visit.State.TO_REVIEW);
        house.forward(Duration.ofDays(2));
        assertThat(sweep()).as("not signed").isZero();
        is(Visit.State.SIGNED);
        custody.rules().put(house.clinic.value(), new Rules(false, 90, 3));
        assertThat(sweep()).as("kept for three days").isZero();
        house.forward(Duration.ofDays(2));
        custody.holds().place(house.clinic.value(), visit.toString());
        assertThat(sweep()).as("held").isZero();
        assertThat(isThere()).isTrue();
        custody.holds().release(house.clinic.value(), visit.toString());
        assertThat(sweep()).isEqualTo(1);
        assertThat(isThere()).isFalse();
        assertThat(sweep()).isZero();
        assertThat(house.audited(house.clinic))
                .extracting(entry -> entry.path("actor").stringValue() + " " + entry.path("action").stringValue() + " "
                        + entry.path("object").stringValue())
                .contains("server custody:DeleteRecording visit/" + visit);
    }

    @Test
    void byDefaultItGoesAsSoonAsItsNoteIsSigned() throws Exception {
        ended("COMPLETED");
        is(Visit.State.SIGNED);
        assertThat(sweep()).isEqualTo(1);
        assertThat(isThere()).isFalse();
    }

    @Test
    void aFailedOneIsKeptAsLongAsItsJobIsAndAnErasedVisitsGoes() throws Exception {
        ended("FAILED");
        is(Visit.State.FAILED);
        house.forward(Duration.ofDays(80));
        assertThat(sweep()).isZero();
        TenantRows.use(house.database.jdbi(), house.clinic.value(), handle -> handle.execute("delete from job"));
        assertThat(sweep()).isEqualTo(1);
        UUID nobodys = UUID.randomUUID();
        house.scribing.recordings().expect(house.clinic, nobodys, "chartwright-visits", "visits/" + nobodys + "/recording");
        assertThat(sweep()).as("of no visit, or of one that was erased").isEqualTo(1);
    }

    @Test
    void whatNeverBecameAJobGoesAfterADay() throws Exception {
        is(Visit.State.PLANNED);
        house.forward(Duration.ofHours(23));
        assertThat(sweep()).isZero();
        house.forward(Duration.ofHours(2));
        assertThat(sweep()).isEqualTo(1);
        assertThat(isThere()).isFalse();
    }

    @Test
    void whatAStoreCannotDeleteNowIsTriedAgain() throws Exception {
        ended("COMPLETED");
        is(Visit.State.SIGNED);
        JobObjects failing = new JobObjects() {
            @Override
            public MediaSource open(TenantId tenant, String bucket, String key) throws IOException {
                throw new IOException("not now");
            }

            @Override
            public void put(TenantId tenant, String bucket, String key, byte[] content, String type) throws IOException {
                throw new IOException("not now");
            }

            @Override
            public void delete(TenantId tenant, String bucket, String key) throws IOException {
                throw new IOException("not now");
            }
        };
        assertThat(house.scribing.recordings().deleteSpent(failing)).isZero();
        assertThat(isThere()).isTrue();
        assertThat(sweep()).isEqualTo(1);
    }
}
