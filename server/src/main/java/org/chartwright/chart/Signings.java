package org.chartwright.chart;

import org.chartwright.access.TenantId;
import org.jdbi.v3.core.Handle;

/** Is told of every signature, in the transaction that signs: what it writes is there exactly when the signature is. Any thread. */
@FunctionalInterface
public interface Signings {

    /** Tells nobody. */
    Signings UNTOLD = (handle, tenant, note) -> {};

    /**
     * A note was signed or amended.
     *
     * @param handle the transaction of the tenant's; what is thrown undoes it
     * @param note the signed version
     */
    void signed(Handle handle, TenantId tenant, Kept<VisitNote> note);
}
