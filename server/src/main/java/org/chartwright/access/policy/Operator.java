package org.chartwright.access.policy;

import java.math.BigDecimal;
import java.net.InetAddress;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** How a condition compares a value that is known with one that a policy names. */
enum Operator {
    STRING_EQUALS("StringEquals", Type.TEXT),
    STRING_NOT_EQUALS("StringNotEquals", Type.TEXT),
    STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase", Type.TEXT),
    STRING_NOT_EQUALS_IGNORE_CASE("StringNotEqualsIgnoreCase", Type.TEXT),
    STRING_LIKE("StringLike", Type.TEXT),
    STRING_NOT_LIKE("StringNotLike", Type.TEXT),
    ARN_EQUALS("ArnEquals", Type.TEXT),
    ARN_NOT_EQUALS("ArnNotEquals", Type.TEXT),
    ARN_LIKE("ArnLike", Type.TEXT),
    ARN_NOT_LIKE("ArnNotLike", Type.TEXT),
    NUMERIC_EQUALS("NumericEquals", Type.NUMBER),
    NUMERIC_NOT_EQUALS("NumericNotEquals", Type.NUMBER),
    NUMERIC_LESS_THAN("NumericLessThan", Type.NUMBER),
    NUMERIC_LESS_THAN_EQUALS("NumericLessThanEquals", Type.NUMBER),
    NUMERIC_GREATER_THAN("NumericGreaterThan", Type.NUMBER),
    NUMERIC_GREATER_THAN_EQUALS("NumericGreaterThanEquals", Type.NUMBER),
    DATE_EQUALS("DateEquals", Type.DATE),
    DATE_NOT_EQUALS("DateNotEquals", Type.DATE),
    DATE_LESS_THAN("DateLessThan", Type.DATE),
    DATE_LESS_THAN_EQUALS("DateLessThanEquals", Type.DATE),
    DATE_GREATER_THAN("DateGreaterThan", Type.DATE),
    DATE_GREATER_THAN_EQUALS("DateGreaterThanEquals", Type.DATE),
    BOOL("Bool", Type.FLAG),
    NULL("Null", Type.FLAG),
    BINARY_EQUALS("BinaryEquals", Type.BYTES),
    IP_ADDRESS("IpAddress", Type.ADDRESS),
    NOT_IP_ADDRESS("NotIpAddress", Type.ADDRESS);

    /** What a policy may write beside an operator. */
    enum Type {
        TEXT("a text", value -> true),
        NUMBER("a number", value -> number(value).isPresent()),
        DATE("a date as 2026-11-25T09:00:00Z, or seconds since 1970", value -> moment(value).isPresent()),
        FLAG("true or false", value -> value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false")),
        BYTES("Base64", Type::isBase64),
        ADDRESS("an IP address or range as 10.0.0.0/8", value -> AddressRange.of(value).isPresent());

        private final String words;
        private final Predicate<String> readable;

        Type(String words, Predicate<String> readable) {
            this.words = words;
            this.readable = readable;
        }

        private static boolean isBase64(String value) {
            try {
                return Base64.getDecoder().decode(value).length > 0;
            } catch (IllegalArgumentException _) {
                return false;
            }
        }
    }

    private final String wireName;
    private final Type type;

    Operator(String wireName, Type type) {
        this.wireName = wireName;
        this.type = type;
    }

    static Optional<Operator> of(String name) {
        return Arrays.stream(values()).filter(operator -> operator.wireName.equals(name)).findFirst();
    }

    /** Whether it is the opposite of another: it then holds when none of the policy's values compares. */
    boolean isNegated() {
        return wireName.contains("Not") && this != NULL;
    }

    boolean takesVariables() {
        return type == Type.TEXT;
    }

    /** Whether a policy can write this value beside it. */
    boolean takes(String value) {
        return type.readable.test(value);
    }

    String wants() {
        return type.words;
    }

