package org.chartwright.database;

import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;

/**
 * Transactions in which PostgreSQL shows the rows of one tenant only, whatever is asked. A query outside of them finds the
 * tables of tenants empty and can write nothing there. Thread-safe.
 */
public final class TenantRows {

    private static final String EVERYBODY = "*";

    private TenantRows() {}

    /** A transaction among the rows of that tenant. */
    public static <R, X extends Exception> R of(Jdbi jdbi, UUID tenant, HandleCallback<R, X> work) throws X {
        return in(jdbi, tenant.toString(), work);
    }

    /** The same without a result. */
    public static <X extends Exception> void use(Jdbi jdbi, UUID tenant, HandleConsumer<X> work) throws X {
        in(jdbi, tenant.toString(), work.asCallback());
    }

    /**
     * A transaction among the rows of all tenants, for what has to be done before it is known whose it is, and for
     * housekeeping. Rare: each use is one of the second wall's doors.
     */
    public static <R, X extends Exception> R ofAll(Jdbi jdbi, HandleCallback<R, X> work) throws X {
        return in(jdbi, EVERYBODY, work);
    }

    /** Within another transaction of this thread's it is part of that one, which afterwards sees what it saw before. */
    private static <R, X extends Exception> R in(Jdbi jdbi, String tenant, HandleCallback<R, X> work) throws X {
        return jdbi.withHandle((Handle handle) -> {
            if (!handle.isInTransaction()) {
                return handle.inTransaction((Handle inner) -> {
                    see(inner, tenant);
                    return work.withHandle(inner);
                });
            }
            String before = handle.createQuery("select coalesce(current_setting('app.tenant', true), '')")
                    .mapTo(String.class)
                    .one();
            see(handle, tenant);
            R result;
            try {
                result = work.withHandle(handle);
            } catch (RuntimeException e) {
                seeAgain(handle, before, e);
                throw e;
            }
            see(handle, before);
            return result;
        });
    }

    private static void seeAgain(Handle handle, String before, RuntimeException thrown) {
        try {
            see(handle, before);
        } catch (RuntimeException e) {
            thrown.addSuppressed(e); // the database has given the transaction up; nothing more is seen in it
        }
    }

    private static void see(Handle handle, String tenant) {
        handle.createQuery("select set_config('app.tenant', ?, true)").bind(0, tenant).mapTo(String.class).one();
    }
}
