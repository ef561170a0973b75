package org.chartwright.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chartwright.audit.Act;
import org.chartwright.audit.Actor;
import org.chartwright.audit.Entry;
import org.chartwright.audit.Outcome;
import org.chartwright.aws.CloudTrailRecord;
import org.hl7.fhir.r4.model.AuditEvent;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The audit record in the forms that other systems read. */
final class AuditEventsTest {

    private static Entry entry(String action, Outcome outcome, String patient) {
        Act act = new Act(
                UUID.fromString("11111111-2222-4333-8444-555555555555"),
                new Actor("arn:aws:iam::123456789012:user/nurse", "api-client", "10.0.0.7"),
                action, "job/visit-1", patient, "0d5f6e7a-0000-4000-8000-000000000001");
        return new Entry(7, Instant.parse("2026-11-25T10:00:00.123456Z"), act, outcome, outcome == Outcome.DONE ? "" : "AccessDeniedException", "0".repeat(64));
    }

    @Test
    void anEntryIsAnAuditEventOfTheFormForItsKind() {
        IParser strict = FhirContext.forR4Cached().newJsonParser().setParserErrorHandler(new StrictErrorHandler());
        for (String[] row : new String[][] {
            {"transcribe:GetMedicalScribeJob", "R", "Read", "read"}, {"transcribe:StartMedicalScribeJob", "C", "Create", "create"},
            {"transcribe:DeleteMedicalScribeJob", "D", "Delete", "delete"}, {"transcribe:TagResource", "U", "Update", "update"}}) {
            for (String patient : new String[] {null, "p-4711"}) {
                AuditEvent event = strict.parseResource(AuditEvent.class, AuditEvents.json(entry(row[0], Outcome.REFUSED, patient)));
                Validation.assertValid(event);
                assertThat(event.getAction().toCode()).isEqualTo(row[1]);
                assertThat(event.getMeta().getProfile().getFirst().getValue())
                        .endsWith("IHE.BasicAudit." + (patient == null ? "" : "Patient") + row[2]);
                assertThat(event.getSubtypeFirstRep().getCode()).isEqualTo(row[3]);
                assertThat(event.getOutcome().toCode()).isEqualTo("4");
                assertThat(event.getAgent()).hasSize(3).filteredOn(AuditEvent.AuditEventAgentComponent::getRequestor).hasSize(1);
                assertThat(event.getEntity()).hasSize(patient == null ? 2 : 3);
                assertThat(event.getSource().getObserver().getIdentifier().getValue()).startsWith("11111111");
            }
        }
    }

    @Test
    void aCallIsACloudTrailRecordAndOthersAreNone() {
        JsonNode record = new JsonMapper().readTree(
                CloudTrailRecord.json(entry("transcribe:GetMedicalScribeJob", Outcome.REFUSED, null), "us-east-1").orElseThrow());
        assertThat(List.of(
                        record.path("eventSource").asString(), record.path("eventName").asString(), record.path("errorCode").asString(),
                        record.path("userIdentity").path("accountId").asString(),
                        record.path("requestParameters").path("medicalScribeJobName").asString()))
                .containsExactly("transcribe.amazonaws.com", "GetMedicalScribeJob", "AccessDeniedException", "123456789012", "visit-1");
        assertThat(record.path("readOnly").booleanValue()).isTrue();
        assertThat(CloudTrailRecord.json(entry("scribing:TakeJob", Outcome.DONE, null), "us-east-1")).isEmpty();
    }
}
