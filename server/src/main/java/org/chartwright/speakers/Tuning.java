package org.chartwright.speakers;

/**
 * The numbers that were chosen on the training mixtures, in one place.
 *
 * @param activityShare how far between the noise floor and loud speech a frame must reach to count as speech
 * @param leastAboveFloor the least distance from the floor, natural-log units of energy
 * @param changePenalty the price of a change of voice in the middle of speech, in nats
 * @param pausePenalty the price of a change at a pause
 * @param leastStayFrames how long a voice goes on at least in the middle of speech
 * @param likelihoodScale what one frame's log-likelihood counts: frames overlap and are far from independent
 * @param pitchWeight what the pitch counts beside the spectrum
 * @param mergePenalty the weight of the penalty that keeps two clusters apart
 * @param leastVoiceFrames a voice heard for less counts proportionally less
 * @param evidenceForSecond the difference times the usual stay, in frames, that a second voice must show
 * @param evidenceForMore the same for every further voice
 * @param joinMillis pauses up to this length within one voice are bridged
 * @param thrownInMillis what is said over another's talk is no longer than this
 * @param breathMillis and the other makes no longer pause than this before and after
 */
record Tuning(
        double activityShare,
        double leastAboveFloor,
        double changePenalty,
        double pausePenalty,
        int leastStayFrames,
        double likelihoodScale,
        double pitchWeight,
        double mergePenalty,
        int leastVoiceFrames,
        double evidenceForSecond,
        double evidenceForMore,
        int joinMillis,
        int thrownInMillis,
        int breathMillis) {

    static final Tuning CHOSEN = new Tuning(0.25, 1.5, 25, 8, 20, 0.6, 1.0, 2.0, 300, 400, 550, 800, 1000, 100);
}
