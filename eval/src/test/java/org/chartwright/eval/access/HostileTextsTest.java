package org.chartwright.eval.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.chartwright.objects.ObjectUri;
import org.junit.jupiter.api.Test;

/** The short run: no server, but what every address goes through. The long one is {@code eval hostile}. */
final class HostileTextsTest {

    @Test
    void noHostileAddressIsReadAsAnyObjectButOneOfS3() {
        assertThat(HostileTexts.addresses(9)).hasSizeGreaterThanOrEqualTo(200);
        for (String address : HostileTexts.addresses(9)) {
            Optional<ObjectUri> read = ObjectUri.parse(address, Set.of("127.0.0.1:8080"));
            assertThat(read).as(address).isEmpty();
        }
    }

    @Test
    void noNameThatClimbsIsAKey() {
        assertThat(HostileTexts.names()).hasSizeGreaterThanOrEqualTo(500);
        Path root = Path.of("/objects/visits");
        for (String name : HostileTexts.names()) {
            if (ObjectUri.isKey(name) && name.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF)) {
                assertThat(root.resolve(name).normalize()).as(name).startsWithRaw(root);
            }
        }
    }

    @Test
    void theCanaryHears() throws Exception {
        try (Canary canary = Canary.open()) {
            assertThat(canary.hears()).isTrue();
            assertThat(canary.calls()).isZero();
        }
    }
}
