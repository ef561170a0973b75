/**
 * Who is calling: tenants, access keys and the identity behind a request.
 *
 * <p><b>The one idea.</b> An access key belongs to one tenant, and {@link org.chartwright.access.TenantId} is the first
 * part of the key of everything that is kept: whoever has no tenant can ask for nothing.
 *
 * <p><b>Start reading</b> at {@link org.chartwright.access.Credentials} (what a face asks),
 * {@link org.chartwright.access.Tenants} (how they come to be), {@link org.chartwright.access.CredentialsFile}.
 *
 * <p><b>Called by</b> the face, the object store and the command line; <b>calls</b> the database.
 *
 * <p><b>Threads.</b> Everything here is thread-safe; credentials are remembered for 4 seconds, so a disabled key is refused
 * within 5 on every server.
 *
 * <p><b>Traps.</b> A signature can only be checked by somebody who knows the secret, so secrets cannot be hashed; they lie in
 * a table that only the database's owner can read, and are not yet encrypted there. {@code toString()} of a key leaves the
 * secret out.
 */
@Room(mayUse = {"database"})
@NullMarked
package org.chartwright.access;

import org.chartwright.Room;
import org.jspecify.annotations.NullMarked;
