package org.chartwright.bedside;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.chartwright.bedside.ClientMessage.Open;
import org.chartwright.bedside.RefusedException.Code;
import org.chartwright.chart.Visit;
import org.chartwright.live.Caption;
import org.chartwright.live.Configuration;
import org.chartwright.live.Encoding;
import org.chartwright.live.LiveException;
import org.chartwright.live.LiveListener;
import org.chartwright.live.LiveSession;
import org.chartwright.live.LiveStream;
import org.chartwright.live.Opening;
import org.chartwright.live.VisitDraft;
import org.chartwright.scribing.ScribeRequest.WordRules;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection, from its first message to its last. What the client says comes on one thread at a time; what it is told
 * goes out on others.
 */
public final class BedsideTalk implements LiveListener {

    /** The largest message that is taken, in bytes. */
    public static final int LARGEST = 65_536;

    private static final Logger LOG = LoggerFactory.getLogger(BedsideTalk.class);

    private final Bedside bedside;
    private final BedsideCaller caller;
    private final Link link;
    private final DraftDiff drafts = new DraftDiff();
    private final CountDownLatch begun = new CountDownLatch(1);
    private @Nullable Sound sound;
    private @Nullable Keeper keeper;
    private volatile @Nullable LiveStream stream;
    private volatile boolean ending;
    private volatile boolean over;
    private final AtomicBoolean left = new AtomicBoolean();

    /** A connection of somebody who is known. */
    public BedsideTalk(Bedside bedside, BedsideCaller caller, Link link) {
        this.bedside = bedside;
        this.caller = caller;
        this.link = link;
    }

    /** Takes a text message. */
    public void text(String message) {
        doing(() -> {
            switch (ClientMessage.read(message)) {
                case Open open -> open(open);
                case ClientMessage.Pause _ -> pause();
                case ClientMessage.Resume _ -> resume();
                case ClientMessage.End end -> end(end.to());
            }
        });
    }

    /** Takes a binary message. */
    public void sound(ByteBuffer message) {
        doing(() -> {
            Sound taken = sound;
            LiveStream open = stream;
            if (taken == null || open == null) {
                throw ClientMessage.Reading.invalid("The first message must be open.");
            }
            caller.requireStillIn();
            taken.take(message, open);
            Keeper waker = keeper;
            if (waker != null) {
                waker.wake();
            }
            taken.level().ifPresent(link::offer);
        });
    }

    /** The client has gone; the session rests when all is heard that came. */
    public void gone() {
        over = true;
        begun.countDown();
        Keeper open = keeper;
        if (open != null) {
            open.stop();
        }
        LiveStream ended = stream;
        if (ended != null && !ending && left.compareAndSet(false, true)) {
            Thread.ofVirtual().name("bedside-rest").start(() -> finish(ended));
        }
    }

    private static void finish(LiveStream stream) {
        try {
            stream.finish();
        } catch (InterruptedException _) {
            // Ended by another stream of the session, which goes on with it.
        }
    }

    private interface Doing {
        void run() throws RefusedException, LiveException, IOException, InterruptedException;
    }

    private void doing(Doing what) {
        if (over) {
            return;
        }
        try {
            what.run();
        } catch (RefusedException why) {
            refuse(why);
        } catch (LiveException why) {
            refuse(RefusedException.of(why));
        } catch (IOException _) {
            refuse(new RefusedException(Code.INTERNAL, "There was an internal error. What was acknowledged is kept."));
        } catch (InterruptedException _) {
            // Ended by us, which the client is told by who did it.
        } catch (RuntimeException e) {
            LOG.error("A connection failed inside: {}", e.getClass().getName());
            refuse(new RefusedException(Code.INTERNAL, "There was an internal error. What was acknowledged is kept."));
        }
    }

    private void refuse(RefusedException why) {
        over = true;
        begun.countDown();
        try {
            link.last(ServerMessages.error(why));
        } catch (IOException | InterruptedException _) {
            // It has gone already.
        }
        link.close(why.code().close(), why.code().wireName());
        gone();
    }

