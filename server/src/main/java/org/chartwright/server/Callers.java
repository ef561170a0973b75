package org.chartwright.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.chartwright.audit.Act;
import org.chartwright.audit.Actor;
import org.chartwright.audit.AuditLog;
import org.chartwright.aws.ProgramDoor;
import org.chartwright.aws.wire.AwsFault;
import org.chartwright.aws.wire.WireRequest;
import org.chartwright.bedside.BedsideCaller;
import org.chartwright.bedside.RefusedException;
import org.chartwright.bedside.RefusedException.Code;
import org.chartwright.live.Configuration;
import org.chartwright.people.Person;
import org.chartwright.people.PersonSessions;
import org.chartwright.workspace.VisitSight;

/**
 * Finds out who calls the bedside. Any thread.
 *
 * @param people who signed in
 * @param programs who sign
 * @param sight which visits people work with
 * @param audit where it is recorded
 * @param clock for how long somebody was not asked about
 */
record Callers(PersonSessions people, ProgramDoor programs, VisitSight sight, AuditLog audit, Clock clock) {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(25);

    /**
     * Somebody who signed in.
     *
     * @param token of their session
     * @param address from where
     */
    BedsideCaller person(String token, String address) throws RefusedException {
        return new Somebody(token, address, look(token));
    }

    private Person look(String token) throws RefusedException {
        Optional<Person> person = token.isEmpty()
                ? Optional.empty()
                : people.find(token).map(PersonSessions.PersonSession::person);
        if (person.isEmpty()) {
            throw new RefusedException(Code.SIGNED_OUT, "Nobody is signed in, or no more.");
        }
        if (!person.get().role().seesNotes()) {
            throw new RefusedException(Code.FORBIDDEN, "Your role may not see patients' stories.");
        }
        return person.get();
    }

    /**
     * A program that signed its request.
     *
     * @param operation of HealthScribe's that it must be allowed
     * @param changes whether the same signature lets nobody in again
     */
    BedsideCaller program(WireRequest head, String operation, boolean changes) throws RefusedException {
        try {
            return new Signer(programs.admit(head, operation, changes));
        } catch (AwsFault fault) {
            throw refusal(fault);
        }
    }

    private static RefusedException refusal(AwsFault fault) {
        Code code = switch (fault.code()) {
            case ACCESS_DENIED -> Code.FORBIDDEN;
            case UNRECOGNIZED_CLIENT, INVALID_SIGNATURE, MISSING_AUTHENTICATION_TOKEN, INCOMPLETE_SIGNATURE, EXPIRED_TOKEN ->
                Code.SIGNED_OUT;
            case LIMIT_EXCEEDED, THROTTLING -> Code.LIMIT;
            case SERVICE_UNAVAILABLE -> Code.UNAVAILABLE;
            case INTERNAL_FAILURE -> Code.INTERNAL;
            case BAD_REQUEST, CONFLICT, NOT_FOUND, RESOURCE_NOT_FOUND, SERIALIZATION, UNKNOWN_OPERATION, REQUEST_TOO_LARGE ->
                Code.INVALID;
        };
        return new RefusedException(code, String.valueOf(fault.getMessage()));
    }

    private final class Somebody implements BedsideCaller {

        private final String token;
        private final String address;
        private final Person person;
        private volatile Instant next = clock.instant().plus(BETWEEN_LOOKS);

        Somebody(String token, String address, Person person) {
            this.token = token;
            this.address = address;
            this.person = person;
        }

        @Override
        public TenantId tenant() {
            return person.tenant();
        }

        @Override
        public boolean isPerson() {
            return true;
        }

        @Override
        public boolean sees(UUID visit) {
            return sight.sees(person, visit);
        }

        @Override
        public void requireStillIn() throws RefusedException {
            Instant now = clock.instant();
            if (!now.isBefore(next)) {
                next = now.plus(BETWEEN_LOOKS);
                var _ = look(token);
            }
        }

        @Override
        public Configuration admit(UUID session, Configuration wanted) throws RefusedException {
            if (!wanted.outputBucket().isEmpty()) {
                throw new RefusedException(Code.FORBIDDEN, "A visit's documents go to the record; leave bucket out.");
            }
            Actor actor = new Actor(person.account(), person.role().name().toLowerCase(java.util.Locale.ROOT), address);
            if (wanted.visit().filter(visit -> !sight.isTheirs(person, visit)).isPresent()) {
                throw new RefusedException(Code.FORBIDDEN, "This visit is another clinician's.");
            }
            String object = "session/" + session + wanted.visit().map(visit -> " visit/" + visit).orElse("");
            return audit.during(Act.of(tenant().value(), actor, "live:Stream", object), () -> wanted);
        }
    }

    private final class Signer implements BedsideCaller {

        private final ProgramDoor.Program program;

        Signer(ProgramDoor.Program program) {
            this.program = program;
        }

        @Override
        public TenantId tenant() {
            return program.identity().tenant();
        }

        @Override
        public boolean isPerson() {
            return false;
        }

        @Override
        public boolean sees(UUID visit) {
            return true; // its policies say what it may
        }

        @Override
        public synchronized void requireStillIn() throws RefusedException {
            try {
                program.watch().run();
            } catch (AwsFault fault) {
                throw refusal(fault);
            }
        }

        @Override
        public Configuration admit(UUID session, Configuration wanted) throws RefusedException {
            try {
                return programs.allow(program, session, wanted);
            } catch (AwsFault fault) {
                throw refusal(fault);
            }
        }
    }
}
