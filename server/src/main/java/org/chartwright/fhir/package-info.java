/**
 * The record as FHIR R4: what the chart holds, in the resources and profiles (US Core 6.1.0) that hospitals exchange.
 *
 * <p><b>The one idea.</b> Nothing is kept here. Each resource is made when it is asked for, of one version of one entry of
 * the chart; what a note says is split into resources of its own (conditions, medications, vital signs, allergies) only as
 * far as a sentence of the note still rests on the words they come from. So what a clinician struck out of a note is not
 * exchanged either.
 *
 * <p><b>Start reading</b> at {@link org.chartwright.fhir.FhirFace} (the server and what it answers), {@code Gate} (who may),
 * then one provider such as {@code EncounterProvider} and its mapping {@code VisitMapping}.
 *
 * <p><b>Called by</b> the server and, for the audit record, the command line. <b>Calls</b> the chart. HAPI FHIR is used for the types, the protocol and nothing else; its
 * types are not seen outside.
 *
 * <p><b>Threads.</b> All is thread-safe and holds nothing between requests.
 *
 * <p><b>Traps.</b> HAPI finds providers' methods by reflection and wants public classes; they are no doors for other rooms.
 * Ids of derived resources are made of the id of what they come from and stay the same as long as that does.
 */
@Room(mayUse = {"encounter", "chart", "access", "database", "audit"})
@NullMarked
package org.chartwright.fhir;

import org.chartwright.Room;
import org.jspecify.annotations.NullMarked;
