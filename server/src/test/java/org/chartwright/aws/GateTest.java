package org.chartwright.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.chartwright.access.AccessKey;
import org.chartwright.access.CommonPolicies;
import org.chartwright.access.KnownKeys;
import org.chartwright.access.TenantId;
import org.chartwright.access.policy.Asked;
import org.chartwright.access.policy.Context;
import org.chartwright.aws.signing.SignatureCheck;
import org.chartwright.aws.wire.AwsFault;
import org.chartwright.aws.wire.FaultCode;
import org.chartwright.aws.wire.WireRequest;
import org.junit.jupiter.api.Test;

final class GateTest {

    private static final AccessKey KEY = new AccessKey("AKIAAAAAAAAAAAAAAAAA", "secret");
    private static final TenantId TENANT = new TenantId(new UUID(0, 1));
    private static final Asked STREAM = new Asked("transcribe:StartMedicalScribeStream", "*", Context.EMPTY);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-25T09:00:00Z"));
    private final KnownKeys keys = new KnownKeys().with(KEY, TENANT, CommonPolicies.TRANSCRIBE_FULL.document());
    private final Gate gate = new Gate(keys, ((InstantSource) now::get).withZone(ZoneOffset.UTC));

    private Caller.Known caller() {
        return new Caller.Known(
                keys.find(KEY.id()).orElseThrow().identity(),
                new SignatureCheck.Verified(KEY.id(), "us-east-1", "0".repeat(64), now.get().plusSeconds(300)));
    }

    private static WireRequest request(String address, boolean secure) {
        return new WireRequest("POST", "/", List.of(), new byte[0], new WireRequest.Origin(address, secure));
    }

    private void policy(String condition) {
        keys.with(KEY, TENANT, """
                {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":%s}}"""
                .formatted(condition));
    }

    @Test
    void whoIsServedForLongIsAskedAgainWithinHalfAMinute() {
        Runnable watch = gate.watch(caller(), request("127.0.0.1", false), STREAM);
        keys.with(KEY, TENANT, CommonPolicies.S3_FULL.document());
        now.updateAndGet(time -> time.plusSeconds(10));
        watch.run();
        now.updateAndGet(time -> time.plusSeconds(20));
        assertThatThrownBy(watch::run).isInstanceOf(AwsFault.class).hasMessageContaining("is not authorized to perform:"
                + " transcribe:StartMedicalScribeStream because no identity-based policy allows");
        keys.with(KEY, TENANT, CommonPolicies.TRANSCRIBE_FULL.document());
        now.updateAndGet(time -> time.plusSeconds(30));
        watch.run();
    }

    @Test
    void policiesKnowWhereARequestComesFromAndWhen() {
        policy("{\"IpAddress\":{\"aws:SourceIp\":[\"192.0.2.0/24\",\"2001:db8::/32\"]},\"Bool\":{\"aws:SecureTransport\":\"true\"},"
                + "\"StringEquals\":{\"aws:RequestedRegion\":\"us-east-1\"},\"DateLessThan\":{\"aws:CurrentTime\":\"2026-12-01\"}}");
        gate.require(caller(), request("192.0.2.9", true), STREAM);
        gate.require(caller(), request("[2001:db8::7%eth0]", true), STREAM);
        for (WireRequest other : List.of(request("192.0.3.9", true), request("192.0.2.9", false), request("[::1]", true))) {
            assertThat(catchThrowableOfType(AwsFault.class, () -> gate.require(caller(), other, STREAM)).code())
                    .isEqualTo(FaultCode.ACCESS_DENIED);
        }
        now.set(Instant.parse("2026-12-01T00:00:00Z"));
        assertThatThrownBy(() -> gate.require(caller(), request("192.0.2.9", true), STREAM)).isInstanceOf(AwsFault.class);
    }
}
