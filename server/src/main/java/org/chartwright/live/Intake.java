package org.chartwright.live;

import java.io.IOException;
import java.util.Arrays;
import org.chartwright.audio.LiveMedia;
import org.chartwright.audio.MediaContainer;
import org.chartwright.audio.MediaDecoder;
import org.chartwright.audio.MediaException;
import org.chartwright.audio.Resampler;
import org.jspecify.annotations.Nullable;

/** The bytes of one stream become samples at 16 kHz, of all channels in turn. One thread writes. */
sealed interface Intake extends AutoCloseable {

    /** Takes the next bytes. */
    void add(byte[] bytes) throws LiveException, IOException, InterruptedException;

    /** Says that no more follow, and waits until all samples are out. */
    void end() throws LiveException, IOException, InterruptedException;

    @Override
    void close();

    /** Where samples go. */
    interface Sink {
        void accept(short[] samples) throws LiveException, IOException, InterruptedException;
    }

    /** For that encoding. */
    static Intake of(Encoding encoding, int rate, int channels, MediaDecoder decoder, Sink sink) throws IOException {
        return switch (encoding) {
            case PCM -> new Pcm(rate, channels, sink);
            case FLAC -> new Compressed(decoder.openLive(MediaContainer.FLAC, channels), sink);
            case OGG_OPUS -> new Compressed(decoder.openLive(MediaContainer.OGG, channels), sink);
        };
    }

    /** Bare samples. Chunks may end between the samples of two channels, but not within one. */
    final class Pcm implements Intake {

        private final int channels;
        private final Sink sink;
        private final Resampler[] resamplers;
        private byte[] rest = {};

        Pcm(int rate, int channels, Sink sink) {
            this.channels = channels;
            this.sink = sink;
            this.resamplers = new Resampler[channels];
            for (int channel = 0; channel < channels; channel++) {
                resamplers[channel] = Resampler.from(rate);
            }
        }

        @Override
        public void add(byte[] bytes) throws LiveException, IOException, InterruptedException {
            if (bytes.length % 2 != 0) {
                throw new LiveException(
                        LiveException.Kind.BAD_REQUEST,
                        "An audio chunk of pcm must have an even number of bytes: samples have 16 bits.");
            }
            byte[] all = bytes;
            if (rest.length > 0) {
                all = Arrays.copyOf(rest, rest.length + bytes.length);
                System.arraycopy(bytes, 0, all, rest.length, bytes.length);
            }
            int frames = all.length / (2 * channels);
            rest = Arrays.copyOfRange(all, frames * 2 * channels, all.length);
            short[][] made = new short[channels][];
            for (int channel = 0; channel < channels; channel++) {
                short[] samples = new short[frames];
                for (int i = 0; i < frames; i++) {
                    int at = 2 * (i * channels + channel);
                    samples[i] = (short) ((all[at] & 0xff) | (all[at + 1] << 8));
                }
                made[channel] = resamplers[channel].add(samples, 0, frames);
            }
            give(made);
        }

        @Override
        public void end() throws LiveException, IOException, InterruptedException {
            short[][] made = new short[channels][];
            for (int channel = 0; channel < channels; channel++) {
                made[channel] = resamplers[channel].end();
            }
            give(made);
        }

        private void give(short[][] made) throws LiveException, IOException, InterruptedException {
            short[] all = channels == 1 ? made[0] : new short[channels * made[0].length];
            for (int channel = 0; channels > 1 && channel < channels; channel++) {
                for (int i = 0; i < made[0].length; i++) {
                    all[i * channels + channel] = made[channel][i];
                }
            }
            if (all.length > 0) {
                sink.accept(all);
            }
        }

        @Override
        public void close() {}
    }

    /** A compressed stream, in a decoder of its own; a thread brings its samples out. */
    final class Compressed implements Intake {

        private final LiveMedia media;
        private final Sink sink;
        private final Thread pump;
        private volatile @Nullable LiveException failure;

        Compressed(LiveMedia media, Sink sink) {
            this.media = media;
            this.sink = sink;
            // A platform thread, because it waits on a pipe all its life.
            this.pump = Thread.ofPlatform().daemon().name("live-media").start(this::pump);
        }

        private void pump() {
            try {
                short[] samples;
                while ((samples = media.read()).length > 0) {
                    sink.accept(samples);
                }
            } catch (LiveException e) {
                fail(e);
            } catch (MediaException e) {
                fail(new LiveException(LiveException.Kind.BAD_REQUEST, String.valueOf(e.getMessage())));
            } catch (IOException | RuntimeException e) {
                fail(new LiveException(LiveException.Kind.INTERNAL, "The audio could not be decoded."));
            } catch (InterruptedException _) {
                // Closed by the stream.
            }
        }

        private void fail(LiveException why) {
            failure = why;
            media.close();
        }

        @Override
        public void add(byte[] bytes) throws LiveException, InterruptedException {
            try {
                media.write(bytes);
            } catch (IOException _) {
                pump.join();
                LiveException why = failure;
                throw why == null ? broken() : why;
            }
        }

        @Override
        public void end() throws LiveException, InterruptedException {
            media.end();
            pump.join();
            LiveException why = failure;
            if (why != null) {
                throw why;
            }
        }

        private static LiveException broken() {
            return new LiveException(
                    LiveException.Kind.BAD_REQUEST,
                    "The data in your audio stream isn't valid. Check the media encoding and try your request again.");
        }

        @Override
        public void close() {
            media.close();
            pump.interrupt();
        }
    }
}
