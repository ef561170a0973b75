package org.chartwright.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chartwright.access.TenantId;
import org.chartwright.access.Tenants;
import org.chartwright.chart.ChartException.Kind;
import org.chartwright.chart.VisitNote.Origin;
import org.chartwright.chart.VisitNote.Section;
import org.chartwright.chart.VisitNote.Sentence;
import org.chartwright.chart.VisitNote.Status;
import org.chartwright.database.Database;
import org.chartwright.database.TestDatabase;
import org.chartwright.keys.TestSeals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ChartTest {

    private static final NoteLife.Person ADA = new NoteLife.Person("ada", "Ada Okafor");

    private Database database;
    private TenantId clinic;
    private TenantId other;
    private Chart chart;
    private NoteLife notes;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        Tenants tenants = new Tenants(database.jdbi(), Clock.systemUTC(), new SecureRandom());
        tenants.add("clinic");
        tenants.add("other");
        clinic = tenants.find("clinic").orElseThrow().id();
        other = tenants.find("other").orElseThrow().id();
        chart = new Chart(database.jdbi(), Clock.systemUTC(), TestSeals.make(), new SecureRandom());
        notes = new NoteLife(chart, Clock.systemUTC(), Signings.UNTOLD);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatIsKeptIsFoundByItsIdItsNumberAndTheBeginningOfItsName() {
        Kept<Patient> rosa = chart.add(clinic, "ada", Samples.patient("Peña-Lindqvist", "Rosa", "MR-1"));
        chart.add(clinic, "ada", Samples.patient("Quist", "Tom", "MR-2"));
        assertThat(chart.find(clinic, Patient.class, rosa.id())).contains(rosa);
        assertThat(found("identifier", "urn:oid:2.16.840.1.113883.19.5|MR-1")).containsExactly(rosa.id());
        assertThat(foundByName("pen")).containsExactly(rosa.id());
        assertThat(foundByName("LIND")).containsExactly(rosa.id());
        assertThat(foundByName("ena")).isEmpty();
    }

    @Test
    void aChangeIsAnotherVersionAndTheEarlierOnesStay() {
        Kept<Patient> first = chart.add(clinic, "ada", Samples.patient("Pena", "Rosa", "MR-1"));
        Kept<Patient> second = chart.change(clinic, "bo", first, Samples.patient("Quist", "Rosa", "MR-1"));
        assertThat(second.version()).isEqualTo(2);
        assertThat(chart.history(clinic, Patient.class, first.id())).containsExactly(second, first);
        assertThat(chart.find(clinic, Patient.class, first.id(), 1)).contains(first);
        assertThat(foundByName("pena")).isEmpty();
        assertThat(foundByName("quist")).containsExactly(first.id());
        assertRefused(Kind.STALE, () -> chart.change(clinic, "ada", first, first.entry()));
        assertThatThrownBy(() -> TestDatabase.acrossAll(
                        database, handle -> handle.execute("update chart_entry set content = '' where version = 1")))
                .hasStackTraceContaining("never changes");
    }

    @Test
    void nothingOfOneTenantIsSeenByAnother() {
        Kept<Patient> rosa = chart.add(clinic, "ada", Samples.patient("Pena", "Rosa", "MR-1"));
        assertThat(chart.find(other, Patient.class, rosa.id())).isEmpty();
        assertThat(chart.history(other, Patient.class, rosa.id())).isEmpty();
        assertThat(chart.search(other, Patient.class, Query.ALL, 0, 10).total()).isZero();
        assertRefused(Kind.MISSING, () -> chart.change(other, "eve", rosa, rosa.entry()));
        assertRefused(Kind.INVALID, () -> chart.add(other, "eve", Samples.visit(rosa.id(), null)));
    }

    @Test
    void theDatabaseHoldsNoNameAndNoWord() {
        Kept<VisitNote> note = drafted();
        notes.sign(clinic, ADA, note);
        String rows = TestDatabase.across(
                database,
                handle -> String.join("\n", handle.createQuery(
                                "select encode(content, 'escape') || id::text || kind from chart_entry union all select encode(token, 'escape') from chart_token")
                        .mapTo(String.class)
                        .list()));
        assertThat(rows).doesNotContainIgnoringCase("Pena").doesNotContain("lisinopril").doesNotContain("MR-1");
        assertThat(note.toString() + note.entry().sections()).doesNotContain("lisinopril");
    }

    @Test
    void aVisitBelongsToItsPatientForGood() {
        Kept<Patient> rosa = chart.add(clinic, "ada", Samples.patient("Pena", "Rosa", "MR-1"));
        Kept<Patient> tom = chart.add(clinic, "ada", Samples.patient("Quist", "Tom", "MR-2"));
        Kept<Visit> visit = chart.add(clinic, "ada", Samples.visit(rosa.id(), null));
        assertRefused(Kind.FORBIDDEN, () -> chart.change(clinic, "ada", visit, Samples.visit(tom.id(), null)));
        assertRefused(Kind.INVALID, () -> chart.add(clinic, "ada", Samples.transcript(tom.id(), visit.id())));
    }

    @Test
    void aDraftIsEditedAndSignedAndThenAmendedButNeverOverwritten() {
        Kept<VisitNote> draft = drafted();
        List<Section> changed = changed(draft.entry(), "Takes lisinopril 10 mg daily.");
        Kept<VisitNote> edited = notes.edit(clinic, ADA, draft, changed);
        Sentence sentence = edited.entry().sections().getFirst().sentences().getFirst();
        assertThat(sentence.origin()).isEqualTo(Origin.EDITED);
        assertThat(edited.entry().sections().getFirst().sentences().get(1).origin()).isEqualTo(Origin.DRAFTED);
        Kept<VisitNote> signed = notes.sign(clinic, ADA, edited);
        assertThat(NoteLife.isAsSigned(signed.entry())).isTrue();
        assertThat(chart.find(clinic, Visit.class, signed.entry().visit()).orElseThrow().entry().state())
                .isEqualTo(Visit.State.SIGNED);
        assertRefused(Kind.FORBIDDEN, () -> notes.edit(clinic, ADA, signed, changed));
        assertRefused(Kind.FORBIDDEN, () -> notes.sign(clinic, ADA, signed));
        assertRefused(Kind.INVALID, () -> notes.amend(clinic, ADA, signed, changed, ""));
        Kept<VisitNote> amended = notes.amend(clinic, ADA, signed, changed(signed.entry(), "Takes lisinopril 5 mg daily."), "Dose misheard");
        assertThat(amended.entry().status()).isEqualTo(Status.AMENDED);
        assertThat(chart.find(clinic, VisitNote.class, signed.id(), signed.version())).contains(signed);
        assertRefused(Kind.STALE, () -> notes.amend(clinic, ADA, signed, changed(signed.entry(), "Takes nothing."), ""));
    }

    @Test
    void whatAPersonAddsIsTheirsAndASectionCannotBeMadeUp() {
        Kept<VisitNote> draft = drafted();
        Sentence forged = new Sentence(
                UUID.randomUUID(), "Feels well.", List.of(Samples.DRUG), Origin.DRAFTED, "SUPPORTED");
        List<Section> sections = new ArrayList<>(draft.entry().sections());
        sections.set(3, new Section("PLAN", List.of(forged)));
        Kept<VisitNote> edited = notes.edit(clinic, ADA, draft, sections);
        assertThat(edited.entry().sections().get(3).sentences().getFirst().origin()).isEqualTo(Origin.ADDED);
        sections.add(new Section("BILLING", List.of()));
        assertRefused(Kind.INVALID, () -> notes.edit(clinic, ADA, edited, sections));
    }

    private Kept<VisitNote> drafted() {
        UUID patient = chart.add(clinic, "ada", Samples.patient("Pena", "Rosa", "MR-1")).id();
        UUID visit = chart.add(clinic, "ada", Samples.visit(patient, null)).id();
        UUID transcript = chart.add(clinic, "chartwright", Samples.transcript(patient, visit)).id();
        return chart.add(clinic, "chartwright", Samples.note(patient, visit, transcript));
    }

    private static List<Section> changed(VisitNote note, String first) {
        List<Section> sections = new ArrayList<>(note.sections());
        List<Sentence> sentences = new ArrayList<>(sections.getFirst().sentences());
        Sentence before = sentences.getFirst();
        sentences.set(0, new Sentence(before.id(), first, before.evidence(), before.origin(), "UNSUPPORTED"));
        sections.set(0, new Section("SUBJECTIVE", sentences));
        return sections;
    }

    private List<UUID> found(String by, String value) {
        return chart.search(clinic, Patient.class, Query.of(new Find(by, value)), 0, 10).entries().stream()
                .map(Kept::id)
                .toList();
    }

    private List<UUID> foundByName(String typed) {
        return chart.search(clinic, Patient.class, Query.of(Find.beginning("name", typed)), 0, 10).entries().stream()
                .map(Kept::id)
                .toList();
    }

    private static void assertRefused(Kind kind, ThrowingCallable change) {
        assertThatThrownBy(change).isInstanceOfSatisfying(
                ChartException.class, refusal -> assertThat(refusal.kind()).isEqualTo(kind));
    }
}
