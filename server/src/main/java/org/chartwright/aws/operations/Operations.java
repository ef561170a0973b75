package org.chartwright.aws.operations;

import java.util.List;
import org.chartwright.scribing.Jobs;
import org.chartwright.scribing.Tags;
import org.chartwright.scribing.Vocabularies;
import org.chartwright.scribing.VocabularyFilters;

/**
 * The API's table of contents.
 *
 * @param jobs of all tenants
 * @param vocabularies of all tenants
 * @param filters of all tenants
 * @param tags of all tenants
 * @param store the objects of all tenants
 */
public record Operations(
        Jobs jobs, Vocabularies vocabularies, VocabularyFilters filters, Tags tags, Store store) {

    /** Every operation there is. */
    public List<Operation> all(Place place, DownloadLinks links) {
        WordSources sources = new WordSources(store, place);
        return List.of(
                new StartMedicalScribeJob(jobs, new StartChecks(store, vocabularies, filters), place),
                new GetMedicalScribeJob(jobs, place),
                new ListMedicalScribeJobs(jobs, place),
                new DeleteMedicalScribeJob(jobs),
                new CreateVocabulary(vocabularies, sources),
                new GetVocabulary(vocabularies, links),
                new ListVocabularies(vocabularies),
                new UpdateVocabulary(vocabularies, sources),
                new DeleteVocabulary(vocabularies),
                new CreateVocabularyFilter(filters, sources),
                new GetVocabularyFilter(filters, links),
                new ListVocabularyFilters(filters),
                new UpdateVocabularyFilter(filters, sources),
                new DeleteVocabularyFilter(filters),
                new TagResource(tags),
                new UntagResource(tags),
                new ListTagsForResource(tags));
    }
}
