package org.chartwright.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.chartwright.access.AccessKey;
import org.chartwright.access.Arns;
import org.chartwright.access.Policies.Holder;
import org.chartwright.access.Tenant;
import org.chartwright.aws.ApiHouse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.services.sts.model.MalformedPolicyDocumentException;
import software.amazon.awssdk.services.sts.model.StsException;
import software.amazon.awssdk.services.transcribe.TranscribeClient;
import software.amazon.awssdk.services.transcribe.model.TranscribeException;

/** The token service over real HTTP, with the AWS SDK for Java's own client. */
final class StsTest {

    private static final String LIST = """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"transcribe:List*","Resource":"*"}}""";

    private static ApiHouse house;
    private static HttpFront front;
    private static ApiHouse.Client clinic;
    private static Tenant tenant;

    @BeforeAll
    static void open() throws Exception {
        house = new ApiHouse();
        front = HttpFront.open(
                new ServerConfig.Http("127.0.0.1", 0, 400, Duration.ofSeconds(5)),
                null,
                new FrontServlet(house.api(), (_, response) -> response.setStatus(299), new Health()),
                Map.of());
        clinic = house.client("clinic");
        tenant = house.tenants().find("clinic").orElseThrow();
        house.roles().put(tenant, "nurse", trust("\"AWS\":\"arn:aws:iam::%s:root\"".formatted(tenant.accountId()), ""), HOUR);
        house.policies().attach(tenant, new Holder.Role("nurse"), "AmazonTranscribeReadOnlyAccess");
    }

    private static final Duration HOUR = Duration.ofHours(1);

