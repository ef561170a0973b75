package org.chartwright.note.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.chartwright.clinical.Reading;
import org.chartwright.encounter.Role;
import org.chartwright.note.prose.Answers;
import org.chartwright.note.prose.Answers.Polarity;
import org.chartwright.note.prose.Clause;
import org.chartwright.note.prose.Clauses;
import org.chartwright.note.prose.Prose;

/** Finds what a note could say: every clause rewritten, every question with its answer. */
public final class Candidates {

    private static final int LEAST_WORDS = 2;

    private final Prose prose;
    private final Answers answers;
    private final PartChooser parts;
    private final List<Clause> clauses;
    private final Reading reading;

    /** Prepares the clauses of a visit. */
    public Candidates(Reading reading, Prose prose, PartChooser parts) {
        this.reading = reading;
        this.prose = prose;
        this.answers = new Answers(prose);
        this.parts = parts;
        this.clauses = Clauses.of(reading.segments());
    }

    /** All candidates in the order of the visit. */
    public List<Candidate> all() {
        List<Candidate> found = new ArrayList<>();
        for (int i = 0; i < clauses.size(); i++) {
            Clause clause = clauses.get(i);
            if (clause.asked()) {
                answered(i, found);
            } else {
                plain(i, found);
            }
        }
        return found;
    }

    private void plain(int i, List<Candidate> found) {
        Clause clause = clauses.get(i);
        if (words(clause.text()) < LEAST_WORDS) {
            return;
        }
        List<String> features = Features.of(clauses, i);
        Part part = parts.choose(features);
        String third = prose.thirdPerson(clause.text(), clause.role());
        Candidate.Kind kind = clause.role() == Role.CLINICIAN ? Candidate.Kind.CLINICIAN : Candidate.Kind.PATIENT;
        add(found, kind, part, third, List.of(clause.segment()), features, i);
    }

    private void answered(int i, List<Candidate> found) {
        Clause question = clauses.get(i);
        if (question.role() != Role.CLINICIAN) {
            return;
        }
        int next = i + 1;
        while (next < clauses.size() && clauses.get(next).turn() == question.turn()) {
            if (!clauses.get(next).asked()) {
                return;
            }
            next++;
        }
        int segment = question.segment();
        int turn = question.turn();
        String reply = firstOf(turn + 1);
        int replySegment = firstSegmentOf(turn + 1);
        if (reply.isEmpty() || replySegment < 0) {
            return;
        }
        Polarity polarity = Answers.polarity(reply);
        if (polarity == Polarity.OPEN) {
            return;
        }
        answers.statement(question.text(), polarity).ifPresent(text -> {
            List<String> features = new ArrayList<>(Features.of(clauses, i));
            features.add("answer=" + polarity);
            Part part = parts.choose(features);
            add(found, Candidate.Kind.ANSWER, part, text, List.of(segment, replySegment), features, i);
        });
    }

    private String firstOf(int turn) {
        int segment = firstSegmentOf(turn);
        if (segment < 0 || reading.segments().get(segment).speaker().role() != Role.PATIENT) {
            return "";
        }
        return reading.segments().get(segment).text().toLowerCase(java.util.Locale.ROOT).replace("n't", " not");
    }

    private int firstSegmentOf(int turn) {
        for (int i = 0; i < reading.segments().size(); i++) {
            if (reading.segments().get(i).turn() == turn) {
                return i;
            }
        }
        return -1;
    }

    private void add(
            List<Candidate> found, Candidate.Kind kind, Part part, String text, List<Integer> evidence,
            List<String> features, int order) {
        String list = switch (part) {
            case EXAM -> "exam";
            case RESULTS -> "results";
            case PLAN, ASSESSMENT -> "plan";
            case COMPLAINT, STORY, SYSTEMS, HISTORY, FAMILY, SOCIAL -> "story";
        };
        String sentence = Prose.sentence(prose.forSection(list, text));
        if (words(sentence) >= LEAST_WORDS) {
            Set<Integer> sorted = new TreeSet<>(evidence);
            List<String> known = new ArrayList<>(features);
            known.add("kind=" + kind);
            known.add("part=" + part);
            known.add("words=" + Math.min(6, words(sentence) / 4));
            found.add(new Candidate(kind, part, sentence, List.copyOf(sorted), known, order));
        }
    }

    private static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+", -1).length;
    }
}
