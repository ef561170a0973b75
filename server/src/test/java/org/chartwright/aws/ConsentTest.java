package org.chartwright.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.chartwright.custody.Consent;
import org.chartwright.custody.Consent.Answer;
import org.chartwright.custody.Consents;
import org.chartwright.custody.TenantRules.Rules;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

final class ConsentTest {

    private static final Instant THEN = Instant.parse("2026-11-25T09:00:00Z");
    private static final String VISIT = "chartwright:visit";

    private final ApiHouse house = new ApiHouse();
    private final ApiHouse.Client client = house.client("clinic");
    private final UUID tenant = client.tenant().value();
    private final Consents consents = house.custody().consents();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aRecordingIsAcceptedOnlyWithAConsentWhereOneIsRequired() {
        assertThat(start("before").status()).isEqualTo(200);
        require(true);
        ApiHouse.Answer without = start("without");
        assertThat(without.code()).isEqualTo("BadRequestException");
        assertThat(without.message()).startsWith("A consent is required");
        UUID given = record(null, Answer.GIVEN);
        assertThat(start("with", Consents.TAG, given.toString()).status()).isEqualTo(200);
        UUID elsewhere = consents.record(house.client("other").tenant().value(), consent(null, Answer.GIVEN));
        for (String wrong : new String[] {
            record(null, Answer.REFUSED).toString(), UUID.randomUUID().toString(), "yes", elsewhere.toString(),
            record(UUID.randomUUID(), Answer.GIVEN).toString()
        }) {
            assertThat(start("wrong", Consents.TAG, wrong).message()).contains("doesn't exist, was refused, or was withdrawn");
        }
        assertThat(consents.withdraw(tenant, given)).isTrue();
        assertThat(consents.withdraw(tenant, given)).isFalse();
        assertThat(start("late", Consents.TAG, given.toString()).code()).isEqualTo("BadRequestException");
        require(false);
        assertThat(start("again").status()).isEqualTo(200);
    }

    @Test
    void aVisitsJobNeedsNoMoreThanItsVisitsLastAnswer() {
        require(true);
        UUID visit = UUID.randomUUID();
        assertThat(start("one", VISIT, visit.toString()).message()).startsWith("A consent is required");
        record(visit, Answer.GIVEN);
        assertThat(start("two", VISIT, visit.toString()).status()).isEqualTo(200);
        record(visit, Answer.REFUSED);
        require(false);
        assertThat(start("three", VISIT, visit.toString()).message()).contains("was refused");
        assertThat(consents.of(tenant, visit)).extracting(kept -> kept.consent().answer())
                .containsExactly(Answer.REFUSED, Answer.GIVEN);
    }

    @Test
    void aConsentIsReadBackAndLiesSealed() {
        UUID id = record(null, Answer.GIVEN);
        assertThat(consents.find(tenant, id)).contains(consent(null, Answer.GIVEN));
        assertThat(consents.find(UUID.randomUUID(), id)).isEmpty();
        assertThat(house.ask("select encode(sealed, 'escape') || answer from consent")).doesNotContain("Weber", "record");
        assertThatThrownBy(() -> new Consent(null, "", "patient", "wording", Answer.GIVEN, THEN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsUnderALegalHoldIsNotDeleted() {
        assertThat(start("held").status()).isEqualTo(200);
        house.sql("update job set status = 'COMPLETED', ended_at = created_at");
        house.custody().holds().place(tenant, "held");
        ObjectNode named = ApiHouse.JSON.createObjectNode().put("MedicalScribeJobName", "held");
        assertThat(client.call("DeleteMedicalScribeJob", named).message()).contains("legal hold");
        assertThat(house.custody().holds().release(tenant, "held")).isTrue();
        assertThat(client.call("DeleteMedicalScribeJob", named).status()).isEqualTo(200);
    }

    private void require(boolean required) {
        house.custody().rules().put(tenant, Rules.USUAL.requiringConsent(required));
    }

    private UUID record(@Nullable UUID subject, Answer answer) {
        return consents.record(tenant, consent(subject, answer));
    }

    private static Consent consent(@Nullable UUID subject, Answer answer) {
        return new Consent(subject, "Dr. Weber", "the patient", "May we record this visit?", answer, THEN);
    }

    private ApiHouse.Answer start(String name, String... tag) {
        ObjectNode request = ApiHouse.start(name);
        if (tag.length > 0) {
            ArrayNode tags = request.putArray("Tags");
            tags.addObject().put("Key", tag[0]).put("Value", tag[1]);
        }
        return client.call("StartMedicalScribeJob", request);
    }
}
