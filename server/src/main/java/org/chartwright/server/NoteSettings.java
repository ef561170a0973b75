package org.chartwright.server;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.chartwright.note.custom.TemplateException;
import org.chartwright.note.custom.TemplateFolder;
import org.chartwright.scribing.NoteDesk;
import org.chartwright.scribing.NoteDesk.Paper;
import org.chartwright.specialties.Specialty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the note desk of the settings. */
final class NoteSettings {

    private static final Logger LOG = LoggerFactory.getLogger(NoteSettings.class);

    private NoteSettings() {}

    static NoteDesk of(ServerConfig config) {
        Settings settings = config.settings();
        Specialty usual = Specialty.named(settings.text(Setting.NOTE_SPECIALTY)).orElseThrow(() -> new ConfigException(
                Setting.NOTE_SPECIALTY.key() + " must be one of " + String.join(", ", Specialty.slugs()) + "."));
        Path folder = settings.maybe(Setting.NOTE_TEMPLATES).map(Path::of).orElse(config.data().resolve("templates"));
        TemplateFolder templates = TemplateFolder.of(folder);
        for (String name : templates.names()) {
            try {
                templates.find(name);
            } catch (TemplateException e) {
                LOG.warn("The note template {} cannot be used: {}", name, e.problems());
            }
        }
        Set<String> engines = new TreeSet<>(SpeechSettings.offered(settings).keySet());
        engines.add(settings.text(Setting.SPEECH_ENGINE));
        return new NoteDesk(usual, templates, papers(settings.text(Setting.NOTE_PAPERS)), engines);
    }

    private static Set<Paper> papers(String list) {
        Set<Paper> papers = EnumSet.noneOf(Paper.class);
        for (String word : list.split(",", -1)) {
            if (!word.isBlank()) {
                papers.add(Arrays.stream(Paper.values())
                        .filter(paper -> paper.word().equals(word.strip()))
                        .findFirst()
                        .orElseThrow(() -> new ConfigException(Setting.NOTE_PAPERS.key() + " names " + word.strip()
                                + "; there are after-visit-summary, orders, report and audio-quality.")));
            }
        }
        return papers;
    }
}
