package org.chartwright.server;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import org.chartwright.audit.AuditLog;
import org.chartwright.aws.ApiRooms;
import org.chartwright.aws.AwsApi;
import org.chartwright.aws.ProgramDoor;
import org.chartwright.aws.StreamFace;
import org.chartwright.bedside.Bedside;
import org.chartwright.database.Database;
import org.chartwright.live.LiveSessions;
import org.chartwright.people.PersonSessions;
import org.chartwright.scribing.RuleBook;
import org.chartwright.scribing.Scribing;
import org.chartwright.workspace.VisitSight;
import org.jspecify.annotations.Nullable;

/** The bedside as the server has it. */
final class BedsideRoom {

    private BedsideRoom() {}

    static BedsideDoor open(
            Database database, Scribing scribing, LiveSessions sessions, AwsApi api, ApiRooms rooms, StreamFace streams,
            @Nullable URI published, VisitSight sight, Clock clock) {
        return new BedsideDoor(
                new Bedside(
                        sessions,
                        scribing.jobs(),
                        new RuleBook(scribing.vocabularies(), scribing.filters()),
                        scribing.visits()),
                new Callers(
                        new PersonSessions(database.jdbi(), clock, new SecureRandom()),
                        new ProgramDoor(api, rooms),
                        sight,
                        new AuditLog(database.jdbi(), clock),
                        clock),
                streams,
                published);
    }
}
