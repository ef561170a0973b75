package org.chartwright.aws;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartwright.aws.wire.AwsFault;
import org.chartwright.aws.wire.FaultCode;
import org.chartwright.aws.wire.WireRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The REST form of the same operations, as newer service models declare it and as is handy with curl. Only the way in and
 * the statuses differ; names in path and query become members of the input.
 */
final class RestRoutes {

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NO_CONTENT = 204;

    private static final List<Route> ROUTES = List.of(
            new Route("PUT", "/medicalscribejobs/([^/]+)", "StartMedicalScribeJob", "MedicalScribeJobName", OK),
            new Route("GET", "/medicalscribejobs/([^/]+)", "GetMedicalScribeJob", "MedicalScribeJobName", OK),
            new Route("GET", "/medicalscribejobs", "ListMedicalScribeJobs", "", OK),
            new Route("DELETE", "/medicalscribejobs/([^/]+)", "DeleteMedicalScribeJob", "MedicalScribeJobName", NO_CONTENT),
            new Route("PUT", "/vocabularies/([^/]+)", "CreateVocabulary", "VocabularyName", OK),
            new Route("PATCH", "/vocabularies/([^/]+)", "UpdateVocabulary", "VocabularyName", OK),
            new Route("GET", "/vocabularies/([^/]+)", "GetVocabulary", "VocabularyName", OK),
            new Route("DELETE", "/vocabularies/([^/]+)", "DeleteVocabulary", "VocabularyName", NO_CONTENT),
            new Route("GET", "/vocabularies", "ListVocabularies", "", OK),
            new Route("POST", "/vocabularyFilters/([^/]+)", "CreateVocabularyFilter", "VocabularyFilterName", CREATED),
            new Route("PUT", "/vocabularyFilters/([^/]+)", "UpdateVocabularyFilter", "VocabularyFilterName", OK),
            new Route("GET", "/vocabularyFilters/([^/]+)", "GetVocabularyFilter", "VocabularyFilterName", OK),
            new Route("DELETE", "/vocabularyFilters/([^/]+)", "DeleteVocabularyFilter", "VocabularyFilterName", NO_CONTENT),
            new Route("GET", "/vocabularyFilters", "ListVocabularyFilters", "", OK),
            new Route("PUT", "/tags/(.+)", "TagResource", "ResourceArn", OK),
            new Route("DELETE", "/tags/(.+)", "UntagResource", "ResourceArn", NO_CONTENT),
            new Route("GET", "/tags/(.+)", "ListTagsForResource", "ResourceArn", OK));

    private RestRoutes() {}

    /** What a request asks for. */
    record Asked(String operation, ObjectNode input, int status) {}

    private record Route(String method, Pattern path, String operation, String nameMember, int status) {
        Route(String method, String path, String operation, String nameMember, int status) {
            this(method, Pattern.compile(path), operation, nameMember, status);
        }
    }

    static Asked match(WireRequest request, JsonNode body) {
        for (Route route : ROUTES) {
            Matcher path = route.path().matcher(request.path());
            if (route.method().equals(request.method()) && path.matches()) {
                ObjectNode input = JsonNodeFactory.instance.objectNode();
                body.forEachEntry(input::set);
                addQuery(input, request.query());
                if (!route.nameMember().isEmpty()) {
                    input.put(route.nameMember(), decoded(path.group(1)));
                }
                return new Asked(route.operation(), input, route.status());
            }
        }
        throw new AwsFault(FaultCode.UNKNOWN_OPERATION, "There is no such operation.");
    }

    private static void addQuery(ObjectNode input, String query) {
        for (String piece : query.split("&", -1)) {
            int equals = piece.indexOf('=');
            String name = decoded(equals < 0 ? piece : piece.substring(0, equals));
            String value = equals < 0 ? "" : decoded(piece.substring(equals + 1));
            if (name.equals("tagKeys")) {
                input.withArray("TagKeys").add(value);
            } else if (name.equals("MaxResults") && value.matches("-?\\d{1,9}")) {
                input.put(name, Integer.parseInt(value));
            } else if (!name.isEmpty() && !name.regionMatches(true, 0, "X-Amz-", 0, 6)) {
                input.put(name, value);
            }
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw new AwsFault(FaultCode.SERIALIZATION, "The request target is not well-formed.");
        }
    }
}
