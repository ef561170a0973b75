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
import java.util.ArrayList;
import java.util.Date;
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

    Asked updated(@Nullable DateRangeParam range) {
        updated = period(range);
        return this;
    }

    Asked moment(@Nullable DateRangeParam range) {
        moment = period(range);
        return this;
    }

    Query query(Order order) {
        return new Query(all, ids, updated, moment, order);
    }

    /**
     * HAPI has widened days and months to their first and last moments already; its ends are within. A day without a zone is that
     * day anywhere on earth, from 10:00 UTC of the day before to 12:00 UTC of the day after: rather one more than one missed.
     */
    static Period period(@Nullable DateRangeParam range) {
        if (range == null) {
            return Period.ANY;
        }
        return new Period(instant(range.getLowerBoundAsInstant(), 0), instant(range.getUpperBoundAsInstant(), 1));
    }

    private static @Nullable Instant instant(@Nullable Date bound, int more) {
        return bound == null ? null : bound.toInstant().plusMillis(more);
    }
}
