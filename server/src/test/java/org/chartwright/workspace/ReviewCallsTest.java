package org.chartwright.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartwright.workspace.Visits.review;
import static org.chartwright.workspace.Visits.sentence;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chartwright.people.Person.Role;
import org.chartwright.workspace.WorkspaceHouse.Answer;
import org.chartwright.workspace.WorkspaceHouse.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A typed visit from its draft to its signature and beyond, over HTTP. */
final class ReviewCallsTest {

    private WorkspaceHouse house;
    private Browser ada;
    private String visit;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        house = new WorkspaceHouse(folder);
        ada = house.person("ada", Role.CLINICIAN);
        visit = Visits.typed(ada);
    }

    @AfterEach
    void close() throws Exception {
        house.close();
    }

    private Answer edit(Browser who, int version, Object... edits) throws Exception {
        return who.post("visits/" + visit + "/note/edits", Map.of("version", version, "edits", List.of(edits)));
    }

    private JsonNode see(JsonNode review) throws Exception {
        List<Object> seen = new ArrayList<>();
        for (JsonNode section : review.path("sections")) {
            for (JsonNode one : section.path("sentences")) {
                if (one.path("red").booleanValue()) {
                    seen.add(Map.of("op", "seen", "id", one.path("id").stringValue()));
                }
            }
        }
        return seen.isEmpty() ? review : edit(ada, review.path("version").intValue(), seen.toArray()).expect(200);
    }

    @Test
    void aReviewShowsWordsSentencesEvidenceAndWhatNeedsEyes() throws Exception {
        Answer answer = ada.get("visits/" + visit + "/review");
        JsonNode review = answer.expect(200);
        assertThat(answer.http().headers().firstValue("ETag")).contains("\"1\"");
        assertThat(review.path("visit").path("state").stringValue()).isEqualTo("to-review");
        assertThat(review.path("visit").path("patient").path("name").stringValue()).isEqualTo("Rosa Maria Pena");
        assertThat(review.path("status").stringValue()).isEqualTo("preliminary");
        assertThat(review.path("speakers")).extracting(one -> one.path("id").stringValue()).containsExactly("CLINICIAN_0", "PATIENT_0");
        List<String> words = new ArrayList<>();
        for (JsonNode turn : review.path("turns")) {
            for (JsonNode word : turn.path("words")) {
                assertThat(word.path("id").intValue()).isEqualTo(words.size());
                words.add(word.path("text").stringValue());
            }
        }
        JsonNode drug = sentence(review, "lisinopril 20 mg");
        assertThat(drug.path("verdict").stringValue()).isEqualTo("supported");
        assertThat(drug.path("flags")).extracting(JsonNode::stringValue).contains("drug", "dose");
        assertThat(drug.path("origin").stringValue()).isEqualTo("draft");
        JsonNode place = drug.path("evidence").path(0);
        assertThat(words.subList(place.path("from").intValue(), place.path("to").intValue() + 1)).contains("lisinopril", "20", "mg");
        assertThat(review.path("queue")).extracting(JsonNode::stringValue).contains(drug.path("id").stringValue());
        assertThat(review.path("codes")).extracting(one -> one.path("display").stringValue()).contains("metformin");
        assertThat(review.path("orders").size()).isPositive();
        assertThat(review.path("history")).extracting(one -> one.path("what").stringValue()).containsExactly("drafted");
        assertThat(ada.get("visits/" + visit + "/export?form=text").text()).contains("Draft, not signed.")
                .startsWith("Rosa Maria Pena, born 1961-02-03, MRN MR-Pena\nVisit of 2026-11-25");
    }

    @Test
    void typedNumbersAreWrittenAsHeardOnesAreAndEveryPlaceFits() throws Exception {
        String typed = Visits.planned(ada, Visits.patient(ada, "Quist", "Jan"));
        Visits.consent(ada, typed);
        ada.put("visits/" + typed + "/dialogue", Map.of("text", """
                [doctor] What medications are you taking?
                [patient] I take lisinopril twenty mg daily, and metformin five hundred milligrams twice a day.
                [doctor] Your blood pressure is one fifty over ninety today.
                """)).expect(200);
        JsonNode review = review(ada, typed);
        List<String> words = new ArrayList<>();
        List<String> entities = new ArrayList<>();
        for (JsonNode turn : review.path("turns")) {
            for (JsonNode word : turn.path("words")) {
                words.add(word.path("text").stringValue());
                if (word.path("entity").stringValue("").equals("MEDICATION")) {
                    entities.add(word.path("text").stringValue());
                }
            }
        }
        assertThat(String.join(" ", words)).isEqualTo("What medications are you taking? "
                + "I take lisinopril 20 mg daily, and metformin 500 mg twice a day. Your blood pressure is 150/90 today.");
        assertThat(entities).contains("lisinopril", "metformin");
        JsonNode drug = sentence(review, "lisinopril 20 mg");
        assertThat(drug.path("verdict").stringValue()).isEqualTo("supported");
        JsonNode place = drug.path("evidence").path(0);
        assertThat(words.subList(place.path("from").intValue(), place.path("to").intValue() + 1)).contains("lisinopril", "20", "mg");
        assertThat(sentence(review, "150/90").path("verdict").stringValue()).isEqualTo("supported");
    }

    @Test
    void aDoseIsCorrectedJudgedAgainComparedAndNotLost() throws Exception {
        JsonNode drug = sentence(review(ada, visit), "lisinopril 20 mg");
        String id = drug.path("id").stringValue();
        String wrong = drug.path("text").stringValue().replace("20 mg", "25 mg");
        JsonNode changed = edit(ada, 1, Map.of("op", "replace", "sentence", id, "text", wrong)).expect(200);
        assertThat(changed.path("version").intValue()).isEqualTo(2);
        JsonNode now = sentence(changed, "25 mg");
        assertThat(now.path("id").stringValue()).isEqualTo(id);
        assertThat(now.path("verdict").stringValue()).isEqualTo("partly");
        assertThat(now.path("reasons")).extracting(JsonNode::stringValue).contains("number");
        assertThat(now.path("red").booleanValue()).isTrue();
        assertThat(now.path("flags")).extracting(JsonNode::stringValue).contains("edited");
        assertThat(changed.path("queue").path(0).stringValue()).isEqualTo(id);

        JsonNode difference = ada.get("visits/" + visit + "/note/diff?from=1&to=2").expect(200);
        JsonNode change = difference.path("sections").path(0).path("changes").path(0);
        assertThat(difference.path("sections").size()).isOne();
        assertThat(change.path("kind").stringValue()).isEqualTo("changed");
        assertThat(change.path("words")).extracting(one -> one.path("op").stringValue() + " " + one.path("text").stringValue())
                .contains("delete 20", "insert 25");
        JsonNode first = ada.get("visits/" + visit + "/note/versions/1").expect(200);
        assertThat(sentence(first, "20 mg").path("id").stringValue()).isEqualTo(id);
        assertThat(ada.get("visits/" + visit + "/note/versions/9").status()).isEqualTo(404);

        JsonNode again = ada.post("visits/" + visit + "/note/rewrite", Map.of(
                "version", 2, "section", sectionOf(changed, id))).expect(200);
        assertThat(sentence(again, "25 mg").path("id").stringValue()).as("the edit stays").isEqualTo(id);
        JsonNode soap = ada.post("visits/" + visit + "/note/rewrite", Map.of("version", 3, "template", "PHYSICAL_SOAP")).expect(200);
        assertThat(soap.path("sections")).extracting(one -> one.path("name").stringValue())
                .containsExactly("SUBJECTIVE", "OBJECTIVE", "ASSESSMENT", "PLAN");
        assertThat(sentence(soap, "25 mg").path("id").stringValue()).isEqualTo(id);
        assertThat(soap.path("history")).extracting(one -> one.path("what").stringValue())
                .containsExactly("rewritten", "rewritten", "edited", "drafted");
    }

    private static String sectionOf(JsonNode review, String id) {
        for (JsonNode section : review.path("sections")) {
            for (JsonNode one : section.path("sentences")) {
                if (one.path("id").stringValue().equals(id)) {
                    return section.path("name").stringValue();
                }
            }
        }
        throw new AssertionError(id);
    }

    @Test
    void whatAPersonStruckOutDoesNotComeBackAndWhatTheyMovedStays() throws Exception {
        JsonNode review = review(ada, visit);
        String knee = sentence(review, "knee").path("id").stringValue();
        String allergy = sentence(review, "enicillin").path("text").stringValue();
        String gone = sentence(review, "enicillin").path("id").stringValue();
        JsonNode edited = edit(ada, 1,
                Map.of("op", "remove", "sentence", gone),
                Map.of("op", "move", "sentence", knee, "section", "ASSESSMENT", "after", ""),
                Map.of("op", "insert", "section", "PLAN", "text", "Continue metformin 500 mg twice a day.")).expect(200);
        JsonNode added = sentence(edited, "Continue metformin");
        assertThat(added.path("verdict").stringValue()).as("found where it was said").isIn("supported", "partly");
        assertThat(added.path("origin").stringValue()).isEqualTo("added");
        JsonNode again = ada.post("visits/" + visit + "/note/rewrite", Map.of("version", 2, "section", sectionOf(review, gone)))
                .expect(200);
        assertThat(again.path("sections").toString()).doesNotContain(allergy);
        JsonNode soap = ada.post("visits/" + visit + "/note/rewrite", Map.of("version", 3, "template", "PHYSICAL_SOAP")).expect(200);
        assertThat(soap.path("sections").toString()).doesNotContain(allergy).contains("Continue metformin 500 mg");
        assertThat(edit(ada, 4, Map.of("op", "remove", "sentence", gone)).status()).isEqualTo(404);
        assertThat(edit(ada, 4, Map.of("op", "insert", "section", "NOWHERE", "text", "x")).code()).isEqualTo("invalid");
    }

    @Test
    void whatTheNoteOmitsIsAddedByOneStep() throws Exception {
        List<Object> removals = new ArrayList<>();
        for (JsonNode section : review(ada, visit).path("sections")) {
            for (JsonNode one : section.path("sentences")) {
                if (one.path("text").stringValue().toLowerCase(Locale.ROOT).contains("metformin")) {
                    removals.add(Map.of("op", "remove", "sentence", one.path("id").stringValue()));
                }
            }
        }
        JsonNode without = edit(ada, 1, removals.toArray()).expect(200);
        JsonNode omission = null;
        for (JsonNode one : without.path("omissions")) {
            omission = one.path("name").stringValue().equals("metformin") ? one : omission;
        }
        assertThat(omission).as("of " + without.path("omissions")).isNotNull();
        assertThat(without.path("queue")).extracting(JsonNode::stringValue).contains(omission.path("id").stringValue());
        JsonNode with = edit(ada, 2, Map.of("op", "add-omission", "id", omission.path("id").stringValue())).expect(200);
        assertThat(sentence(with, omission.path("text").stringValue()).path("evidence").size()).isPositive();
        assertThat(with.path("omissions")).extracting(one -> one.path("name").stringValue())
                .doesNotContain(omission.path("name").stringValue());
    }

    @Test
    void twoPeopleOnOneNoteLoseNothing() throws Exception {
        Browser ben = house.person("ben", Role.REVIEWER);
        String id = sentence(review(ada, visit), "lisinopril 20 mg").path("id").stringValue();
        edit(ben, 1, Map.of("op", "replace", "sentence", id, "text", "Takes lisinopril daily.")).expect(200);
        Answer late = edit(ada, 1, Map.of("op", "remove", "sentence", id));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.code()).isEqualTo("stale");
        assertThat(late.json().path("version").intValue()).isEqualTo(2);
        assertThat(sentence(review(ada, visit), "Takes lisinopril daily.").path("id").stringValue()).isEqualTo(id);
    }

    @Test
    void speakersAreRepairedAndEverythingElseStays() throws Exception {
        JsonNode before = review(ada, visit);
        String id = sentence(before, "lisinopril 20 mg").path("id").stringValue();
        edit(ada, 1, Map.of("op", "replace", "sentence", id, "text", "Takes lisinopril 20 mg each morning.")).expect(200);
        JsonNode called = ada.post("visits/" + visit + "/speakers", Map.of("version", 2, "changes", List.of(
                Map.of("op", "rename", "speaker", "PATIENT_0", "label", "Daughter")))).expect(200);
        assertThat(called.path("version").intValue()).as("a name changes no note").isEqualTo(2);
        assertThat(called.path("speakers").path(1).path("label").stringValue()).isEqualTo("Daughter");
        JsonNode swapped = ada.post("visits/" + visit + "/speakers", Map.of("version", 2, "changes", List.of(
                Map.of("op", "swap", "speaker", "CLINICIAN_0", "with", "PATIENT_0")))).expect(200);
        assertThat(swapped.path("version").intValue()).isEqualTo(3);
        assertThat(swapped.path("turns").path(0).path("speaker").stringValue()).isEqualTo("PATIENT_0");
        assertThat(sentence(swapped, "each morning").path("id").stringValue()).isEqualTo(id);
        JsonNode back = ada.post("visits/" + visit + "/speakers", Map.of("version", 3, "changes", List.of(
                Map.of("op", "swap", "speaker", "CLINICIAN_0", "with", "PATIENT_0")))).expect(200);
        assertThat(texts(back)).containsAll(texts(before).stream().filter(text -> !text.contains("lisinopril 20 mg")).toList());
        assertThat(back.path("history").path(0).path("what").stringValue()).isEqualTo("speakers");
        assertThat(ada.post("visits/" + visit + "/speakers", Map.of("version", 4, "changes", List.of(
                Map.of("op", "merge", "speaker", "PATIENT_7", "into", "PATIENT_0")))).code()).isEqualTo("invalid");
    }

    private static List<String> texts(JsonNode review) {
        List<String> texts = new ArrayList<>();
        review.path("sections").forEach(section ->
                section.path("sentences").forEach(one -> texts.add(one.path("text").stringValue())));
        return texts;
    }

    @Test
    void itIsSignedOnlyByAClinicianWithAFreshProofWhoHasSeenWhatIsRed() throws Exception {
        Browser ben = house.person("ben", Role.REVIEWER);
        String id = sentence(review(ada, visit), "lisinopril 20 mg").path("id").stringValue();
        JsonNode red = edit(ada, 1, Map.of("op", "replace", "sentence", id, "text", "Takes lisinopril 25 mg daily.")).expect(200);
        assertThat(ben.post("visits/" + visit + "/note/sign", Map.of("version", 2)).code()).isEqualTo("forbidden");
        house.forward(Duration.ofMinutes(14));
        ada.get("session").expect(200);
        house.forward(Duration.ofMinutes(2));
        assertThat(ada.post("visits/" + visit + "/note/sign", Map.of("version", 2)).code()).isEqualTo("step-up");
        ada.prove();
        Answer unseen = ada.post("visits/" + visit + "/note/sign", Map.of("version", 2));
        assertThat(unseen.code()).isEqualTo("unseen");
        assertThat(unseen.json().path("ids")).extracting(JsonNode::stringValue).contains(id);
        house.forward(Duration.ofSeconds(31));
        ben.signIn();
        edit(ben, 2, Map.of("op", "seen", "id", id)).expect(200);
        assertThat(ada.post("visits/" + visit + "/note/sign", Map.of("version", 2)).code()).as("another's eyes").isEqualTo("unseen");
        see(red);
        JsonNode signed = ada.post("visits/" + visit + "/note/sign", Map.of("version", 2)).expect(200);
        assertThat(signed.path("status").stringValue()).isEqualTo("final");
        assertThat(signed.path("visit").path("state").stringValue()).isEqualTo("signed");
        assertThat(signed.path("signature").path("by").stringValue()).isEqualTo("Ada Okafor");
        assertThat(edit(ada, 3, Map.of("op", "remove", "sentence", id)).code()).isEqualTo("conflict");

        JsonNode amended = ada.post("visits/" + visit + "/note/amend", Map.of(
                "version", 3, "reason", "The dose was misheard",
                "edits", List.of(Map.of("op", "replace", "sentence", id, "text", "Takes lisinopril 20 mg daily.")))).expect(200);
        assertThat(amended.path("status").stringValue()).isEqualTo("amended");
        assertThat(amended.path("history").path(0).path("reason").stringValue()).isEqualTo("The dose was misheard");
        assertThat(sentence(ada.get("visits/" + visit + "/note/versions/3").expect(200), "25 mg").path("id").stringValue()).isEqualTo(id);
        assertThat(ada.get("visits/" + visit + "/export?form=text").text()).contains("Amended and signed by Ada Okafor", "20 mg");
        assertThat(new String(ada.get("visits/" + visit + "/export?form=pdf").http().body(), StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
        JsonNode timing = ada.get("visits/" + visit + "/timing").expect(200);
        assertThat(timing.path("secondsToSign").longValue()).isPositive();
        assertThat(ben.get("visits/" + visit + "/timing").code()).as("a reviewer").isEqualTo("forbidden");
        house.forward(Duration.ofSeconds(31));
        Browser eve = house.person("eve", Role.CLINICIAN);
        assertThat(eve.get("visits/" + visit + "/timing").expect(200).has("secondsToSign")).as("another's time").isFalse();
        assertThat(house.audited(house.clinic)).extracting(entry -> entry.path("action").stringValue() + " " + entry.path("object").stringValue()
                        + " " + entry.path("outcome").stringValue())
                .contains("workspace:SignNote visit/" + visit + " DONE", "workspace:AmendNote visit/" + visit + " DONE")
                .anyMatch(line -> line.startsWith("workspace:SignNote") && line.endsWith("REFUSED"));
    }

    @Test
    void whatAnAmendmentSaysAgainstWhatWasSaidIsLookedAtBeforeItIsSigned() throws Exception {
        JsonNode draft = see(review(ada, visit));
        JsonNode signed = ada.post("visits/" + visit + "/note/sign", Map.of("version", draft.path("version").intValue())).expect(200);
        int version = signed.path("version").intValue();
        String id = sentence(signed, "lisinopril 20 mg").path("id").stringValue();
        Map<String, Object> replaced = Map.of("op", "replace", "sentence", id, "text", "Takes lisinopril 80 mg daily.");
        Map<String, Object> added = Map.of("op", "insert", "section", "PLAN", "text", "Start warfarin 5 mg daily.");
        Map<String, Object> harmless = Map.of("op", "remove", "sentence", sentence(signed, "enicillin").path("id").stringValue());
        Map<String, Object> asked = Map.of("version", version, "reason", "By telephone", "edits", List.of(harmless, replaced, added));
        Answer refused = ada.post("visits/" + visit + "/note/amend", asked);
        assertThat(refused.code()).isEqualTo("unseen");
        assertThat(refused.json().path("written")).extracting(one -> one.path("edit").intValue()).containsExactlyInAnyOrder(1, 2);
        assertThat(refused.json().path("written").path(0).path("reasons").size()).isPositive();
        assertThat(review(ada, visit).path("version").intValue()).as("nothing is kept").isEqualTo(version);

        Map<String, Object> half = new java.util.HashMap<>(asked);
        half.put("looked", List.of(1));
        Answer still = ada.post("visits/" + visit + "/note/amend", half);
        assertThat(still.json().path("written")).extracting(one -> one.path("edit").intValue()).containsExactly(2);
        half.put("looked", List.of(1, 2));
        JsonNode amended = ada.post("visits/" + visit + "/note/amend", half).expect(200);
        assertThat(amended.path("status").stringValue()).isEqualTo("amended");
        assertThat(sentence(amended, "warfarin").path("seen").booleanValue()).isTrue();

        house.forward(Duration.ofSeconds(31));
        Browser eve = house.person("eve", Role.CLINICIAN);
        Answer hers = eve.post("visits/" + visit + "/note/amend", Map.of(
                "version", version + 1, "reason", "Typing", "edits", List.of(Map.of(
                        "op", "remove", "sentence", sentence(amended, "warfarin").path("id").stringValue()))));
        assertThat(hers.json().path("ids")).extracting(JsonNode::stringValue).as("whose eyes saw it counts").contains(id);
    }

    @Test
    void codesAreAcceptedAndRefusedForAll() throws Exception {
        JsonNode code = review(ada, visit).path("codes").path(0);
        JsonNode decided = edit(ada, 1, Map.of("op", "accept-code", "id", code.path("id").stringValue())).expect(200);
        assertThat(decided.path("version").intValue()).as("a mark makes no version").isOne();
        assertThat(decided.path("codes").path(0).path("state").stringValue()).isEqualTo("accepted");
        Browser ben = house.person("ben", Role.REVIEWER);
        edit(ben, 1, Map.of("op", "refuse-code", "id", code.path("id").stringValue())).expect(200);
        assertThat(review(ada, visit).path("codes").path(0).path("state").stringValue()).isEqualTo("refused");
    }

    @Test
    void hostileTextsComeBackAsTheyWereAndAreNothingElse() throws Exception {
        String hostile = "<script>alert(1)</script> \u202Eabc \uD83D\uDC69\u200D\u2695\uFE0F \u0007 ${jndi:x} '; drop table person; --";
        JsonNode with = edit(ada, 1, Map.of("op", "insert", "section", "PLAN", "text", hostile)).expect(200);
        assertThat(sentence(with, "<script>").path("text").stringValue()).isEqualTo(hostile.strip());
        String long1 = "word ".repeat(200_000).strip();
        edit(ada, 2, Map.of("op", "insert", "section", "PLAN", "text", long1)).expect(200);
        assertThat(edit(ada, 3, Map.of("op", "insert", "section", "PLAN", "text", "x".repeat((1 << 20) + 1))).code()).isEqualTo("invalid");
        assertThat(new String(ada.get("visits/" + visit + "/export?form=pdf").http().body(), StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
    }

    @Test
    void aDialogueWithAMegabyteWithoutASpaceIsReadShownPrintedAndHarmless() throws Exception {
        String word = "W\u202E\uD83D\uDE00<script>".repeat((1 << 20) / 12);
        String hostile = Visits.planned(ada, Visits.patient(ada, "Quist", "Jan \u202E<b>"));
        Visits.consent(ada, hostile);
        ada.put("visits/" + hostile + "/dialogue", Map.of("text",
                "[doctor] What brings you in today?\n[patient] I have had a headache for three days. " + word + " <img src=x> " + "a-".repeat(200_000) + "a\n")).expect(200);
        JsonNode review = review(ada, hostile);
        assertThat(review.path("turns").path(1).path("words")).anyMatch(one -> one.path("text").stringValue().equals(word));
        assertThat(sentence(review, "headache").path("verdict").stringValue()).isEqualTo("supported");
        String id = sentence(review, "headache").path("id").stringValue();
        ada.post("visits/" + hostile + "/note/edits", Map.of(
                "version", 1, "edits", List.of(Map.of("op", "replace", "sentence", id, "text", word)))).expect(200);
        assertThat(ada.get("visits/" + hostile + "/export?form=text").text()).contains(word);
        assertThat(new String(ada.get("visits/" + hostile + "/export?form=pdf").http().body(), StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
    }

    @Test
    void nobodyElseSeesIt() throws Exception {
        Browser other = house.person(house.other, "other", "eve", Role.CLINICIAN);
        Browser auditor = house.person("alf", Role.AUDITOR);
        Browser boss = house.person("bo", Role.ADMINISTRATOR);
        for (String path : List.of("", "/review", "/export?form=text", "/note/versions/1", "/recording")) {
            assertThat(other.get("visits/" + visit + path).text())
                    .isEqualTo(other.get("visits/00000000-0000-4000-8000-000000000000" + path).text());
            assertThat(other.get("visits/" + visit + path).status()).isEqualTo(404);
            assertThat(auditor.get("visits/" + visit + path).code()).isEqualTo("forbidden");
            assertThat(boss.get("visits/" + visit + path).code()).isEqualTo("forbidden");
            assertThat(house.stranger().get("visits/" + visit + path).code()).isEqualTo("signed-out");
        }
        assertThat(edit(other, 1, Map.of("op", "insert", "section", "PLAN", "text", "x")).status()).isEqualTo(404);
    }
}
