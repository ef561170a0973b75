package org.chartwright.aws;

import java.util.UUID;
import org.chartwright.scribing.Publisher;
import org.chartwright.scribing.ScribeResult;

/** Publishes a finished job as HealthScribe's two documents. Stateless, safe for any number of threads. */
public final class HealthScribePublisher implements Publisher {

    @Override
    public Documents write(String jobName, UUID visit, ScribeResult result) {
        return new Documents(
                HealthScribeDocuments.transcript(
                        jobName, visit, result.reading().segments(), result.reading().insights()),
                HealthScribeDocuments.summary(result.note()));
    }

    @Override
    public Documents writeStreamed(UUID session, UUID visit, ScribeResult result) {
        return new Documents(
                HealthScribeDocuments.streamedTranscript(
                        session, visit, result.reading().segments(), result.reading().insights()),
                HealthScribeDocuments.streamedSummary(session, result.note()));
    }
}
