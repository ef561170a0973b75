package org.chartwright.access.policy;

/**
 * Something that somebody wants to do.
 *
 * @param action such as {@code transcribe:StartMedicalScribeJob}
 * @param resource an ARN, or {@code *} for what is done to nothing in particular
 * @param context what else is known
 */
public record Asked(String action, String resource, Context context) {

    /** Leaves the resource out: keys of objects may name people. */
    @Override
    public String toString() {
        return "Asked[" + action + "]";
    }
}
