package org.chartwright.fhir;

import ca.uhn.fhir.rest.param.DateParam;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.ParamPrefixEnum;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.StringParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.chartwright.chart.Find;
import org.chartwright.chart.Query;
import org.chartwright.chart.Query.Order;
import org.chartwright.chart.Query.Period;
import org.jspecify.annotations.Nullable;

/** Gathers a search's parameters; those that were not sent are null and ask for nothing. For one request. */
final class Asked {

    private final List<List<Find>> all = new ArrayList<>();
    private final List<UUID> ids = new ArrayList<>();
    private Period updated = Period.ANY;
    private Period moment = Period.ANY;

    Asked id(@Nullable TokenOrListParam wanted) {
        if (wanted != null) {
            wanted.getValuesAsQueryTokens().forEach(token -> ids.add(Names.uuid(token.getValue())));
        }
        return this;
    }

    /** A name or its beginning. */
    Asked beginning(String by, @Nullable StringParam typed) {
        if (typed != null && !typed.isEmpty()) {
            for (String word : typed.getValue().split("\\s+")) {
                all.add(List.of(Find.beginning(by, word)));
            }
        }
        return this;
    }

    /** An identifier, with its system or without. */
    Asked identifier(@Nullable TokenOrListParam wanted) {
        if (wanted != null) {
            all.add(wanted.getValuesAsQueryTokens().stream()
                    .map(token -> new Find("identifier", withSystem(token)))
                    .toList());
        }
        return this;
    }

    private static String withSystem(TokenParam token) {
        String value = token.getValue() == null ? "" : token.getValue();
        return token.getSystem() == null || token.getSystem().isEmpty() ? value : token.getSystem() + "|" + value;
    }

    /** A property whose values are ours, as FHIR spells them. */
    Asked code(String by, @Nullable TokenParam wanted) {
        if (wanted != null) {
            all.add(List.of(new Find(by, wanted.getValue().toUpperCase(Locale.ROOT).replace('-', '_'))));
        }
        return this;
    }

    Asked oneOf(String by, List<String> values) {
        all.add(values.stream().map(value -> new Find(by, value)).toList());
        return this;
    }

    /** A whole day. */
    Asked day(String by, @Nullable DateParam day) {
        if (day != null) {
            boolean whole = day.getPrefix() == null || day.getPrefix() == ParamPrefixEnum.EQUAL;
            if (!whole || day.getValueAsString().length() != "2026-01-31".length()) {
                throw new InvalidRequestException("This date can be searched for as a whole day only, such as 1970-01-31.");
            }
            all.add(List.of(new Find(by, day.getValueAsString())));
        }
        return this;
    }

    /** A reference to a resource of that type. */
    Asked reference(String by, String type, @Nullable ReferenceParam wanted) {
        if (wanted != null) {
            if (wanted.getChain() != null) {
                throw new InvalidRequestException("Chained parameters are not taken here.");
            }
            boolean other = wanted.hasResourceType() && !wanted.getResourceType().equals(type);
            all.add(List.of(new Find(by, other ? "" : Names.uuid(wanted.getIdPart()).toString())));
        }
        return this;
    }

    Asked updated(@Nullable DateRangeParam range, ZoneId zone) {
        updated = updated.and(period(range, zone));
        return this;
    }

    Asked moment(@Nullable DateRangeParam range, ZoneId zone) {
        moment = period(range, zone);
        return this;
    }

    Query query(Order order) {
        return new Query(all, ids, updated, moment, order);
    }

    /**
     * The moments between those bounds.
     *
     * @param zone of days, months and years: FHIR has them in the server's own. HAPI would widen them to wherever on earth it is that day
     */
    static Period period(@Nullable DateRangeParam range, ZoneId zone) {
        if (range == null) {
            return Period.ANY;
        }
        DateParam lower = range.getLowerBound();
        DateParam upper = range.getUpperBound();
        return new Period(
                lower == null || lower.isEmpty() ? null : is(lower, ParamPrefixEnum.GREATERTHAN, ParamPrefixEnum.STARTS_AFTER) ? end(lower, zone) : begin(lower, zone),
                upper == null || upper.isEmpty() ? null : is(upper, ParamPrefixEnum.LESSTHAN, ParamPrefixEnum.ENDS_BEFORE) ? begin(upper, zone) : end(upper, zone));
    }

    private static boolean is(DateParam bound, ParamPrefixEnum one, ParamPrefixEnum other) {
        return bound.getPrefix() == one || bound.getPrefix() == other;
    }

    private static Instant begin(DateParam bound, ZoneId zone) {
        String text = bound.getValueAsString();
        return switch (bound.getPrecision()) {
            case YEAR -> first(LocalDate.parse(text + "-01-01"), zone).toInstant();
            case MONTH -> first(LocalDate.parse(text + "-01"), zone).toInstant();
            case DAY -> first(LocalDate.parse(text), zone).toInstant();
            case MINUTE, SECOND, MILLI -> bound.getValue().toInstant();
        };
    }

    /** The moment after its last. */
    private static Instant end(DateParam bound, ZoneId zone) {
        ZonedDateTime begin = begin(bound, zone).atZone(zone);
        return switch (bound.getPrecision()) {
            case YEAR -> first(begin.toLocalDate().plusYears(1), zone).toInstant();
            case MONTH -> first(begin.toLocalDate().plusMonths(1), zone).toInstant();
            case DAY -> first(begin.toLocalDate().plusDays(1), zone).toInstant();
            case MINUTE -> begin.plusMinutes(1).toInstant();
            case SECOND -> begin.plusSeconds(1).toInstant();
            case MILLI -> begin.plus(1, ChronoUnit.MILLIS).toInstant();
        };
    }

    private static ZonedDateTime first(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone);
    }
}
