package org.chartwright.workspace;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.chartwright.audit.AuditExport;
import org.chartwright.audit.Entry;
import org.chartwright.ehr.Deliveries;
import org.chartwright.ehr.Delivery;
import org.chartwright.metering.DailyUsage;
import org.chartwright.metering.Price;
import org.chartwright.metering.Totals;
import org.chartwright.scribing.BadTokenException;
import org.chartwright.scribing.Change;
import org.chartwright.scribing.Deletion;
import org.chartwright.scribing.PageRequest;
import org.chartwright.scribing.Vocabularies;
import org.chartwright.scribing.Vocabulary;
import org.chartwright.scribing.WordSource;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What administrators and auditors look after: use, the audit record, health, vocabularies, deliveries. Any thread. */
final class OperationsCalls {

    private static final int PAGE = 100;
    private static final int CHUNK = 1000;
    private static final int MOST_CHUNKS = 20;
    private static final int MOST_PHRASES = 5000;
    private static final int LONGEST_PHRASE = 256;

    private final Jdbi jdbi;
    private final Vocabularies vocabularies;
    private final Deliveries deliveries;
    private final Supplier<HouseState> state;

    OperationsCalls(Jdbi jdbi, Vocabularies vocabularies, Deliveries deliveries, Supplier<HouseState> state) {
        this.jdbi = jdbi;
        this.vocabularies = vocabularies;
        this.deliveries = deliveries;
        this.state = state;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "usage", Route.OVERSIGHT, "GetUsage", this::usage),
                Route.of("GET", "audit", Route.AUDITOR, "ReadAudit", this::audit),
                Route.of("GET", "health", Route.ADMINISTRATOR, "GetHealth", _ -> Reply.ok(HealthShown.of(state.get(), Totals.read(jdbi)))),
                Route.of("GET", "engines", Route.ADMINISTRATOR, "ListEngines", _ -> Reply.ok(
                        new VisitBook.Listed(state.get().engines(), null))),
                Route.of("GET", "vocabularies", Route.ADMINISTRATOR, "ListVocabularies", this::vocabularies),
                Route.of("PUT", "vocabularies/{name}", Route.ADMINISTRATOR, "PutVocabulary", this::putVocabulary),
                Route.of("DELETE", "vocabularies/{name}", Route.ADMINISTRATOR, "DeleteVocabulary", this::deleteVocabulary),
                Route.of("GET", "deliveries", Route.ADMINISTRATOR, "ListDeliveries", this::deliveries),
                Route.of("POST", "deliveries/{id}/retry", Route.ADMINISTRATOR, "RetryDelivery", this::retry));
    }

    record PartShown(String name, boolean up) {}

    record WorkShown(long queued, long inProgress, long eventsWaiting, long eventsDead, long auditUnsigned) {

        static WorkShown of(Totals totals) {
            return new WorkShown(
                    totals.queued(), totals.inProgress(), totals.eventsWaiting(), totals.eventsDead(), totals.auditUnsigned());
        }
    }

    record HealthShown(boolean up, List<PartShown> parts, String engine, String version, WorkShown work) {

        static HealthShown of(HouseState state, Totals totals) {
            List<PartShown> parts = new ArrayList<>();
            state.parts().forEach((name, up) -> parts.add(new PartShown(name, up)));
            return new HealthShown(
                    parts.stream().allMatch(PartShown::up), parts, state.engine(), state.version(), WorkShown.of(totals));
        }
    }

    record UsageShown(List<DailyUsage> items, @Nullable Price price) {}

    record EntryShown(
            long seq, Instant at, String actor, String role, String source, String action, String object, String outcome,
            String reason) {

        static EntryShown of(Entry entry) {
            return new EntryShown(
                    entry.seq(),
                    entry.time(),
                    entry.act().actor().name(),
                    entry.act().actor().role(),
                    entry.act().actor().source(),
                    entry.act().action(),
                    entry.act().object(),
                    entry.outcome().name().toLowerCase(Locale.ROOT),
                    entry.reason());
        }
    }

    record VocabularyShown(String name, String state, Instant changedAt, @Nullable String failure) {}

    record VocabularySent(@Nullable List<String> phrases, @Nullable String language) {

        /** Leaves the phrases out. */
        @Override
        public String toString() {
            return "VocabularySent[]";
        }
    }

    private Reply usage(Call call) {
        LocalDate from = call.day("from").orElseThrow(() -> Problem.invalid("from", "It must be given."));
        LocalDate to = call.day("to").orElseThrow(() -> Problem.invalid("to", "It must be given."));
        return Reply.ok(new UsageShown(DailyUsage.of(jdbi, call.tenant().value(), from, to), state.get().price()));
    }

    /** Reads back until a page is full; a cursor is the number of the last entry that was looked at. */
    private Reply audit(Call call) {
        Instant from = call.day("from").map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant()).orElse(Instant.MIN);
        Instant to = call.day("to").map(day -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()).orElse(Instant.MAX);
        String actor = call.asked("actor").orElse("");
        String object = call.asked("object").orElse("");
        AuditExport.Within within = new AuditExport.Within(from, to);
        List<EntryShown> found = new ArrayList<>();
        long before = call.number("cursor").orElse(0);
        for (int chunk = 0; chunk < MOST_CHUNKS; chunk++) {
            List<Entry> entries = AuditExport.newest(jdbi, call.tenant().value(), before, CHUNK, within);
            for (Entry entry : entries) {
                before = entry.seq();
                boolean wanted = !entry.time().isBefore(from)
                        && entry.time().isBefore(to)
                        && (actor.isEmpty() || entry.act().actor().name().equals(actor))
                        && (object.isEmpty() || entry.act().object().contains(object));
                if (wanted) {
                    found.add(EntryShown.of(entry));
                }
                if (found.size() == PAGE) {
                    return Reply.ok(new VisitBook.Listed(found, before > 1 ? String.valueOf(before) : null));
                }
            }
            if (entries.size() < CHUNK) {
                return Reply.ok(new VisitBook.Listed(found, null));
            }
        }
        return Reply.ok(new VisitBook.Listed(found, String.valueOf(before)));
    }

    private Reply vocabularies(Call call) {
        try {
            var page = vocabularies.list(
                    call.tenant(), new Vocabularies.VocabularyQuery(null, null), new PageRequest(Vocabularies.MOST, null));
            return Reply.ok(new VisitBook.Listed(page.entries().stream().map(OperationsCalls::shown).toList(), null));
        } catch (BadTokenException _) {
            throw Problem.broken(); // there is none
        }
    }

    private static VocabularyShown shown(Vocabulary one) {
        return new VocabularyShown(
                one.name(), one.state().name().toLowerCase(Locale.ROOT), one.modified(), one.failureReason());
    }

    private Reply putVocabulary(Call call) throws IOException {
        String name = call.part("name");
        call.concerns("vocabulary", name);
        VocabularySent sent = call.body(VocabularySent.class);
        if (!name.matches("[0-9A-Za-z._-]{1,200}")) {
            throw Problem.invalid("name", "A name has 1 to 200 letters, digits, dots, dashes and underscores.");
        }
        if (sent.language != null && !sent.language.equals("en-US")) {
            throw Problem.invalid("language", "It must be en-US.");
        }
        List<String> phrases = sent.phrases == null ? List.of() : sent.phrases.stream().map(String::strip).toList();
        if (phrases.isEmpty() || phrases.size() > MOST_PHRASES) {
            throw Problem.invalid("phrases", "There must be 1 to " + MOST_PHRASES + ".");
        }
        for (int i = 0; i < phrases.size(); i++) {
            if (phrases.get(i).isEmpty() || phrases.get(i).length() > LONGEST_PHRASE) {
                throw Problem.invalid("phrases", "A phrase has 1 to " + LONGEST_PHRASE + " characters.").with("line", i + 1);
            }
        }
        WordSource given = new WordSource.Given(phrases);
        Change<Vocabulary> made = vocabularies.find(call.tenant(), name).isPresent()
                ? vocabularies.update(call.tenant(), name, "en-US", given)
                : vocabularies.create(call.tenant(), name, "en-US", given, Map.of());
        return switch (made) {
            case Change.Done<Vocabulary> _ -> Reply.done();
            case Change.TooMany<Vocabulary> many -> throw Problem.conflict("There may be " + many.most() + " at most.");
            case Change.NameTaken<Vocabulary> _, Change.NotFound<Vocabulary> _, Change.Busy<Vocabulary> _ ->
                throw Problem.conflict("It is being changed. Try again later.");
        };
    }

    private Reply deleteVocabulary(Call call) {
        call.concerns("vocabulary", call.part("name"));
        Deletion deletion = vocabularies.delete(call.tenant(), call.part("name"));
        return switch (deletion) {
            case DELETED -> Reply.done();
            case NOT_FOUND -> throw Problem.notFound();
            case IN_USE, HELD -> throw Problem.conflict("It is in use.");
        };
    }

    private Reply deliveries(Call call) {
        Delivery.State wanted = call.asked("state").map(OperationsCalls::state).orElse(null);
        return Reply.ok(new VisitBook.Listed(
                deliveries.list(call.tenant(), wanted, PAGE).stream().map(DeliveryShown::of).toList(), null));
    }

    private static Delivery.State state(String word) {
        return switch (word) {
            case "waiting" -> Delivery.State.WAITING;
            case "acknowledged" -> Delivery.State.ACKNOWLEDGED;
            case "failed" -> Delivery.State.FAILED;
            default -> throw Problem.invalid("state", "It must be waiting, acknowledged or failed.");
        };
    }

    private Reply retry(Call call) {
        UUID id = call.id();
        call.concerns("delivery", id);
        return switch (deliveries.resend(call.tenant(), id)) {
            case WAITING -> Reply.done();
            case MISSING -> throw Problem.notFound();
            case OUTDATED -> throw Problem.conflict("A later version of the note is there, or on its way there.");
        };
    }
}
