package org.chartwright.speech.amazon;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One bucket and Amazon Transcribe's batch jobs on this machine, as far as their public interfaces go. It hears two words
 * wherever the sound begins with a mark.
 */
final class SmallAmazon implements AutoCloseable {

    static final short MARK = 12_345;
    static final String BUCKET = "ours";
    private static final String TARGET = "Transcribe.";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String HEARD = """
            {"jobName":"j","accountId":"1","status":"COMPLETED","results":{"transcripts":[{"transcript":"Hello, doctor."}],
            "items":[
            {"id":0,"type":"pronunciation","alternatives":[{"confidence":"0.998","content":"Hello"}],"start_time":"0.1","end_time":"0.5"},
            {"id":1,"type":"punctuation","alternatives":[{"confidence":"0.0","content":","}]},
            {"id":2,"type":"pronunciation","alternatives":[{"confidence":"0.9","content":"doctor"}],"start_time":"0.5","end_time":"9.0"},
            {"id":3,"type":"punctuation","alternatives":[{"confidence":"0.0","content":"."}]}]}}""";
    private static final String NOTHING = "{\"results\":{\"transcripts\":[{\"transcript\":\"\"}],\"items\":[]}}";

    /** What lies in the bucket. */
    final Map<String, byte[]> objects = new TreeMap<>();

    /** The jobs there are, each with how often it was looked at. */
    final Map<String, Integer> jobs = new TreeMap<>();

    /** What was asked, such as {@code StartTranscriptionJob} or {@code PUT}. */
    final List<String> asked = new ArrayList<>();

    /** Answers to come before the real ones, by what is asked: an HTTP status. */
    final Map<String, List<Integer>> troubles = new TreeMap<>();

    /** How often a job is looked at before it has ended. */
    volatile int looks = 2;

    /** Open once a job was looked at. */
    final CountDownLatch lookedAt = new CountDownLatch(1);

    volatile String end = "COMPLETED";
    volatile String heard = HEARD;

    private final HttpServer server;

    SmallAmazon() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private synchronized void answer(HttpExchange call) throws IOException {
        byte[] body = call.getRequestBody().readAllBytes();
        String target = call.getRequestHeaders().getFirst("X-Amz-Target");
        String what = target == null ? call.getRequestMethod() : target.substring(TARGET.length());
        asked.add(what);
        List<Integer> trouble = troubles.getOrDefault(what, new ArrayList<>());
        if (!trouble.isEmpty()) {
            fail(call, trouble.removeFirst(), "TroubleException");
        } else if (!signedFor(call, target == null ? "s3" : "transcribe")) {
            fail(call, 403, "IncompleteSignatureException");
        } else if (target == null) {
            store(call, body);
        } else {
            transcribe(call, what, JSON.readTree(body));
        }
    }

    private static boolean signedFor(HttpExchange call, String service) {
        String signature = String.valueOf(call.getRequestHeaders().getFirst("Authorization"));
        return signature.startsWith("AWS4-HMAC-SHA256 Credential=AKIDTEST/") && signature.contains("/" + service + "/aws4_request");
    }

    private void store(HttpExchange call, byte[] body) throws IOException {
        String key = call.getRequestURI().getPath().substring(BUCKET.length() + 2);
        switch (call.getRequestMethod()) {
            case "PUT" -> {
                objects.put(key, body);
                send(call, 200, "");
            }
            case "GET" -> {
                byte[] found = objects.get(key);
                if (found == null) {
                    fail(call, 404, "NoSuchKey");
                } else {
                    send(call, 200, new String(found, StandardCharsets.UTF_8));
                }
            }
            default -> {
                objects.remove(key);
                send(call, 204, "");
            }
        }
    }

    private void transcribe(HttpExchange call, String what, JsonNode request) throws IOException {
        String job = request.path("TranscriptionJobName").asString();
        switch (what) {
            case "StartTranscriptionJob" -> start(call, job, request);
            case "GetTranscriptionJob" -> tell(call, job);
            default -> {
                jobs.remove(job);
                send(call, 200, "");
            }
        }
    }

    private void start(HttpExchange call, String job, JsonNode request) throws IOException {
        String sound = request.path("Media").path("MediaFileUri").asString().substring(("s3://" + BUCKET + "/").length());
        boolean asExpected = objects.containsKey(sound)
                && BUCKET.equals(request.path("OutputBucketName").asString())
                && "wav".equals(request.path("MediaFormat").asString())
                && "en-US".equals(request.path("LanguageCode").asString())
                && request.path("MediaSampleRateHertz").asInt() == 16_000;
        if (!asExpected) {
            fail(call, 400, "BadRequestException");
            return;
        }
        jobs.put(job, 0);
        objects.put(
                request.path("OutputKey").asString(),
                (isMarked(objects.get(sound)) ? heard : NOTHING).getBytes(StandardCharsets.UTF_8));
        send(call, 200, described(job, "QUEUED"));
    }

    private void tell(HttpExchange call, String job) throws IOException {
        Integer seen = jobs.computeIfPresent(job, (_, before) -> before + 1);
        lookedAt.countDown();
        if (seen == null) {
            fail(call, 400, "NotFoundException");
        } else {
            send(call, 200, described(job, seen > looks ? end : "IN_PROGRESS"));
        }
    }

    private static String described(String job, String status) {
        return "{\"TranscriptionJob\":{\"TranscriptionJobName\":\"" + job + "\",\"TranscriptionJobStatus\":\"" + status + "\"}}";
    }

    private static boolean isMarked(byte[] upload) {
        int data = new String(upload, StandardCharsets.ISO_8859_1).indexOf("WAVEfmt ") + 36;
        return ByteBuffer.wrap(upload).order(ByteOrder.LITTLE_ENDIAN).getShort(data) == MARK;
    }

    private static void fail(HttpExchange call, int status, String code) throws IOException {
        boolean json = call.getRequestHeaders().containsKey("X-Amz-Target");
        send(call, status, json
                ? "{\"__type\":\"" + code + "\",\"Message\":\"something private\"}"
                : "<Error><Code>" + code + "</Code><Message>something private</Message></Error>");
    }

    private static void send(HttpExchange call, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
