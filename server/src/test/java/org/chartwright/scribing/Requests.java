package org.chartwright.scribing;

import java.util.List;
import java.util.Map;
import org.chartwright.encounter.Pronouns;

/** Job requests for tests. */
final class Requests {

    private Requests() {}

    static JobRequest oneMicrophone(String name) {
        return with(name, new JobSettings(true, 2, null, null, null, null, "DAP"));
    }

    static JobRequest with(String name, JobSettings settings) {
        return with(name, settings, Map.of("ward", "7"));
    }

    static JobRequest with(String name, JobSettings settings, Map<String, String> tags) {
        return new JobRequest(
                name,
                new ObjectRef("s3://in/" + name + ".wav", "in", name + ".wav"),
                "out",
                "arn:aws:iam::123456789012:role/scribe",
                settings,
                List.of(),
                tags,
                new JobRequest.PatientContext(Pronouns.SHE_HER));
    }
}
