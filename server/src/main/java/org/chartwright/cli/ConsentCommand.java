package org.chartwright.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.chartwright.custody.Consent;
import org.chartwright.custody.Consent.Answer;
import org.chartwright.custody.Consents;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Records consents. What is said of people is read from standard input: a command line can be read by everybody. */
@Command(
        name = "consent",
        mixinStandardHelpOptions = true,
        description = "Records, shows and withdraws consents to being recorded; whether one is required says retention set.",
        footer = AdminPlace.EXITS)
final class ConsentCommand {

    private static final int LONGEST = 1 << 16;

    @Mixin
    private CustodyPlace place = new CustodyPlace();

    @Command(
            name = "record",
            mixinStandardHelpOptions = true,
            description = "Reads three lines (who asked, who answered, the wording) and prints the consent's id.")
    int record(
            @Option(names = "--for", paramLabel = "ID", description = "The visit, or the session to be streamed.")
                    @Nullable UUID subject,
            @Option(names = "--refused", description = "It was refused.") boolean refused)
            throws IOException {
        String[] lines = new String(System.in.readNBytes(LONGEST), StandardCharsets.UTF_8).split("\\R", 3);
        if (lines.length < 3) {
            System.err.println("Give three lines: who asked, who answered, the wording.");
            return AdminPlace.BAD_DATA;
        }
        Answer answer = refused ? Answer.REFUSED : Answer.GIVEN;
        return place.change("consent:Record", (custody, tenant) -> System.out.println(custody.consents().record(
                tenant,
                new Consent(
                        subject, lines[0].strip(), lines[1].strip(), lines[2].strip(), answer,
                        Clock.systemUTC().instant()))));
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Prints a consent.")
    int show(@Parameters(paramLabel = "ID") UUID consent) {
        return place.show("consent:Read", "consent/" + consent, (desk, tenant) -> System.out.println(desk.custody().consents()
                .find(tenant, consent)
                .map(ConsentCommand::told)
                .orElseThrow(() -> new IllegalArgumentException("There is no consent of that id."))));
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Prints what was answered for a visit or session.")
    int list(@Parameters(paramLabel = "ID") UUID subject) {
        return place.show("consent:List", "subject/" + subject, (desk, tenant) -> {
            for (Consents.Kept kept : desk.custody().consents().of(tenant, subject)) {
                System.out.println(kept.id() + "\t" + kept.consent().answer() + "\t" + kept.consent().at());
            }
        });
    }

    @Command(name = "withdraw", mixinStandardHelpOptions = true, description = "Takes a given consent back.")
    int withdraw(@Parameters(paramLabel = "ID") UUID consent) {
        return place.change("consent:Withdraw", (custody, tenant) -> {
            if (!custody.consents().withdraw(tenant, consent)) {
                throw new IllegalArgumentException("There is no such consent that was given.");
            }
        });
    }

    private static String told(Consent consent) {
        return String.join(
                "\n", consent.answer() + " at " + consent.at(), "asked by " + consent.askedBy(),
                "answered by " + consent.answeredBy(), consent.wording());
    }
}