    /** Whether a known value compares with one of the policy's, the negation left aside. */
    boolean compares(String known, String written, Pattern pattern) {
        return switch (this) {
            case STRING_EQUALS, STRING_NOT_EQUALS -> pattern.matches(known);
            case STRING_EQUALS_IGNORE_CASE, STRING_NOT_EQUALS_IGNORE_CASE -> pattern.matchesInAnyCase(known);
            case STRING_LIKE, STRING_NOT_LIKE -> pattern.matches(known);
            case ARN_EQUALS, ARN_NOT_EQUALS, ARN_LIKE, ARN_NOT_LIKE -> pattern.matchesArn(known);
            case NUMERIC_EQUALS, NUMERIC_NOT_EQUALS -> numbers(known, written, order -> order == 0);
            case NUMERIC_LESS_THAN -> numbers(known, written, order -> order < 0);
            case NUMERIC_LESS_THAN_EQUALS -> numbers(known, written, order -> order <= 0);
            case NUMERIC_GREATER_THAN -> numbers(known, written, order -> order > 0);
            case NUMERIC_GREATER_THAN_EQUALS -> numbers(known, written, order -> order >= 0);
            case DATE_EQUALS, DATE_NOT_EQUALS -> moments(known, written, order -> order == 0);
            case DATE_LESS_THAN -> moments(known, written, order -> order < 0);
            case DATE_LESS_THAN_EQUALS -> moments(known, written, order -> order <= 0);
            case DATE_GREATER_THAN -> moments(known, written, order -> order > 0);
            case DATE_GREATER_THAN_EQUALS -> moments(known, written, order -> order >= 0);
            case BOOL, NULL -> known.equalsIgnoreCase(written);
            case BINARY_EQUALS -> known.equals(written);
            case IP_ADDRESS, NOT_IP_ADDRESS -> AddressRange.of(written).orElseThrow().holds(known);
        };
    }

    /** Whether wildcards in the policy's value are wildcards. */
    boolean hasWildcards() {
        return switch (this) {
            case STRING_LIKE, STRING_NOT_LIKE, ARN_EQUALS, ARN_NOT_EQUALS, ARN_LIKE, ARN_NOT_LIKE -> true;
            default -> false;
        };
    }

    private static boolean numbers(String known, String written, Predicate<Integer> fits) {
        Optional<BigDecimal> value = number(known);
        return value.isPresent() && fits.test(value.get().compareTo(number(written).orElseThrow()));
    }

    private static boolean moments(String known, String written, Predicate<Integer> fits) {
        Optional<Instant> value = moment(known);
        return value.isPresent() && fits.test(value.get().compareTo(moment(written).orElseThrow()));
    }

    private static Optional<BigDecimal> number(String text) {
        return text.matches("[+-]?\\d{1,40}(\\.\\d{1,40})?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private static Optional<Instant> moment(String text) {
        try {
            if (text.matches("-?\\d{1,12}")) {
                return Optional.of(Instant.ofEpochSecond(Long.parseLong(text)));
            } else if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
                return Optional.of(LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
            }
            return Optional.of(OffsetDateTime.parse(text.toUpperCase(Locale.ROOT)).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** IP addresses that begin alike. */
    private record AddressRange(InetAddress start, int bits) {

        static Optional<AddressRange> of(String text) {
            int slash = text.indexOf('/');
            String address = slash < 0 ? text : text.substring(0, slash);
            String bits = slash < 0 ? "" : text.substring(slash + 1);
            if (slash >= 0 && !bits.matches("\\d{1,3}")) {
                return Optional.empty();
            }
            return address(address)
                    .map(start -> new AddressRange(
                            start, slash < 0 ? 8 * start.getAddress().length : Integer.parseInt(bits)))
                    .filter(range -> range.bits <= 8 * range.start.getAddress().length);
        }

        boolean holds(String text) {
            Optional<InetAddress> found = address(text);
            if (found.isEmpty() || found.get().getAddress().length != start.getAddress().length) {
                return false;
            }
            byte[] one = found.get().getAddress();
            byte[] other = start.getAddress();
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((one[bit / 8] & mask) != (other[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }

        /** A literal, never a name that would be looked up. */
        private static Optional<InetAddress> address(String text) {
            if (!text.contains(":") && !text.matches("\\d+(\\.\\d+){3}")) {
                return Optional.empty(); // the JDK also reads 10.1 and 167772161
            }
            try {
                return Optional.of(InetAddress.ofLiteral(text));
            } catch (IllegalArgumentException _) {
                return Optional.empty();
            }
        }
    }
}
