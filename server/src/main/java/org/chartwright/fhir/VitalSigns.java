package org.chartwright.fhir;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartwright.chart.Transcript.Fact;
import org.chartwright.encounter.Insight;
import org.chartwright.fhir.Evidence.Indexed;
import org.chartwright.fhir.Evidence.Rested;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Quantity;

/**
 * Measured vital signs as observations in US Core's profiles. A value without a number, or whose unit is neither said nor
 * plain from its size, makes none.
 */
final class VitalSigns {

    private static final Pattern PRESSURE = Pattern.compile("(\\d{2,3})\\s*(?:/|over)\\s*(\\d{2,3})");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}(?:\\.\\d{1,2})?");
    private static final String PRESSURE_NAME = "blood pressure";
    private static final String TEMPERATURE = "temperature";

    /** By the concept's clinical name; units as UCUM has them. */
    private static final Map<String, Sign> SIGNS = Map.of(
            "heart rate", new Sign("us-core-heart-rate", "8867-4", "Heart rate", "/min", 20, 260),
            "respiratory rate", new Sign("us-core-respiratory-rate", "9279-1", "Respiratory rate", "/min", 4, 80),
            "oxygen saturation",
                    new Sign("us-core-pulse-oximetry", "59408-5", "Oxygen saturation by pulse oximetry", "%", 40, 100),
            TEMPERATURE, new Sign("us-core-body-temperature", "8310-5", "Body temperature", "[degF]", 90, 110));

    private VitalSigns() {}

    /**
     * A vital sign with one number.
     *
     * @param profile of US Core
     * @param loinc its code
     * @param display that code's name
     * @param unit in UCUM
     * @param least below which a number is not one of these
     * @param most above which it is not
     */
    private record Sign(String profile, String loinc, String display, String unit, int least, int most) {}

    static List<Observation> of(Rested rested) {
        List<Observation> made = new ArrayList<>();
        for (Indexed one : rested.facts()) {
            if (one.fact().kind().equals("TEST") && one.fact().subject().equals("PATIENT")
                    && Set.of("PRESENT", "PAST").contains(one.fact().assertion())) {
                observation(rested, one).ifPresent(made::add);
            }
        }
        return made;
    }

    private static Optional<Observation> observation(Rested rested, Indexed one) {
        String value = attribute(rested, one.fact(), "TEST_VALUE");
        if (one.fact().name().equals(PRESSURE_NAME)) {
            return pressure(rested, one, value);
        }
        Sign sign = SIGNS.get(one.fact().name());
        Matcher number = NUMBER.matcher(value);
        if (sign == null || !number.find()) {
            return Optional.empty();
        }
        BigDecimal read = new BigDecimal(number.group());
        Sign meant = sign;
        if (one.fact().name().equals(TEMPERATURE) && isCelsius(read)) {
            meant = new Sign(sign.profile, sign.loinc, sign.display, "Cel", 30, 45);
        }
        if (read.doubleValue() < meant.least || read.doubleValue() > meant.most) {
            return Optional.empty();
        }
        Observation observation = empty(rested, one, meant.profile);
        CodeableConcept code = Names.loinc(meant.loinc, meant.display);
        if (meant.loinc.equals("59408-5")) {
            code.addCoding(new Coding(Names.LOINC, "2708-6", "Oxygen saturation in Arterial blood"));
        }
        observation.setCode(code);
        observation.setValue(quantity(read, meant.unit));
        return Optional.of(observation);
    }

    /** No living person has a temperature that would be taken for the other scale's. */
    private static boolean isCelsius(BigDecimal read) {
        return read.doubleValue() >= 30 && read.doubleValue() <= 45;
    }

    private static Optional<Observation> pressure(Rested rested, Indexed one, String value) {
        Matcher both = PRESSURE.matcher(value.toLowerCase(Locale.ROOT));
        if (!both.find()) {
            return Optional.empty();
        }
        Observation observation = empty(rested, one, "us-core-blood-pressure");
        observation.setCode(Names.loinc("85354-9", "Blood pressure panel with all children optional"));
        observation.addComponent()
                .setCode(Names.loinc("8480-6", "Systolic blood pressure"))
                .setValue(quantity(new BigDecimal(both.group(1)), "mm[Hg]"));
        observation.addComponent()
                .setCode(Names.loinc("8462-4", "Diastolic blood pressure"))
                .setValue(quantity(new BigDecimal(both.group(2)), "mm[Hg]"));
        return Optional.of(observation);
    }

    private static Observation empty(Rested rested, Indexed one, String profile) {
        Observation observation = new Observation();
        observation.setId(FactMapping.id(rested, one));
        Meta meta = Names.meta(rested.note(), profile);
        observation.setMeta(meta);
        observation.setStatus(FactMapping.isSigned(rested) ? ObservationStatus.FINAL : ObservationStatus.PRELIMINARY);
        observation.addCategory(Names.hl7("observation-category", "vital-signs", "Vital Signs"));
        observation.setSubject(FactMapping.patient(rested));
        observation.setEncounter(FactMapping.visit(rested));
        observation.setEffective(FactMapping.when(rested.note()));
        observation.setIssued(Date.from(rested.note().at()));
        return observation;
    }

    private static Quantity quantity(BigDecimal value, String unit) {
        return new Quantity()
                .setValue(value)
                .setUnit(unit)
                .setSystem("http://unitsofmeasure.org")
                .setCode(unit);
    }

    private static String attribute(Rested rested, Fact fact, String type) {
        return FactMapping.insight(rested, fact).attributes().stream()
                .filter(attribute -> attribute.type().equals(type))
                .findFirst()
                .map((Insight.Attribute attribute) -> FactMapping.said(rested.transcript().entry(), attribute))
                .orElse("");
    }
}
