package org.chartwright.aws;

import java.time.Clock;
import java.time.Instant;
import org.chartwright.aws.eventstream.SignedEvents;
import org.chartwright.aws.signing.EventChain;
import org.chartwright.aws.signing.SignatureCheck;

/** Signs events with the right key and the wrong beginning of the chain. */
record LiveHouseSigner(ApiHouse.Client client) {

    byte[] wrong(byte[] event) {
        return new SignedEvents(new EventChain(
                        client.key().secret(),
                        new SignatureCheck.Verified(client.key().id(), "us-east-1", "00".repeat(32), Instant.now()),
                        Clock.systemUTC()))
                .seal(event, Instant.now());
    }
}
