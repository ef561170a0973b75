package org.chartwright.speech.pocketsphinx;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.chartwright.speech.RecognitionException;
import org.chartwright.speech.pocketsphinx.SphinxLibrary.Function;

/**
 * One native decoder. Made in two steps: words are added to the dictionary, then the language models are set, then it
 * hears. Confined to the thread that made it.
 */
final class Decoder implements AutoCloseable {

    private static final String SEARCH = "words";
    private static final Pattern MEANS = Pattern.compile("(?m)^-cmn\\s.*$");

    private final SphinxLibrary library;
    private final Arena arena = Arena.ofConfined();
    private final MemorySegment configuration;
    private final MemorySegment decoder;
    private final MemorySegment logarithms;
    private final Cepstra cepstra;
    private final Function segments;
    private final Function nextSegment;
    private final Function segmentWord;
    private final Function segmentFrames;
    private final Function segmentProbability;
    private final Function exponential;
    private boolean open;

    /**
     * One stretch of the best path: a word or a filler, in frames of 10 ms, the last one included.
     *
     * @param probability that it was this, 0 to 1
     * @param language what the language model says to it here, in PocketSphinx's logarithms
     */
    record Segment(String word, int firstFrame, int lastFrame, double probability, int language) {

        private static final Pattern FILLER = Pattern.compile("<.*|\\[.*|\\+\\+.*");
        private static final Pattern VARIANT = Pattern.compile("\\(\\d+\\)$");

        /** Whether it is silence or noise. */
        boolean isFiller() {
            return FILLER.matcher(word).matches();
        }

        /** The word without the number of its pronunciation. */
        String text() {
            return VARIANT.matcher(word).replaceFirst("");
        }

        /** Leaves the word out: it is somebody's. */
        @Override
        public String toString() {
            return "Segment[" + firstFrame + ".." + lastFrame + "]";
        }
    }

    /** A language model and its share of the mixture. */
    record Share(String name, Path file, double weight) {}

    /** Reads the acoustic model and the dictionary. */
    Decoder(SphinxLibrary library, Map<String, String> settings) throws RecognitionException {
        this.library = library;
        segments = library.pointer("ps_seg_iter", ADDRESS, ADDRESS);
        nextSegment = library.pointer("ps_seg_next", ADDRESS);
        segmentWord = library.pointer("ps_seg_word", ADDRESS);
        segmentFrames = library.procedure("ps_seg_frames", ADDRESS, ADDRESS, ADDRESS);
        segmentProbability = library.number("ps_seg_prob", ADDRESS, ADDRESS, ADDRESS, ADDRESS);
        exponential = library.real("logmath_exp", ADDRESS, JAVA_INT);
        // PocketSphinx's log holds the words that it hears.
        library.number("err_set_logfile", ADDRESS).call(arena.allocateFrom("/dev/null"));
        List<String> arguments = new ArrayList<>(List.of("chartwright"));
        settings.forEach((key, value) -> {
            arguments.add(key);
            arguments.add(value);
        });
        MemorySegment vector = arena.allocate(ADDRESS, arguments.size());
        for (int i = 0; i < arguments.size(); i++) {
            vector.setAtIndex(ADDRESS, i, arena.allocateFrom(arguments.get(i)));
        }
        MemorySegment known = library.pointer("ps_args").pointer();
        configuration = library.pointer("cmd_ln_parse_r", ADDRESS, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT)
                .pointer(MemorySegment.NULL, known, arguments.size(), vector, 1);
        if (isNull(configuration)) {
            arena.close();
            throw new RecognitionException("PocketSphinx refused its settings");
        }
        decoder = init(Path.of(settings.getOrDefault("-hmm", "")).resolve("feat.params"));
        if (isNull(decoder)) {
            library.number("cmd_ln_free_r", ADDRESS).call(configuration);
            arena.close();
            throw new RecognitionException("PocketSphinx could not read its acoustic model or its dictionary");
        }
        logarithms = library.pointer("ps_get_logmath", ADDRESS).pointer(decoder);
        cepstra = new Cepstra(library, decoder);
    }

    /**
     * Means are taken off by us. PocketSphinx would do it well for a whole utterance, but once it has heard one bit by bit it
     * takes off those of earlier utterances for ever, which may be another patient's.
     */
    private MemorySegment init(Path featureSettings) throws RecognitionException {
        try (MemoryFile settings = new MemoryFile();
                Arena scratch = Arena.ofConfined()) {
            String model = Files.isRegularFile(featureSettings) ? Files.readString(featureSettings) : "";
            Files.writeString(settings.path(), MEANS.matcher(model).replaceAll("") + "\n-cmn none\n");
            library.procedure("cmd_ln_set_str_r", ADDRESS, ADDRESS, ADDRESS)
                    .call(configuration, scratch.allocateFrom("-featparams"), scratch.allocateFrom(settings.path().toString()));
            return library.pointer("ps_init", ADDRESS).pointer(configuration);
        } catch (IOException e) {
            throw new RecognitionException("The settings of PocketSphinx's features could not be read", e);
        }
    }

    /** Adds words with their pronunciations in the model's phones; a word that cannot be added is left out. */
    void addWords(Map<String, String> pronunciations) {
        Function add = library.number("ps_add_word", ADDRESS, ADDRESS, ADDRESS, JAVA_INT);
        try (Arena scratch = Arena.ofConfined()) {
            pronunciations.forEach((word, phones) ->
                    add.call(decoder, scratch.allocateFrom(word), scratch.allocateFrom(phones), 0));
        }
    }

