package org.chartwright.scribing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.chartwright.encounter.NoteForm;
import org.chartwright.encounter.NoteTemplate;
import org.chartwright.encounter.Pronouns;
import org.chartwright.note.NoteRequest;
import org.chartwright.note.custom.TemplateException;
import org.chartwright.note.custom.TemplateFolder;
import org.chartwright.note.visit.PaperJson;
import org.chartwright.note.visit.VisitPapers;
import org.chartwright.specialties.Specialty;

/**
 * What a job may choose here: templates, specialties and engines, and what is written beside the two documents. Any number
 * of threads.
 *
 * @param usual the specialty of jobs that name none
 * @param templates of the users' own
 * @param papers what is written beside the two documents
 * @param engines the speech engines that a job may name
 */
public record NoteDesk(Specialty usual, TemplateFolder templates, Set<Paper> papers, Set<String> engines) {

    /** The key of the tag by which a job names its specialty. */
    public static final String SPECIALTY_TAG = "chartwright:specialty";

    /** The key of the tag by which a job names its speech engine. */
    public static final String ENGINE_TAG = "chartwright:engine";

    /** HealthScribe's templates, no specialty, its two documents. */
    public static final NoteDesk DEFAULT = new NoteDesk(Specialty.GENERAL, TemplateFolder.NONE, Set.of());

    /** What can be written beside the two documents. */
    public enum Paper {
        /** For the patient. */
        AFTER_VISIT_SUMMARY("after-visit-summary"),
        /** What was proposed to be ordered. */
        ORDERS("orders"),
        /** What was left out of the note. */
        REPORT("report"),
        /** How good the sound was, with warnings. */
        AUDIO_QUALITY("audio-quality");

        private final String word;

        Paper(String word) {
            this.word = word;
        }

        /** Its name in settings. */
        public String word() {
            return word;
        }

        /** The last part of its object's key. */
        public String file() {
            return word + ".json";
        }
    }

    /** What speaks against taking a job. */
    public sealed interface Objection {

        /**
         * No such template.
         *
         * @param name as it was asked for
         * @param known all that there are
         */
        record NoTemplate(String name, List<String> known) implements Objection {}

        /**
         * There are mistakes in the template's file.
         *
         * @param name its name
         * @param mistakes for its author
         */
        record BadTemplate(String name, String mistakes) implements Objection {}

        /**
         * No such specialty.
         *
         * @param known all that there are
         */
        record NoSpecialty(List<String> known) implements Objection {}

        /**
         * No such speech engine.
         *
         * @param offered all that a job may name
         */
        record NoEngine(List<String> offered) implements Objection {}
    }

    /** Copies the sets. */
    public NoteDesk {
        papers = papers.isEmpty() ? Set.of() : EnumSet.copyOf(papers);
        engines = Set.copyOf(engines);
    }

    /** Where jobs cannot choose an engine. */
    public NoteDesk(Specialty usual, TemplateFolder templates, Set<Paper> papers) {
        this(usual, templates, papers, Set.of());
    }

    /** What speaks against a request, if anything does. */
    public Optional<Objection> objection(JobRequest request) {
        String specialty = request.tags().get(SPECIALTY_TAG);
        if (specialty != null && Specialty.named(specialty).isEmpty()) {
            return Optional.of(new Objection.NoSpecialty(Specialty.slugs()));
        }
        String engine = request.tags().get(ENGINE_TAG);
        if (engine != null && !engines.contains(engine)) {
            return Optional.of(new Objection.NoEngine(engines.stream().sorted().toList()));
        }
        String name = request.settings().template();
        try {
            return name == null || form(name).isPresent()
                    ? Optional.empty()
                    : Optional.of(new Objection.NoTemplate(name, known()));
        } catch (TemplateException e) {
            return Optional.of(new Objection.BadTemplate(String.valueOf(name), String.valueOf(e.getMessage())));
        }
    }

    /** The note that a job asks for; empty when its template has gone or has been spoilt since the job was taken. */
    public Optional<NoteRequest> note(JobRequest request) {
        String name = request.settings().template();
        JobRequest.PatientContext context = request.context();
        Pronouns pronouns = context == null || context.pronouns() == null ? Pronouns.THEY_THEM : context.pronouns();
        Specialty specialty = Optional.ofNullable(request.tags().get(SPECIALTY_TAG))
                .flatMap(Specialty::named)
                .orElse(usual);
        try {
            Optional<NoteForm> form = name == null ? Optional.of(NoteTemplate.HISTORY_AND_PHYSICAL) : form(name);
            return form.map(found -> new NoteRequest(found, pronouns, specialty));
        } catch (TemplateException _) {
            return Optional.empty();
        }
    }

    /** The papers of a visit, by the last part of their keys. */
    Map<String, byte[]> write(ScribeResult result, VisitPapers written) {
        Map<String, byte[]> files = new TreeMap<>();
        for (Paper paper : papers) {
            files.put(paper.file(), switch (paper) {
                case AFTER_VISIT_SUMMARY -> PaperJson.bytes(PaperJson.summary(written.summary()));
                case ORDERS -> PaperJson.bytes(PaperJson.orders(written.orders(), result.reading()));
                case REPORT -> PaperJson.bytes(
                        PaperJson.report(result.draft().report(), written.dropped(), result.reading()));
                case AUDIO_QUALITY -> result.sound().json();
            });
        }
        return files;
    }

    /**
     * The template of that name; empty when there is none.
     *
     * @throws TemplateException when there are mistakes in its file
     */
    public Optional<NoteForm> form(String name) throws TemplateException {
        for (NoteTemplate ours : NoteTemplate.values()) {
            if (ours.name().equals(name)) {
                return Optional.of(ours);
            }
        }
        return templates.find(name).map(NoteForm.class::cast);
    }

    /** The names of all templates. */
    public List<String> known() {
        List<String> known = new ArrayList<>(Arrays.stream(NoteTemplate.values()).map(Enum::name).toList());
        known.addAll(templates.names());
        return known;
    }
}
