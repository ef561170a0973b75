package org.chartwright.eval.live;

import java.io.IOException;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.chartwright.eval.StreamSigning;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A visit that is streamed over as many connections as it takes, and what its client was told. One thread. */
final class CutSession {

    private static final int CHUNK = 6400;
    private static final int BYTES_PER_MILLI = 32;

    private final HttpClient http;
    private final Supplier<StreamSigning> who;
    private final byte[] pcm;
    private final int paceMillis;
    private final TreeMap<Long, String> finals = new TreeMap<>();
    private final List<Long> cutsMillis = new ArrayList<>();
    private @Nullable String session;
    private long acknowledged;
    private long lost;
    private int cuts;
    private boolean endSaid;
    private boolean endUnseen;

    CutSession(HttpClient http, Supplier<StreamSigning> who, byte[] pcm, int paceMillis) {
        this.http = http;
        this.who = who;
        this.pcm = pcm;
        this.paceMillis = paceMillis;
    }

    /** Final captions by when they begin. */
    TreeMap<Long, String> finals() {
        return finals;
    }

    /** How many connections broke off that had begun. */
    int cuts() {
        return cuts;
    }

    /** Whether the server died between the end of the visit and its answer, so that the last captions were not told. */
    boolean isEndUnseen() {
        return endUnseen;
    }

    /** Where it was cut, in milliseconds of its sound. */
    List<Long> cutsMillis() {
        return cutsMillis;
    }

    /** Milliseconds of sound that had been acknowledged and were asked for again. */
    long lostMillis() {
        return lost / BYTES_PER_MILLI;
    }

    /**
     * Streams what is left.
     *
     * @param luck says where this connection is cut; null to let it come to its end
     * @return whether the visit came to its end
     */
    boolean connect(@Nullable Random luck) throws InterruptedException {
        long at = acknowledged;
        boolean begun = false;
        CutClient client = null;
        try {
            client = new CutClient(http, who.get());
            client.say(open());
            at = begin(client);
            begun = true;
            long until = luck == null ? Long.MAX_VALUE : at + CHUNK * (long) (5 + luck.nextInt(60));
            while (at < pcm.length) {
                if (at >= until) {
                    client.vanish();
                    cuts++;
                    cutsMillis.add(at / BYTES_PER_MILLI);
                    return false;
                }
                int count = (int) Math.min(CHUNK, pcm.length - at);
                client.sound(pcm, at, count);
                at += count;
                take(client);
                TimeUnit.MILLISECONDS.sleep(paceMillis);
            }
            endSaid = true;
            client.say("{\"type\":\"end\",\"to\":" + pcm.length + "}");
            while (!take(client.next()).equals("ended")) {
                // Captions come until the end.
            }
            return true;
        } catch (IOException _) {
            if (begun) {
                // All that was sent may have come, and none of what was not acknowledged.
                cuts++;
                cutsMillis.add(acknowledged / BYTES_PER_MILLI);
                cutsMillis.add(at / BYTES_PER_MILLI);
            }
            TimeUnit.MILLISECONDS.sleep(300);
            return endUnseen;
        } finally {
            if (client != null) {
                client.vanish();
            }
        }
    }

    private String open() {
        return "{\"type\":\"open\",\"channels\":1,\"encoding\":\"pcm\",\"sampleRate\":16000,\"language\":\"en-US\","
                + "\"bucket\":\"visits\",\"role\":\"arn:aws:iam::123456789012:role/scribe\",\"resumeFrom\":0"
                + (session == null ? "" : ",\"session\":\"" + session + "\"") + "}";
    }

    private long begin(CutClient client) throws IOException, InterruptedException {
        JsonNode opened = client.next();
        endUnseen = endSaid && opened.path("code").asString("").equals("session-ended");
        if (!take(opened).equals("opened")) {
            throw new IOException("The session did not open: " + opened.path("code").asString(""));
        }
        session = opened.path("session").stringValue();
        long kept = opened.path("kept").longValue();
        lost += Math.max(0, acknowledged - kept);
        acknowledged = Math.max(acknowledged, kept);
        return kept;
    }

    private void take(CutClient client) throws IOException {
        for (JsonNode message = client.poll(); message != null; message = client.poll()) {
            take(message);
        }
    }

    private String take(JsonNode message) throws IOException {
        String type = message.path("type").asString("");
        switch (type) {
            case "kept" -> acknowledged = Math.max(acknowledged, message.path("to").longValue());
            case "caption" -> {
                if (message.path("final").booleanValue()) {
                    finals.put(message.path("begin").longValue(), words(message));
                }
            }
            case "gone", "error" -> throw new IOException("The connection ended: " + message.path("code").asString(""));
            default -> {
                // Levels and drafts.
            }
        }
        return type;
    }

    private static String words(JsonNode caption) {
        StringBuilder words = new StringBuilder();
        caption.path("words").forEach(word -> words.append(word.path("text").asString("")).append(' '));
        return words + "to " + caption.path("end").longValue();
    }
}
