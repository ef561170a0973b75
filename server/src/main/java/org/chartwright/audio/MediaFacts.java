package org.chartwright.audio;

/**
 * What a recording is, as its first seconds show it. There is no duration here: what a header claims is not believed, and
 * the true length is known only once all of it was decoded.
 *
 * @param container the file format
 * @param codec FFmpeg's name of the codec, such as {@code opus}
 * @param channels how many, at least 1
 * @param sampleRate in hertz, before it is brought to 16 kHz
 */
public record MediaFacts(MediaContainer container, String codec, int channels, int sampleRate) {}
