package org.chartwright.cli;

import java.io.IOException;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.chartwright.audit.Actor;
import org.chartwright.custody.Receipt;
import org.chartwright.custody.TenantRules.Rules;
import org.chartwright.scribing.Erasure;
import org.chartwright.scribing.JobObjects.ObjectRefusedException;
import org.chartwright.server.ErasureRoom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How long things are kept, what must not be deleted, and deleting for good. */
@Command(
        name = "retention",
        mixinStandardHelpOptions = true,
        description = "Says how long a tenant's things are kept, places legal holds, and deletes visits for good.",
        footer = AdminPlace.EXITS)
final class RetentionCommand {

    @Mixin
    private CustodyPlace place = new CustodyPlace();

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Prints the tenant's rules and holds.")
    int show() {
        return place.at((desk, tenant) -> {
            Rules rules = desk.custody().rules().of(tenant);
            System.out.println("consent required\t" + (rules.consentRequired() ? "yes" : "no"));
            System.out.println("ended jobs are remembered\t" + rules.jobDays() + " days");
            System.out.println("sound of streams is kept after its documents\t" + rules.soundDays() + " days");
            desk.custody().holds().all(tenant).forEach(thing -> System.out.println("held\t" + thing));
        });
    }

    @Command(name = "set", mixinStandardHelpOptions = true, description = "Changes the tenant's rules; what is not named stays.")
    int set(
            @Option(names = "--consent", paramLabel = "yes|no", description = "Whether nothing is recorded without a consent.")
                    @Nullable String consent,
            @Option(names = "--job-days", description = "How long an ended job is remembered.") @Nullable Integer jobs,
            @Option(names = "--sound-days", description = "How long the sound of a stream is kept after its documents.")
                    @Nullable Integer sound) {
        if (consent != null && !consent.equals("yes") && !consent.equals("no")) {
            System.err.println("Say yes or no.");
            return AdminPlace.BAD_DATA;
        }
        return place.change("custody:PutRules", (custody, tenant) -> {
            Rules now = custody.rules().of(tenant);
            custody.rules().put(tenant, new Rules(
                    consent == null ? now.consentRequired() : consent.equals("yes"),
                    jobs == null ? now.jobDays() : jobs,
                    sound == null ? now.soundDays() : sound));
        });
    }

    @Command(
            name = "hold",
            mixinStandardHelpOptions = true,
            description = "Lets a job (by name), a visit or a session (by id), or everything (*) not be deleted.")
    int hold(@Parameters(paramLabel = "THING") String thing) {
        return place.change("custody:PlaceHold", (custody, tenant) -> custody.holds().place(tenant, thing));
    }

    @Command(name = "release", mixinStandardHelpOptions = true, description = "Takes a hold away.")
    int release(@Parameters(paramLabel = "THING") String thing) {
        return place.change("custody:ReleaseHold", (custody, tenant) -> {
            if (!custody.holds().release(tenant, thing)) {
                throw new IllegalArgumentException("There is no such hold.");
            }
        });
    }

    @Command(
            name = "erase",
            mixinStandardHelpOptions = true,
            description = "Deletes a visit with its jobs, documents, notes, consents and all their keys, or one job, and prints"
                    + " the receipt.")
    int erase(
            @Option(names = "--visit", paramLabel = "ID", description = "A visit of the record.") @Nullable UUID visit,
            @Option(names = "--job", paramLabel = "NAME", description = "A job.") @Nullable String job,
            @Option(names = "--recordings", description = "Recordings in buckets too, which are usually somebody else's.")
                    boolean recordings) {
        if ((visit == null) == (job == null)) {
            System.err.println("Name a visit or a job.");
            return AdminPlace.BAD_DATA;
        }
        Erasure.Wanted wanted = new Erasure.Wanted(visit, job, recordings, Actor.operator());
        return place.at((desk, tenant) -> {
            try (ErasureRoom room = place.erasure(desk)) {
                System.out.println(told(room.erasure().erase(new TenantId(tenant), wanted)));
            } catch (ObjectRefusedException e) {
                throw new IOException(e.getMessage(), e);
            }
        });
    }

    private static String told(Erasure.Outcome outcome) {
        return switch (outcome) {
            case Erasure.Outcome.Done done -> done.receipt().text();
            case Erasure.Outcome.Held _ -> throw new IllegalArgumentException("It is under a legal hold.");
            case Erasure.Outcome.InProgress _ -> throw new IllegalArgumentException("It is still being worked on.");
            case Erasure.Outcome.Absent _ -> throw new IllegalArgumentException("There is no such thing.");
        };
    }

    @Command(name = "receipts", mixinStandardHelpOptions = true, description = "Prints all receipts, one a line.")
    int receipts() {
        return place.at((desk, tenant) -> Receipt.all(desk.database().jdbi(), tenant).forEach(System.out::println));
    }
}
