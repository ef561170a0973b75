/**
 * Seals what is clinical or secret before it is kept, and keeps the keys: of each thing, scope, tenant and the root.
 *
 * <p><b>The one idea.</b> A sealed thing is opened with its {@link org.chartwright.keys.Label} or not at all. The label says
 * what a thing is and whose, and is bound to the ciphertext; so a thing that was moved, exchanged or brought back from an
 * older version is refused, and who reads must know what he reads.
 *
 * <p><b>The envelopes.</b> Each thing has a key of its own, which lies wrapped before it. It is wrapped under the key of its
 * scope (a visit, a stored object: what is destroyed together), that under its tenant's, that under the root, which a {@link
 * org.chartwright.keys.root.RootKey} keeps: a file, AWS KMS, or Vault. Rotation wraps the scopes' keys anew and touches no
 * sealed thing; destroying one scope's key makes all of the scope unreadable.
 *
 * <p><b>Start reading</b> at {@link org.chartwright.keys.Seals}, the door, which {@link org.chartwright.keys.KeyRoom}
 * opens; then {@code DataKeys} (a thing's key), {@code KeyTree} (the keys above), {@code
 * RootCheck} (why a server with the wrong key does not start). The cryptography is Tink's: AES-256-GCM, and its streaming form
 * with HKDF for all that may be long.
 *
 * <p><b>Called by</b> every room that keeps something; <b>calls</b> the database alone, over connections apart.
 *
 * <p><b>Threads.</b> All is thread-safe but the streams, channels and logs it hands out.
 *
 * <p><b>Traps.</b> A key is committed at once, whatever becomes of the transaction of its user; a scope without contents is
 * harmless. Unwrapped keys are remembered for moments, so a destroyed one works for half a minute more on other servers. Names
 * that must be searched (jobs, buckets, objects, tags) are not sealed: see docs/operations/keys.md.
 */
@Room(mayUse = {"database", "audit"})
@NullMarked
package org.chartwright.keys;

import org.chartwright.Room;
import org.jspecify.annotations.NullMarked;
