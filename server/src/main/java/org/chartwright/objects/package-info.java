/**
 * Bytes at rest under bucket and key: {@link org.chartwright.objects.ObjectStore} is the door for the rest of the house,
 * {@link org.chartwright.objects.EmbeddedS3} serves the same objects to the outside over the S3 protocol, and
 * {@link org.chartwright.objects.OutsideS3} uses a store elsewhere instead.
 *
 * <p><b>The one idea.</b> A caller names a bucket and a key, never a host. Whatever address a user writes is parsed by
 * {@link org.chartwright.objects.ObjectUri} into those two, or refused; the host that is contacted is in the
 * configuration and nowhere else, so no request of ours can be aimed.
 *
 * <p>What lies on the disk is sealed ({@code objects.sealed}); {@code EncryptingBlobStore} makes true what a request says of
 * encryption.
 *
 * <p><b>Start reading</b> at {@code ObjectStore}, then {@code ObjectUri}. Callers: {@code scribing} reads media and writes
 * results, {@code aws} checks addresses, {@code server} hands requests to {@code EmbeddedS3.serve}.
 *
 * <p><b>Threads.</b> Everything is safe for any number of threads.
 *
 * <p><b>Traps.</b> (1) S3Proxy keeps objects as plain files: a key {@code a} and a key {@code a/b} cannot both exist.
 * (2) It writes beside the target and renames; a crash in between leaves a file {@code key-UUID} that is listed.
 * (3) A PUT whose whole payload is signed (boto3 over plain HTTP) is held in memory to check its digest before anything is
 * stored; {@code S3Door} bounds the sum. (4) ETag, content type and user metadata are extended attributes: copy the
 * data folder with a tool that keeps them.
 */
@Room(mayUse = {"keys", "access", "audit"})
@NullMarked
package org.chartwright.objects;

import org.chartwright.Room;
import org.jspecify.annotations.NullMarked;
