/**
 * AWS Signature Version 4: did the holder of this key send exactly this request, just now, and for the first time?
 *
 * <p><b>The one idea.</b> The request is judged as it came: the raw target and the headers that the client says it
 * signed, never a parsed and rebuilt form, because every difference between the two is a way in.
 *
 * <p><b>Start reading</b> at {@code SignatureCheck}, then {@code SignatureClaim} and {@code CanonicalRequest}.
 *
 * <p><b>Traps.</b> An unknown access key costs the same work and gets the same answer as a wrong signature, so that
 * keys cannot be found by trying. Everything that names an {@code x-amz-} header must be signed, the session token
 * excepted: it is a secret of its own and compared as one.
 */
@NullMarked
package org.chartwright.aws.signing;

import org.jspecify.annotations.NullMarked;
