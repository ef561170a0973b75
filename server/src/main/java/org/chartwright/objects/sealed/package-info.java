/**
 * The disk beneath the embedded object store, with sealed files: {@link org.chartwright.objects.sealed.SealedStore} is
 * S3Proxy's store of files on it.
 *
 * <p><b>The one idea.</b> The library keeps files through the JDK's own interface for file systems, so sealing is put there:
 * ranges, parts, copies, checksums, sizes and listings are the library's, as before, and know nothing of it.
 *
 * <p><b>Traps.</b> The library writes beside the target, under the target's name and a UUID, and renames: a file's label is
 * its place without that ending. Each file is a scope of its own, whose key is destroyed when the file is deleted or
 * replaced.
 */
@NullMarked
package org.chartwright.objects.sealed;

import org.jspecify.annotations.NullMarked;
