/**
 * Tells other systems what has happened to jobs and streams: EventBridge-shaped events to webhooks, signed and tried again.
 *
 * <p><b>The one idea.</b> An event is written in the transaction that it tells of, a row for each webhook of the tenant; a
 * sender takes rows that are due. So an event is sent when it happened and only then, at least once, in any order: receivers
 * tell repeats by the event's id.
 *
 * <p><b>Start reading</b> at {@link org.chartwright.events.Outbox} (how an event comes in),
 * {@link org.chartwright.events.Sender} (how it gets out) and {@link org.chartwright.events.TargetRules} (where to).
 *
 * <p><b>Callers.</b> {@code scribing} puts events in; {@code server} runs the sender; {@code cli} makes webhooks. <b>Calls</b>
 * the database and the audit record.
 *
 * <p><b>Threads.</b> Everything is safe for any number of threads; rows are taken by one sender at a time, also between
 * processes.
 *
 * <p><b>Traps.</b> An address is judged when it is connected to, not when the webhook is made: names change their minds. No
 * proxy and no redirect is followed. An event holds names and states, never a word of a patient.
 */
@Room(mayUse = {"database", "audit"})
@NullMarked
package org.chartwright.events;

import org.chartwright.Room;
import org.jspecify.annotations.NullMarked;
