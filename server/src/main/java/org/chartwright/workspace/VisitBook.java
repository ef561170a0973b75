package org.chartwright.workspace;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.chartwright.chart.Chart;
import org.chartwright.chart.Find;
import org.chartwright.chart.Found;
import org.chartwright.chart.Identifier;
import org.chartwright.chart.Kept;
import org.chartwright.chart.Patient;
import org.chartwright.chart.PersonName;
import org.chartwright.chart.Practitioner;
import org.chartwright.chart.Query;
import org.chartwright.chart.Visit;
import org.chartwright.custody.Consent;
import org.chartwright.custody.Consents;
import org.chartwright.encounter.NoteTemplate;
import org.chartwright.people.Person;
import org.chartwright.scribing.Job;
import org.chartwright.scribing.Jobs;
import org.jspecify.annotations.Nullable;

/** Finds patients and visits in the record and shows them. Any thread. */
final class VisitBook {

    /** What we call the numbers that people type in here. */
    static final String MRN = "urn:chartwright:mrn";

    private static final int PAGE = 50;
    private static final int MOST_NAMESAKES = 500;

    private final Chart chart;
    private final Jobs jobs;
    private final Consents consents;
    private final VisitSight sight;
    private final Clock clock;

    VisitBook(Chart chart, Jobs jobs, Consents consents, VisitSight sight, Clock clock) {
        this.sight = sight;
        this.chart = chart;
        this.jobs = jobs;
        this.consents = consents;
        this.clock = clock;
    }

    /** A page of a list; {@code next} is null on the last one. */
    record Listed(List<?> items, @Nullable String next) {}

    /** What visits are looked for; null and false for any. */
    record Wanted(@Nullable String state, @Nullable String words, @Nullable LocalDate day, boolean mine) {}

    Listed patients(TenantId tenant, @Nullable String words, int skip) {
        Found<Patient> found = chart.search(tenant, Patient.class, named(words), skip, PAGE);
        return listed(found.entries().stream().map(VisitBook::show).toList(), skip, found.total());
    }

