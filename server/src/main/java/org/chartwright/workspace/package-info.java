/**
 * The face for people: the pages of the workspace and what they ask of the server, as docs/workspace-api.md tells it.
 *
 * <p><b>The one idea.</b> A call is a {@code Route}: who may make it, what it is called in the audit record, and what
 * answers it. Everything that must hold for all of them is in one place, {@code ApiServlet}: who asks, whether the browser
 * was sent by another site, the role, one transaction for what is done and its entry in the audit record, and failures in
 * one form.
 *
 * <p><b>Start reading</b> at {@code Workspace}, {@code ApiServlet}, then the classes whose names end in {@code Calls}.
 *
 * <p><b>Called by</b> the server, which mounts its servlets; <b>calls</b> the rooms that know: {@code people}, {@code
 * review}, {@code chart}, {@code scribing} and others.
 *
 * <p><b>Threads.</b> All is thread-safe; a call is one thread's.
 *
 * <p><b>Traps.</b> Bodies and answers are patients' stories: nothing of them may get into messages of exceptions, logs or
 * addresses. A route that streams is made alone, outside of a transaction, and keeps its own.
 */
@Room(
        mayUse = {
            "access", "audit", "chart", "custody", "database", "ehr", "encounter", "fhir", "keys", "metering", "note",
            "objects", "people", "review", "scribing", "specialties"
        })
@NullMarked
package org.chartwright.workspace;

import org.chartwright.Room;
import org.jspecify.annotations.NullMarked;
