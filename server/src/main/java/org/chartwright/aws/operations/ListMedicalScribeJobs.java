package org.chartwright.aws.operations;

import static org.chartwright.aws.wire.Shapes.group;
import static org.chartwright.aws.wire.Shapes.oneOf;

import org.chartwright.access.Identity;
import org.chartwright.aws.wire.Shape;
import org.chartwright.scribing.BadTokenException;
import org.chartwright.scribing.JobStatus;
import org.chartwright.scribing.JobSummary;
import org.chartwright.scribing.Jobs;
import org.chartwright.scribing.Page;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists the tenant's jobs, newest first, a page at a time. */
public final class ListMedicalScribeJobs implements Operation {

    private static final Shape.Group INPUT = group()
            .maybe("Status", oneOf(JobStatus.values()))
            .maybe("JobNameContains", Members.NAME)
            .maybe("NextToken", Members.NEXT_TOKEN)
            .maybe("MaxResults", Members.MAX_RESULTS)
            .made();

    private final Jobs jobs;
    private final JobAnswer answers;

    /** With the jobs it lists. */
    public ListMedicalScribeJobs(Jobs jobs, Place place) {
        this.jobs = jobs;
        this.answers = new JobAnswer(place);
    }

    @Override
    public String name() {
        return "ListMedicalScribeJobs";
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
        JobStatus status = Fields.oneOf(input, "Status", JobStatus.class);
        ObjectNode answer = Fields.object();
        Fields.putName(answer, "Status", status);
        try {
            Jobs.JobFilter filter = new Jobs.JobFilter(status, Fields.text(input, "JobNameContains"));
            Page<JobSummary> page = jobs.list(caller.tenant(), filter, Fields.page(input));
            Fields.putText(answer, "NextToken", page.nextToken());
            ArrayNode summaries = answer.putArray("MedicalScribeJobSummaries");
            page.entries().forEach(job -> summaries.add(answers.summary(job)));
            return answer;
        } catch (BadTokenException _) {
            throw VocabularyAnswer.badToken();
        }
    }
}
