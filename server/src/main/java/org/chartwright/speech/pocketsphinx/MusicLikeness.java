package org.chartwright.speech.pocketsphinx;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Tells what a decoder makes of music, bells and machines from what somebody said: a logistic model of {@link MusicLooks}.
 * Fitted to made-up music and noise beside synthetic voices ({@code ./chartwright train music} does it), clean, monotonous, in
 * rooms, in noise and by telephone. Immutable, safe for any number of threads.
 */
public final class MusicLikeness {

    /** No voice leaves less than this below 1.2 kHz. */
    private static final double SHALLOWEST = 0.01;

    private static final String RESOURCE = "music.txt";
    private static final String CONSTANT = "constant";
    private static final String LIMIT = "limit";

    private final String provenance;
    private final double constant;
    private final double[] weights;
    private final double limit;

    /**
     * A model.
     *
     * @param provenance what it was fitted to, in one line
     * @param constant the likeness of a piece whose looks are all zero, in logarithms of odds
     * @param weights one for each of {@link MusicLooks#NAMES}
     * @param limit from which likeness on a piece is refused
     */
    public MusicLikeness(String provenance, double constant, double[] weights, double limit) {
        if (weights.length != MusicLooks.NAMES.size()) {
            throw new IllegalArgumentException("One weight for each look is wanted");
        }
        this.provenance = provenance;
        this.constant = constant;
        this.weights = weights.clone();
        this.limit = limit;
    }

    /** The model that is shipped. */
    public static MusicLikeness shipped() {
        try (InputStream file = MusicLikeness.class.getResourceAsStream(RESOURCE)) {
            if (file == null) {
                throw new IllegalStateException("The weights of MusicLikeness are not on the class path");
            }
            return read(new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MusicLikeness read(BufferedReader lines) throws IOException {
        String provenance = "";
        Map<String, Double> numbers = new HashMap<>();
        String line;
        while ((line = lines.readLine()) != null) {
            if (line.startsWith("#")) {
                provenance = line.substring(1).strip();
            } else {
                int space = line.indexOf(' ');
                numbers.put(line.substring(0, space), Double.valueOf(line.substring(space + 1)));
            }
        }
        return new MusicLikeness(
                provenance,
                number(numbers, CONSTANT),
                MusicLooks.NAMES.stream().mapToDouble(name -> number(numbers, name)).toArray(),
                number(numbers, LIMIT));
    }

    private static double number(Map<String, Double> numbers, String name) {
        Double number = numbers.get(name);
        if (number == null) {
            throw new IllegalStateException("MusicLikeness lacks a weight: " + name);
        }
        return number;
    }

    /** As a file of one number a line, as {@link #shipped} reads it. */
    public String written() {
        StringBuilder file = new StringBuilder("# " + provenance + "\n");
        file.append(line(CONSTANT, constant));
        for (int i = 0; i < weights.length; i++) {
            file.append(line(MusicLooks.NAMES.get(i), weights[i]));
        }
        return file.append(line(LIMIT, limit)).toString();
    }

    private static String line(String name, double number) {
        return String.format(Locale.ROOT, "%s %.6g%n", name, number);
    }

    /** How like music a piece is, in logarithms of odds. */
    public double of(double[] looks) {
        double likeness = constant;
        for (int i = 0; i < weights.length; i++) {
            likeness += weights[i] * looks[i];
        }
        return likeness;
    }

    /** Whether nobody spoke where these looks were taken. */
    public boolean isMusic(double[] looks) {
        return of(looks) > limit || isShallow(looks);
    }

    /** Whether there is next to nothing where a voice has its power. */
    public static boolean isShallow(double[] looks) {
        return looks[MusicLooks.DEPTH] < SHALLOWEST;
    }

    @Override
    public String toString() {
        return "MusicLikeness" + Arrays.toString(weights);
    }
}
