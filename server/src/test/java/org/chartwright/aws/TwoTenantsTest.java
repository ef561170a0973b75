package org.chartwright.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/**
 * Two tenants at one server: whatever the one asks for of the other's gets word for word the answer that something gets
 * which is nowhere, by every operation and every kind of name.
 */
final class TwoTenantsTest {

    private static final String THEIRS = "theirs-7";
    private static final String ABSENT = "absent-7";

    private static ApiHouse house;
    private static ApiHouse.Client owner;
    private static ApiHouse.Client other;

    @BeforeAll
    static void open() {
        house = new ApiHouse();
        owner = house.client("owner");
        other = house.client("other");
        assertThat(owner.call("StartMedicalScribeJob", ApiHouse.start(THEIRS)).status()).isEqualTo(200);
        house.sql("update job set status = 'COMPLETED', started_at = now(), ended_at = now()");
        assertThat(owner.call("CreateVocabulary", body("VocabularyName", THEIRS).put("LanguageCode", "en-US")
                .set("Phrases", ApiHouse.JSON.createArrayNode().add("Quillfeather"))).status()).isEqualTo(200);
        assertThat(owner.call("CreateVocabularyFilter", body("VocabularyFilterName", THEIRS).put("LanguageCode", "en-US")
                .set("Words", ApiHouse.JSON.createArrayNode().add("Quillfeather"))).status()).isEqualTo(200);
        for (String kind : KINDS) {
            ObjectNode tag = body("ResourceArn", owner.arn(kind, THEIRS));
            tag.putArray("Tags").addObject().put("Key", "secret").put("Value", "Quillfeather");
            assertThat(owner.call("TagResource", tag).status()).as(kind).isEqualTo(200);
        }
    }

    private static final List<String> KINDS = List.of("medical-scribe-job", "vocabulary", "vocabulary-filter");

    @AfterAll
    static void close() {
        house.close();
    }

    private static ObjectNode body(String name, String value) {
        return ApiHouse.JSON.createObjectNode().put(name, value);
    }

    /** Everything that can be asked with a name, under each name it can be asked with. */
    private static List<Asked> questions(String name) {
        List<Asked> all = new ArrayList<>();
        all.add(new Asked("GetMedicalScribeJob", body("MedicalScribeJobName", name)));
        all.add(new Asked("DeleteMedicalScribeJob", body("MedicalScribeJobName", name)));
        all.add(new Asked("GetVocabulary", body("VocabularyName", name)));
        all.add(new Asked("DeleteVocabulary", body("VocabularyName", name)));
        all.add(new Asked("GetVocabularyFilter", body("VocabularyFilterName", name)));
        all.add(new Asked("DeleteVocabularyFilter", body("VocabularyFilterName", name)));
        ObjectNode phrases = body("VocabularyName", name).put("LanguageCode", "en-US");
        phrases.putArray("Phrases").add("x");
        all.add(new Asked("UpdateVocabulary", phrases));
        ObjectNode words = body("VocabularyFilterName", name);
        words.putArray("Words").add("x");
        all.add(new Asked("UpdateVocabularyFilter", words));
        ObjectNode withVocabulary = ApiHouse.start("mine-" + all.size());
        ((ObjectNode) withVocabulary.path("Settings")).put("VocabularyName", name);
        all.add(new Asked("StartMedicalScribeJob", withVocabulary));
        ObjectNode withFilter = ApiHouse.start("mine-" + all.size());
        ((ObjectNode) withFilter.path("Settings")).put("VocabularyFilterName", name).put("VocabularyFilterMethod", "mask");
        all.add(new Asked("StartMedicalScribeJob", withFilter));
        for (ApiHouse.Client account : List.of(owner, other)) {
            for (String kind : KINDS) {
                String arn = account.arn(kind, name);
                all.add(new Asked("ListTagsForResource", body("ResourceArn", arn)));
                ObjectNode tag = body("ResourceArn", arn);
                tag.putArray("Tags").addObject().put("Key", "a").put("Value", "b");
                all.add(new Asked("TagResource", tag));
                ObjectNode untag = body("ResourceArn", arn);
                untag.putArray("TagKeys").add("secret");
                all.add(new Asked("UntagResource", untag));
            }
        }
        return all;
    }

    private record Asked(String operation, ObjectNode input) {}

