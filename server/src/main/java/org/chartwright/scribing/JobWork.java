package org.chartwright.scribing;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chartwright.audio.MediaException;
import org.chartwright.audio.MediaSource;
import org.chartwright.note.NoteRequest;
import org.chartwright.scribing.JobObjects.ObjectRefusedException;
import org.chartwright.scribing.JobRecord.LostException;
import org.chartwright.scribing.JobRecord.Stage;
import org.chartwright.scribing.JobRecord.Taken;
import org.chartwright.scribing.Publisher.Documents;
import org.chartwright.speech.RecognitionException;

/**
 * One job from where it stands to its documents. Each stage's result is kept before the next begins; documents are written
 * from the kept bytes only, so that every attempt writes the same. Any number of threads.
 */
final class JobWork {

    private static final String JSON = "application/json";

    private final JobRecord record;
    private final Scribe scribe;
    private final Map<String, Scribe> engines;
    private final Publisher publisher;
    private final JobObjects objects;
    private final StreamedVisits streamed;
    private final RuleBook rules;
    private final NoteDesk desk;
    private final VisitRecord visits;

    JobWork(JobRecord record, JobWorker.Work work, RuleBook rules, NoteDesk desk, VisitRecord visits) {
        this.record = record;
        this.scribe = work.scribe();
        this.engines = work.engines();
        this.publisher = work.publisher();
        this.objects = work.objects();
        this.streamed = work.streamed();
        this.rules = rules;
        this.desk = desk;
        this.visits = visits;
    }

    /** Does what is left to do and completes the job; tells what it is at. */
    void run(Taken taken, Progress progress)
            throws IOException, MediaException, RecognitionException, ObjectRefusedException, RuleBook.GoneException, LostException,
                    InterruptedException {
        Optional<Documents> written = record.kept(taken, Stage.WRITTEN, Documents.class);
        Documents documents = written.isPresent() ? written.get() : write(taken, progress);
        Job job = taken.job();
        Job.Outputs outputs = StoredJobs.outputs(job.request());
        record.check(taken);
        try (var _ = progress.begin(Progress.Step.WRITE)) {
            put(job, outputs.bucket(), outputs.transcriptKey(), documents.transcript());
            put(job, outputs.bucket(), outputs.summaryKey(), documents.summary());
            for (Map.Entry<String, byte[]> paper : documents.papers().entrySet()) {
                put(job, outputs.bucket(), beside(outputs, paper.getKey()), paper.getValue());
            }
        }
        record.end(taken, null);
    }

    /** Where a paper lies: in the folder of the documents. */
    static String beside(Job.Outputs outputs, String paper) {
        return outputs.summaryKey().substring(0, outputs.summaryKey().lastIndexOf('/') + 1) + paper;
    }

    /** A stream that is a visit's may have no bucket: then all goes to the record alone. */
    private void put(Job job, String bucket, String key, byte[] content) throws IOException, ObjectRefusedException {
        if (bucket.isEmpty()) {
            return;
        }
        objects.as(job).put(job.tenant(), bucket, key, content, JSON);
    }

    /** Takes back what may have been written: a failed job has no documents. */
    void unpublish(Taken taken) throws IOException, ObjectRefusedException {
        Optional<Documents> written = record.kept(taken, Stage.WRITTEN, Documents.class);
        if (written.isPresent() && !taken.job().request().outputBucket().isEmpty()) {
            Job.Outputs outputs = StoredJobs.outputs(taken.job().request());
            objects.delete(taken.job().tenant(), outputs.bucket(), outputs.transcriptKey());
            objects.delete(taken.job().tenant(), outputs.bucket(), outputs.summaryKey());
            for (String paper : written.get().papers().keySet()) {
                objects.delete(taken.job().tenant(), outputs.bucket(), beside(outputs, paper));
            }
        }
    }

    private Documents write(Taken taken, Progress progress)
            throws IOException, MediaException, RecognitionException, ObjectRefusedException, RuleBook.GoneException, LostException,
                    InterruptedException {
        Job job = taken.job();
        if (visits.isLost(job)) {
            throw new RuleBook.GoneException("The visit that the tag " + VisitRecord.TAG + " names is not in the record.");
        }
        ScribeRequest request = request(job);
        Optional<Heard> kept = record.kept(taken, Stage.HEARD, Heard.class);
        Heard heard;
        if (kept.isPresent()) {
            heard = kept.get();
        } else {
            heard = hear(job, request, progress);
            record.keep(taken, Stage.HEARD, heard);
        }
        ScribeResult result = scribe.understand(heard, request, progress);
        if (VisitRecord.isWanted(job)) {
            record.keep(taken, Stage.UNDERSTOOD, new VisitRecord.Made(result.reading(), result.note()));
        }
        Documents made = job.request()
                .media()
                .session()
                .map(session -> publisher.writeStreamed(session, job.id(), result))
                .orElseGet(() -> publisher.write(job.name(), job.id(), result));
        Documents documents = desk.papers().isEmpty()
                ? made
                : made.with(desk.write(result, scribe.papers(result, request)));
        record.keep(taken, Stage.WRITTEN, documents);
        return documents;
    }

    private Heard hear(Job job, ScribeRequest request, Progress progress)
            throws IOException, MediaException, RecognitionException, ObjectRefusedException, RuleBook.GoneException,
                    InterruptedException {
        ObjectRef place = job.request().media();
        Optional<UUID> session = place.session();
        if (session.isPresent()) {
            // Its words are there already: what takes time is to tell its voices apart.
            try (var _ = progress.begin(Progress.Step.SPEAKERS)) {
                return streamed.hear(job.tenant(), session.get(), request);
            }
        }
        MediaSource media = objects.as(job).open(job.tenant(), place.bucket(), place.key());
        return by(job).hear(media, request, progress);
    }

    /** The engine that the job chose, which may have been taken away since. */
    private Scribe by(Job job) throws RuleBook.GoneException {
        String engine = job.request().tags().get(NoteDesk.ENGINE_TAG);
        if (engine == null || engine.equals(scribe.engine())) {
            return scribe;
        }
        Scribe other = engines.get(engine);
        if (other == null) {
            throw new RuleBook.GoneException("The engine that the tag " + NoteDesk.ENGINE_TAG + " names is not offered here.");
        }
        return other;
    }

    private ScribeRequest request(Job job) throws IOException, ObjectRefusedException, RuleBook.GoneException {
        NoteRequest note = desk.note(job.request()).orElseThrow(() -> new RuleBook.GoneException(
                "The note template that the job names is no longer there or has mistakes now."));
        return ScribeRequest.of(job.request(), rules.of(job.tenant(), job.request().settings()), note, job.id())
                .with(ClinicianVoice.of(job, objects).orElse(null));
    }
}
