package org.chartwright.aws.operations;

import org.chartwright.aws.wire.AwsFault;
import org.chartwright.aws.wire.FaultCode;
import org.chartwright.scribing.Change;
import org.chartwright.scribing.Deletion;
import org.chartwright.scribing.Vocabulary;
import org.chartwright.scribing.VocabularyFilter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes vocabularies and filters as the API shows them, and what can go wrong with them. */
final class VocabularyAnswer {

    private VocabularyAnswer() {}

    static ObjectNode of(Vocabulary vocabulary) {
        ObjectNode answer = Fields.object();
        answer.put("VocabularyName", vocabulary.name());
        answer.put("LanguageCode", vocabulary.language());
        answer.put("VocabularyState", vocabulary.state().name());
        Fields.putTime(answer, "LastModifiedTime", vocabulary.modified());
        return answer;
    }

    static ObjectNode of(VocabularyFilter filter) {
        ObjectNode answer = Fields.object();
        answer.put("VocabularyFilterName", filter.name());
        answer.put("LanguageCode", filter.language());
        Fields.putTime(answer, "LastModifiedTime", filter.modified());
        return answer;
    }

    static Vocabulary done(Change<Vocabulary> change) {
        return switch (change) {
            case Change.Done<Vocabulary> done -> done.result();
            case Change.NameTaken<Vocabulary> _ -> throw new AwsFault(
                    FaultCode.CONFLICT,
                    "The requested vocabulary name already exists. Use a different vocabulary name.");
            case Change.NotFound<Vocabulary> _ -> throw missing();
            case Change.Busy<Vocabulary> _ -> throw busy();
            case Change.TooMany<Vocabulary> many -> throw tooMany("vocabularies", many.most());
        };
    }

    static VocabularyFilter filterDone(Change<VocabularyFilter> change) {
        return switch (change) {
            case Change.Done<VocabularyFilter> done -> done.result();
            case Change.NameTaken<VocabularyFilter> _ -> throw new AwsFault(
                    FaultCode.CONFLICT,
                    "The requested vocabulary filter name already exists. Use a different vocabulary filter name.");
            case Change.NotFound<VocabularyFilter> _ -> throw filterMissing();
            case Change.Busy<VocabularyFilter> _ -> throw busy();
            case Change.TooMany<VocabularyFilter> many -> throw tooMany("vocabulary filters", many.most());
        };
    }

    static JsonNode deleted(Deletion deletion, AwsFault missing) {
        return switch (deletion) {
            case DELETED -> Fields.nothing();
            case NOT_FOUND -> throw missing;
            case IN_USE, HELD -> throw busy();
        };
    }

    /** A path in the links that Get gives out is made of the name, so it must not be a step in one. */
    static String requireName(String name) {
        if (name.matches("\\.{1,2}")) {
            throw AwsFault.badRequest("A name can't be '.' or '..'.");
        }
        return name;
    }

    static AwsFault missing() {
        return AwsFault.badRequest(
                "The requested vocabulary couldn't be found. Check the vocabulary name and try your request again.");
    }

    static AwsFault filterMissing() {
        return AwsFault.badRequest("The requested vocabulary filter couldn't be found. Check the vocabulary filter name"
                + " and try your request again.");
    }

    static AwsFault badToken() {
        return AwsFault.badRequest("The NextToken that you provided isn't valid for this list. Start again without one.");
    }

    private static AwsFault busy() {
        return new AwsFault(FaultCode.CONFLICT, "The resource is being processed or is in use. Try again later.");
    }

    private static AwsFault tooMany(String what, int most) {
        return new AwsFault(FaultCode.LIMIT_EXCEEDED, "You have reached the limit of " + most + " " + what + ".");
    }
}
