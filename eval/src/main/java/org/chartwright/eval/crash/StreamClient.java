package org.chartwright.eval.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.chartwright.eval.SyntheticVoice;
import org.chartwright.live.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Streams one visit to its end, however often it is cut off, and goes on where the server says that its sound is safe. Knows
 * what it was told, and so what was lost or doubled. Runs on a thread of its own.
 */
final class StreamClient implements Runnable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int CHUNK = 200 * Talk.PER_MILLI;

    /** How much sound may be under way unanswered. */
    private static final int AHEAD = 5 * CHUNK;

    private static final String GONE = "gone";

    private final CrashHouse house;
    private final UUID session;
    private final Talk talk;
    private final Random luck;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final SortedMap<Long, String> told = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private volatile State state = State.AWAY;
    private int sent;
    private int safe;
    private int openings;
    private int attempt;

    /** What it is doing. */
    enum State {
        AWAY,
        STREAMING,
        ENDING,
        OVER
    }

    StreamClient(CrashHouse house, UUID session, Talk talk, Random luck) {
        this.house = house;
        this.session = session;
        this.talk = talk;
        this.luck = luck;
    }

    /** Whether a job is the one that follows the end of a session. */
    static boolean isOfSession(String job) {
        return job.startsWith("healthscribe-streaming/");
    }

    UUID session() {
        return session;
    }

    /** The name of the job that must follow. */
    String job() {
        return Configuration.folder(session);
    }

    State state() {
        return state;
    }

    /** How often it had to begin anew. */
    int resumed() {
        return Math.max(0, openings - 1);
    }

    /** Takes what the server said about this session, without its name. */
    void answer(String line) {
        answers.add(line);
    }

    /** The server is dead. */
    void gone() {
        answers.add(GONE);
    }

    @Override
    public void run() {
        try {
            while (state != State.OVER) {
                stream();
                if (state != State.OVER) {
                    state = State.AWAY;
                    Thread.sleep(20);
                }
            }
        } catch (InterruptedException _) {
            faults.add("stream " + session + " did not come to its end");
        }
    }

    /** One connection, until it breaks or all is said. */
    private void stream() throws InterruptedException {
        SubjectProcess subject = house.subject();
        answers.clear();
        if (!subject.alive()) {
            return;
        }
        attempt++;
        subject.tell("open " + session + " " + attempt);
        if (!await("open")) {
            return;
        }
        openings++;
        state = State.STREAMING;
        while (sent < talk.frames()) {
            int to = Math.min(talk.frames(), sent + CHUNK);
            subject.tell("sound " + session + " " + attempt + " " + Base64.getEncoder()
                    .encodeToString(SyntheticVoice.bytes(Arrays.copyOfRange(talk.samples(), sent, to))));
            sent = to;
            boolean goesOn = drain();
            while (goesOn && sent - safe > AHEAD) {
                goesOn = await("safe");
            }
            if (!goesOn) {
                return;
            }
            Thread.sleep(luck.nextInt(60));
        }
        state = State.ENDING;
        subject.tell("end " + session + " " + attempt);
        await("over");
    }

    /** Waits for that answer; false when the stream is cut or over instead. */
    private boolean await(String wanted) throws InterruptedException {
        while (true) {
            String line = answers.poll(120, TimeUnit.SECONDS);
            if (line == null) {
                faults.add("stream " + session + " got no answer for two minutes");
                return false;
            }
            if (!take(line)) {
                return false;
            }
            if (line.startsWith(wanted + " " + attempt + " ")) {
                return true;
            }
        }
    }

    private boolean drain() {
        boolean goesOn = true;
        for (String line = answers.poll(); line != null && goesOn; line = answers.poll()) {
            goesOn = take(line);
        }
        return goesOn;
    }

    /** False when the connection is no more. What an earlier one was told counts, how it ended does not. */
    private boolean take(String line) {
        String[] words = line.split(" ", -1);
        boolean stale = words.length > 1 && Integer.parseInt(words[1]) != attempt;
        if (stale && !words[0].equals("said") && !words[0].equals("safe")) {
            return true;
        }
        switch (words[0]) {
            case "open" -> begin(Integer.parseInt(words[2]));
            case "safe" -> safe = Math.max(safe, Integer.parseInt(words[2]));
            case "said" -> said(words);
            case "over" -> over();
            default -> {
                return false;
            }
        }
        return state != State.OVER;
    }

    private void begin(int kept) {
        if (kept < safe) {
            faults.add("lost: " + (safe - kept) + " samples of stream " + session + " that were acknowledged");
        }
        if (kept > sent) {
            faults.add("doubled: " + (kept - sent) + " samples of stream " + session + " that nobody sent");
        }
        sent = kept;
    }

    private void said(String[] words) {
        // A caption acknowledges what was said until then.
        safe = Math.max(safe, Integer.parseInt(words[2]) * Talk.PER_MILLI);
        for (String word : Arrays.copyOfRange(words, 3, words.length)) {
            int mark = word.indexOf('=');
            String before = told.put(Long.valueOf(word.substring(0, mark)), word.substring(mark + 1));
            if (before != null) {
                faults.add("doubled: stream " + session + " was told a final word twice");
            }
        }
    }

    private void over() {
        if (state != State.ENDING && sent < talk.frames()) {
            faults.add("stream " + session + " is over before its client said so");
        }
        state = State.OVER;
    }

    /** What is wrong with the session and its documents, once its job has ended. */
    List<String> faults(FolderObjects objects) throws IOException {
        List<String> all = new ArrayList<>(faults);
        Path transcript = objects.place("out", job() + "/transcript.json");
        Path summary = objects.place("out", job() + "/summary.json");
        if (Files.notExists(transcript) || Files.notExists(summary)) {
            all.add("missing: documents of stream " + session);
            return all;
        }
        if (JSON.readTree(Files.readAllBytes(summary)).path("ClinicalDocumentation").path("Sections").isEmpty()) {
            all.add("torn or wrong: the note of stream " + session);
        }
        List<Map.Entry<Long, String>> heard = new ArrayList<>();
        for (JsonNode item : JSON.readTree(Files.readAllBytes(transcript)).path("Conversation").path("TranscriptItems")) {
            heard.add(Map.entry(
                    Math.round(1000 * item.path("BeginAudioTime").asDouble()),
                    item.path("Alternatives").path(0).path("Content").asString()));
        }
        all.addAll(compare(heard));
        return all;
    }

    List<String> compare(List<Map.Entry<Long, String>> heard) {
        List<String> wrong = new ArrayList<>();
        SortedMap<Long, String> possible = talk.words();
        SortedMap<Long, String> once = new TreeMap<>();
        for (Map.Entry<Long, String> word : heard) {
            if (once.put(word.getKey(), word.getValue()) != null) {
                wrong.add("doubled: a word at " + word.getKey() + " ms of stream " + session);
            }
            if (!word.getValue().equals(possible.get(word.getKey()))) {
                wrong.add("torn: another sound at " + word.getKey() + " ms of stream " + session);
            }
        }
        possible.forEach((at, word) -> {
            if (talk.mustBeHeard(at) && !once.containsKey(at)) {
                wrong.add("lost: a word at " + at + " ms of stream " + session);
            }
        });
        told.forEach((at, word) -> {
            if (!word.equals(once.get(at))) {
                wrong.add("lost: a word at " + at + " ms of stream " + session + " that was told as final");
            }
        });
        return wrong;
    }
}
