package org.chartwright.audit;

import java.io.IOException;
import java.util.List;
import java.util.UUID;

/** A place off this machine that the record is copied to as it grows, and that only ever takes more. */
@FunctionalInterface
public interface AuditCopy {

    /** Keeps no copy. */
    AuditCopy NONE = (chain, from, to, lines) -> {};

    /**
     * Adds lines, entries and checkpoints in order. Called again with the same ones when it is not known whether the first
     * call was heard: a copy may hold a run of lines twice, never one of them altered.
     *
     * @param chain whose
     * @param from the first entry among the lines
     * @param to the last
     */
    void add(UUID chain, long from, long to, List<String> lines) throws IOException;
}
