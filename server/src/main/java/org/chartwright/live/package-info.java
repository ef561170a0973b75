/**
 * A visit while it happens: sound becomes captions and a draft of the note as it comes, is kept before it is acknowledged,
 * and goes on after any cut.
 *
 * <p><b>The one idea.</b> A session is what lies on disk: its sound and what was heard in it. A stream is one connection
 * that adds to it; whatever becomes of the stream, the next one reads the session and goes on.
 *
 * <p><b>Start reading</b> at {@link org.chartwright.live.LiveSessions} (who may stream, and what ends when),
 * {@code LiveStream} (one connection), {@code Hearing} (sound to captions), {@code log.SessionLog}.
 *
 * <p><b>Called by</b> the face and the server; <b>calls</b> {@code speech} to listen along, {@code wording} and the rest of
 * the pipeline through {@code scribing}, whose job machinery does what follows the end.
 *
 * <p><b>Threads.</b> Each stream has one thread that reads (the face's), one that hears and one that tells; a slow reader
 * of captions makes its own stream end, and no other wait.
 *
 * <p><b>Traps.</b> A caption is an acknowledgement: it may be told only once the sound before it is safe. Live words are
 * heard with a floor of noise that knows only the past, so pieces may be cut elsewhere than in a recording.
 */
@Room(
        mayUse = {
            "encounter", "audio", "speech", "speakers", "wording", "clinical", "note", "database", "access", "scribing",
            "chart", "keys", "custody", "models", "specialties"
        })
@NullMarked
package org.chartwright.live;

import org.chartwright.Room;
import org.jspecify.annotations.NullMarked;
