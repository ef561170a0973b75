package org.chartwright.access;

import org.chartwright.audit.Act;
import org.chartwright.audit.Actor;
import org.chartwright.audit.AuditLog;
import org.chartwright.audit.Outcome;
import org.jdbi.v3.core.Handle;

/**
 * Puts what is changed of users, roles, keys and policies into the audit record, in the transaction that changes it.
 *
 * @param log where
 * @param actor who changes it
 */
public record AdminRecord(AuditLog log, Actor actor) {

    void changed(Handle handle, Tenant tenant, String action, String object) {
        log.record(handle, Act.of(tenant.id().value(), actor, "iam:" + action, object), Outcome.DONE, "");
    }
}
