package org.chartwright.live;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.chartwright.audio.SpeechPiece;
import org.chartwright.encounter.TimeSpan;
import org.chartwright.speakers.Voices;
import org.chartwright.speakers.Voices.VoiceSpan;
import org.jspecify.annotations.Nullable;

/**
 * Who spoke when, while the visit goes on. Telling voices apart looks at everything that was heard; it is done aside,
 * each time that a quarter more was heard, and what was heard since goes whole to the voice it is likeliest of. One thread,
 * beside the one that tells apart.
 */
final class ProvisionalVoices implements AutoCloseable {

    private static final double MORE = 1.25;

    private final Voices heard;
    private final int most;
    private final List<SpeechPiece> since = new ArrayList<>();
    private final List<VoiceSpan> guessed = new ArrayList<>();
    private final ExecutorService aside =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("live-voices").factory());
    private @Nullable Voices told;
    private List<VoiceSpan> spans = List.of();
    private @Nullable Future<Telling> next;
    private long millis;
    private long millisTold;

    /** What was told apart of all that was heard up to a moment. */
    private record Telling(Voices voices, List<VoiceSpan> spans, int pieces) {}

    ProvisionalVoices(Supplier<Voices> voices, int most) {
        this.heard = voices.get();
        this.most = most;
    }

    void observe(SpeechPiece piece) {
        heard.observe(piece);
        since.add(piece);
        millis += piece.time().durationMillis();
        takeUp();
        guess(piece);
        if (next == null && millis > millisTold * MORE) {
            millisTold = millis;
            Voices now = heard.snapshot();
            int pieces = since.size();
            next = aside.submit(() -> new Telling(now, now.tellApart(most), pieces));
        }
    }

    /** The voices so far. */
    List<VoiceSpan> spans() {
        takeUp();
        List<VoiceSpan> all = new ArrayList<>(spans);
        all.addAll(guessed);
        return all;
    }

    /** The voices of all that was heard, told apart now. */
    List<VoiceSpan> all() {
        return heard.tellApart(most);
    }

    private void takeUp() {
        Future<Telling> done = next;
        if (done == null || !done.isDone()) {
            return;
        }
        next = null;
        try {
            Telling telling = done.get();
            told = telling.voices();
            spans = telling.spans();
            since.subList(0, telling.pieces()).clear();
            guessed.clear();
            since.forEach(this::guess);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Voices could not be told apart", e.getCause());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void guess(SpeechPiece piece) {
        Voices known = told;
        TimeSpan time = piece.time();
        guessed.add(new VoiceSpan(time, known == null ? 0 : known.likeliest(piece)));
    }

    @Override
    public void close() {
        aside.shutdownNow();
    }
}
