package org.chartwright.events;

import org.chartwright.events.Event.Outgoing;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Events in the form of Amazon EventBridge. The real service documents none for jobs; ours are named after those it has for
 * other kinds of jobs. Stateless.
 */
final class EventForm {

    private static final JsonMapper JSON = new JsonMapper();

    private final String region;

    /** For a server that calls itself to be in that region. */
    EventForm(String region) {
        this.region = region;
    }

    /** The body, the same bytes at each attempt. */
    String body(Outgoing outgoing) {
        Event event = outgoing.event();
        boolean job = event.source() == Event.Source.JOB;
        ObjectNode json = JSON.createObjectNode()
                .put("version", "0")
                .put("id", outgoing.id().toString())
                .put("detail-type", job ? "MedicalScribe Job State Change" : "MedicalScribe Post Stream Analytics Update")
                .put("source", job ? "aws.transcribe" : "aws.transcribestreaming")
                .put("account", outgoing.account())
                .put("time", event.happened().toString())
                .put("region", region);
        String kind = job ? "medical-scribe-job/" : "medical-scribe-stream/";
        json.putArray("resources").add("arn:aws:transcribe:" + region + ":" + outgoing.account() + ":" + kind + event.name());
        ObjectNode detail = json.putObject("detail")
                .put(job ? "MedicalScribeJobName" : "SessionId", event.name())
                .put(job ? "MedicalScribeJobStatus" : "Status", event.status());
        if (event.reason() != null) {
            detail.put("FailureReason", event.reason());
        }
        return JSON.writeValueAsString(json);
    }
}
