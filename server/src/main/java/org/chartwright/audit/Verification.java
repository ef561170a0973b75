package org.chartwright.audit;

import java.security.PublicKey;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads an exported record line by line and finds the first place of each chain where it is not what was written. Needs
 * neither server nor secret: the public key, and for a cut tail some checkpoint that was kept elsewhere. One thread.
 */
public final class Verification {

    private final PublicKey key;
    private final Map<UUID, Chain> chains = new HashMap<>();
    private final Map<UUID, Finding> findings = new TreeMap<>();
    private long line;

    /** With that key. */
    public Verification(PublicKey key) {
        this.key = key;
    }

    /**
     * The first alteration of a chain.
     *
     * @param chain whose; the house's where a line does not even say
     * @param line of the file, from 1; one more than there are where something is missing at the end
     * @param from the first entry that is not or may not be as it was written
     * @param to the last such entry before the chain is known to be good or to go wrong
     * @param what is wrong, a sentence without anything of the entry itself
     */
    public record Finding(UUID chain, long line, long from, long to, String what) {}

    /**
     * How the record stands.
     *
     * @param entries how many were read
     * @param checkpoints how many were read
     * @param unsigned how many entries lie past the last checkpoint of their chain: of these nobody can say
     * @param findings the first alteration of each chain that has any
     */
    public record Result(long entries, long checkpoints, long unsigned, Map<UUID, Finding> findings) {

        /** Whether nothing was altered. */
        public boolean sound() {
            return findings.isEmpty();
        }
    }

    private static final class Chain {
        private long seq;
        private String hash = Sha256.NONE;
        private long signedSeq;
        private String signedText = Sha256.NONE;
        private final Map<Long, String> heads = new TreeMap<>();
        private long entries;
        private long checkpoints;
    }

    /** Checkpoints that were kept elsewhere; before any line is read. What is not signed by the key is a finding itself. */
    public void expect(Stream<String> heads) {
        heads.filter(head -> !head.isBlank()).forEach(head -> {
            @Nullable Checkpoint checkpoint = Checkpoint.read(head, key);
            if (checkpoint == null) {
                found(Act.HOUSE, 0, 0, "a kept checkpoint is not signed by this key");
            } else {
                chain(checkpoint.chain()).heads.put(checkpoint.seq(), checkpoint.hash());
            }
        });
    }

    /** Reads all lines and says how the record stands. */
    public Result read(Stream<String> lines) {
        lines.forEach(this::read);
        line++;
        chains.forEach((id, chain) -> {
            long beyond = chain.heads.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
            if (beyond > chain.seq) {
                found(id, chain.seq + 1, beyond, "entries are missing at the end: a checkpoint says that there were more");
            } else if (beyond > chain.signedSeq) {
                found(id, chain.signedSeq + 1, beyond, "a checkpoint is missing at the end");
            }
        });
        return new Result(
                chains.values().stream().mapToLong(chain -> chain.entries).sum(),
                chains.values().stream().mapToLong(chain -> chain.checkpoints).sum(),
                chains.values().stream().mapToLong(chain -> chain.seq - chain.signedSeq).sum(),
                Map.copyOf(findings));
    }

    private void read(String text) {
        line++;
        if (Checkpoint.isMeantBy(text)) {
            checkpoint(text);
        } else {
            entry(text);
        }
    }

    private void entry(String text) {
        Entry entry;
        try {
            entry = Entry.parse(text);
        } catch (IllegalArgumentException _) {
            // Whose it was cannot be believed; all chains that are read on will miss it or not.
            found(Act.HOUSE, 0, 0, "a line is no audit entry");
            return;
        }
        Chain chain = chain(entry.act().tenant());
        chain.entries++;
        UUID id = entry.act().tenant();
        if (entry.seq() != chain.seq + 1) {
            found(id, chain.seq + 1, Math.max(chain.seq + 1, entry.seq()),
                    entry.seq() > chain.seq + 1 ? "entries are missing" : "an entry is out of order or added");
        } else if (!entry.prevHash().equals(chain.hash)) {
            found(id, Math.max(1, chain.seq), entry.seq(), "an entry is not the one that the next one was chained to");
        }
        chain.seq = entry.seq();
        chain.hash = Sha256.of(text);
        @Nullable String head = chain.heads.get(chain.seq);
        if (head != null && !head.equals(chain.hash)) {
            found(id, chain.signedSeq + 1, chain.seq, "entries are not those that a kept checkpoint was signed over");
        }
    }

    private void checkpoint(String text) {
        @Nullable Checkpoint checkpoint = Checkpoint.read(text, key);
        if (checkpoint == null) {
            found(Act.HOUSE, 0, 0, "a checkpoint is not signed by this key");
            return;
        }
        Chain chain = chain(checkpoint.chain());
        chain.checkpoints++;
        if (checkpoint.seq() != chain.seq || !checkpoint.hash().equals(chain.hash)) {
            found(checkpoint.chain(), chain.signedSeq + 1, Math.max(checkpoint.seq(), chain.signedSeq + 1),
                    "entries are not those that a checkpoint was signed over");
        } else if (!checkpoint.prevCheckpoint().equals(chain.signedText)) {
            found(checkpoint.chain(), chain.signedSeq + 1, checkpoint.seq(), "a checkpoint is missing or added");
        }
        chain.signedSeq = checkpoint.seq();
        chain.signedText = Sha256.of(text);
    }

    private Chain chain(UUID id) {
        return chains.computeIfAbsent(id, _ -> new Chain());
    }

    private void found(UUID chain, long from, long to, String what) {
        findings.putIfAbsent(chain, new Finding(chain, line, from, to, what));
    }
}
