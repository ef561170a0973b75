package org.chartwright.eval.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.chartwright.audit.Checkpoint;
import org.chartwright.audit.Entry;
import org.chartwright.audit.Outcome;

/** Ways to alter a record, at a place that luck chooses. One thread. */
final class Alterations {

    private final List<String> lines;
    private final Random luck;

    Alterations(List<String> lines, Random luck) {
        this.lines = List.copyOf(lines);
        this.luck = luck;
    }

    /** What can be done to a record. */
    enum Kind {
        /** One byte of an entry is another. */
        BYTE,
        /** A field of an entry is another, in good form. */
        FIELD,
        /** An entry is gone. */
        DELETE,
        /** Two neighbouring lines have changed places. */
        REORDER,
        /** A line is there twice. */
        INSERT,
        /** A forged entry is between two others, and numbered to fit. */
        FORGE,
        /** Everything from some line on is gone. */
        CUT,
        /** A checkpoint is gone. */
        UNSIGN
    }

    /**
     * An altered record.
     *
     * @param line the first line that differs, from 1
     */
    record Altered(Kind kind, int line, List<String> lines) {}

    Altered next() {
        while (true) {
            Kind kind = Kind.values()[luck.nextInt(Kind.values().length)];
            List<String> altered = new ArrayList<>(lines);
            int at = luck.nextInt(lines.size());
            if (apply(kind, altered, at) && !altered.equals(lines)) {
                int first = 0;
                while (first < altered.size() && altered.get(first).equals(lines.get(first))) {
                    first++;
                }
                return new Altered(kind, first + 1, altered);
            }
        }
    }

    private boolean apply(Kind kind, List<String> altered, int at) {
        String line = altered.get(at);
        boolean checkpoint = Checkpoint.isMeantBy(line);
        switch (kind) {
            case BYTE -> {
                int place = luck.nextInt(line.length());
                char other = (char) (' ' + luck.nextInt(95));
                altered.set(at, line.substring(0, place) + other + line.substring(place + 1));
            }
            case FIELD -> {
                if (checkpoint) {
                    return false;
                }
                Entry was = Entry.parse(line);
                Outcome other = was.outcome() == Outcome.DONE ? Outcome.REFUSED : Outcome.DONE;
                altered.set(at, new Entry(was.seq(), was.time(), was.act(), other, was.reason(), was.prevHash()).canonical());
            }
            case DELETE -> altered.remove(at);
            case REORDER -> {
                if (at == 0) {
                    return false;
                }
                altered.add(at - 1, altered.remove(at));
            }
            case INSERT -> altered.add(luck.nextInt(altered.size()), line);
            case FORGE -> {
                if (checkpoint) {
                    return false;
                }
                Entry was = Entry.parse(line);
                altered.add(at, new Entry(was.seq(), was.time(), was.act(), Outcome.FAILED, "forged", was.prevHash()).canonical());
            }
            case CUT -> altered.subList(at, altered.size()).clear();
            case UNSIGN -> {
                int signed = at;
                while (!Checkpoint.isMeantBy(altered.get(signed))) {
                    signed = (signed + 1) % altered.size();
                }
                altered.remove(signed);
            }
        }
        return true;
    }
}
