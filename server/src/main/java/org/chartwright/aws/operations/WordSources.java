package org.chartwright.aws.operations;

import java.util.List;
import org.chartwright.access.Identity;
import org.chartwright.access.Mandate;
import org.chartwright.aws.wire.AwsFault;
import org.chartwright.scribing.ObjectRef;
import org.chartwright.scribing.Tags;
import org.chartwright.scribing.VocabularyException;
import org.chartwright.scribing.VocabularyFile;
import org.chartwright.scribing.WordSource;
import tools.jackson.databind.JsonNode;

/** Where the words of a vocabulary or filter come from: the request itself, or a file in the object store. */
public final class WordSources {

    private final Store store;
    private final RoleUse use;
    private final ObjectAddress addresses;

    /** With the store that holds the files, read as the roles that callers hand over. */
    public WordSources(Store store, RoleUse use) {
        this.store = store;
        this.use = use;
        this.addresses = new ObjectAddress(use.place());
    }

    /** The content of a vocabulary; a file is looked at now and read later, while the vocabulary is PENDING. */
    WordSource phrases(Identity caller, JsonNode input) {
        List<String> phrases = Fields.texts(input, "Phrases");
        boolean hasFile = Fields.has(input, "VocabularyFileUri");
        if (phrases.isEmpty() && !hasFile) {
            throw AwsFault.badRequest("Either Phrases or VocabularyFileUri field should be provided.");
        }
        if (!phrases.isEmpty() && hasFile) {
            throw AwsFault.badRequest("Only one of Phrases and VocabularyFileUri can be provided.");
        }
        return hasFile
                ? new WordSource.Stored(readable(caller, input, Tags.Kind.VOCABULARY))
                : new WordSource.Given(phrases);
    }

    /** The words of a filter; a file is read at once, as a filter is ready at once. */
    List<String> words(Identity caller, JsonNode input) {
        boolean hasWords = Fields.has(input, "Words");
        boolean hasFile = Fields.has(input, "VocabularyFilterFileUri");
        if (hasWords == hasFile) {
            throw AwsFault.badRequest(
                    hasWords
                            ? "Only one of Words and VocabularyFilterFileUri can be provided."
                            : "Either Words or VocabularyFilterFileUri field should be provided.");
        }
        if (hasWords) {
            return Fields.texts(input, "Words");
        }
        ObjectRef file = readable(caller, input, Tags.Kind.VOCABULARY_FILTER);
        byte[] bytes = store.read(caller.tenant(), file, VocabularyFile.LARGEST)
                .orElseThrow(() -> AwsFault.badRequest("The vocabulary filter file is larger than 50 KB or can't be read."));
        try {
            return VocabularyFile.words(bytes);
        } catch (VocabularyException e) {
            throw AwsFault.badRequest("The vocabulary filter file isn't valid. " + e.getMessage());
        }
    }

    private ObjectRef readable(Identity caller, JsonNode input, Tags.Kind kind) {
        boolean vocabulary = kind == Tags.Kind.VOCABULARY;
        String name = Fields.required(input, vocabulary ? "VocabularyName" : "VocabularyFilterName");
        ObjectRef file =
                addresses.parse(Fields.required(input, vocabulary ? "VocabularyFileUri" : "VocabularyFilterFileUri"));
        Mandate mandate = use.take(caller, Fields.text(input, "DataAccessRoleArn"), kind, name);
        String what = use.what(mandate, kind, name);
        if (!use.allow(caller.tenant(), mandate, what, "s3:GetObject", file.bucket(), file.key())) {
            throw ObjectAddress.unreadable();
        }
        return switch (store.look(caller.tenant(), file)) {
            case READABLE -> file;
            case NO_OBJECT -> throw ObjectAddress.pointsNowhere();
            case NO_ACCESS -> throw ObjectAddress.unreadable();
        };
    }
}
