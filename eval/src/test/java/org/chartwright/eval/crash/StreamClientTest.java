package org.chartwright.eval.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The check of the crash test can itself fail: what is lost, doubled or torn is seen. */
final class StreamClientTest {

    private static final Talk TALK = Talk.of(3, 5);

    private final StreamClient client = new StreamClient(
            new CrashHouse(Path.of("unused"), new Random(1)), new UUID(1, 2), TALK, new Random(1));

    private static List<Map.Entry<Long, String>> whole() {
        return new ArrayList<>(TALK.words().entrySet());
    }

    private static int inside() {
        List<Map.Entry<Long, String>> words = whole();
        int at = 0;
        while (!TALK.mustBeHeard(words.get(at).getKey())) {
            at++;
        }
        return at;
    }

    @Test
    void aWholeTranscriptHasNoFault() {
        assertThat(client.compare(whole())).isEmpty();
        assertThat(whole().stream().filter(word -> TALK.mustBeHeard(word.getKey()))).hasSizeGreaterThan(8);
    }

    @Test
    void aWordThatIsMissingTwiceThereOrAnotherIsAFault() {
        List<Map.Entry<Long, String>> words = whole();
        Map.Entry<Long, String> one = words.remove(inside());
        assertThat(client.compare(words)).singleElement().asString().startsWith("lost: a word at " + one.getKey());
        words.add(one);
        words.add(one);
        assertThat(client.compare(words)).singleElement().asString().startsWith("doubled");
        words.remove(words.size() - 1);
        words.set(words.size() - 1, Map.entry(one.getKey(), "another"));
        assertThat(client.compare(words)).singleElement().asString().startsWith("torn");
    }
}
