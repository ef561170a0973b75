package org.chartwright.aws.eventstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import org.chartwright.aws.signing.EventChain;
import org.chartwright.aws.signing.SignatureCheck;
import org.chartwright.aws.wire.AwsFault;
import org.junit.jupiter.api.Test;

final class SignedEventsTest {

    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05Z");
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    private static SignedEvents chain(Instant now) {
        return new SignedEvents(new EventChain(
                SECRET,
                new SignatureCheck.Verified("AKID", "us-east-1", "11".repeat(32), now),
                Clock.fixed(now, ZoneOffset.UTC)));
    }

    private static byte[] signature(byte[] envelope) throws FrameException {
        return ((HeaderValue.Bytes) FrameReader.decode(envelope).headers().get(":chunk-signature")).value();
    }

    @Test
    void theContractsSignaturesAreOurs() throws Exception {
        SignedEvents client = chain(TIME);
        byte[] event = client.seal(FramesTest.sessionControl(), TIME);
        byte[] end = client.seal(new byte[0], TIME);
        assertThat(HexFormat.of().formatHex(signature(event)))
                .isEqualTo("3f5572b779acde670260bfff07f8908f62f6753e4c97fafda707c581f0d9dce2");
        assertThat(HexFormat.of().formatHex(end)).isEqualTo("0000005300000043f5447a58053a64617465080000019b7ca98c88103a63"
                + "68756e6b2d7369676e6174757265060020450dc048cb6d53956e334c7cbb09eb6f96ad58dda047fd9a489c782ad05a481bf9c9e012");
        SignedEvents server = chain(TIME.plusSeconds(100));
        assertThat(server.open(FrameReader.decode(event)).text(":event-type")).hasValue("SessionControlEvent");
        assertThat(server.open(FrameReader.decode(end))).as("an empty one ends the input").isNull();
    }

    @Test
    void theKeyChangesAtMidnight() throws Exception {
        Instant midnight = Instant.parse("2026-01-03T00:00:00Z");
        SignedEvents client = chain(midnight);
        SignedEvents server = chain(midnight);
        for (int second = -2; second <= 2; second++) {
            byte[] sealed = client.seal(FramesTest.sessionControl(), midnight.plusSeconds(second));
            assertThat(server.open(FrameReader.decode(sealed))).isNotNull();
        }
    }

    @Test
    void noEventMayBeChangedLeftOutRepeatedOrMoved() throws Exception {
        SignedEvents client = chain(TIME);
        byte[] first = client.seal(FramesTest.sessionControl(), TIME);
        byte[] second = client.seal(FramesTest.sessionControl(), TIME);
        assertThatThrownBy(() -> chain(TIME).open(FrameReader.decode(second))).isInstanceOf(AwsFault.class);
        SignedEvents server = chain(TIME);
        server.open(FrameReader.decode(first));
        assertThatThrownBy(() -> server.open(FrameReader.decode(first))).isInstanceOf(AwsFault.class);
        EventMessage whole = FrameReader.decode(first);
        byte[] changed = whole.payload().clone();
        changed[40] ^= 1;
        assertThatThrownBy(() -> chain(TIME).open(new EventMessage(whole.headers(), changed))).isInstanceOf(AwsFault.class);
    }

    @Test
    void aClockThatIsWrongByMoreThanFiveMinutesIsRefused() throws Exception {
        byte[] sealed = chain(TIME).seal(FramesTest.sessionControl(), TIME);
        for (long wrong : new long[] {-301, 301}) {
            assertThatThrownBy(() -> chain(TIME.plusSeconds(wrong)).open(FrameReader.decode(sealed)))
                    .isInstanceOf(AwsFault.class)
                    .hasMessageContaining("five minutes");
        }
        for (long near : new long[] {-300, 300}) {
            assertThat(chain(TIME.plusSeconds(near)).open(FrameReader.decode(sealed))).isNotNull();
        }
    }

    @Test
    void anEventWithoutItsEnvelopeIsRefused() throws Exception {
        assertThatThrownBy(() -> chain(TIME).open(FrameReader.decode(FramesTest.sessionControl())))
                .isInstanceOf(FrameException.class);
        assertThatThrownBy(() -> chain(TIME).open(EventMessage.ofTexts(Map.of(":date", "x", ":chunk-signature", "y"), new byte[0])))
                .isInstanceOf(FrameException.class);
    }
}
