package org.chartwright.eval;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes recordings whose speakers are known: real consultations' words and turn-taking (PriMock57), played by speech
 * synthesisers, in rooms, over the telephone, and with noise. Training mixtures come from days 1 and 2, held-back ones
 * from day 3 and from other voices.
 */
final class VisitMixtures {

    private static final int RATE = 16_000;
    private static final double LENGTH_SECONDS = 170;
    private static final JsonMapper JSON = new JsonMapper();

    private final List<JsonNode> visits;
    private final Random luck;
    private final Path folder;
    private final PrintStream progress;

    private record Said(int person, double start, double end, short[] samples, String text) {}

    VisitMixtures(Path shared, Path folder, boolean heldBack, PrintStream progress) throws IOException {
        this.visits = Files.readAllLines(shared.resolve("corpora/primock57/day1-3.jsonl")).stream()
                .filter(line -> !line.isBlank())
                .map(line -> JSON.readTree(line))
                .filter(visit -> (visit.get("day").asInt() == 3) == heldBack)
                .toList();
        this.luck = new Random(heldBack ? 2 : 1);
        this.folder = folder;
        this.progress = progress;
    }

    /** Makes one recording for each number of people, with its {@code .flac}, and one {@code .rttm} and {@code .jsonl} for all. */
    void make(List<SyntheticVoice> people, int... speakers) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        StringBuilder rttm = new StringBuilder();
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < speakers.length; i++) {
            Setting setting = Setting.values()[i % Setting.values().length];
            String id = String.format(Locale.ROOT, "m%02d-%d-%s", i, speakers[i], setting.name().toLowerCase(Locale.ROOT));
            List<SyntheticVoice> cast = cast(people, speakers[i]);
            List<Said> said = play(visits.get(i % visits.size()), cast);
            write(id, said, cast.size(), setting);
            ArrayNode turns = JSON.createArrayNode();
            for (Said turn : said) {
                String name = cast.get(turn.person()).label();
                rttm.append(String.format(
                        Locale.ROOT,
                        "SPEAKER %s 1 %.3f %.3f <NA> <NA> %s <NA> <NA>%n",
                        id, turn.start(), turn.end() - turn.start(), name));
                turns.addObject()
                        .put("speaker", name)
                        .put("start", turn.start())
                        .put("end", turn.end())
                        .put("text", turn.text());
            }
            ObjectNode line = JSON.createObjectNode().put("id", id);
            line.set("turns", turns);
            words.append(JSON.writeValueAsString(line)).append('\n');
            progress.println(id + "  " + cast.stream().map(SyntheticVoice::label).toList());
        }
        Files.writeString(folder.resolve("reference.rttm"), rttm);
        Files.writeString(folder.resolve("reference.jsonl"), words);
    }

    private List<SyntheticVoice> cast(List<SyntheticVoice> people, int count) {
        List<SyntheticVoice> cast = new ArrayList<>();
        while (cast.size() < count) {
            SyntheticVoice next = people.get(luck.nextInt(people.size()));
            if (cast.stream().noneMatch(next::alike)) {
                cast.add(next);
            }
        }
        return cast;
    }

    private List<Said> play(JsonNode visit, List<SyntheticVoice> cast) throws IOException, InterruptedException {
        List<JsonNode> turns = new ArrayList<>();
        visit.get("turns").forEach(turn -> {
            if (turn.get("text").asString().matches(".*[A-Za-z].*")
                    && (cast.size() > 1 || turn.get("speaker").asString().equals("doctor"))) {
                turns.add(turn);
            }
        });
        Path scratch = Files.createTempDirectory("mixture");
        List<Said> said = new ArrayList<>();
        double now = 0.5;
        int guest = cast.size() - 1;
        for (int i = Math.min(turns.size() / 4, luck.nextInt(20)); i < turns.size() && now < LENGTH_SECONDS; i++) {
            JsonNode turn = turns.get(i);
            int person = turn.get("speaker").asString().equals("doctor") ? 0 : 1 % cast.size();
            if (cast.size() > 2) {
                // Companions take over for some turns at a time.
                guest = luck.nextDouble() < 0.35 ? luck.nextInt(cast.size()) : guest;
                person = person == 1 || luck.nextDouble() < 0.15 ? guest : person;
            }
            String text = turn.get("text").asString().replaceAll("\\s+", " ");
            short[] samples = cast.get(person).say(text, scratch);
            if (samples.length < RATE / 10) {
                continue;
            }
            double start = i == 0 || said.isEmpty() ? now : start(turns.get(i - 1), turn, said.getLast(), person);
            double end = start + samples.length / (double) RATE;
            said.add(new Said(person, start, end, samples, text));
            now = Math.max(now, end);
        }
        for (String file : new String[] {"words.txt", "words.wav"}) {
            Files.deleteIfExists(scratch.resolve(file));
        }
        Files.delete(scratch);
        said.sort(Comparator.comparingDouble(Said::start));
        return said;
    }

    /** Real gaps are kept; a listener's word inside somebody's long turn stays at the same share of that turn. */
    private static double start(JsonNode before, JsonNode turn, Said last, int person) {
        double begun = before.get("start").asDouble();
        double ended = before.get("end").asDouble();
        double gap = turn.get("start").asDouble() - ended;
        if (person == last.person()) {
            return last.end() + Math.clamp(gap, 0.1, 1.5);
        }
        if (gap < -1) {
            double share = (turn.get("start").asDouble() - begun) / Math.max(0.1, ended - begun);
            return last.start() + Math.clamp(share, 0.3, 1) * (last.end() - last.start());
        }
        return last.end() + Math.clamp(gap, -0.4, 2);
    }

    private void write(String id, List<Said> said, int people, Setting setting) throws IOException, InterruptedException {
        int length = (int) ((said.stream().mapToDouble(Said::end).max().orElse(0) + 1) * RATE);
        double[] sum = new double[length];
        for (int person = 0; person < people; person++) {
            short[] track = new short[length];
            for (Said turn : said) {
                if (turn.person() == person) {
                    System.arraycopy(turn.samples(), 0, track, (int) (turn.start() * RATE), turn.samples().length);
                }
            }
            short[] heard = setting.heard(track, luck);
            double gain = Math.pow(10, -luck.nextDouble() * setting.unequal / 20);
            for (int i = 0; i < length && i < heard.length; i++) {
                sum[i] += gain * heard[i];
            }
        }
        setting.addNoise(sum, luck);
        short[] samples = new short[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (short) Math.clamp(Math.round(0.7 * sum[i]), Short.MIN_VALUE, Short.MAX_VALUE);
        }
        List<String> command = new ArrayList<>(List.of("sox", "-D", "-t", "raw", "-r", "16000", "-e", "signed", "-b", "16"));
        command.addAll(List.of("-c", "1", "-", folder.resolve(id + ".flac").toString()));
        command.addAll(setting.effects);
        SyntheticVoice.run(command, SyntheticVoice.bytes(samples));
    }

    /** Where the microphone is. */
    private enum Setting {
        CLEAN(0, 0, 4, List.of()),
        ROOM(12, 30, 8, List.of()),
        TELEPHONE(3, 0, 4, List.of("sinc", "300-3400")),
        HALL(25, 65, 6, List.of());

        private final double noise;
        private final int reverberance;
        private final double unequal;
        private final List<String> effects;

        Setting(double noise, int reverberance, double unequal, List<String> effects) {
            this.noise = noise;
            this.reverberance = reverberance;
            this.unequal = unequal;
            this.effects = effects;
        }

        /** One person's sound from where that person sits. */
        short[] heard(short[] track, Random luck) throws IOException, InterruptedException {
            if (reverberance == 0) {
                return track;
            }
            int damping = 30 + luck.nextInt(50);
            int size = 20 + luck.nextInt(60);
            byte[] raw = SyntheticVoice.run(
                    List.of(
                            "sox", "-D", "-t", "raw", "-r", "16000", "-e", "signed", "-b", "16", "-c", "1", "-", "-t", "raw", "-",
                            "gain", "-3", "reverb", "" + reverberance, "" + damping, "" + size, "100",
                            "" + luck.nextInt(20), "0"),
                    SyntheticVoice.bytes(track));
            return SyntheticVoice.samples(raw);
        }

        /** Noise that falls with frequency, as air and machines make it; {@code noise} is its deviation in sample units. */
        void addNoise(double[] sum, Random luck) {
            double slow = 0;
            for (int i = 0; i < sum.length; i++) {
                double white = luck.nextGaussian() * noise;
                slow = 0.95 * slow + white;
                sum[i] += slow + white;
            }
        }
    }
}
