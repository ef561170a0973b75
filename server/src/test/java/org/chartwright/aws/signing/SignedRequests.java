package org.chartwright.aws.signing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.chartwright.aws.wire.WireRequest;
import org.chartwright.aws.wire.WireRequest.Header;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests signed by others: recorded from botocore (ours), and the public vectors where they are at hand. */
final class SignedRequests {

    /** Beside the project, or beside the folder of its clones. */
    static final Path VECTORS = Stream.of("../../shared/vectors/sigv4", "../../../shared/vectors/sigv4")
            .map(path -> Path.of(path).toAbsolutePath().normalize())
            .filter(Files::isDirectory)
            .findFirst()
            .orElse(Path.of("../shared/vectors/sigv4"));

    /** One request with what is needed to judge it. */
    record Signed(
            String name, WireRequest request, Instant at, String accessKey, SigningCredential credential,
            SignatureRules rules) {

        SignatureCheck check() {
            return checkAt(at);
        }

        SignatureCheck checkAt(Instant now) {
            return new SignatureCheck(
                    rules, Clock.fixed(now, ZoneOffset.UTC),
                    key -> key.equals(accessKey) ? Optional.of(credential) : Optional.empty());
        }

        Signed with(WireRequest other) {
            return new Signed(name, other, at, accessKey, credential, rules);
        }

        boolean isPresigned() {
            return request.first("authorization").isEmpty();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private SignedRequests() {}

    static List<Signed> botocore() {
        List<Signed> all = new ArrayList<>();
        try (var file = SignedRequests.class.getResourceAsStream("botocore.json")) {
            for (JsonNode entry : new JsonMapper().readTree(file)) {
                List<Header> headers = new ArrayList<>();
                entry.path("headers").forEach(header ->
                        headers.add(new Header(header.path(0).asString(), header.path(1).asString())));
                WireRequest request = new WireRequest(
                        entry.path("method").asString(), entry.path("target").asString(), headers,
                        entry.path("body").asString().getBytes(StandardCharsets.UTF_8));
                String token = entry.path("token").isNull() ? null : entry.path("token").asString();
                all.add(new Signed(entry.path("name").asString(), request, Instant.parse("2026-11-23T12:00:00Z"),
                        "AKIDOURS", new SigningCredential("c2VjcmV0IG1hZGUgdXAgZm9yIHRlc3Rz", token, null),
                        SignatureRules.transcribe(null)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    /** All public cases in one form, {@code header} or {@code query}; none where they are not at hand. */
    static List<Signed> vectors(String form) {
        if (!Files.isDirectory(VECTORS)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(VECTORS)) {
            return folders.filter(Files::isDirectory).sorted().map(folder -> vector(folder, form)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Signed vector(Path folder, String form) {
        JsonNode context = new JsonMapper().readTree(read(folder.resolve("context.json")));
        JsonNode keys = context.path("credentials");
        String token = keys.has("token") ? keys.path("token").asString() : null;
        boolean normal = context.path("normalize").asBoolean();
        return new Signed(
                folder.getFileName() + " " + form,
                request(read(folder.resolve(form + "-signed-request.txt"))),
                Instant.parse(context.path("timestamp").asString()),
                keys.path("access_key_id").asString(),
                new SigningCredential(keys.path("secret_access_key").asString(), token, null),
                new SignatureRules("service", "us-east-1", SignatureRules.FIVE_MINUTES, normal, true));
    }

    private static WireRequest request(String text) {
        int end = text.indexOf("\n\n");
        String head = end < 0 ? text : text.substring(0, end);
        String body = end < 0 ? "" : text.substring(end + 2);
        String[] lines = head.split("\n");
        List<Header> headers = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            if (Character.isWhitespace(lines[i].charAt(0))) {
                Header folded = headers.removeLast();
                headers.add(new Header(folded.name(), folded.value() + " " + lines[i].strip()));
            } else {
                int colon = lines[i].indexOf(':');
                headers.add(new Header(lines[i].substring(0, colon), lines[i].substring(colon + 1)));
            }
        }
        String method = lines[0].substring(0, lines[0].indexOf(' '));
        String target = lines[0].substring(lines[0].indexOf(' ') + 1, lines[0].lastIndexOf(' '));
        return new WireRequest(method, target, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
