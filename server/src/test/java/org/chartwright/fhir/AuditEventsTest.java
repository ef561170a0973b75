package org.chartwright.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chartwright.audit.Act;
import org.chartwright.audit.Actor;
import org.chartwright.audit.Entry;
import org.chartwright.audit.Outcome;
import org.chartwright.aws.CloudTrailRecord;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.CanonicalType;
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

    private static AuditEvent read(Entry entry) {
        IParser strict = FhirContext.forR4Cached().newJsonParser().setParserErrorHandler(new StrictErrorHandler());
        AuditEvent event = strict.parseResource(AuditEvent.class, AuditEvents.json(entry));
        Validation.assertValid(event);
        return event;
    }

    private static AuditEvent.AuditEventEntityComponent played(AuditEvent event, String role) {
        return event.getEntity().stream().filter(one -> role.equals(one.getRole().getCode())).findFirst().orElseThrow();
    }

    /** BALP's patterns as its public pages have them: action, subtype, and the types of client, server and user. */
    @Test
    void anEntryIsAnAuditEventOfThePatternForItsKind() {
        String source = "110153";
        String destination = "110152";
        for (String[] row : new String[][] {
            {"transcribe:GetMedicalScribeJob", "Read", "R", "read", destination, source, "IRCP"},
            {"transcribe:StartMedicalScribeJob", "Create", "C", "create", source, destination, "AUT"},
            {"transcribe:DeleteMedicalScribeJob", "Delete", "D", "delete", "110150", "custodian", "AUT"},
            {"transcribe:TagResource", "Update", "U", "update", source, destination, "AUT"},
            {"transcribe:ListMedicalScribeJobs", "Query", "E", "search", source, destination, "IRCP"},
            {"fhir:SearchPatient", "Query", "E", "search", source, destination, "IRCP"}}) {
            for (String patient : new String[] {null, "p-4711"}) {
                AuditEvent event = read(entry(row[0], Outcome.DONE, patient));
                assertThat(event.getMeta().getProfile()).singleElement().extracting(CanonicalType::getValue).isEqualTo(
                        "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit." + (patient == null ? "" : "Patient") + row[1]);
                assertThat(event.getType().getCode()).isEqualTo("rest");
                assertThat(event.getAction().toCode()).isEqualTo(row[2]);
                assertThat(event.getSubtypeFirstRep().getCode()).isEqualTo(row[3]);
                assertThat(event.getOutcome().toCode()).isEqualTo("0");
                assertThat(event.getAgent()).extracting(agent -> agent.getType().getCodingFirstRep().getCode())
                        .containsExactly(row[4], row[5], row[6]);
                assertThat(event.getAgent()).extracting(AuditEvent.AuditEventAgentComponent::getRequestor).containsExactly(false, false, true);
                assertThat(event.getAgent()).extracting(AuditEvent.AuditEventAgentComponent::hasNetwork).containsExactly(true, true, false);
                assertThat(event.getAgent()).allMatch(AuditEvent.AuditEventAgentComponent::hasWho);
                assertThat(event.getSource().getObserver().getIdentifier().getValue()).startsWith("11111111");
                assertThat(event.getEntity()).hasSize(patient == null ? 2 : 3);
                if (row[1].equals("Query")) {
                    assertThat(new String(played(event, "24").getQuery(), StandardCharsets.UTF_8)).isEqualTo("job/visit-1");
                    assertThat(played(event, "24").hasWhat()).isFalse();
                } else {
                    assertThat(played(event, "4").getWhat().getIdentifier().getValue()).isEqualTo("job/visit-1");
                }
                if (patient != null) {
                    assertThat(played(event, "1").getWhat().getType()).isEqualTo("Patient");
                    assertThat(played(event, "1").getType().getCode()).isEqualTo("1");
                }
                assertThat(event.getEntity().getLast().getType().getCode()).isEqualTo("XrequestId");
            }
        }
    }

    @Test
    void whatWasRefusedOrFailedClaimsNoPatternOfWhatSucceeded() {
        for (Outcome outcome : new Outcome[] {Outcome.REFUSED, Outcome.FAILED}) {
            AuditEvent event = read(entry("transcribe:GetMedicalScribeJob", outcome, "p-4711"));
            assertThat(event.getMeta().getProfile()).isEmpty();
            assertThat(event.getOutcome().toCode()).isEqualTo(outcome == Outcome.REFUSED ? "4" : "8");
            assertThat(event.getOutcomeDesc()).isEqualTo("AccessDeniedException");
        }
    }

    @Test
    void signingInAndOutAndReadingTheRecordAreToldAsDicomTellsThem() {
        for (String[] row : new String[][] {
            {"workspace:SignIn", "110114", "110122"}, {"workspace:SignInElsewhere", "110114", "110122"},
            {"workspace:SignOut", "110114", "110123"}, {"workspace:SignOutElsewhere", "110114", "110123"},
            {"workspace:ReadAudit", "110101", "workspace:ReadAudit"}, {"audit:Export", "110101", "audit:Export"}}) {
            AuditEvent event = read(entry(row[0], Outcome.DONE, null));
            assertThat(event.getType().getCode()).isEqualTo(row[1]);
            assertThat(event.getSubtypeFirstRep().getCode()).isEqualTo(row[2]);
            assertThat(event.getMeta().getProfile()).isEmpty();
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
