package org.chartwright.bedside;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.chartwright.bedside.ClientMessage.Open;
import org.chartwright.bedside.RefusedException.Code;
import org.chartwright.encounter.Role;
import org.chartwright.live.Configuration;
import org.chartwright.live.LiveSession;
import org.chartwright.live.LiveSessions;
import org.chartwright.scribing.JobRequest;
import org.chartwright.scribing.JobRequest.ChannelRole;
import org.chartwright.scribing.Jobs;
import org.chartwright.scribing.NoteDesk;
import org.chartwright.scribing.RuleBook;
import org.chartwright.scribing.ScribeRequest.WordRules;
import org.chartwright.scribing.VisitRecord;

/**
 * What connections stand on. Safe for any number of threads.
 *
 * @param sessions that are streamed
 * @param jobs know which templates and specialties there are
 * @param rules look up vocabularies and filters
 * @param visits of the record
 */
public record Bedside(LiveSessions sessions, Jobs jobs, RuleBook rules, VisitRecord visits) {

    /** The session that a client means, if it exists already. */
    Optional<LiveSession> known(BedsideCaller caller, Open open) throws RefusedException {
        TenantId tenant = caller.tenant();
        if (open.session() == null) {
            return open.visit() == null ? Optional.empty() : sessions.ofVisit(tenant, open.visit());
        }
        Optional<LiveSession> found = sessions.find(tenant, open.session());
        Configuration configuration = found.map(LiveSession::configuration).orElse(null);
        boolean may = configuration != null
                && (!caller.isPerson() || configuration.visit().isPresent())
                && (open.visit() == null || configuration.visit().filter(open.visit()::equals).isPresent());
        if (!may) {
            throw new RefusedException(Code.NOT_FOUND, "There is no such session. Leave session out to begin one.");
        }
        return found;
    }

    /** How a session is to be worked on: as it was begun, or as a client wants it that begins it. */
    Configuration configuration(BedsideCaller caller, Open open, Optional<LiveSession> known) throws RefusedException {
        Configuration before = known.map(LiveSession::configuration).orElse(null);
        if (before != null) {
            requireSame(open, before);
            return before;
        }
        UUID visit = open.visit();
        if (visit == null && (caller.isPerson() || open.bucket() == null)) {
            throw new RefusedException(Code.INVALID, caller.isPerson() ? "visit is missing." : "visit or bucket must be there.");
        }
        if (visit != null && !visits.isOpen(caller.tenant(), visit)) {
            throw new RefusedException(Code.NOT_FOUND, "There is no such visit, or its note is signed.");
        }
        return made(open);
    }

    private static Configuration made(Open open) throws RefusedException {
        if ((open.filter() == null) != (open.filterMethod() == null)) {
            throw ClientMessage.Reading.invalid("filter and filterMethod need each other.");
        }
        Map<String, String> tags = new HashMap<>();
        if (open.visit() != null) {
            tags.put(VisitRecord.TAG, open.visit().toString());
        }
        if (open.specialty() != null) {
            tags.put(NoteDesk.SPECIALTY_TAG, open.specialty());
        }
        List<ChannelRole> channels = new ArrayList<>();
        for (Role role : open.roles()) {
            channels.add(new ChannelRole(channels.size(), role));
        }
        return new Configuration(
                open.role() == null ? "" : open.role(),
                open.bucket() == null ? "" : open.bucket(),
                open.template(),
                open.vocabulary(),
                open.filter(),
                open.filterMethod(),
                channels,
                open.pronouns() == null ? null : new JobRequest.PatientContext(open.pronouns()),
                tags,
                null,
                null);
    }

    private static void requireSame(Open open, Configuration before) throws RefusedException {
        boolean same = (open.channels() == null || open.channels() == before.soundChannels())
                && (open.template() == null || open.template().equals(before.template()))
                && (open.specialty() == null || open.specialty().equals(before.tags().get(NoteDesk.SPECIALTY_TAG)))
                && (open.bucket() == null || open.bucket().equals(before.outputBucket()));
        if (!same) {
            throw ClientMessage.Reading.invalid("What a session was begun with stays; leave it out to go on.");
        }
    }

    /** What vocabulary and filter say. */
    WordRules rules(BedsideCaller caller, UUID session, Configuration configuration) throws RefusedException {
        Optional<NoteDesk.Objection> objection = jobs.objection(configuration.job(session));
        if (objection.isPresent()) {
            throw ClientMessage.Reading.invalid(switch (objection.get()) {
                case NoteDesk.Objection.NoTemplate none -> "template must be one of " + String.join(", ", none.known()) + ".";
                case NoteDesk.Objection.BadTemplate bad -> "The template " + bad.name() + " has mistakes.";
                case NoteDesk.Objection.NoSpecialty none -> "specialty must be one of " + String.join(", ", none.known()) + ".";
                case NoteDesk.Objection.NoEngine none -> "The engine must be one of " + String.join(", ", none.offered()) + ".";
            });
        }
        try {
            return rules.of(caller.tenant(), configuration.settings());
        } catch (RuleBook.GoneException e) {
            throw ClientMessage.Reading.invalid("The vocabulary or the filter is not there, or not ready.");
        }
    }
}
