package org.chartwright.speech.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelStoreTest {

    @TempDir
    private Path folder;

    private HttpServer server;
    private byte[] archive;
    private int cuts;
    private String tag = "\"one\"";
    private final List<String> ranges = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void start() throws IOException {
        archive = zip("tiny/am/final.mdl", "tiny/conf/model.conf");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void anArchiveIsFetchedUnpackedAndVerified() throws Exception {
        ModelStore.Installed done = store(1).install(model(Optional.empty()), null, _ -> {});
        assertThat(done.firstUse()).isTrue();
        assertThat(done.sha256()).isEqualTo(sha256(archive));
        assertThat(done.model().resolve("am/final.mdl")).isRegularFile();
        assertThat(store(1).verify("tiny")).isEmpty();
        assertThat(folder.resolve("tiny.part")).doesNotExist();
    }

    @Test
    void aCutConnectionIsGoneOnWith() throws Exception {
        cuts = 2;
        List<Long> progress = new ArrayList<>();
        ModelStore.Installed done = store(3).install(model(Optional.of(sha256(archive))), null, progress::add);
        assertThat(done.firstUse()).isFalse();
        assertThat(ranges).hasSize(3);
        assertThat(ranges.getFirst()).isEmpty();
        assertThat(ranges.get(1)).startsWith("bytes=").isNotEqualTo("bytes=0-");
        assertThat(progress).isSorted().last().isEqualTo((long) archive.length);
    }

    @Test
    void anotherRunGoesOnWhereOneGaveUp() throws Exception {
        cuts = 1;
        assertThatThrownBy(() -> store(1).install(model(Optional.empty()), null, _ -> {}))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("go on");
        store(1).install(model(Optional.of(sha256(archive))), null, _ -> {});
        assertThat(ranges.getLast()).startsWith("bytes=");
    }

    @Test
    void aFileThatChangedMeanwhileIsFetchedAnew() throws Exception {
        cuts = 1;
        assertThatThrownBy(() -> store(1).install(model(Optional.empty()), null, _ -> {}))
                .isInstanceOf(ModelException.class);
        archive = zip("tiny/other");
        tag = "\"two\"";
        assertThat(store(1).install(model(Optional.empty()), null, _ -> {}).sha256()).isEqualTo(sha256(archive));
    }

    @Test
    void aWrongDigestInstallsNothing() {
        assertThatThrownBy(() -> store(1).install(model(Optional.of("00")), null, _ -> {}))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("nothing was installed");
        assertThat(folder.resolve("tiny")).doesNotExist();
        assertThat(folder.resolve("tiny.part")).doesNotExist();
    }

    @Test
    void whatWasTakenOnTrustOnceIsHeldToLater() throws Exception {
        store(1).install(model(Optional.empty()), null, _ -> {});
        archive = zip("tiny/other");
        assertThatThrownBy(() -> store(1).install(model(Optional.empty()), null, _ -> {}))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("first installation");
        assertThat(store(1).verify("tiny")).isEmpty();
    }

    @Test
    void aChangedOrMissingFileIsFound() throws Exception {
        Path model = store(1).install(model(Optional.empty()), null, _ -> {}).model();
        Files.writeString(model.resolve("am/final.mdl"), "changed");
        Files.delete(model.resolve("conf/model.conf"));
        assertThat(store(1).verify("tiny")).containsExactlyInAnyOrder("am/final.mdl", "conf/model.conf");
        assertThatThrownBy(() -> store(1).verify("absent")).isInstanceOf(ModelException.class);
    }

    @Test
    void aFileOrAMirrorServesAsWell() throws Exception {
        Path file = Files.write(folder.resolve("elsewhere.zip"), archive);
        store(1).install(model(Optional.empty()), file.toString(), _ -> {});
        assertThat(ranges).isEmpty();
        store(1).install(model(Optional.empty()), address() + "mirror.zip", _ -> {});
        assertThat(ranges).hasSize(1);
    }

    @Test
    void aProxyIsGoneThrough() throws Exception {
        KnownModel far = new KnownModel(
                "tiny", "vosk", 1, "none", URI.create("http://models.invalid/tiny.zip"), Optional.empty());
        Map<String, String> environment = Map.of("https_proxy", address());
        ModelStore store = new ModelStore(folder, new Download(environment, 1, Duration.ZERO));
        assertThat(store.install(far, null, _ -> {}).sha256()).isEqualTo(sha256(archive));
    }

    @Test
    void namesThatLeadOutsideAndThingsThatAreNoArchiveAreRefused() throws Exception {
        archive = zip("../outside");
        assertThatThrownBy(() -> store(1).install(model(Optional.empty()), null, _ -> {}))
                .isInstanceOf(ModelException.class);
        assertThat(folder.resolveSibling("outside")).doesNotExist();
        assertThat(folder.resolve("outside")).doesNotExist();
        archive = "no archive".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThatThrownBy(() -> store(1).install(model(Optional.empty()), null, _ -> {}))
                .isInstanceOf(ModelException.class);
        assertThat(folder.resolve("tiny")).doesNotExist();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String range = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Range")).orElse("");
        ranges.add(range);
        int from = 0;
        if (!range.isEmpty() && tag.equals(exchange.getRequestHeaders().getFirst("If-Range"))) {
            from = Integer.parseInt(range.replaceAll("\\D", ""));
            exchange.getResponseHeaders().add("Content-Range", "bytes " + from + "-" + (archive.length - 1) + "/" + archive.length);
        }
        exchange.getResponseHeaders().add("ETag", tag);
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, archive.length - from);
        boolean cut = cuts-- > 0;
        exchange.getResponseBody().write(archive, from, cut ? (archive.length - from) / 2 : archive.length - from);
        exchange.getResponseBody().flush();
        exchange.close();
    }

    private ModelStore store(int attempts) {
        return new ModelStore(folder, new Download(Map.of(), attempts, Duration.ZERO));
    }

    private KnownModel model(Optional<String> digest) {
        return new KnownModel("tiny", "vosk", 1, "none", URI.create(address() + "tiny.zip"), digest);
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] content = new byte[300_000];
        new Random(1).nextBytes(content);
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(content);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
