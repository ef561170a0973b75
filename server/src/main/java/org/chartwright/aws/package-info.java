/**
 * The HealthScribe face: signatures, job operations, AWS JSON documents. The only place an AWS wire name appears.
 *
 * <p><b>The one idea.</b> A request is judged as it came, in a fixed order: signature, operation, shape, rules, world. What
 * fails is a typed fault with the real service's words; nothing of an unexpected failure's message leaves the process.
 *
 * <p><b>Start reading</b> at {@code AwsApi}, then {@code operations.StartMedicalScribeJob}; for what comes out at the end of
 * a job at {@code HealthScribeDocuments}. Back rooms: {@code wire} (request, answer, faults, shapes), {@code signing},
 * {@code eventstream}, {@code operations}, {@code streaming}, each using only the ones before it.
 *
 * <p><b>Callers.</b> {@code server} hands in requests; {@code scribing} has documents written through its
 * {@code Publisher}; {@code cli} writes and reads documents.
 *
 * <p><b>Threads.</b> Everything is safe for any number of threads but {@code DerivedIds}, which lives for one document.
 *
 * <p><b>Traps.</b> AWS JSON answers the caller's faults with 400 whatever the model's trait says; the REST form does not.
 * Ends of spans are inclusive here and exclusive everywhere else in the house.
 */
@Room(mayUse = {"encounter", "audio", "clinical", "scribing", "live", "objects", "custody", "access", "audit", "metering"})
@NullMarked
package org.chartwright.aws;

import org.chartwright.Room;
import org.jspecify.annotations.NullMarked;
