package org.chartwright.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program that was taken over finds, tried with a shell in its place, where the machine has walls to put around it. */
final class WallsTest {

    @TempDir
    private Path folder;

    private Path named;
    private Path secret;
    private Walls walls;

    @BeforeEach
    void build() throws IOException {
        named = Files.writeString(folder.resolve("model"), "a model");
        secret = Files.writeString(folder.resolve("root-key"), "a key");
        walls = Walls.around("The test", List.of("bash", "-c", "true"), List.of(named));
    }

    private static int run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor();
    }

    private int within(String script) throws IOException, InterruptedException {
        return run(walls.wrap(List.of("bash", "-c", script)));
    }

    private boolean isBubble() {
        return walls.wrap(List.of("bash")).getFirst().endsWith("/bwrap");
    }

    @Test
    void noNetworkIsReached() throws Exception {
        assumeTrue(walls.stand(), "neither bubblewrap nor user namespaces here");
        try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            String call = "exec 3<>/dev/tcp/127.0.0.1/" + server.getLocalPort();
            assertThat(run(List.of("bash", "-c", call))).as("without walls").isZero();
            assertThat(within(call)).as("within").isNotZero();
        }
    }

    @Test
    void noFileIsSeenButThoseThatAreNamedAndThoseOnlyToRead() throws Exception {
        assumeTrue(isBubble(), "bubblewrap is not installed or not allowed here");
        assertThat(run(List.of("cat", secret.toString()))).as("without walls").isZero();
        assertThat(within("cat " + named)).isZero();
        for (String reached : List.of(
                "cat " + secret, "cat /etc/passwd", "cat /etc/shadow", "ls /root", "ls /home", "ls /var", "ls " + System.getProperty("user.dir"),
                "echo x >> " + named, "echo x > /usr/bin/x")) {
            assertThat(within(reached)).as(reached).isNotZero();
        }
        assertThat(named).hasContent("a model");
    }

    @Test
    void noRightsAreLeft() throws Exception {
        assumeTrue(isBubble(), "bubblewrap is not installed or not allowed here");
        for (String act : List.of("mount -t tmpfs tmpfs /dev", "chown 1 /dev/null", "unshare --net true", "chroot / true")) {
            assertThat(within(act)).as(act).isNotZero();
        }
    }

    @Test
    void aProgramThatCannotRunWithinThemSaysSoBeforeItIsNeeded() {
        Walls none = Walls.around("The test", List.of("bash", "-c", "false"), List.of());
        assertThat(none.stand()).isFalse();
        assertThat(none.name()).isEmpty();
        assertThat(none.wrap(List.of("bash"))).containsExactly("bash");
    }
}