    private static String said(ApiHouse.Answer answer) {
        String text = new String(answer.wire().body(), StandardCharsets.UTF_8);
        return answer.status() + " " + answer.wire().headers().get("x-amzn-ErrorType") + " "
                + text.replace(THEIRS, ABSENT);
    }

    @Test
    void whatIsTheOthersIsAnsweredLikeWhatIsNowhere() {
        List<Asked> theirs = questions(THEIRS);
        List<Asked> absent = questions(ABSENT);
        for (int i = 0; i < theirs.size(); i++) {
            String hers = said(other.call(theirs.get(i).operation(), theirs.get(i).input()));
            String nobodys = said(other.call(absent.get(i).operation(), absent.get(i).input()));
            assertThat(hers).as(theirs.get(i).operation()).isEqualTo(nobodys).doesNotStartWith("200").doesNotContain("Quill");
        }
    }

    /** Operations that name nothing that is there already: what they give or make is the caller's own. */
    private static final Set<String> OF_ONES_OWN = Set.of(
            "ListMedicalScribeJobs", "ListVocabularies", "ListVocabularyFilters", "CreateVocabulary", "CreateVocabularyFilter");

    @Test
    void everyOperationIsAmongTheQuestions() {
        Set<String> asked = questions(THEIRS).stream().map(Asked::operation).collect(Collectors.toSet());
        asked.addAll(OF_ONES_OWN);
        assertThat(asked)
                .as("a new operation says above with which names it can be asked")
                .containsExactlyInAnyOrderElementsOf(house.api().operations());
    }

    @Test
    void aNameThatTheOtherHasIsFreeAndWhatIsMadeUnderItIsOnesOwn() {
        for (String kind : List.of("Vocabulary", "VocabularyFilter")) {
            ObjectNode made = body(kind + "Name", THEIRS).put("LanguageCode", "en-US");
            made.putArray(kind.equals("Vocabulary") ? "Phrases" : "Words").add("mine");
            assertThat(other.call("Create" + kind, made).status()).as(kind).isEqualTo(200);
            assertThat(other.call("Delete" + kind, body(kind + "Name", THEIRS)).status()).as(kind).isEqualTo(200);
        }
        theOwnerStillHasAllOfIt();
    }

    @Test
    void theRestFormTellsNoMore() {
        for (String path : List.of("/medicalscribejobs/%s", "/vocabularies/%s", "/vocabularyFilters/%s",
                "/vocabularies/%s/content", "/vocabularyFilters/%s/content")) {
            for (String method : List.of("GET", "DELETE")) {
                String hers = said(other.send(method, path.formatted(THEIRS), Map.of(), new byte[0]));
                String nobodys = said(other.send(method, path.formatted(ABSENT), Map.of(), new byte[0]));
                assertThat(hers).as(method + " " + path).isEqualTo(nobodys).doesNotContain("Quill");
            }
        }
    }

    @Test
    void listsHoldOnlyWhatIsOnesOwnAndATokenIsGoodForItsTenantOnly() {
        for (int i = 0; i < 3; i++) {
            owner.call("StartMedicalScribeJob", ApiHouse.start("page-" + i));
        }
        for (String list : List.of("ListMedicalScribeJobs", "ListVocabularies", "ListVocabularyFilters")) {
            assertThat(said(other.call(list, "{}"))).as(list).startsWith("200").doesNotContain(ABSENT).doesNotContain("page-");
        }
        String token = owner.call("ListMedicalScribeJobs", "{\"MaxResults\":1}").body().path("NextToken").asString();
        assertThat(token).isNotEmpty();
        assertThat(said(other.call("ListMedicalScribeJobs", body("NextToken", token))))
                .isEqualTo(said(other.call("ListMedicalScribeJobs", body("NextToken", "AAAA" + token.substring(4)))))
                .startsWith("400");
    }

    @Test
    void theOwnerStillHasAllOfIt() {
        assertThat(owner.call("GetMedicalScribeJob", body("MedicalScribeJobName", THEIRS)).status()).isEqualTo(200);
        assertThat(owner.call("GetVocabulary", body("VocabularyName", THEIRS)).status()).isEqualTo(200);
        assertThat(owner.call("GetVocabularyFilter", body("VocabularyFilterName", THEIRS)).status()).isEqualTo(200);
        for (String kind : KINDS) {
            assertThat(owner.call("ListTagsForResource", body("ResourceArn", owner.arn(kind, THEIRS))).body().path("Tags"))
                    .as(kind)
                    .hasSize(1);
        }
    }
}
