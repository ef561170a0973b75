package org.chartwright.audio;

/** Header arithmetic of MPEG audio frames (ISO 11172-3, 13818-3) and of AAC's ADTS frames (ISO 13818-7). */
final class MpegFrame {

    private static final int[][] KILOBITS = {
        {0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448}, // version 1, layer 1
        {0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384}, // version 1, layer 2
        {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320}, // version 1, layer 3
        {0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256}, // version 2, layer 1
        {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160}, // version 2, layers 2 and 3
    };
    private static final int[] HERTZ = {44_100, 48_000, 32_000};

    private MpegFrame() {}

    /** The length in bytes of the frame whose header lies there, 0 when there is no header. */
    static int length(byte[] bytes, int at) {
        if ((bytes[at] & 0xff) != 0xff || (bytes[at + 1] & 0xe0) != 0xe0) {
            return 0;
        }
        return isAdts(bytes, at) ? adtsLength(bytes, at) : mpegLength(bytes, at);
    }

    static boolean isAdts(byte[] bytes, int at) {
        return (bytes[at] & 0xff) == 0xff && (bytes[at + 1] & 0xf6) == 0xf0;
    }

    /** Whether both headers are of one stream: same version, layer and sample rate. */
    static boolean alike(byte[] bytes, int one, int other) {
        int mask = isAdts(bytes, one) ? 0xfc : 0x0c;
        return bytes[one] == bytes[other]
                && ((bytes[one + 1] ^ bytes[other + 1]) & 0xfe) == 0
                && ((bytes[one + 2] ^ bytes[other + 2]) & mask) == 0;
    }

    private static int adtsLength(byte[] bytes, int at) {
        int rate = (bytes[at + 2] >> 2) & 0xf;
        int length = ((bytes[at + 3] & 3) << 11) | ((bytes[at + 4] & 0xff) << 3) | ((bytes[at + 5] & 0xff) >> 5);
        return rate > 12 || length < 8 ? 0 : length;
    }

    private static int mpegLength(byte[] bytes, int at) {
        int version = (bytes[at + 1] >> 3) & 3;
        int layer = 4 - ((bytes[at + 1] >> 1) & 3);
        int rateIndex = (bytes[at + 2] & 0xff) >> 4;
        int hertzIndex = (bytes[at + 2] >> 2) & 3;
        if (version == 1 || layer == 4 || rateIndex == 0 || rateIndex == 15 || hertzIndex == 3) {
            return 0;
        }
        boolean first = version == 3;
        int row = first ? layer - 1 : layer == 1 ? 3 : 4;
        int bits = KILOBITS[row][rateIndex] * 1000;
        int hertz = HERTZ[hertzIndex] >> (first ? 0 : version == 2 ? 1 : 2);
        int padding = (bytes[at + 2] >> 1) & 1;
        if (layer == 1) {
            return (12 * bits / hertz + padding) * 4;
        }
        int samples = layer == 3 && !first ? 72 : 144;
        return samples * bits / hertz + padding;
    }
}
