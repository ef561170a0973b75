package org.chartwright.aws.operations;

import java.util.List;
import org.chartwright.access.Roles;
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
 * @param roles that callers hand over
 */
public record Operations(
        Jobs jobs, Vocabularies vocabularies, VocabularyFilters filters, Tags tags, Store store, Roles roles) {

    /** Every operation there is. */
    public List<Operation> all(Place place, DownloadLinks links) {
        RoleUse use = new RoleUse(roles, place);
        WordSources sources = new WordSources(store, use);
        return List.of(
                new StartMedicalScribeJob(jobs, new StartChecks(store, vocabularies, filters, use), place),
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
