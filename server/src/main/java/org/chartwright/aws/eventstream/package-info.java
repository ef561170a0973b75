/**
 * The framing of Amazon's event streams: messages with typed headers and two checksums, and the chain of signatures around
 * those that clients send.
 *
 * <p><b>The one idea.</b> A message is read whole or not at all, into an array of exactly its size, so that a waiting stream
 * costs nothing. (The library's own decoder takes 2 MiB for each.)
 *
 * <p><b>Start reading</b> at {@code FrameReader}, then {@code SignedEvents}.
 *
 * <p><b>Traps.</b> Clients break when a header of a message to them is not text. What is signed of an envelope's headers is
 * {@code :date} alone, in its encoded form.
 */
@NullMarked
package org.chartwright.aws.eventstream;

import org.jspecify.annotations.NullMarked;
