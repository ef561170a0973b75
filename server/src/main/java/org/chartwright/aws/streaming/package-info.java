/**
 * HealthScribe's streams on the wire: what clients send is done to a stream of the live room, and what that tells is sent
 * to them.
 *
 * <p><b>Start reading</b> at {@code Conversation} (HTTP/2), then {@code ClientEvents} and {@code ServerEvents}.
 */
@NullMarked
package org.chartwright.aws.streaming;

import org.jspecify.annotations.NullMarked;
