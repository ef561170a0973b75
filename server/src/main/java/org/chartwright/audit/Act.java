package org.chartwright.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody does.
 *
 * @param tenant whose chain it goes into; {@link #HOUSE} where it concerns no tenant or one that is not known yet
 * @param actor who
 * @param action what, such as {@code transcribe:StartMedicalScribeJob}
 * @param object to what, such as {@code job/visit-17}; empty where there is none
 * @param patient a keyed pseudonym of the patient concerned, where there is one; never an identifier
 * @param requestId ties it to an answer and to log lines; empty where there is none
 */
public record Act(
        UUID tenant, Actor actor, String action, String object, @Nullable String patient, String requestId) {

    /** The chain of what belongs to no tenant: starts, stops, tenants made, callers nobody knows. */
    public static final UUID HOUSE = new UUID(0, 0);

    /** Without a patient and a request. */
    public static Act of(UUID tenant, Actor actor, String action, String object) {
        return new Act(tenant, actor, action, object, null, "");
    }

    /** The same, done to that. */
    Act on(String what) {
        return new Act(tenant, actor, action, what, patient, requestId);
    }
}
