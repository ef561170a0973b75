package org.chartwright.speakers;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.chartwright.audio.SpeechPiece;

/**
 * How somebody sounds who agreed to be known again: a model of the shape and the pitch of a voice, from which no speech can be
 * made. It is about a person, so it is kept sealed. Immutable; any number of threads.
 */
public final class VoicePrint {

    private static final int FORMAT = 1;
    private static final int COMPONENTS = 16;
    private static final int ROUNDS = 10;

    /** 20 s of speech in frames of 20 ms. */
    private static final int LEAST_FRAMES = 1000;

    /** A variance below which no coefficient is taken to lie. */
    private static final double FLOOR = 0.05;

    private final byte[] bytes;

    private VoicePrint(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A print of the one voice in these pieces; empty when less than 20 s of it are heard. */
    public static Optional<VoicePrint> of(List<SpeechPiece> pieces) {
        FrameStore store = new FrameStore();
        pieces.forEach(store::add);
        SpokenFrames spoken = SpokenFrames.of(store, Tuning.CHOSEN);
        if (spoken.size() < LEAST_FRAMES) {
            return Optional.empty();
        }
        double[] floor = new double[VoiceFeatures.CEPSTRA];
        Arrays.fill(floor, FLOOR);
        return Optional.of(new VoicePrint(written(Voice.fit(store, spoken.frames(), COMPONENTS, ROUNDS, floor))));
    }

    /** Reads what {@link #bytes} gave. */
    public static VoicePrint of(byte[] bytes) throws IOException {
        VoicePrint print = new VoicePrint(bytes.clone());
        print.read();
        return print;
    }

    /** The print in a form that can be kept: some 5 kB. */
    public byte[] bytes() {
        return bytes.clone();
    }

    private static byte[] written(Voice voice) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            voice.shape().write(out);
            out.writeDouble(voice.pitchMean());
            out.writeDouble(voice.pitchDeviation());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private Voice read() throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readUnsignedByte() != FORMAT) {
                throw new IOException("This is no voice print of this version");
            }
            return new Voice(Mixture.read(in), in.readDouble(), in.readDouble());
        }
    }

    /** The model of the voice, a new one for each caller: it works in arrays of its own. */
    Voice voice() {
        try {
            return read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says nothing about the voice. */
    @Override
    public String toString() {
        return "VoicePrint";
    }
}
