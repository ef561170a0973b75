package org.chartwright.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chartwright.access.TenantId;
import org.chartwright.audit.Act;
import org.chartwright.audit.AuditLog;
import org.chartwright.audit.Outcome;
import org.chartwright.chart.Chart;
import org.chartwright.chart.Kept;
import org.chartwright.chart.Visit;
import org.chartwright.database.TenantRows;
import org.chartwright.encounter.Pronouns;
import org.chartwright.encounter.Role;
import org.chartwright.note.DialogueException;
import org.chartwright.objects.ObjectException;
import org.chartwright.objects.ObjectFacts;
import org.chartwright.objects.ObjectStore;
import org.chartwright.review.TypedDialogue;
import org.chartwright.scribing.Job;
import org.chartwright.scribing.JobRequest;
import org.chartwright.scribing.JobRequest.ChannelRole;
import org.chartwright.scribing.JobSettings;
import org.chartwright.scribing.NoteDesk;
import org.chartwright.scribing.ObjectRef;
import org.chartwright.scribing.Scribing;
import org.chartwright.scribing.Submission;
import org.chartwright.scribing.VisitRecord;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** How what was said at a visit gets here, and is heard again. Any thread. */
final class RecordingCalls {

    private static final long LARGEST = 4L << 30;
    private static final int LONGEST_DIALOGUE = 4 << 20;
    private static final int SNIFFED = 12;

    private final Jdbi jdbi;
    private final AuditLog audit;
    private final Chart chart;
    private final VisitBook book;
    private final Scribing scribing;
    private final ObjectStore objects;
    private final String bucket;
    private final StreamedSound streamed;

    RecordingCalls(Workspace.Rooms rooms, AuditLog audit, VisitBook book) {
        this.jdbi = rooms.jdbi();
        this.audit = audit;
        this.chart = rooms.scribing().chart();
        this.book = book;
        this.scribing = rooms.scribing();
        this.objects = rooms.objects();
        this.bucket = rooms.bucket();
        this.streamed = rooms.streamed();
    }

    List<Route> routes() {
        return List.of(
                Route.alone("PUT", "visits/{id}/recording", Route.CARE, "PutRecording", this::upload),
                Route.alone("GET", "visits/{id}/recording", Route.CARE, "PlayRecording", this::play),
                Route.alone("PUT", "visits/{id}/dialogue", Route.CARE, "PutDialogue", this::type));
    }

    record DialogueSent(@Nullable String text) {

        /** Leaves the text out. */
        @Override
        public String toString() {
            return "DialogueSent[]";
        }
    }

    private Reply upload(Call call) throws IOException {
        call.concerns("visit", call.id());
        Kept<Visit> visit = waiting(call);
        long size = call.request().getContentLengthLong();
        if (size <= 0) {
            throw Problem.invalid("Content-Length", "The recording's length must be told, and it must not be empty.");
        }
        if (size > LARGEST) {
            throw Problem.tooLarge();
        }
        JobSettings settings = settings(call, visit.entry().plan());
        List<ChannelRole> channels = channels(call);
        String key = "visits/" + visit.id() + "/recording";
        try {
            objects.makeBucket(call.tenant(), bucket);
            scribing.recordings().expect(call.tenant(), visit.id(), bucket, key);
            String type = call.request().getContentType();
            objects.put(
                    call.tenant(), bucket, key, call.request().getInputStream(), size,
                    type == null ? "application/octet-stream" : type);
        } catch (ObjectException _) {
            throw Problem.unavailable("The recording cannot be stored now.");
        }
        // A recording that failed may be sent again; each time is a job of its own.
        String name = "visit-" + visit.id() + "-" + visit.version();
        JobRequest request = new JobRequest(
                name,
                new ObjectRef("s3://" + bucket + "/" + key, bucket, key),
                bucket,
                "",
                settings,
                channels,
                tags(visit),
                context(visit.entry().plan()));
        Kept<Visit> now = submitted(call, visit, request);
        return new Reply.Json(202, book.show(call.tenant(), now), Map.of());
    }

