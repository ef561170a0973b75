package org.chartwright.bedside;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chartwright.live.VisitDraft;
import org.chartwright.live.VisitDraft.DraftSection;
import org.chartwright.live.VisitDraft.Sentence;
import org.chartwright.live.VisitDraft.Understood;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells one client drafts by what has changed since the last one it was told. One thread. */
final class DraftDiff {

    private final Map<UUID, Understood> understood = new HashMap<>();
    private List<Placed> sentences = List.of();
    private int version;

    /** A sentence where it stands. */
    private record Placed(String section, Optional<UUID> after, Sentence sentence) {}

    /** The messages that make the client know this draft; none when it knows it. */
    List<String> tell(VisitDraft draft) {
        List<String> messages = new ArrayList<>();
        for (Understood one : draft.understood()) {
            if (!one.equals(understood.put(one.caption(), one))) {
                messages.add(ServerMessages.understood(one));
            }
        }
        List<Placed> now = placed(draft);
        if (version == 0 || !now.equals(sentences)) {
            messages.add(ServerMessages.text(note(draft, now)));
            sentences = now;
        }
        return messages;
    }

    private static List<Placed> placed(VisitDraft draft) {
        List<Placed> placed = new ArrayList<>();
        for (DraftSection section : draft.sections()) {
            Optional<UUID> after = Optional.empty();
            for (Sentence sentence : section.sentences()) {
                placed.add(new Placed(section.name(), after, sentence));
                after = Optional.of(sentence.id());
            }
        }
        return placed;
    }

    private ObjectNode note(VisitDraft draft, List<Placed> now) {
        ObjectNode message = ServerMessages.of("note")
                .put("version", version + 1)
                .put("whole", version == 0)
                .put("template", draft.template());
        version++;
        ArrayNode sections = message.putArray("sections");
        draft.sections().forEach(section -> sections.add(section.name()));
        ArrayNode changes = message.putArray("changes");
        Map<UUID, Placed> before = new HashMap<>();
        sentences.forEach(one -> before.put(one.sentence().id(), one));
        Set<UUID> left = new HashSet<>(before.keySet());
        now.forEach(one -> left.remove(one.sentence().id()));
        for (Placed one : sentences) {
            if (left.contains(one.sentence().id())) {
                changes.addObject().put("op", "withdraw").put("id", one.sentence().id().toString());
            }
        }
        for (Placed one : now) {
            Placed old = before.get(one.sentence().id());
            if (!one.equals(old)) {
                ObjectNode change = changes.addObject()
                        .put("op", old == null ? "add" : "revise")
                        .put("id", one.sentence().id().toString())
                        .put("section", one.section())
                        .put("after", one.after().map(UUID::toString).orElse(null))
                        .put("text", one.sentence().text());
                ServerMessages.putEvidence(change, one.sentence().evidence());
            }
        }
        return message;
    }
}
