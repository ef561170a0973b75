package org.chartwright.fhir;

import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import org.chartwright.chart.Kept;
import org.chartwright.chart.VisitNote;
import org.chartwright.chart.VisitNote.Signature;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Provenance.ProvenanceEntityRole;
import org.hl7.fhir.r4.model.Reference;

/** How a note came about: one resource for each version, from the draft to the signature. */
final class ProvenanceMapping {

    private ProvenanceMapping() {}

    /** For all versions of a note. */
    static List<Provenance> resources(List<Kept<VisitNote>> versions, Caller caller) {
        List<Provenance> made = new ArrayList<>();
        versions.forEach(version -> made.add(resource(version, caller)));
        return made;
    }

    static Provenance resource(Kept<VisitNote> kept, Caller caller) {
        VisitNote note = kept.entry();
        Provenance provenance = new Provenance();
        provenance.setId(kept.id() + "-" + kept.version());
        provenance.setMeta(new Meta().setLastUpdated(Date.from(kept.at())).addProfile(Names.US_CORE + "us-core-provenance"));
        provenance.addTarget(new Reference("DocumentReference/" + kept.id() + "/_history/" + kept.version()));
        provenance.setRecorded(Date.from(kept.at()));
        provenance.setActivity(Names.hl7(
                "v3-DataOperation", kept.version() == 1 ? "CREATE" : "UPDATE", kept.version() == 1 ? "create" : "revise"));
        provenance.addAgent()
                .setType(Names.hl7("provenance-participant-type", "author", "Author"))
                .setWho(new Reference().setDisplay(kept.author()))
                .setOnBehalfOf(Names.to("Organization", caller.tenant().value()));
        if (kept.version() > 1) {
            provenance.addEntity()
                    .setRole(ProvenanceEntityRole.REVISION)
                    .setWhat(new Reference("DocumentReference/" + kept.id() + "/_history/" + (kept.version() - 1)));
        }
        // The transcript is no FHIR resource here; its name lets it be found in the record.
        provenance.addEntity()
                .setRole(ProvenanceEntityRole.SOURCE)
                .setWhat(new Reference().setDisplay("Transcript " + note.transcript()));
        Signature signature = note.signature();
        if (signature != null) {
            provenance.addSignature()
                    .addType(new Coding("urn:iso-astm:E1762-95:2013", "1.2.840.10065.1.12.1.1", "Author's Signature"))
                    .setWhen(Date.from(signature.at()))
                    .setWho(new Reference().setDisplay(signature.name()))
                    .setSigFormat("application/octet-stream")
                    .setData(HexFormat.of().parseHex(signature.digest()));
        }
        return provenance;
    }
}