    private Kept<Visit> submitted(Call call, Kept<Visit> visit, JobRequest request) {
        Act act = call.act("workspace:PutRecording");
        return audit.during(act, () -> TenantRows.of(jdbi, act.tenant(), _ -> {
            // The visit first: who loses a race for it hands in no job.
            Kept<Visit> now = chart.change(
                    call.tenant(), call.person().account(), visit,
                    visit.entry().heardBy(request.name(), Visit.State.PROCESSING, book.now()));
            return switch (scribing.jobs().submit(call.tenant(), request)) {
                case Submission.Accepted _ -> now;
                case Submission.NoConsent _ -> throw Problem.consentMissing();
                case Submission.OverLimit _ -> throw Problem.conflict("As many recordings are worked on as your hospital may have at a time.");
                case Submission.NameTaken _ -> throw Problem.conflict("The recording of this visit is worked on already.");
            };
        }));
    }

    private static Map<String, String> tags(Kept<Visit> visit) {
        String specialty = visit.entry().plan().specialty();
        String id = visit.id().toString();
        return specialty.isEmpty()
                ? Map.of(VisitRecord.TAG, id)
                : Map.of(VisitRecord.TAG, id, NoteDesk.SPECIALTY_TAG, specialty);
    }

    private static JobRequest.@Nullable PatientContext context(Visit.Plan plan) {
        return plan.pronouns().isEmpty() ? null : new JobRequest.PatientContext(Pronouns.valueOf(plan.pronouns()));
    }

    private static JobSettings settings(Call call, Visit.Plan plan) {
        String template = plan.template().isEmpty() ? null : plan.template();
        if (call.asked("channels").isPresent()) {
            return new JobSettings(false, null, true, null, null, null, template);
        }
        int speakers = call.number("speakers").orElse(2);
        if (speakers < 2 || speakers > 30) {
            throw Problem.invalid("speakers", "They must be 2 to 30.");
        }
        return new JobSettings(true, speakers, false, null, null, null, template);
    }

    private static List<ChannelRole> channels(Call call) {
        List<ChannelRole> channels = new ArrayList<>();
        for (String word : call.asked("channels").map(text -> List.of(text.split(",", -1))).orElse(List.of())) {
            channels.add(new ChannelRole(channels.size(), switch (word.strip()) {
                case "clinician" -> Role.CLINICIAN;
                case "patient" -> Role.PATIENT;
                default -> throw Problem.invalid("channels", "They must be clinician and patient.");
            }));
        }
        if (channels.size() == 1 || channels.size() > 2) {
            throw Problem.invalid("channels", "There must be two.");
        }
        return channels;
    }

    private Reply type(Call call) throws IOException {
        call.concerns("visit", call.id());
        Kept<Visit> visit = waiting(call);
        String text = call.body(DialogueSent.class).text();
        if (text == null || text.isBlank()) {
            throw Problem.invalid("text", "It must be given.");
        }
        if (text.length() > LONGEST_DIALOGUE) {
            throw Problem.tooLarge();
        }
        VisitRecord.Made made;
        try {
            made = TypedDialogue.read(visit.id(), visit.entry().plan(), scribing.desk(), text);
        } catch (DialogueException _) {
            throw Problem.invalid("text", "A dialogue begins with who speaks, such as [doctor] or [patient].").with("line", 1);
        }
        Act act = call.act("workspace:PutDialogue");
        audit.during(act, () -> TenantRows.of(jdbi, act.tenant(), handle -> {
            scribing.visits().put(handle, call.tenant(), visit, made, "");
            audit.settle(handle, act);
            return visit;
        }));
        return Reply.ok(book.show(call.tenant(), book.visit(call.tenant(), call.id())));
    }

