/**
 * One PostgreSQL, embedded or outside, opened, migrated and closed here; rooms with tables get a data source.
 *
 * <p><b>The one idea.</b> There is only PostgreSQL: what a newcomer tries with embedded defaults is what a hospital runs.
 * The embedded one is durable ({@code fsync} and {@code synchronous_commit} are on), asks for a password, and is found again
 * after any {@code kill -9}.
 *
 * The tables of tenants are behind row-level security: only within {@link org.chartwright.database.TenantRows} is anything
 * seen of them, and only of the tenant it names.
 *
 * <p><b>Start reading</b> at {@link org.chartwright.database.Database}, then {@code EmbeddedPostgres} (start, watch, stop)
 * and {@code PostgresCluster} (the folder and what a killed process leaves in it). Tables are in the resources
 * {@code migrations}, run by Flyway; a published migration is never edited.
 *
 * <p><b>Called by</b> access and scribing for tables, the server and the command line to open; <b>calls</b> nobody.
 *
 * <p><b>Threads.</b> A database is thread-safe. Its pool is small on purpose: take a connection for a moment, never while a
 * recording is worked on.
 *
 * <p><b>Traps.</b> A commit whose connection breaks may have happened: writes that are tried again must be idempotent.
 * Error messages of PostgreSQL quote rows; details are switched off in the driver and in its log.
 * A query on a tenant's table outside of {@code TenantRows} fails silently: it finds nothing. A new table with a
 * {@code tenant_id} needs the policy too, which {@code TenantRowsTest} sees to.
 */
@Room(mayUse = {})
@NullMarked
package org.chartwright.database;

import org.chartwright.Room;
import org.jspecify.annotations.NullMarked;
