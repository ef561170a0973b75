package org.chartwright.aws.signing;

import java.util.ArrayList;
import java.util.List;

/** One parameter of a query, decoded. */
record QueryParameter(String name, String value) {

    /** The parameters of a raw query, in order; empty pieces between two {@code &} are passed over. */
    static List<QueryParameter> parse(String query) {
        List<QueryParameter> parameters = new ArrayList<>();
        for (String piece : query.split("&", -1)) {
            if (!piece.isEmpty()) {
                int equals = piece.indexOf('=');
                String name = equals < 0 ? piece : piece.substring(0, equals);
                String value = equals < 0 ? "" : piece.substring(equals + 1);
                parameters.add(new QueryParameter(PercentCode.decode(name), PercentCode.decode(value)));
            }
        }
        return parameters;
    }

    /** Its canonical form. */
    String encoded() {
        return PercentCode.encode(name, "") + "=" + PercentCode.encode(value, "");
    }
}
