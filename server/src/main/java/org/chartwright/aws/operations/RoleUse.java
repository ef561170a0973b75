package org.chartwright.aws.operations;

import org.chartwright.access.Identity;
import org.chartwright.access.Mandate;
import org.chartwright.access.Roles;
import org.chartwright.access.Service;
import org.chartwright.access.TenantId;
import org.chartwright.access.policy.Asked;
import org.chartwright.access.policy.Context;
import org.chartwright.aws.wire.AwsFault;
import org.chartwright.aws.wire.FaultCode;
import org.chartwright.scribing.Job;
import org.chartwright.scribing.JobRights;
import org.chartwright.scribing.Tags;
import org.jspecify.annotations.Nullable;

/**
 * Acts as the roles that callers hand over: takes them, and asks for each object whether the role may. Any thread.
 *
 * @param roles of all tenants
 * @param place in ARNs
 */
public record RoleUse(Roles roles, Place place) implements JobRights {

    @Override
    public boolean allow(Job job, String action, String bucket, String key) {
        Mandate mandate = job.request().mandate();
        // A job without one was accepted before there were any.
        return mandate == null || allow(job.tenant(), mandate, what(mandate, Tags.Kind.JOB, job.name()), action, bucket, key);
    }

    /** What a role's trust policy may name as the source of work. */
    String what(Mandate mandate, Tags.Kind kind, String name) {
        return Needs.arn(place, mandate.account(), kind, name);
    }

    /** A mandate by the role of that ARN, or by the caller itself where no role was named. */
    Mandate take(Identity caller, @Nullable String roleArn, Tags.Kind kind, String name) {
        return take(caller, roleArn, Service.TRANSCRIBE, kind, name);
    }

    /** The same for that part of the server. */
    Mandate take(Identity caller, @Nullable String roleArn, Service service, Tags.Kind kind, String name) {
        Mandate own = Mandate.of(caller);
        if (roleArn == null) {
            return own;
        }
        return switch (roles.take(caller, roleArn, service, what(own, kind, name))) {
            case Roles.Handover.Taken taken -> taken.mandate();
            case Roles.Handover.NotAllowed no -> throw new AwsFault(
                    FaultCode.ACCESS_DENIED, no.decision().sentence(caller.principalArn(), no.asked()));
            case Roles.Handover.NotTrusted _ -> throw AwsFault.badRequest("The role that you provided can't be"
                    + " assumed by " + service.principal() + ". Make sure that the role exists and that"
                    + " its trust policy allows it, and try your request again.");
        };
    }

    /** Whether an object may be touched under a mandate now. */
    boolean allow(TenantId tenant, Mandate mandate, String what, String action, String bucket, String key) {
        return allow(tenant, mandate, what, new Asked(action, "arn:aws:s3:::" + bucket + "/" + key, Context.EMPTY));
    }

    /** Whether that may be done under a mandate now. */
    boolean allow(TenantId tenant, Mandate mandate, String what, Asked asked) {
        return roles.decide(tenant, mandate, what, asked).allowed();
    }
}
