package org.chartwright.ehr;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.chartwright.access.Tenants;
import org.chartwright.chart.Chart;
import org.chartwright.chart.Kept;
import org.chartwright.chart.NoteLife;
import org.chartwright.chart.Samples;
import org.chartwright.chart.VisitNote;
import org.chartwright.database.Database;
import org.chartwright.database.TestDatabase;
import org.chartwright.events.TargetRules;
import org.chartwright.keys.TestSeals;

/** A tenant with a record, on a database of its own, with a clock that goes when it is told to. */
public final class Clinic implements AutoCloseable {

    static final NoteLife.Person ADA = new NoteLife.Person("ada", "Ada Okafor");
    static final TargetRules TRUSTING = new TargetRules(Set.of("127.0.0.1", "localhost"));

    private Instant now = Instant.parse("2026-11-25T10:00:00Z");
    public final Clock clock = ((InstantSource) () -> this.now).withZone(ZoneOffset.UTC);
    public final Database database = TestDatabase.fresh();
    public final TenantId tenant;
    public final Chart chart;
    final NoteLife notes;
    public final Deliveries deliveries;
    public final Targets targets;

    public Clinic() {
        Tenants tenants = new Tenants(database.jdbi(), clock, new SecureRandom());
        tenants.add("clinic");
        tenant = tenants.find("clinic").orElseThrow().id();
        chart = new Chart(database.jdbi(), clock, TestSeals.make(), new SecureRandom());
        notes = new NoteLife(chart, clock, new NoteOutbox(clock));
        deliveries = new Deliveries(database.jdbi(), clock);
        targets = new Targets(database.jdbi(), clock, TRUSTING);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    public void target(String name, Target.Form form, String address) {
        targets.add(tenant, new Target(UUID.randomUUID(), name, form, address, Target.Documents.BOTH, "EHR|HOSPITAL", ""));
    }

    /** A draft of a new patient's new visit. */
    Kept<VisitNote> drafted() {
        UUID patient = chart.add(tenant, "ada", Samples.patient("Pena", "Rosa", "MR-1")).id();
        UUID practitioner = chart.add(tenant, "ada", Samples.practitioner()).id();
        UUID visit = chart.add(tenant, "ada", Samples.visit(patient, practitioner)).id();
        UUID transcript = chart.add(tenant, "chartwright", Samples.transcript(patient, visit)).id();
        return chart.add(tenant, "chartwright", Samples.note(patient, visit, transcript));
    }

    public Kept<VisitNote> signed() {
        return notes.sign(tenant, ADA, drafted());
    }

    /** The same note with another plan. */
    Kept<VisitNote> amended(Kept<VisitNote> note) {
        List<VisitNote.Section> sections = new ArrayList<>(note.entry().sections());
        sections.set(3, new VisitNote.Section("PLAN", List.of(new VisitNote.Sentence(
                UUID.randomUUID(), "Recheck in two weeks.", List.of(), VisitNote.Origin.ADDED, "UNSUPPORTED"))));
        return notes.amend(tenant, ADA, note, sections, "");
    }

    @Override
    public void close() {
        database.close();
    }
}