    private void open(Open wanted) throws RefusedException, LiveException, IOException, InterruptedException {
        if (stream != null) {
            throw ClientMessage.Reading.invalid("open can come only once, at the beginning.");
        }
        caller.requireStillIn();
        Optional<LiveSession> known = bedside.known(caller, wanted);
        Configuration asked = bedside.configuration(caller, wanted, known);
        UUID session = known.map(LiveSession::id).orElseGet(UUID::randomUUID);
        WordRules rules = bedside.rules(caller, session, asked);
        Configuration configuration = caller.admit(session, asked);
        LiveStream opened = bedside.sessions()
                .open(caller.tenant(), new Opening(session, 16_000, Encoding.PCM, configuration.visit().orElse(null)), this);
        stream = opened;
        try {
            opened.configure(configuration, rules);
        } catch (LiveException why) {
            opened.fail(why);
            throw why;
        }
        Sound taken = new Sound(configuration.soundChannels(), opened.frames());
        long kept = taken.received();
        taken.skipTo(wanted.resumeFrom(), opened);
        sound = taken;
        configuration.visit().ifPresent(visit -> bedside.visits().reached(
                caller.tenant(), visit, Visit.State.RECORDING, session.toString()));
        var message = ServerMessages.opened(
                session.toString(), configuration.visit().map(UUID::toString).orElse(null), taken.received(), known.isPresent());
        message.put("channels", configuration.soundChannels());
        message.putObject("lost").put("from", kept).put("to", taken.received());
        ServerMessages.putLimits(message, bedside.sessions().settings(), LARGEST);
        link.send(ServerMessages.text(message));
        for (Caption caption : opened.spoken()) {
            link.send(ServerMessages.caption(caption));
        }
        begun.countDown();
        opened.ready();
        keeper = new Keeper(opened, link, taken);
    }

    private void pause() throws RefusedException, IOException, InterruptedException {
        LiveStream open = opened();
        open.pause();
        link.send(ServerMessages.kept(opened(sound).offset(open.secure())));
        link.send(ServerMessages.text(ServerMessages.of("paused")));
    }

    private void resume() throws RefusedException, IOException, InterruptedException {
        opened().resume();
        link.send(ServerMessages.text(ServerMessages.of("resumed")));
    }

    private void end(long to) throws RefusedException, LiveException, IOException, InterruptedException {
        LiveStream open = opened();
        Sound taken = opened(sound);
        if (to != taken.received()) {
            throw to > taken.received()
                    ? new RefusedException("Sound is missing before the end.", taken.received())
                    : ClientMessage.Reading.invalid("More sound came than the visit shall have.");
        }
        ending = true;
        open.endSession();
        link.send(ServerMessages.kept(taken.offset(open.secure())));
        open.finish();
    }

    private LiveStream opened() throws RefusedException {
        return opened(stream);
    }

    private static <T> T opened(@Nullable T what) throws RefusedException {
        if (what == null) {
            throw ClientMessage.Reading.invalid("The first message must be open.");
        }
        return what;
    }

    @Override
    public void caption(Caption caption) throws IOException, InterruptedException {
        begun.await();
        link.send(ServerMessages.caption(caption));
    }

    @Override
    public boolean wantsDraft() {
        return true;
    }

    @Override
    public void draft(VisitDraft draft) throws IOException, InterruptedException {
        begun.await();
        List<String> messages = new ArrayList<>(drafts.tell(draft));
        for (String message : messages) {
            link.send(message);
        }
    }

    @Override
    public void heartbeat() throws IOException, InterruptedException {
        begun.await();
        try {
            caller.requireStillIn();
        } catch (RefusedException why) {
            refuse(why);
            return;
        }
        link.send(ServerMessages.text(ServerMessages.of("beat")));
    }

    @Override
    public void ended(@Nullable LiveException why) throws IOException, InterruptedException {
        Keeper open = keeper;
        if (open != null) {
            open.stop();
        }
        if (over) {
            return;
        }
        over = true;
        if (why != null) {
            RefusedException reason = RefusedException.of(why);
            link.last(ServerMessages.error(reason));
            link.close(reason.code().close(), reason.code().wireName());
        } else {
            if (ending) {
                link.last(ServerMessages.text(ServerMessages.of("ended")));
            }
            link.close(1000, "");
        }
    }

    @Override
    public void abort() {
        over = true;
        link.close(Code.LIMIT.close(), Code.LIMIT.wireName());
    }
}