    /** A visit that waits to be heard, with its patient's consent. */
    private Kept<Visit> waiting(Call call) {
        Kept<Visit> visit = book.visit(call.tenant(), call.id());
        boolean waits = switch (visit.entry().state()) {
            case PLANNED, RECORDING, FAILED -> true;
            case PROCESSING, TO_REVIEW, SIGNED, CANCELLED -> false;
        };
        if (!waits) {
            throw Problem.conflict("This visit was heard already, or does not take place.");
        }
        if (!book.consent(call.tenant(), call.id()).equals("granted")) {
            throw Problem.consentMissing();
        }
        return visit;
    }

    private Reply play(Call call) throws IOException {
        call.concerns("visit", call.id());
        Kept<Visit> visit = book.visit(call.tenant(), call.id());
        ObjectRef media = media(call.tenant(), visit).orElseThrow(Problem::notFound);
        Optional<UUID> session = media.session();
        if (session.isPresent()) {
            StreamedSound.Sound sound = streamed.of(call.tenant(), session.get()).orElseThrow(Problem::notFound);
            try (sound) {
                audit.record(call.act("workspace:PlayRecording"), Outcome.DONE, "");
                return Ranges.send(call, WavStream.size(sound), "audio/wav", from -> new WavStream(sound, from));
            }
        }
        try {
            ObjectFacts facts = objects.head(call.tenant(), media.bucket(), media.key());
            audit.record(call.act("workspace:PlayRecording"), Outcome.DONE, "");
            return Ranges.send(call, facts.size(), type(call.tenant(), media, facts), from -> open(call, media, facts, from));
        } catch (ObjectException e) {
            throw problem(e);
        }
    }

    private InputStream open(Call call, ObjectRef media, ObjectFacts facts, long from) throws IOException {
        try {
            return objects.open(call.tenant(), media.bucket(), media.key(), facts, from);
        } catch (ObjectException e) {
            throw problem(e);
        }
    }

    private static Problem problem(ObjectException e) {
        return switch (e.kind()) {
            case NO_BUCKET, NO_KEY, BAD_NAME, DENIED, KEY_REFUSED -> Problem.notFound();
            case CHANGED, UNAVAILABLE -> Problem.unavailable("The recording cannot be read now.");
        };
    }

    /** The job knows; when it has been forgotten, the recording lies where the workspace puts them. */
    private Optional<ObjectRef> media(TenantId tenant, Kept<Visit> visit) {
        String job = visit.entry().recording();
        if (job.isEmpty()) {
            return Optional.empty();
        }
        String key = "visits/" + visit.id() + "/recording";
        return Optional.of(scribing.jobs()
                .find(tenant, job)
                .map(Job::request)
                .map(JobRequest::media)
                .orElse(new ObjectRef("", bucket, key)));
    }

    /** By its first bytes: what its sender called it is not to be trusted, and browsers do not guess. */
    private String type(TenantId tenant, ObjectRef media, ObjectFacts facts) throws ObjectException, IOException {
        byte[] head;
        try (InputStream sound = objects.open(tenant, media.bucket(), media.key(), facts, 0)) {
            head = sound.readNBytes(SNIFFED);
        }
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("RIFF")) {
            return "audio/wav";
        }
        if (text.startsWith("OggS")) {
            return "audio/ogg";
        }
        if (text.startsWith("fLaC")) {
            return "audio/flac";
        }
        if (text.startsWith("\u001aE\u00df\u00a3")) {
            return "audio/webm";
        }
        if (text.startsWith("ftyp", 4)) {
            return "audio/mp4";
        }
        if (text.startsWith("#!AMR")) {
            return "audio/amr";
        }
        boolean mpeg = text.startsWith("ID3") || text.length() > 1 && text.charAt(0) == 0xFF && (text.charAt(1) & 0xE0) == 0xE0;
        return mpeg ? "audio/mpeg" : "application/octet-stream";
    }
}
