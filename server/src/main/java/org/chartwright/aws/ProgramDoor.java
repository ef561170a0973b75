package org.chartwright.aws;

import java.util.UUID;
import org.chartwright.access.Identity;
import org.chartwright.access.policy.Asked;
import org.chartwright.access.policy.Context;
import org.chartwright.aws.operations.RoleUse;
import org.chartwright.aws.operations.StartChecks;
import org.chartwright.aws.wire.AwsFault;
import org.chartwright.aws.wire.WireRequest;
import org.chartwright.live.Configuration;

/**
 * Lets programs that sign their requests stream and watch by other protocols than HealthScribe's, by the same policies. Any
 * thread.
 */
public final class ProgramDoor {

    private final Caller callers;
    private final Gate gate;
    private final CallRecord record;
    private final StartChecks checks;

    /** With the keys, policies and record of that face. */
    public ProgramDoor(AwsApi api, ApiRooms rooms) {
        this.callers = api.callers();
        this.gate = api.gate();
        this.record = new CallRecord(rooms.audit(), "transcribe:");
        this.checks = new StartChecks(
                rooms.store(), rooms.vocabularies(), rooms.filters(), new RoleUse(rooms.roles(), api.place()));
    }

    /**
     * A program that is let in.
     *
     * @param identity who it is
     * @param watch throws when it may not go on, see {@link Gate}
     */
    public record Program(Identity identity, Runnable watch) {}

    /**
     * Lets a program in.
     *
     * @param operation of HealthScribe's that it must be allowed
     * @param changes whether the same signature lets nobody in again
     * @throws AwsFault if it may not
     */
    public Program admit(WireRequest head, String operation, boolean changes) {
        String requestId = UUID.randomUUID().toString();
        Caller.Known caller;
        try {
            caller = callers.of(head);
        } catch (AwsFault fault) {
            record.stranger(head, fault, requestId);
            throw fault;
        }
        Asked asked = new Asked("transcribe:" + operation, "*", Context.EMPTY);
        return record.during(caller.identity(), head, new CallRecord.Call(operation, "", requestId), () -> {
            gate.require(caller, head, asked);
            if (changes) {
                callers.admitChange(caller);
            }
            return new Program(caller.identity(), gate.watch(caller, head, asked));
        });
    }

    /**
     * Lets a program have a session worked on like that.
     *
     * @return the same under the mandate by which its documents will be written
     * @throws AwsFault if something that it names may not be used
     */
    public Configuration allow(Program program, UUID session, Configuration configuration) {
        return configuration.outputBucket().isEmpty()
                ? configuration
                : configuration.under(checks.require(program.identity(), configuration, Configuration.folder(session)));
    }
}
