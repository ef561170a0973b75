package org.chartwright.aws.operations;

import static org.chartwright.aws.wire.Shapes.group;

import org.chartwright.access.Identity;
import org.chartwright.aws.wire.Shape;
import org.chartwright.scribing.Vocabularies;
import org.chartwright.scribing.Vocabulary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Shows one vocabulary, with a link to its content once it is READY. */
public final class GetVocabulary implements Operation {

    private static final Shape.Group INPUT = group()
            .with("VocabularyName", Members.NAME)
            .made();

    private final Vocabularies vocabularies;
    private final DownloadLinks links;

    /** With what it works on. */
    public GetVocabulary(Vocabularies vocabularies, DownloadLinks links) {
        this.vocabularies = vocabularies;
        this.links = links;
    }

    @Override
    public String name() {
        return "GetVocabulary";
    }

    @Override
    public Shape.Group input() {
        return INPUT;
    }

    @Override
    public boolean changes() {
        return false;
    }

    @Override
    public ObjectNode answer(Identity caller, JsonNode input) {
        String name = Fields.required(input, "VocabularyName");
        Vocabulary vocabulary = vocabularies.find(caller.tenant(), name).orElseThrow(VocabularyAnswer::missing);
        ObjectNode answer = VocabularyAnswer.of(vocabulary);
        if (vocabulary.state() == Vocabulary.State.FAILED) {
            Fields.putText(answer, "FailureReason", vocabulary.failureReason());
        }
        if (vocabulary.state() == Vocabulary.State.READY) {
            answer.put("DownloadUri", links.link(caller, "/vocabularies/" + name + "/content"));
        }
        return answer;
    }
}