    Listed visits(Person person, Wanted wanted, int skip) {
        TenantId tenant = person.tenant();
        List<List<Find>> all = new ArrayList<>();
        if (wanted.state != null) {
            all.add(List.of(new Find("state", state(wanted.state).name())));
        }
        if (wanted.mine) {
            all.add(List.of(new Find("practitioner", practitioner(person).map(Kept::id).orElse(new UUID(0, 0)).toString())));
        }
        if (wanted.words != null) {
            List<Find> patients = chart.search(tenant, Patient.class, named(wanted.words), 0, MOST_NAMESAKES).entries().stream()
                    .map(one -> new Find("patient", one.id().toString()))
                    .toList();
            if (patients.isEmpty()) {
                return new Listed(List.of(), null);
            }
            all.add(patients);
        }
        LocalDate day = wanted.day;
        Query.Period moment = day == null
                ? Query.Period.ANY
                : new Query.Period(
                        day.atStartOfDay(ZoneOffset.UTC).toInstant(),
                        day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        Query query = new Query(all, List.of(), Query.Period.ANY, moment, Query.Order.LATEST_MOMENT_FIRST);
        Found<Visit> found = chart.search(tenant, Visit.class, query, skip, PAGE);
        return listed(found.entries().stream().map(one -> inList(person, one)).toList(), skip, found.total());
    }

    private VisitShown inList(Person person, Kept<Visit> one) {
        return sight.inList(person, one.entry(), show(person.tenant(), one));
    }

    List<VisitShown> visitsOf(Person person, UUID patient) {
        TenantId tenant = person.tenant();
        Query query = Query.of(new Find("patient", patient.toString())).in(Query.Order.LATEST_MOMENT_FIRST);
        return chart.search(tenant, Visit.class, query, 0, MOST_NAMESAKES).entries().stream()
                .map(one -> inList(person, one))
                .toList();
    }

    private static Listed listed(List<?> items, int skip, int total) {
        return new Listed(items, skip + items.size() < total && !items.isEmpty() ? String.valueOf(skip + items.size()) : null);
    }

    /** Each word begins a name, or all of it is an identifier. */
    private static Query named(@Nullable String words) {
        if (words == null) {
            return Query.ALL;
        }
        List<List<Find>> all = new ArrayList<>();
        for (String word : words.strip().split("\\s+")) {
            all.add(List.of(Find.beginning("name", word), new Find("identifier", words.strip())));
        }
        return new Query(all, List.of(), Query.Period.ANY, Query.Period.ANY, Query.Order.LATEST_CHANGE_FIRST);
    }

    Kept<Visit> visit(TenantId tenant, UUID id) {
        return chart.find(tenant, Visit.class, id).orElseThrow(Problem::notFound);
    }

    Kept<Patient> patient(TenantId tenant, UUID id) {
        return chart.find(tenant, Patient.class, id).orElseThrow(Problem::notFound);
    }

    /** The person's entry in the record, made when it is needed first. */
    UUID practitionerOf(Person person) {
        return practitioner(person).map(Kept::id).orElseGet(() -> {
            int last = person.name().lastIndexOf(' ');
            List<String> given = last < 0 ? List.of() : List.of(person.name().substring(0, last).split(" "));
            PersonName name = new PersonName(person.name().substring(last + 1), given);
            return chart.add(person.tenant(), person.account(), new Practitioner(List.of(), name, person.account(), true)).id();
        });
    }

    Optional<Kept<Practitioner>> practitioner(Person person) {
        return chart.search(person.tenant(), Practitioner.class, Query.of(new Find("account", person.account())), 0, 1)
                .entries()
                .stream()
                .findFirst();
    }

    VisitShown show(TenantId tenant, Kept<Visit> kept) {
        Visit visit = kept.entry();
        UUID practitioner = visit.practitioner();
        Visit.Plan plan = visit.plan();
        return new VisitShown(
                kept.id(),
                show(patient(tenant, visit.patient())),
                visit.begin(),
                visit.end(),
                plan.reason(),
                word(visit.state()),
                visit.state() == Visit.State.FAILED ? failure(tenant, visit) : null,
                practitioner == null
                        ? null
                        : chart.find(tenant, Practitioner.class, practitioner)
                                .map(one -> one.entry().name().inFull())
                                .orElse(null),
                plan.template().isEmpty() ? NoteTemplate.HISTORY_AND_PHYSICAL.name() : plan.template(),
                plan.specialty().isEmpty() ? "general" : plan.specialty(),
                pronouns(plan.pronouns()),
                consent(tenant, kept.id()),
                !visit.recording().isEmpty(),
                false,
                null);
    }

    /** What was answered last. */
    String consent(TenantId tenant, UUID visit) {
        return consents.of(tenant.value(), visit).stream()
                .findFirst()
                .map(one -> one.consent().answer() == Consent.Answer.GIVEN ? "granted" : "refused")
                .orElse("none");
    }

    Instant now() {
        return clock.instant();
    }

    private @Nullable String failure(TenantId tenant, Visit visit) {
        return visit.recording().isEmpty()
                ? null
                : jobs.find(tenant, visit.recording()).map(Job::failureReason).orElse(null);
    }

    static VisitShown.PatientShown show(Kept<Patient> kept) {
        Patient patient = kept.entry();
        return new VisitShown.PatientShown(
                kept.id(),
                patient.name().inFull(),
                patient.name().family(),
                String.join(" ", patient.name().given()),
                patient.birthDate(),
                patient.gender().name().toLowerCase(Locale.ROOT),
                patient.identifiers().stream()
                        .filter(one -> one.system().equals(MRN))
                        .findFirst()
                        .or(() -> patient.identifiers().stream().findFirst())
                        .map(Identifier::value)
                        .orElse(null));
    }

    static String word(Visit.State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Visit.State state(String word) {
        for (Visit.State state : Visit.State.values()) {
            if (word(state).equals(word)) {
                return state;
            }
        }
        throw Problem.invalid("state", "There is no such state.");
    }

    private static @Nullable String pronouns(String name) {
        return switch (name) {
            case "SHE_HER" -> "she";
            case "HE_HIM" -> "he";
            case "THEY_THEM" -> "they";
            default -> null;
        };
    }
}
