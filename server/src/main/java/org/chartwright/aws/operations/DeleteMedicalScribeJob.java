package org.chartwright.aws.operations;

import static org.chartwright.aws.wire.Shapes.group;

import org.chartwright.access.Identity;
import org.chartwright.aws.wire.AwsFault;
import org.chartwright.aws.wire.Shape;
import org.chartwright.scribing.Jobs;
import tools.jackson.databind.JsonNode;

/** Forgets a job that has ended. Its documents stay where they are; its name is free again. */
public final class DeleteMedicalScribeJob implements Operation {

    private static final Shape.Group INPUT =
            group().with("MedicalScribeJobName", Members.NAME).made();

    private final Jobs jobs;

    /** With the jobs it deletes from. */
    public DeleteMedicalScribeJob(Jobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public String name() {
        return "DeleteMedicalScribeJob";
    }

    @Override
    public Shape.Group input() {
        return INPUT;
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public JsonNode answer(Identity caller, JsonNode input) {
        return switch (jobs.delete(caller.tenant(), Fields.required(input, "MedicalScribeJobName"))) {
            case DELETED -> Fields.nothing();
            case NOT_FOUND -> throw JobAnswer.missing();
            case IN_USE ->
                throw AwsFault.badRequest("The job hasn't ended yet. A job can be deleted when its status is COMPLETED or"
                        + " FAILED.");
            case HELD -> throw AwsFault.badRequest("The job is under a legal hold. It can be deleted when the hold is released.");
        };
    }
}
