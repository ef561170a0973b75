/**
 * Who is calling and what they may do: tenants, users, roles, access keys, temporary credentials and policies.
 *
 * <p><b>The one idea.</b> An access key belongs to one tenant, and {@link org.chartwright.access.TenantId} is the first
 * part of the key of everything that is kept: whoever has no tenant can ask for nothing.
 *
 * What a key's holder may do is decided by policies of AWS's form ({@code access.policy}), anew for each request.
 *
 * <p><b>Start reading</b> at {@link org.chartwright.access.Credentials} (what a face asks: whose a key is, whether something
 * may be done), then {@link org.chartwright.access.Roles} (roles that callers hand to the server, so that it reads and
 * writes objects with the role's rights, a worker still later). How they come to be: {@link org.chartwright.access.Tenants},
 * {@link org.chartwright.access.Users}, {@link org.chartwright.access.Policies}, {@link org.chartwright.access.RoleBook},
 * {@link org.chartwright.access.Sessions}.
 *
 * <p><b>Called by</b> the face, the object store and the command line; <b>calls</b> the database and the keys.
 *
 * <p><b>Threads.</b> Everything here is thread-safe; credentials and grants are remembered for 4 seconds, so a disabled key
 * or a changed policy counts within 5 on every server.
 *
 * <p><b>Traps.</b> A signature can only be checked by somebody who knows the secret, so secrets cannot be hashed; they lie
 * sealed in the database. {@code toString()} of a key leaves the
 * secret out.
 */
@Room(mayUse = {"database", "audit", "keys"})
@NullMarked
package org.chartwright.access;

import org.chartwright.Room;
import org.jspecify.annotations.NullMarked;