    /** Sets the mixture of language models; call it once. */
    void setLanguage(List<Share> shares) throws RecognitionException {
        Function read = library.pointer("ngram_model_read", ADDRESS, ADDRESS, JAVA_INT, ADDRESS);
        MemorySegment models = arena.allocate(ADDRESS, shares.size());
        MemorySegment names = arena.allocate(ADDRESS, shares.size());
        MemorySegment weights = arena.allocate(JAVA_FLOAT, shares.size());
        for (int i = 0; i < shares.size(); i++) {
            Share share = shares.get(i);
            MemorySegment model =
                    read.pointer(configuration, arena.allocateFrom(share.file().toString()), 0, logarithms);
            if (isNull(model)) {
                throw new RecognitionException("The language model " + share.name() + " could not be read");
            }
            models.setAtIndex(ADDRESS, i, model);
            names.setAtIndex(ADDRESS, i, arena.allocateFrom(share.name()));
            weights.setAtIndex(JAVA_FLOAT, i, (float) share.weight());
        }
        MemorySegment language = shares.size() == 1
                ? models.getAtIndex(ADDRESS, 0)
                : library.pointer("ngram_model_set_init", ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_INT)
                        .pointer(configuration, models, names, weights, shares.size());
        if (isNull(language)) {
            throw new RecognitionException("The language models could not be mixed");
        }
        try (Arena scratch = Arena.ofConfined()) {
            MemorySegment name = scratch.allocateFrom(SEARCH);
            if (library.number("ps_set_lm", ADDRESS, ADDRESS, ADDRESS).number(decoder, name, language) != 0) {
                throw new RecognitionException("PocketSphinx refused the language model");
            }
            check(library.number("ps_set_search", ADDRESS, ADDRESS).number(decoder, name));
        }
    }

    /** The features of a whole utterance, one frame after the other. */
    float[] features(short[] samples) {
        return cepstra.of(samples);
    }

    /** The front end, for features that come bit by bit; it is the decoder's own, so one utterance at a time. */
    Cepstra cepstra() {
        return cepstra;
    }

    /** Hears a whole utterance by its features, whose means were taken off; times count from its first frame. */
    List<Segment> hear(float[] features) throws RecognitionException {
        begin();
        try (Arena scratch = Arena.ofConfined()) {
            int frames = process(scratch, features, 1);
            end();
            check(frames);
            return bestPath(scratch);
        }
    }

    /** Begins an utterance whose features come bit by bit. */
    void begin() throws RecognitionException {
        if (open) {
            end();
        }
        check(library.number("ps_start_stream", ADDRESS).number(decoder));
        check(library.number("ps_start_utt", ADDRESS).number(decoder));
        open = true;
    }

    /** Hears the next bit; what is given are guesses at all of the utterance so far, from the first of three passes. */
    List<Segment> along(float[] features) throws RecognitionException {
        try (Arena scratch = Arena.ofConfined()) {
            check(process(scratch, features, 0));
            return bestPath(scratch);
        }
    }

    /** Ends the utterance: the other two passes look at what the first one found. */
    List<Segment> settle() throws RecognitionException {
        try (Arena scratch = Arena.ofConfined()) {
            end();
            return bestPath(scratch);
        }
    }

    private int process(Arena scratch, float[] features, int whole) {
        int count = features.length / FeatureMap.SIZE;
        if (count == 0) {
            return 0;
        }
        MemorySegment rows = Cepstra.rows(scratch, scratch.allocateFrom(JAVA_FLOAT, features), count);
        return library.number("ps_process_cep", ADDRESS, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT)
                .number(decoder, rows, count, 0, whole);
    }

    private void end() throws RecognitionException {
        open = false;
        check(library.number("ps_end_utt", ADDRESS).number(decoder));
    }

    private List<Segment> bestPath(Arena scratch) {
        List<Segment> path = new ArrayList<>();
        MemorySegment first = scratch.allocate(JAVA_INT);
        MemorySegment last = scratch.allocate(JAVA_INT);
        MemorySegment scores = scratch.allocate(JAVA_INT, 3);
        // Older releases write the score through the second argument; newer ones have none, which does no harm.
        MemorySegment at = segments.pointer(decoder, scores);
        while (!isNull(at)) {
            segmentFrames.call(at, first, last);
            int probability = segmentProbability.number(
                    at, scores, scores.asSlice(4), scores.asSlice(8));
            path.add(new Segment(
                    segmentWord.pointer(at).reinterpret(Long.MAX_VALUE).getString(0),
                    first.get(JAVA_INT, 0),
                    last.get(JAVA_INT, 0),
                    Math.clamp(exponential.real(logarithms, probability), 0, 1),
                    scores.getAtIndex(JAVA_INT, 1)));
            at = nextSegment.pointer(at);
        }
        return path;
    }

    private static void check(int result) throws RecognitionException {
        if (result < 0) {
            throw new RecognitionException("PocketSphinx gave up on a piece");
        }
    }

    private static boolean isNull(MemorySegment pointer) {
        return pointer.address() == 0;
    }

    @Override
    public void close() {
        library.number("ps_free", ADDRESS).call(decoder);
        library.number("cmd_ln_free_r", ADDRESS).call(configuration);
        arena.close();
    }
}
