package org.chartwright.workspace;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chartwright.encounter.NoteForm;
import org.chartwright.encounter.NoteTemplate;
import org.chartwright.note.Places;
import org.chartwright.note.custom.TemplateException;
import org.chartwright.note.custom.TemplateProblem;
import org.chartwright.scribing.NoteDesk;
import org.chartwright.specialties.Specialty;
import org.jspecify.annotations.Nullable;

/** Which notes can be written, and for which fields of medicine. Any thread. */
final class TemplateCalls {

    private static final int LONGEST = 100_000;

    private final NoteDesk desk;
    private final HouseOnly house;

    /** Templates are files of the whole server. */
    TemplateCalls(NoteDesk desk, HouseOnly house) {
        this.desk = desk;
        this.house = house;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "templates", Route.ANYBODY, "ListTemplates", _ -> Reply.ok(new VisitBook.Listed(all(), null))),
                Route.of("GET", "templates/{name}", Route.ADMINISTRATOR, "GetTemplate", this::text),
                Route.of("PUT", "templates/{name}", Route.ADMINISTRATOR, "PutTemplate", this::put),
                Route.of("DELETE", "templates/{name}", Route.ADMINISTRATOR, "DeleteTemplate", this::delete),
                Route.of("GET", "specialties", Route.ANYBODY, "ListSpecialties", _ -> Reply.ok(new VisitBook.Listed(
                        Specialty.slugs().stream().map(slug -> new Choice(slug, title(slug))).toList(), null))));
    }

    record Choice(String name, String title) {}

    record TemplateShown(String name, String title, boolean own, List<Choice> sections) {}

    record TemplateText(@Nullable String text) {

        /** Leaves the text out. */
        @Override
        public String toString() {
            return "TemplateText[]";
        }
    }

    private List<TemplateShown> all() {
        List<TemplateShown> all = new ArrayList<>();
        for (String name : desk.known()) {
            try {
                desk.form(name).ifPresent(form -> all.add(shown(form)));
            } catch (TemplateException _) {
                all.add(new TemplateShown(name, name, true, List.of())); // its author will be told when it is opened
            }
        }
        return all;
    }

    private static TemplateShown shown(NoteForm form) {
        return new TemplateShown(
                form.name(),
                Places.title(form),
                !(form instanceof NoteTemplate),
                form.sections().stream().map(name -> new Choice(name, Places.title(name, form))).toList());
    }

    private static String title(String slug) {
        String words = slug.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private Reply text(Call call) {
        house.require(call);
        call.concerns("template", call.part("name"));
        return Reply.ok(new TemplateText(desk.templates().text(call.part("name")).orElseThrow(Problem::notFound)));
    }

    private Reply put(Call call) throws IOException {
        house.require(call);
        call.concerns("template", call.part("name"));
        String text = Call.text(call.body(TemplateText.class).text, "text", LONGEST);
        try {
            desk.templates().put(call.part("name"), text);
            return Reply.done();
        } catch (TemplateException e) {
            TemplateProblem first = e.problems().getFirst();
            throw Problem.invalid("text", first.what()).with("line", first.line());
        }
    }

    private Reply delete(Call call) throws IOException {
        house.require(call);
        call.concerns("template", call.part("name"));
        if (!desk.templates().delete(call.part("name"))) {
            throw Problem.notFound();
        }
        return Reply.done();
    }
}
