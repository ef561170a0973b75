package org.chartwright.objects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ObjectUriTest {

    private static final Set<String> OWN = Set.of("localhost:8080", "scribe.example.org");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3://visits/a/b c.wav",
                "S3://visits/a/b c.wav",
                "https://s3.amazonaws.com/visits/a/b%20c.wav",
                "https://s3.us-east-1.amazonaws.com/visits/a/b c.wav",
                "https://s3-us-west-2.amazonaws.com/visits/a/b%20c.wav",
                "https://s3.dualstack.eu-west-1.amazonaws.com:443/visits/a/b%20c.wav",
                "https://visits.s3.us-east-1.amazonaws.com/a/b%20c.wav",
                "https://visits.s3-us-east-1.amazonaws.com/a/b%20c.wav",
                "https://visits.s3.amazonaws.com/a/b%20c.wav",
                "https://S3.US-EAST-1.AMAZONAWS.COM/visits/a/b%20c.wav",
                "http://localhost:8080/visits/a/b%20c.wav",
                "https://scribe.example.org/visits/a/b%20c.wav"
            })
    void readsEveryFormOfAnAddress(String text) {
        ObjectUri read = ObjectUri.parse(text, OWN).orElseThrow();
        assertThat(read.bucket()).isEqualTo("visits");
        assertThat(read.key()).isEqualTo("a/b c.wav");
    }

    @ParameterizedTest
    @CsvSource({
        "https://s3-us-west-2.amazonaws.com/visits/a, us-west-2",
        "https://visits.s3.dualstack.eu-west-1.amazonaws.com/a, eu-west-1",
        "https://visits.s3.amazonaws.com/a,",
        "s3://visits/a,"
    })
    void readsTheRegionThatAnAddressNames(String text, String region) {
        assertThat(ObjectUri.parse(text, OWN)).contains(new ObjectUri("visits", "a", region));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "visits/a.wav",
                "s3://",
                "s3://visits",
                "s3://visits/",
                "s3:///a.wav",
                "s3://Visits/a.wav",
                "s3://vi_sits/a.wav",
                "s3://10.0.0.1/a.wav",
                "s3://a..b/c",
                "s3://visits/../other/a.wav",
                "s3://visits/a/./b",
                "s3://visits/a\u0000b",
                "s3://visits/a\nb",
                "http://s3.amazonaws.com/visits/a.wav",
                "https://s3.amazonaws.com:8443/visits/a.wav",
                "https://s3.amazonaws.com.evil.org/visits/a.wav",
                "https://evil.org/s3.amazonaws.com/visits/a.wav",
                "https://evils3.amazonaws.com/visits/a.wav",
                "https://s3.amazonaws.com@evil.org/visits/a.wav",
                "https://user:pw@s3.amazonaws.com/visits/a.wav",
                "https://s3.us-east-1.amazonaws.com/visits/a.wav?versionId=1",
                "https://s3.us-east-1.amazonaws.com/visits/a.wav#x",
                "https://s3.us-east-1.amazonaws.com/visits/%2e%2e/b/a.wav",
                "https://s3.us-east-1.amazonaws.com/visits/%ff%fe",
                "https://s3.us-east-1.amazonaws.com/",
                "https://s3.us-east-1.amazonaws.com",
                "https://169.254.169.254/latest/meta-data/iam",
                "http://169.254.169.254/latest/meta-data",
                "http://[::ffff:169.254.169.254]/visits/a",
                "http://localhost/visits/a.wav",
                "http://localhost:8081/visits/a.wav",
                "http://127.0.0.1:8080/visits/a.wav",
                "http://0x7f000001:8080/visits/a.wav",
                "file:///etc/passwd",
                "ftp://s3.amazonaws.com/visits/a",
                "gopher://localhost:8080/visits/a",
                "jar:https://s3.amazonaws.com/visits/a!/b",
                "//s3.amazonaws.com/visits/a",
                "javascript:alert(1)"
            })
    void refusesEverythingElse(String text) {
        assertThat(ObjectUri.parse(text, OWN)).isEqualTo(Optional.empty());
    }
}
