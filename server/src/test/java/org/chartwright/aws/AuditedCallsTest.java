package org.chartwright.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chartwright.audit.Entry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each call leaves one entry, and a call that cannot leave one has no effect. */
final class AuditedCallsTest {

    private static ApiHouse house;
    private static ApiHouse.Client client;

    @BeforeAll
    static void open() {
        house = new ApiHouse();
        client = house.client("audited");
    }

    @AfterAll
    static void close() {
        house.close();
    }

    /** Changes, in an order in which each finds what it needs. */
    private static List<Map.Entry<String, String>> changes() {
        String arn = client.arn("medical-scribe-job", "kept");
        return List.of(
                Map.entry("StartMedicalScribeJob", ApiHouse.start("kept").toString()),
                Map.entry("TagResource", "{\"ResourceArn\":\"" + arn + "\",\"Tags\":[{\"Key\":\"a\",\"Value\":\"b\"}]}"),
                Map.entry("UntagResource", "{\"ResourceArn\":\"" + arn + "\",\"TagKeys\":[\"a\"]}"),
                Map.entry("CreateVocabularyFilter",
                        "{\"VocabularyFilterName\":\"f\",\"LanguageCode\":\"en-US\",\"Words\":[\"x\"]}"),
                Map.entry("UpdateVocabularyFilter", "{\"VocabularyFilterName\":\"f\",\"Words\":[\"y\"]}"),
                Map.entry("DeleteVocabularyFilter", "{\"VocabularyFilterName\":\"f\"}"),
                Map.entry("CreateVocabulary",
                        "{\"VocabularyName\":\"v\",\"LanguageCode\":\"en-US\",\"Phrases\":[\"metoprolol\"]}"),
                Map.entry("DeleteVocabulary", "{\"VocabularyName\":\"v\"}"),
                Map.entry("DeleteMedicalScribeJob", "{\"MedicalScribeJobName\":\"kept\"}"));
    }

    @Test
    void aChangeHappensWithItsEntryOrNotAtAll() {
        for (Map.Entry<String, String> change : changes()) {
            if (change.getKey().equals("DeleteMedicalScribeJob")) {
                house.sql("update job set status = 'FAILED', ended_at = now() where name = 'kept'");
            }
            breakRecord();
            String before = state();
            assertThat(call(change.getKey(), change.getValue())).as(change.getKey()).isEqualTo(500);
            assertThat(state()).as(change.getKey()).isEqualTo(before);
            mendRecord();
            int entries = entries().size();
            assertThat(call(change.getKey(), change.getValue())).as(change.getKey()).isEqualTo(200);
            assertThat(state()).as(change.getKey()).isNotEqualTo(before);
            assertThat(entries().subList(entries, entries().size())).singleElement().satisfies(entry -> {
                assertThat(entry.act().action()).isEqualTo("transcribe:" + change.getKey());
                assertThat(entry.outcome()).hasToString("DONE");
                assertThat(entry.act().requestId()).isNotEmpty();
                assertThat(entry.act().actor().name()).endsWith("user/audited");
            });
        }
    }

    @Test
    void readingAndBeingRefusedAreRecordedToo() {
        client.call("GetMedicalScribeJob", "{\"MedicalScribeJobName\":\"nobody's\"}");
        client.call("GetMedicalScribeJob", "{\"MedicalScribeJobName\":\"absent\"}");
        client.call("ListMedicalScribeJobs", "{}");
        List<Entry> entries = entries();
        assertThat(entries.subList(entries.size() - 3, entries.size()).stream()
                        .map(entry -> entry.act().action() + " " + entry.act().object() + " " + entry.outcome()))
                .containsExactly(
                        "transcribe:GetMedicalScribeJob  REFUSED",
                        "transcribe:GetMedicalScribeJob job/absent REFUSED",
                        "transcribe:ListMedicalScribeJobs  DONE");
    }

    @Test
    void nothingIsReadWithoutAnEntry() {
        breakRecord();
        assertThat(call("ListMedicalScribeJobs", "{}")).isEqualTo(500);
        mendRecord();
        assertThat(call("ListMedicalScribeJobs", "{}")).isEqualTo(200);
    }

    /** The next entry of every chain will meet one that has its number already. */
    private static void breakRecord() {
        call("ListMedicalScribeJobs", "{}");
        house.sql("update audit_chain set seq = seq - 1");
    }

    private static void mendRecord() {
        house.sql("update audit_chain set seq = seq + 1");
    }

    private static String state() {
        return Stream.of("job", "tag", "vocabulary", "vocabulary_filter", "scheduled_tasks")
                .map(table -> house.ask("select coalesce(string_agg(t::text, '|' order by t::text), '') from " + table + " t"))
                .collect(Collectors.joining("\n"));
    }

    /** With a header that makes each call another one, as the SDKs send it. */
    private static int call(String operation, String body) {
        Map<String, String> headers = Map.of(
                "x-amz-target", "Transcribe." + operation,
                "content-type", "application/x-amz-json-1.1",
                "amz-sdk-invocation-id", UUID.randomUUID().toString());
        return client.send("POST", "/", headers, body.getBytes(StandardCharsets.UTF_8)).status();
    }

    private static List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        house.audit(client.tenant().value(), line -> entries.add(Entry.parse(line)));
        return entries;
    }
}