    private static String trust(String principal, String condition) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{%s},\"Action\":\"sts:AssumeRole\"%s}}"
                .formatted(principal, condition);
    }

    @AfterAll
    static void close() {
        front.close();
        house.close();
    }

    private static URI endpoint() {
        return URI.create("http://127.0.0.1:" + front.port());
    }

    private static AwsCredentials lasting(AccessKey key) {
        return AwsBasicCredentials.create(key.id(), key.secret());
    }

    private static AwsCredentials temporary(Credentials made) {
        return AwsSessionCredentials.create(made.accessKeyId(), made.secretAccessKey(), made.sessionToken());
    }

    private static StsClient sts(AwsCredentials credentials) {
        return StsClient.builder()
                .endpointOverride(endpoint())
                .region(Region.US_EAST_1)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .build();
    }

    private static TranscribeClient transcribe(AwsCredentials credentials) {
        return TranscribeClient.builder()
                .endpointOverride(endpoint())
                .region(Region.US_EAST_1)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .build();
    }

    private static AccessKey user(String name) throws Exception {
        house.users().add(tenant, name);
        return house.users().addKey(tenant, name);
    }

    @Test
    void theCallerLearnsWhoItIs() {
        try (StsClient sts = sts(lasting(clinic.key()))) {
            GetCallerIdentityResponse me = sts.getCallerIdentity();
            assertThat(me.account()).isEqualTo(tenant.accountId());
            assertThat(me.arn()).isEqualTo(Arns.user(tenant.accountId(), "clinic"));
            assertThat(me.userId()).matches("AIDA[A-Z2-7]{16}");
        }
    }

    @Test
    void aRolesTemporaryKeyHasTheRolesRightsAndNeedsItsToken() {
        String arn = Arns.role(tenant.accountId(), "nurse");
        Credentials made;
        try (StsClient sts = sts(lasting(clinic.key()))) {
            var answer = sts.assumeRole(r -> r.roleArn(arn).roleSessionName("night").durationSeconds(900));
            made = answer.credentials();
            assertThat(answer.assumedRoleUser().arn()).isEqualTo(Arns.session(tenant.accountId(), "nurse", "night"));
            assertThat(made.accessKeyId()).startsWith("ASIA");
            assertThat(made.expiration()).isBetween(Instant.now().plusSeconds(800), Instant.now().plusSeconds(1000));
        }
        try (StsClient sts = sts(temporary(made)); TranscribeClient transcribe = transcribe(temporary(made))) {
            assertThat(sts.getCallerIdentity().arn()).endsWith(":assumed-role/nurse/night");
            assertThat(sts.getCallerIdentity().userId()).matches("AROA[A-Z2-7]{16}:night");
            assertThat(transcribe.listMedicalScribeJobs(_ -> {}).medicalScribeJobSummaries()).isEmpty();
            assertThatThrownBy(() -> transcribe.deleteMedicalScribeJob(r -> r.medicalScribeJobName("x")))
                    .isInstanceOfSatisfying(TranscribeException.class, e -> assertThat(e.awsErrorDetails().errorCode())
                            .isEqualTo("AccessDeniedException"))
                    .hasMessageContaining("User: " + Arns.session(tenant.accountId(), "nurse", "night")
                            + " is not authorized to perform: transcribe:DeleteMedicalScribeJob on resource: ");
            assertThatThrownBy(() -> sts.getSessionToken()).hasMessageContaining("session credentials");
        }
        AwsCredentials without = AwsBasicCredentials.create(made.accessKeyId(), made.secretAccessKey());
        AwsCredentials wrong = AwsSessionCredentials.create(made.accessKeyId(), made.secretAccessKey(), "wrong");
        for (AwsCredentials bad : new AwsCredentials[] {without, wrong}) {
            try (TranscribeClient transcribe = transcribe(bad)) {
                assertThatThrownBy(() -> transcribe.listMedicalScribeJobs(_ -> {}))
                        .hasMessageContaining("The security token included in the request is invalid");
            }
        }
    }

    @Test
    void aRoleOfAnotherTenantIsAnsweredLikeOneThatIsNowhere() throws Exception {
        ApiHouse.Client ward = house.client("ward");
        house.roles().put(tenant, "open", trust("\"AWS\":\"*\"", ""), HOUR);
        try (StsClient sts = sts(lasting(ward.key()))) {
            String theirs = refused(sts, Arns.role(tenant.accountId(), "open"));
            assertThat(theirs).isEqualTo(refused(sts, Arns.role(tenant.accountId(), "none"))).startsWith("403");
            assertThat(sts.getCallerIdentity().account()).isEqualTo(ward.account());
            String session = sts.getSessionToken().credentials().accessKeyId();
            assertThat(session).startsWith("ASIA");
        }
    }

    private static String refused(StsClient sts, String role) {
        StsException refusal = catchThrowableOfType(
                StsException.class, () -> sts.assumeRole(r -> r.roleArn(role).roleSessionName("night")));
        return refusal.statusCode() + " " + refusal.awsErrorDetails().errorCode() + " "
                + refusal.awsErrorDetails().errorMessage().replace(role, "ROLE");
    }

    @Test
    void theSdksOwnProviderOfTemporaryCredentialsWorks() {
        try (StsClient sts = sts(lasting(clinic.key()));
                StsAssumeRoleCredentialsProvider provider = StsAssumeRoleCredentialsProvider.builder()
                        .stsClient(sts)
                        .refreshRequest(r -> r.roleArn(Arns.role(tenant.accountId(), "nurse")).roleSessionName("app"))
                        .build();
                TranscribeClient transcribe = TranscribeClient.builder()
                        .endpointOverride(endpoint())
                        .region(Region.US_EAST_1)
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .credentialsProvider(provider)
                        .build()) {
            assertThat(transcribe.listVocabularies(_ -> {}).vocabularies()).isEmpty();
        }
    }

    @Test
    void whoIsTrustedOnlyAsOneOfTheAccountNeedsAPolicyAndWhoIsTrustedInPersonDoesNot() throws Exception {
        AccessKey key = user("bert");
        String byAccount = Arns.role(tenant.accountId(), "nurse");
        house.roles().put(tenant, "berts", trust("\"AWS\":\"%s\"".formatted(Arns.user(tenant.accountId(), "bert")),
                ",\"Condition\":{\"StringEquals\":{\"sts:ExternalId\":\"seven\"}}"), HOUR);
        try (StsClient bert = sts(lasting(key)); StsClient anybody = sts(lasting(clinic.key()))) {
            assertThatThrownBy(() -> bert.assumeRole(r -> r.roleArn(byAccount).roleSessionName("ab")))
                    .isInstanceOfSatisfying(StsException.class, e -> assertThat(e.statusCode()).isEqualTo(403))
                    .hasMessageContaining("User: " + Arns.user(tenant.accountId(), "bert")
                            + " is not authorized to perform: sts:AssumeRole on resource: " + byAccount);
            String berts = Arns.role(tenant.accountId(), "berts");
            assertThat(bert.assumeRole(r -> r.roleArn(berts).roleSessionName("ab").externalId("seven")).credentials())
                    .isNotNull();
            assertThatThrownBy(() -> bert.assumeRole(r -> r.roleArn(berts).roleSessionName("ab"))).isInstanceOf(StsException.class);
            assertThatThrownBy(() -> anybody.assumeRole(r -> r.roleArn(berts).roleSessionName("ab").externalId("seven")))
                    .isInstanceOf(StsException.class);
        }
    }

    @Test
    void aSessionPolicyBoundsAndABadOneIsRefused() {
        String arn = Arns.role(tenant.accountId(), "nurse");
        try (StsClient sts = sts(lasting(clinic.key()))) {
            Credentials made = sts.assumeRole(r -> r.roleArn(arn).roleSessionName("ab").policy(LIST)).credentials();
            try (TranscribeClient transcribe = transcribe(temporary(made))) {
                transcribe.listMedicalScribeJobs(_ -> {});
                assertThatThrownBy(() -> transcribe.getMedicalScribeJob(r -> r.medicalScribeJobName("x")))
                        .hasMessageContaining("because no session policy allows the transcribe:GetMedicalScribeJob action");
            }
            assertThatThrownBy(() -> sts.assumeRole(r -> r.roleArn(arn).roleSessionName("ab").policy("{}")))
                    .isInstanceOf(MalformedPolicyDocumentException.class);
            assertThatThrownBy(() -> sts.assumeRole(r -> r.roleArn(arn).roleSessionName("ab").durationSeconds(7200)))
                    .hasMessageContaining("MaxSessionDuration");
            assertThatThrownBy(() -> sts.assumeRole(r -> r.roleArn(arn).roleSessionName("a b")))
                    .hasMessageContaining("roleSessionName");
            assertThatThrownBy(() -> sts.getFederationToken(r -> r.name("bob"))).hasMessageContaining("no such action");
        }
    }

    @Test
    void aRoleOfAnotherTenantAndOneThatIsNotThereAreRefusedAlike() throws Exception {
        house.client("other");
        Tenant other = house.tenants().find("other").orElseThrow();
        house.roles().put(other, "open", trust("\"AWS\":\"*\"", ""), HOUR);
        try (StsClient sts = sts(lasting(clinic.key()))) {
            for (String name : new String[] {"open", "absent"}) {
                String arn = Arns.role(other.accountId(), name);
                assertThatThrownBy(() -> sts.assumeRole(r -> r.roleArn(arn).roleSessionName("ab")))
                        .hasMessageStartingWith("User: " + Arns.user(tenant.accountId(), "clinic")
                                + " is not authorized to perform: sts:AssumeRole on resource: " + arn);
            }
        }
    }

    @Test
    void aUsersTemporaryKeyHasTheUsersRights() {
        try (StsClient sts = sts(lasting(clinic.key()))) {
            Credentials made = sts.getSessionToken(r -> r.durationSeconds(900)).credentials();
            try (StsClient again = sts(temporary(made)); TranscribeClient transcribe = transcribe(temporary(made))) {
                assertThat(again.getCallerIdentity().arn()).isEqualTo(Arns.user(tenant.accountId(), "clinic"));
                transcribe.createVocabularyFilter(f -> f.vocabularyFilterName("temp").languageCode("en-US").words("x"));
                assertThat(transcribe.getVocabularyFilter(f -> f.vocabularyFilterName("temp")).downloadUri())
                        .contains("X-Amz-Security-Token=");
            }
        }
    }

    @Test
    void strangersAreToldInTheServicesOwnWords() {
        try (StsClient unknown = sts(AwsBasicCredentials.create("AKIAAAAAAAAAAAAAAAAA", "no"));
                StsClient wrong = sts(AwsBasicCredentials.create(clinic.key().id(), "no"))) {
            for (StsClient stranger : new StsClient[] {unknown, wrong}) {
                assertThatThrownBy(stranger::getCallerIdentity).isInstanceOfSatisfying(StsException.class, e -> {
                    assertThat(e.awsErrorDetails().errorCode()).isEqualTo("SignatureDoesNotMatch");
                    assertThat(e.statusCode()).isEqualTo(403);
                });
            }
        }
    }
}
