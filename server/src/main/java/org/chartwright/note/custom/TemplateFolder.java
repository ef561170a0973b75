package org.chartwright.note.custom;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A folder of template files, {@code NAME.template} each. A file is read whenever it is asked for, so that a change needs no
 * restart. Any number of threads.
 */
public final class TemplateFolder {

    /** No templates. */
    public static final TemplateFolder NONE = new TemplateFolder(null);

    private static final String SUFFIX = ".template";

    private final @Nullable Path folder;

    private TemplateFolder(@Nullable Path folder) {
        this.folder = folder;
    }

    /** That folder, which need not be there. */
    public static TemplateFolder of(Path folder) {
        return new TemplateFolder(folder);
    }

    /** The names of all files, also of those with mistakes, in order. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        if (folder == null || !Files.isDirectory(folder)) {
            return names;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                String bare = name.substring(0, name.length() - SUFFIX.length());
                if (TemplateFile.NAME.matcher(bare).matches()) {
                    names.add(bare);
                }
            }
        } catch (IOException _) {
            return List.of();
        }
        Collections.sort(names);
        return names;
    }

    /**
     * The template of that name; empty when there is no such file.
     *
     * @throws TemplateException when there are mistakes in it
     */
    public Optional<CustomTemplate> find(String name) throws TemplateException {
        if (folder == null || !TemplateFile.NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        Path file = folder.resolve(name + SUFFIX);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            CustomTemplate template = TemplateFile.parse(Files.readString(file, StandardCharsets.UTF_8));
            if (!template.name().equals(name)) {
                throw new TemplateException(List.of(
                        new TemplateProblem(1, "template is named " + template.name() + ", but its file " + name + SUFFIX)));
            }
            return Optional.of(template);
        } catch (IOException _) {
            throw new TemplateException(List.of(new TemplateProblem(1, "the file cannot be read as text")));
        }
    }

    /** The text of a template as its author wrote it; empty when there is no such file. */
    public Optional<String> text(String name) {
        if (folder == null || !TemplateFile.NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(folder.resolve(name + SUFFIX), StandardCharsets.UTF_8));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /**
     * Keeps a template under its name; it appears whole or not at all.
     *
     * @throws TemplateException when there are mistakes in it, or it is named otherwise; nothing is kept then
     * @throws IOException when it cannot be written
     */
    public void put(String name, String text) throws TemplateException, IOException {
        if (folder == null || !TemplateFile.NAME.matcher(name).matches()) {
            throw new TemplateException(List.of(new TemplateProblem(1, "there can be no template of that name")));
        }
        if (!TemplateFile.parse(text).name().equals(name)) {
            throw new TemplateException(List.of(new TemplateProblem(1, "the template is not named " + name)));
        }
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, "." + name, ".new");
        Files.writeString(fresh, text, StandardCharsets.UTF_8);
        Files.move(fresh, folder.resolve(name + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Removes a template; false when there was none.
     *
     * @throws IOException when it cannot be removed
     */
    public boolean delete(String name) throws IOException {
        return folder != null
                && TemplateFile.NAME.matcher(name).matches()
                && Files.deleteIfExists(folder.resolve(name + SUFFIX));
    }
}
