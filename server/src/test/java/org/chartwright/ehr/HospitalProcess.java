package org.chartwright.ehr;

import java.util.Arrays;

/**
 * The hospital's FHIR server as a process of its own, for journeys through the product: it knows the patients that it is started
 * with, each as {@code system|number}, prints its address, and ends when its input does.
 */
public final class HospitalProcess {

    private HospitalProcess() {}

    /** Starts it. */
    public static void main(String[] known) throws Exception {
        try (FhirHospital hospital = new FhirHospital()) {
            Arrays.stream(known).map(one -> one.split("\\|", 2)).forEach(one -> hospital.knows(one[0], one[1]));
            System.out.println(hospital.address());
            System.in.transferTo(java.io.OutputStream.nullOutputStream());
        }
    }
}
