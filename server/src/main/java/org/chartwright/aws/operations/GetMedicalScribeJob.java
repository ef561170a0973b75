package org.chartwright.aws.operations;

import static org.chartwright.aws.wire.Shapes.group;

import org.chartwright.access.Identity;
import org.chartwright.aws.wire.Shape;
import org.chartwright.scribing.Jobs;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Shows one job. */
public final class GetMedicalScribeJob implements Operation {

    private static final Shape.Group INPUT =
            group().with("MedicalScribeJobName", Members.NAME).made();

    private final Jobs jobs;
    private final JobAnswer answers;

    /** With the jobs it shows. */
    public GetMedicalScribeJob(Jobs jobs, Place place) {
        this.jobs = jobs;
        this.answers = new JobAnswer(place);
    }

    @Override
    public String name() {
        return "GetMedicalScribeJob";
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
        return jobs.find(caller.tenant(), Fields.required(input, "MedicalScribeJobName"))
                .map(answers::whole)
                .orElseThrow(JobAnswer::missing);
    }
}
