/**
 * AWS's Security Token Service, as far as users of the SDKs need it: who am I, let me act as a role, give me a key that ends.
 * In the query protocol: a form comes in, XML goes out. {@code StsApi}, next door, is its front.
 *
 * <p>Start reading at {@code Tokens}. Everything is safe for any number of threads.
 */
@NullMarked
package org.chartwright.aws.sts;

import org.jspecify.annotations.NullMarked;
