package org.chartwright.aws.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.chartwright.access.TenantId;
import org.chartwright.aws.signing.SignedRequests.Signed;
import org.chartwright.aws.wire.AwsFault;
import org.chartwright.aws.wire.FaultCode;
import org.chartwright.aws.wire.WireRequest;
import org.chartwright.aws.wire.WireRequest.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SignatureCheckTest {

    static List<Signed> botocore() {
        return SignedRequests.botocore();
    }

    @ParameterizedTest
    @MethodSource("botocore")
    void whatBotocoreSignsIsAccepted(Signed signed) {
        assertThat(signed.check().verify(signed.request()).accessKey()).isEqualTo("AKIDOURS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"header", "query"})
    void everyPublicVectorIsAccepted(String form) {
        assumeTrue(Files.isDirectory(SignedRequests.VECTORS), "SKIPPED: the public SigV4 vectors are not at "
                + SignedRequests.VECTORS);
        List<String> refused = new ArrayList<>();
        List<Signed> vectors = SignedRequests.vectors(form);
        for (Signed signed : vectors) {
            try {
                signed.check().verify(signed.request());
            } catch (AwsFault fault) {
                refused.add(signed + ": " + fault.getMessage());
            }
        }
        assertThat(refused).isEmpty();
        assertThat(vectors).hasSize(38);
    }

    @Test
    void noMutatedRequestIsAccepted() {
        List<Signed> honest = new ArrayList<>(SignedRequests.botocore());
        honest.addAll(SignedRequests.vectors("header"));
        honest.addAll(SignedRequests.vectors("query"));
        List<String> accepted = new ArrayList<>();
        int tried = 0;
        for (Signed signed : honest) {
            SignatureCheck check = signed.check();
            for (Mutation mutation : Mutation.of(signed)) {
                tried++;
                try {
                    check.verify(mutation.request());
                    accepted.add(signed + ": " + mutation.what());
                } catch (AwsFault _) {
                    // Refused, as it must be; any other exception fails the test.
                }
            }
        }
        assertThat(accepted).isEmpty();
        assertThat(tried).isGreaterThanOrEqualTo(4000);
    }

    @Test
    void fiveMinutesEitherWayAreToleratedAndNoMore() {
        Signed signed = SignedRequests.botocore().getFirst();
        for (int seconds : List.of(-300, 0, 300)) {
            assertThatCode(() -> signed.checkAt(signed.at().plusSeconds(seconds)).verify(signed.request()))
                    .doesNotThrowAnyException();
        }
        for (int seconds : List.of(-301, 301, 86_400)) {
            assertThat(fault(signed.checkAt(signed.at().plusSeconds(seconds)), signed.request()))
                    .isEqualTo(FaultCode.INVALID_SIGNATURE);
        }
    }

    @Test
    void aPresignedRequestLivesAsLongAsItSays() {
        Signed signed = SignedRequests.botocore().stream().filter(Signed::isPresigned).findFirst().orElseThrow();
        assertThatCode(() -> signed.checkAt(signed.at().plusSeconds(600)).verify(signed.request()))
                .doesNotThrowAnyException();
        assertThat(fault(signed.checkAt(signed.at().plusSeconds(601)), signed.request()))
                .isEqualTo(FaultCode.INVALID_SIGNATURE);
    }

    @Test
    void anUnknownKeyAndAWrongSecretGetTheSameAnswer() {
        Signed signed = SignedRequests.botocore().getFirst();
        Clock clock = Clock.fixed(signed.at(), ZoneOffset.UTC);
        AwsFault unknown = thrown(new SignatureCheck(signed.rules(), clock, _ -> Optional.empty()), signed.request());
        AwsFault wrong = thrown(
                new SignatureCheck(signed.rules(), clock, _ -> Optional.of(new SigningCredential("no", null, null))),
                signed.request());
        assertThat(unknown.code()).isEqualTo(FaultCode.INVALID_SIGNATURE).isEqualTo(wrong.code());
        assertThat(unknown.getMessage()).isEqualTo(wrong.getMessage());
    }

    @Test
    void unsignedHalfSignedAndMisscopedRequestsHaveTheirOwnFaults() {
        Signed signed = SignedRequests.botocore().getFirst();
        WireRequest request = signed.request();
        assertThat(fault(signed.check(), without(request, "Authorization")))
                .isEqualTo(FaultCode.MISSING_AUTHENTICATION_TOKEN);
        for (String odd : List.of("", "Basic dTpw", "AWS4-HMAC-SHA256", "AWS4-HMAC-SHA256 Credential=a",
                "AWS4-ECDSA-P256-SHA256 Credential=AKIDOURS/20261123/us-east-1/transcribe/aws4_request,"
                        + " SignedHeaders=host, Signature=" + "0".repeat(64))) {
            WireRequest changed = without(request, "Authorization");
            List<Header> headers = new ArrayList<>(changed.headers());
            headers.add(new Header("Authorization", odd));
            assertThat(fault(signed.check(), new WireRequest("POST", "/", headers, request.body())))
                    .isEqualTo(FaultCode.INCOMPLETE_SIGNATURE);
        }
        assertThat(fault(signed.check(), without(request, "Host"))).isEqualTo(FaultCode.INCOMPLETE_SIGNATURE);
        assertThat(fault(signed.check(), without(request, "X-Amz-Date"))).isEqualTo(FaultCode.INCOMPLETE_SIGNATURE);
        SignatureRules elsewhere = SignatureRules.transcribe("eu-west-9");
        assertThat(fault(new SignatureCheck(elsewhere, Clock.fixed(signed.at(), ZoneOffset.UTC),
                        _ -> Optional.of(signed.credential())), request))
                .isEqualTo(FaultCode.INVALID_SIGNATURE);
    }

    @Test
    void aTokenMustBeTheKeysAndAlive() {
        Signed lasting = SignedRequests.botocore().get(0);
        Signed temporary = SignedRequests.botocore().get(1);
        Clock clock = Clock.fixed(temporary.at(), ZoneOffset.UTC);
        String secret = temporary.credential().secret();
        String token = temporary.credential().token();
        assertThat(fault(check(clock, new SigningCredential(secret, null, null)), temporary.request()))
                .isEqualTo(FaultCode.UNRECOGNIZED_CLIENT);
        assertThat(fault(check(clock, new SigningCredential(secret, "another", null)), temporary.request()))
                .isEqualTo(FaultCode.UNRECOGNIZED_CLIENT);
        assertThat(fault(check(clock, new SigningCredential(secret, token, null)), lasting.request()))
                .isEqualTo(FaultCode.UNRECOGNIZED_CLIENT);
        assertThat(fault(check(clock, new SigningCredential(secret, token, temporary.at())), temporary.request()))
                .isEqualTo(FaultCode.EXPIRED_TOKEN);
        assertThatCode(() -> check(clock, new SigningCredential(secret, token, temporary.at().plusSeconds(1)))
                        .verify(temporary.request()))
                .doesNotThrowAnyException();
    }

    @Test
    void aReplayedSignatureChangesNothing() {
        Signed signed = SignedRequests.botocore().getFirst();
        AtomicReference<Instant> time = new AtomicReference<>(signed.at());
        Clock clock = ((InstantSource) time::get).withZone(ZoneOffset.UTC);
        Map<String, Instant> seen = new ConcurrentHashMap<>();
        ReplayGuard first = new ReplayGuard(clock, (_, signature, now, _) -> seen.computeIfAbsent(signature, _ -> now));
        ReplayGuard another = new ReplayGuard(clock, (_, signature, now, _) -> seen.computeIfAbsent(signature, _ -> now));
        TenantId tenant = new TenantId(new UUID(0, 1));
        var verified = signed.check().verify(signed.request());
        first.admit(tenant, verified);
        assertThatCode(() -> another.admit(tenant, verified))
                .as("an SDK that signs the same call twice in a second is let through")
                .doesNotThrowAnyException();
        for (int minutes = 1; minutes <= 5; minutes++) {
            time.set(signed.at().plus(Duration.ofMinutes(minutes)));
            assertThat(catchThrowableOfType(AwsFault.class, () -> another.admit(tenant, verified)).code())
                    .isEqualTo(FaultCode.INVALID_SIGNATURE);
        }
    }

    @Test
    void oddRequestsAreFaultsAndNothingWorse() {
        Signed signed = SignedRequests.botocore().getFirst();
        for (String target : List.of("", "?", "/?", "/?&&==&", "/%", "/%zz?%", "//..//..", "/?X-Amz-Signature",
                "/?x-amz-signature=1&X-AMZ-ALGORITHM=2", "/?X-Amz-Credential=\ud800")) {
            assertThat(fault(signed.check(), new WireRequest("\n", target, List.of(), new byte[0]))).isNotNull();
        }
    }

    @Test
    void nothingSecretIsPrinted() {
        Signed signed = SignedRequests.botocore().get(1);
        assertThat(signed.credential().toString() + signed.request() + SignatureClaim.of(signed.request()))
                .doesNotContain(signed.credential().secret())
                .doesNotContain("dG9rZW4")
                .doesNotContain("visit-1");
    }

    private static SignatureCheck check(Clock clock, SigningCredential credential) {
        return new SignatureCheck(SignatureRules.transcribe(null), clock, _ -> Optional.of(credential));
    }

    private static FaultCode fault(SignatureCheck check, WireRequest request) {
        return thrown(check, request).code();
    }

    private static AwsFault thrown(SignatureCheck check, WireRequest request) {
        return catchThrowableOfType(AwsFault.class, () -> check.verify(request));
    }

    private static WireRequest without(WireRequest request, String name) {
        return new WireRequest(request.method(), request.target(),
                request.headers().stream().filter(header -> !header.name().equals(name)).toList(), request.body());
    }
}
