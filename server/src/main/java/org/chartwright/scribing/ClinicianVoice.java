package org.chartwright.scribing;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartwright.scribing.JobObjects.ObjectRefusedException;
import org.chartwright.speakers.VoicePrint;

/**
 * The voice print that a job's tag names: an object of the tenant's own, sealed like all objects, read with the rights of the
 * job's role.
 */
final class ClinicianVoice {

    /** The key of the tag; its value is {@code s3://bucket/key}. */
    static final String TAG = "chartwright:clinician-voice";

    private static final Pattern ADDRESS = Pattern.compile("s3://([^/]+)/(.+)");

    /** Prints are smaller. */
    private static final int LARGEST = 64 * 1024;

    private ClinicianVoice() {}

    /** The print; empty where the job names none. */
    static Optional<VoicePrint> of(Job job, JobObjects objects)
            throws IOException, ObjectRefusedException, RuleBook.GoneException {
        String named = job.request().tags().get(TAG);
        if (named == null) {
            return Optional.empty();
        }
        Matcher address = ADDRESS.matcher(named);
        if (!address.matches()) {
            throw new RuleBook.GoneException("The tag " + TAG + " must be an address such as s3://bucket/key.");
        }
        byte[] bytes;
        try (InputStream content = objects.as(job).open(job.tenant(), address.group(1), address.group(2)).open(0)) {
            bytes = content.readNBytes(LARGEST);
        }
        try {
            return Optional.of(VoicePrint.of(bytes));
        } catch (IOException _) {
            throw new RuleBook.GoneException("The object that the tag " + TAG + " names is no voice print.");
        }
    }
}
