package org.chartwright.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chartwright.aws.wire.WireRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class VocabularyOperationsTest {

    private static ApiHouse house;

    @BeforeAll
    static void open() {
        house = new ApiHouse();
        house.store().put("recordings/words.txt", "damn\nheck\n");
        house.store().put("recordings/crlf.txt", "damn\r\nheck\r\n");
        house.store().put("recordings/large.txt", "w\n".repeat(60_000));
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private static String vocabulary(String name, String rest) {
        return "{\"VocabularyName\":\"" + name + "\",\"LanguageCode\":\"en-US\"" + rest + "}";
    }

    private static String filter(String name, String rest) {
        return "{\"VocabularyFilterName\":\"" + name + "\",\"LanguageCode\":\"en-US\"" + rest + "}";
    }

    @Test
    void aVocabularyGoesFromCreateToDelete() {
        ApiHouse.Client client = house.client("vocabulary");
        JsonNode made = client.call("CreateVocabulary", vocabulary("words", ",\"Phrases\":[\"knee-pain\"],"
                + "\"Tags\":[{\"Key\":\"a\",\"Value\":\"b\"}]")).body();
        assertThat(made.path("VocabularyState").asString()).isEqualTo("PENDING");
        assertThat(made.path("LastModifiedTime").isNumber()).isTrue();
        assertThat(client.call("ListTagsForResource", "{\"ResourceArn\":\"" + client.arn("vocabulary", "words") + "\"}")
                .body().path("Tags")).hasSize(1);
        ApiHouse.Answer again = client.call("CreateVocabulary", vocabulary("words", ",\"Phrases\":[\"knee\"]"));
        assertThat(again.code()).isEqualTo("ConflictException");
        assertThat(again.message()).isEqualTo(
                "The requested vocabulary name already exists. Use a different vocabulary name.");
        assertThat(client.call("UpdateVocabulary", vocabulary("words", ",\"Phrases\":[\"knee\"]")).code())
                .as("while it is PENDING").isEqualTo("ConflictException");

        house.sql("update vocabulary set state = 'READY', content = 'Phrase\nknee-pain\n' where tenant_id = ?",
                client.tenant().value());
        house.sealPlain();
        JsonNode ready = client.call("GetVocabulary", "{\"VocabularyName\":\"words\"}").body();
        assertThat(ready.path("VocabularyState").asString()).isEqualTo("READY");
        assertThat(fetch(ready.path("DownloadUri").asString())).isEqualTo("Phrase\nknee-pain\n");
        assertThat(client.call("ListVocabularies", "{\"StateEquals\":\"READY\",\"NameContains\":\"WORD\"}").body()
                .toString()).contains("\"Status\":\"READY\"").contains("\"VocabularyName\":\"words\"");

        JsonNode updated = client.call("UpdateVocabulary", vocabulary("words", ",\"Phrases\":[\"hip\"]")).body();
        assertThat(updated.path("VocabularyState").asString()).isEqualTo("PENDING");
        assertThat(updated.has("FailureReason")).isFalse();
        house.sql("update vocabulary set state = 'FAILED', failure_reason = 'Line 1.' where tenant_id = ?",
                client.tenant().value());
        JsonNode failed = client.call("GetVocabulary", "{\"VocabularyName\":\"words\"}").body();
        assertThat(failed.path("FailureReason").asString()).isEqualTo("Line 1.");
        assertThat(failed.has("DownloadUri")).isFalse();

        assertThat(client.call("DeleteVocabulary", "{\"VocabularyName\":\"words\"}").wire().body()).isEmpty();
        for (String operation : List.of("GetVocabulary", "DeleteVocabulary")) {
            ApiHouse.Answer gone = client.call(operation, "{\"VocabularyName\":\"words\"}");
            assertThat(gone.code()).isEqualTo("BadRequestException");
            assertThat(gone.message()).isEqualTo(
                    "The requested vocabulary couldn't be found. Check the vocabulary name and try your request again.");
        }
        assertThat(client.call("UpdateVocabulary", vocabulary("words", ",\"Phrases\":[\"hip\"]")).code())
                .isEqualTo("BadRequestException");
    }

    @Test
    void aVocabularyKeepsItsRules() {
        ApiHouse.Client client = house.client("vocabulary-rules");
        for (String wrong : List.of(
                vocabulary("w", ""),
                vocabulary("w", ",\"Phrases\":[]"),
                vocabulary("w", ",\"Phrases\":[\"a\"],\"VocabularyFileUri\":\"s3://recordings/words.txt\""),
                vocabulary("w", ",\"Phrases\":[\"" + "a".repeat(257) + "\"]"),
                vocabulary("w", ",\"Phrases\":[\"\"]"),
                vocabulary("w", ",\"VocabularyFileUri\":\"s3://recordings/absent.txt\""),
                vocabulary("w", ",\"VocabularyFileUri\":\"words.txt\""),
                vocabulary("", ",\"Phrases\":[\"a\"]"),
                vocabulary("..", ",\"Phrases\":[\"a\"]"),
                vocabulary("w", ",\"Phrases\":[\"a\"]").replace("en-US", "de-DE"),
                "{\"VocabularyName\":\"w\",\"Phrases\":[\"a\"]}")) {
            assertThat(client.call("CreateVocabulary", wrong).code()).as(wrong).isEqualTo("BadRequestException");
        }
        assertThat(client.call("CreateVocabulary", vocabulary("w", "")).message())
                .isEqualTo("Either Phrases or VocabularyFileUri field should be provided.");
        assertThat(client.call("CreateVocabulary", vocabulary("w", ",\"Phrases\":[1]")).code())
                .isEqualTo("SerializationException");
        assertThat(client.call("CreateVocabulary", vocabulary("w", ",\"VocabularyFileUri\":\"s3://recordings/words.txt\""))
                .status()).isEqualTo(200);
    }

    @Test
    void aFilterGoesFromCreateToDelete() {
        ApiHouse.Client client = house.client("filter");
        JsonNode made = client.call("CreateVocabularyFilter", filter("rude", ",\"Words\":[\"damn\"]")).body();
        assertThat(made.has("VocabularyState")).isFalse();
        assertThat(client.call("CreateVocabularyFilter", filter("rude", ",\"Words\":[\"x\"]")).code())
                .isEqualTo("ConflictException");
        JsonNode updated = client.call("UpdateVocabularyFilter",
                "{\"VocabularyFilterName\":\"rude\",\"VocabularyFilterFileUri\":\"s3://recordings/words.txt\"}").body();
        assertThat(updated.path("LanguageCode").asString()).isEqualTo("en-US");
        JsonNode shown = client.call("GetVocabularyFilter", "{\"VocabularyFilterName\":\"rude\"}").body();
        assertThat(fetch(shown.path("DownloadUri").asString())).isEqualTo("damn\nheck\n");
        assertThat(client.call("ListVocabularyFilters", "{\"NameContains\":\"ud\"}").body().path("VocabularyFilters"))
                .hasSize(1);
        assertThat(client.call("DeleteVocabularyFilter", "{\"VocabularyFilterName\":\"rude\"}").status()).isEqualTo(200);
        assertThat(client.call("GetVocabularyFilter", "{\"VocabularyFilterName\":\"rude\"}").code())
                .isEqualTo("BadRequestException");
        assertThat(client.call("UpdateVocabularyFilter", "{\"VocabularyFilterName\":\"rude\",\"Words\":[\"a\"]}").code())
                .isEqualTo("BadRequestException");
    }

    @Test
    void aFilterKeepsItsRules() {
        ApiHouse.Client client = house.client("filter-rules");
        for (String wrong : List.of(
                filter("w", ""),
                filter("w", ",\"Words\":[]"),
                filter("w", ",\"Words\":[\"\"]"),
                filter("w", ",\"Words\":[\"a\"],\"VocabularyFilterFileUri\":\"s3://recordings/words.txt\""),
                filter("w", ",\"VocabularyFilterFileUri\":\"s3://recordings/crlf.txt\""),
                filter("w", ",\"VocabularyFilterFileUri\":\"s3://recordings/large.txt\""),
                filter("w", ",\"VocabularyFilterFileUri\":\"s3://nobodys/words.txt\""))) {
            assertThat(client.call("CreateVocabularyFilter", wrong).code()).as(wrong).isEqualTo("BadRequestException");
        }
        assertThat(client.call("CreateVocabularyFilter",
                filter("w", ",\"VocabularyFilterFileUri\":\"s3://recordings/crlf.txt\"")).message()).contains("Line 1");
    }

    @Test
    void theHundredAndFirstFilterIsOneTooMany() {
        ApiHouse.Client client = house.client("quota");
        List<String> codes = IntStream.rangeClosed(1, 101)
                .mapToObj(i -> client.call("CreateVocabularyFilter", filter("f" + i, ",\"Words\":[\"a\"]")).code())
                .collect(Collectors.toList());
        assertThat(codes.removeLast()).isEqualTo("LimitExceededException");
        assertThat(codes).containsOnly("");
    }

    @Test
    void aLinkWorksForItsHolderAndNotWhenChanged() {
        ApiHouse.Client client = house.client("links");
        client.call("CreateVocabularyFilter", filter("mine", ",\"Words\":[\"a\"]"));
        client.call("CreateVocabularyFilter", filter("other", ",\"Words\":[\"b\"]"));
        String link = client.call("GetVocabularyFilter", "{\"VocabularyFilterName\":\"mine\"}").body()
                .path("DownloadUri").asString();
        assertThat(fetch(link)).isEqualTo("a\n");
        assertThat(fetch(link)).as("a link may be followed again").isEqualTo("a\n");
        assertThat(fetch(link.replace("/mine/", "/other/"))).contains("InvalidSignatureException");
        assertThat(fetch(link.replace("Expires=900", "Expires=9000"))).contains("InvalidSignatureException");
    }

    private static String fetch(String link) {
        URI uri = URI.create(link);
        WireRequest request = new WireRequest("GET", uri.getRawPath() + "?" + uri.getRawQuery(),
                List.of(new WireRequest.Header("Host", uri.getRawAuthority())), new byte[0]);
        return new String(house.api().answer(request).body(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
