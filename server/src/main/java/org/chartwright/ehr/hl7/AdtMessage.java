package org.chartwright.ehr.hl7;

import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.Message;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chartwright.chart.Identifier;
import org.chartwright.chart.Patient;
import org.chartwright.chart.Patient.Gender;
import org.chartwright.chart.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * What a message of admission, discharge or transfer says.
 *
 * @param head its first segment
 * @param patient whom it is about
 * @param visit the visit's number; null when it names none
 * @param begin when the visit began or will, or else when the message was written
 * @param end when it ended, or else when what it tells of happened
 * @param practitioner who attends; null when it names nobody
 */
public record AdtMessage(
        Head head,
        Patient patient,
        @Nullable Identifier visit,
        Instant begin,
        Instant end,
        @Nullable Attending practitioner) {

    private static final int MOST_NUMBERS = 20;
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuuMMddHHmm");

    /** Numbers that a hospital gives to patients. Those of the state, of insurers and of banks are nobody's business here. */
    private static final Set<String> NUMBERS_OF_PATIENTS = Set.of("", "MR", "PI", "PT", "EI", "MPI");

    /**
     * Who attends.
     *
     * @param number by which they are known
     * @param name what they are called
     */
    public record Attending(Identifier number, PersonName name) {}

    /** Something in it is missing or cannot be; the message says what, and nothing that it says. */
    public static final class UnreadableException extends Exception {

        @java.io.Serial
        private static final long serialVersionUID = 1;

        UnreadableException(String message) {
            super(message);
        }
    }

    /**
     * Reads one.
     *
     * @param zone of times that name none
     */
    public static AdtMessage read(Head head, byte[] bytes, Authorities authorities, ZoneId zone) throws UnreadableException {
        Message message;
        try {
            message = Hl7.parse(bytes);
        } catch (HL7Exception | RuntimeException _) {
            throw new UnreadableException("It cannot be read.");
        }
        Reading reading = new Reading(head, message, authorities, zone);
        Instant written = reading.time("/MSH-7").orElseThrow(() -> new UnreadableException("MSH-7 must be a time."));
        Instant happened = reading.time("/.EVN-6").or(() -> reading.time("/.EVN-2")).orElse(written);
        return new AdtMessage(
                head,
                reading.patient(),
                reading.visit(),
                reading.time("/.PV1-44").orElse(happened),
                reading.time("/.PV1-45").orElse(happened),
                reading.attending());
    }

    /** A message while it is read. */
    private record Reading(Head head, Message message, Authorities authorities, ZoneId zone) {

        String at(String place) {
            return Hl7.at(message, place);
        }

        Patient patient() throws UnreadableException {
            List<Identifier> numbers = new ArrayList<>();
            for (int i = 0; i < MOST_NUMBERS; i++) {
                String place = "/.PID-3(" + i + ")";
                if (NUMBERS_OF_PATIENTS.contains(at(place + "-5"))) {
                    number(place, "-4").filter(number -> !numbers.contains(number)).ifPresent(numbers::add);
                }
            }
            if (numbers.isEmpty()) {
                throw new UnreadableException("PID-3 must hold a patient's number with who gave it.");
            }
            try {
                return new Patient(numbers, name("/.PID-5", 1), birthDate(), gender(at("/.PID-8")), true);
            } catch (IllegalArgumentException _) {
                throw new UnreadableException("PID-5 must hold a name.");
            }
        }

        @Nullable Identifier visit() {
            return number("/.PV1-19", "-4").or(() -> number("/.PID-18", "-4")).orElse(null);
        }

        /** A number is nobody's without those who gave it; where they are not named it is the facility that sends. */
        Optional<Identifier> number(String place, String authority) {
            String value = at(place + "-1");
            String system = authorities.system(new Authorities.Written(
                    at(place + authority + "-1"), at(place + authority + "-2"), at(place + authority + "-3")));
            if (system.isEmpty() && !head.facility().isEmpty()) {
                system = authorities.system(new Authorities.Written(head.facility(), "", ""));
            }
            return value.isEmpty() || system.isEmpty() ? Optional.empty() : Optional.of(new Identifier(system, value));
        }

        PersonName name(String place, int family) {
            return new PersonName(
                    at(place + "-" + family + "-1"),
                    Stream.of(at(place + "-" + (family + 1)), at(place + "-" + (family + 2)))
                            .filter(part -> !part.isEmpty())
                            .toList());
        }

        @Nullable LocalDate birthDate() throws UnreadableException {
            String date = at("/.PID-7");
            if (date.length() < 8) {
                return null; // a year or a month is not a date
            }
            try {
                return LocalDate.parse(date.substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE);
            } catch (DateTimeException _) {
                throw new UnreadableException("PID-7 must be a date.");
            }
        }

        @Nullable Attending attending() {
            try {
                return number("/.PV1-7", "-9")
                        .map(number -> new Attending(number, name("/.PV1-7", 2)))
                        .orElse(null);
            } catch (IllegalArgumentException _) {
                return null; // a number without a name
            }
        }

        Optional<Instant> time(String place) {
            String text = at(place).replaceFirst("\\.[0-9]+", "");
            try {
                if (text.matches("[0-9]{12,14}[+-][0-9]{4}")) {
                    String local = text.substring(0, 12);
                    return Optional.of(OffsetDateTime.parse(
                                    local + text.substring(text.length() - 5), DateTimeFormatter.ofPattern("uuuuMMddHHmmxx"))
                            .toInstant());
                }
                if (text.matches("[0-9]{12,14}")) {
                    return Optional.of(LocalDateTime.parse(text.substring(0, 12), MINUTES).atZone(zone).toInstant());
                }
                return text.matches("[0-9]{8}")
                        ? Optional.of(LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE).atStartOfDay(zone).toInstant())
                        : Optional.empty();
            } catch (DateTimeException _) {
                return Optional.empty();
            }
        }
    }

    private static Gender gender(String code) {
        return switch (code) {
            case "F" -> Gender.FEMALE;
            case "M" -> Gender.MALE;
            case "O", "A", "N" -> Gender.OTHER;
            default -> Gender.UNKNOWN;
        };
    }

    /** Says nothing of the patient. */
    @Override
    public String toString() {
        return "AdtMessage[" + head.event() + "]";
    }
}
