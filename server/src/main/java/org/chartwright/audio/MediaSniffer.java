package org.chartwright.audio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * Tells the container from the bytes themselves. FFmpeg's own guessing is not used: it would try some three hundred
 * readers on a hostile file, this tries eight patterns.
 */
final class MediaSniffer {

    /** How far into the file MPEG frames are looked for behind rubbish. */
    private static final int HORIZON = 256 * 1024;

    private static final int HEAD = 64;

    private static final Set<String> BOXES = Set.of("ftyp", "moov", "mdat", "free", "skip", "wide", "styp", "sidx", "pnot", "uuid");

    private MediaSniffer() {}

    static MediaContainer sniff(MediaSource source) throws IOException, MediaException {
        byte[] head = read(source, 0, HEAD);
        long tag = tagLength(head, 0);
        if (tag > 0) {
            // Tags may follow each other; players skip them all.
            for (int i = 0; i < 4 && tag < source.size(); i++) {
                head = read(source, tag, HEAD);
                long more = tagLength(head, 0);
                if (more == 0) {
                    break;
                }
                tag += more;
            }
        }
        Optional<MediaContainer> found = byMagic(head);
        if (found.isEmpty()) {
            found = byFrames(read(source, tag, HORIZON));
        }
        return found.orElseThrow(() -> Refusals.unsupported(
                "The file is no WAV, FLAC, MP3, MP4, M4A, Ogg, WebM or AMR recording."));
    }

    private static Optional<MediaContainer> byMagic(byte[] head) {
        if ((has(head, 0, "RIFF") || has(head, 0, "RF64") || has(head, 0, "BW64")) && has(head, 8, "WAVE")) {
            return Optional.of(MediaContainer.WAV);
        }
        if (has(head, 0, "fLaC")) {
            return Optional.of(MediaContainer.FLAC);
        }
        if (has(head, 0, "OggS")) {
            return Optional.of(MediaContainer.OGG);
        }
        if (has(head, 0, "\u001aE\u00df\u00a3")) {
            return Optional.of(MediaContainer.WEBM);
        }
        if (has(head, 0, "#!AMR\n") || has(head, 0, "#!AMR-WB\n")) {
            return Optional.of(MediaContainer.AMR);
        }
        if (head.length >= 8 && BOXES.contains(new String(head, 4, 4, StandardCharsets.ISO_8859_1))) {
            return Optional.of(has(head, 4, "ftypM4A") ? MediaContainer.M4A : MediaContainer.MP4);
        }
        return Optional.empty();
    }

    /** MPEG audio and ADTS have no magic number; three frames in a row that agree are taken for one. */
    private static Optional<MediaContainer> byFrames(byte[] bytes) {
        for (int start = 0; start + 8 < bytes.length; start++) {
            int length = MpegFrame.length(bytes, start);
            if (length == 0) {
                continue;
            }
            int at = start;
            int frames = 0;
            while (frames < 3 && length > 0) {
                frames++;
                at += length;
                length = at + 8 < bytes.length && MpegFrame.alike(bytes, start, at) ? MpegFrame.length(bytes, at) : 0;
            }
            boolean atTheEnd = at >= bytes.length - 8 && bytes.length < HORIZON;
            if (frames >= 3 || (start == 0 && (frames == 2 || atTheEnd))) {
                return Optional.of(MpegFrame.isAdts(bytes, start) ? MediaContainer.AAC : MediaContainer.MP3);
            }
        }
        return Optional.empty();
    }

    /** The length of an ID3v2 tag at that place, 0 when there is none. */
    private static long tagLength(byte[] head, int at) {
        if (!has(head, at, "ID3") || head.length < at + 10) {
            return 0;
        }
        long size = 0;
        for (int i = 6; i < 10; i++) {
            size = (size << 7) | (head[at + i] & 0x7f);
        }
        boolean footer = (head[at + 5] & 0x10) != 0;
        return size + (footer ? 20 : 10);
    }

    private static boolean has(byte[] bytes, int at, String magic) {
        if (bytes.length < at + magic.length()) {
            return false;
        }
        for (int i = 0; i < magic.length(); i++) {
            if ((bytes[at + i] & 0xff) != magic.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static byte[] read(MediaSource source, long offset, int most) throws IOException {
        if (offset >= source.size()) {
            return new byte[0];
        }
        try (InputStream in = source.open(offset)) {
            return in.readNBytes(most);
        }
    }
}
