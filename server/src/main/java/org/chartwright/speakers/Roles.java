package org.chartwright.speakers;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.chartwright.models.LinearModel;

/**
 * Who is who, from what is said: each voice gets a {@link Part}, and each line the voice that most likely spoke it, for
 * the voices of lines may be wrong. Immutable, safe for any number of threads.
 */
public final class Roles {

    private static final double RARE_WEIGHT = 0.3;
    private static final double RARE_MARGIN = 0.8;

    private final Models models;

    /** With the models that come with the product. */
    public Roles() {
        this(new Models(
                LinearModel.load(Roles.class, "roles.model"),
                LinearModel.load(Roles.class, "relatives.model"),
                LinearModel.load(Roles.class, "colleagues.model")));
    }

    /** With other models. */
    public Roles(Models models) {
        this.models = models;
    }

    /**
     * Three questions to a line; labels are names of {@linkplain Part parts}.
     *
     * @param roles on whose side the speaker is: {@code CLINICIAN} or {@code PATIENT}
     * @param relatives of those on the patient's side: {@code PATIENT} or {@code RELATIVE}
     * @param colleagues of those on the clinician's side: {@code CLINICIAN} or {@code COLLEAGUE}
     */
    public record Models(LinearModel roles, LinearModel relatives, LinearModel colleagues) {}

    /**
     * What was found.
     *
     * @param parts of each voice, by its number; a voice without lines is a patient
     * @param voices of each line, put right
     */
    public record Casting(List<Part> parts, List<Integer> voices) {

        /** Copies the lists. */
        public Casting {
            parts = List.copyOf(parts);
            voices = List.copyOf(voices);
        }

        /** Who speaks a line. */
        public Part part(int line) {
            return parts.get(voices.get(line));
        }
    }

    /**
     * Casts a conversation.
     *
     * @param lines in order of time
     * @param trust how sure the voices of the lines are
     */
    public Casting cast(List<Line> lines, Trust trust) {
        return cast(lines, trust, OptionalInt.empty());
    }

    /** The same where one voice is known to be the clinician's; it counts where that voice has lines. */
    Casting cast(List<Line> lines, Trust trust, OptionalInt clinician) {
        if (lines.isEmpty()) {
            return new Casting(List.of(), List.of());
        }
        boolean heard = lines.stream().anyMatch(line -> clinician.isPresent() && line.voice() == clinician.getAsInt());
        return new RoleChain(evidence(lines), lines, trust).cast(heard ? clinician : OptionalInt.empty());
    }

    /** For each line and part, the log of how much likelier the words are than of anybody. */
    private double[][] evidence(List<Line> lines) {
        RoleFeatures features = RoleFeatures.of(lines.stream().map(Line::text).toList());
        List<double[]> evidence = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            double[] row = new double[Part.values().length];
            if (features.words(i) > 0) {
                Set<String> present = features.at(i);
                double patient = logOdds(models.roles, Part.PATIENT, present);
                row[Part.CLINICIAN.ordinal()] = -patient / 2;
                row[Part.PATIENT.ordinal()] = patient / 2;
                row[Part.RELATIVE.ordinal()] = patient / 2 + rare(models.relatives, Part.RELATIVE, present);
                row[Part.COLLEAGUE.ordinal()] = -patient / 2 + rare(models.colleagues, Part.COLLEAGUE, present);
            }
            evidence.add(row);
        }
        return evidence.toArray(double[][]::new);
    }

    /** Relatives and colleagues are rare, and a long talk holds many lines that could be theirs: they must earn it. */
    private static double rare(LinearModel model, Part part, Set<String> features) {
        return RARE_WEIGHT * (logOdds(model, part, features) - RARE_MARGIN);
    }

    /** How much likelier the line is if that part speaks than if the other one does; the training's shares taken out. */
    private static double logOdds(LinearModel model, Part part, Set<String> features) {
        double probability = model.probabilities(features)[model.labels().indexOf(part.name())];
        double share = Double.parseDouble(model.provenance().getOrDefault("share." + part, "0.5"));
        double certain = Math.clamp(probability, 1e-4, 1 - 1e-4);
        return Math.log(certain / (1 - certain)) - Math.log(share / (1 - share));
    }
}
