package org.chartwright.review;

import java.util.UUID;
import java.util.function.UnaryOperator;
import org.chartwright.chart.Visit;
import org.chartwright.clinical.DialogueReader;
import org.chartwright.encounter.NoteTemplate;
import org.chartwright.note.DialogueText;
import org.chartwright.scribing.NoteDesk;
import org.chartwright.scribing.VisitRecord;
import org.chartwright.wording.Wording;

/** Makes of a dialogue that somebody typed or pasted what a job makes of a recording. Stateless. */
public final class TypedDialogue {

    private TypedDialogue() {}

    /** Loaded when the first dialogue is typed, not with the server. */
    private static final class Writing {
        static final Wording WORDING = Wording.open();
    }

    /**
     * Reads a dialogue and writes its note. Numbers are written as those of a recording are, all else stays as it was typed.
     *
     * @throws org.chartwright.note.DialogueException if it does not begin with who speaks
     */
    public static VisitRecord.Made read(UUID visit, Visit.Plan plan, NoteDesk desk, String text) {
        String template = plan.template().isEmpty() ? NoteTemplate.HISTORY_AND_PHYSICAL.name() : plan.template();
        Understanding understood = Understanding.of(
                visit,
                DialogueReader.cut(Writing.WORDING.typed(DialogueText.parse(text)), visit),
                UnaryOperator.identity(),
                Folder.request(desk, plan, template));
        return new VisitRecord.Made(understood.reading(), understood.draft().note());
    }
}
