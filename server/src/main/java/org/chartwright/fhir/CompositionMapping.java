package org.chartwright.fhir;

import java.util.Date;
import java.util.List;
import java.util.Map;
import org.chartwright.chart.Kept;
import org.chartwright.chart.VisitNote;
import org.chartwright.chart.VisitNote.Section;
import org.chartwright.chart.VisitNote.Signature;
import org.chartwright.fhir.Evidence.Rested;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Composition.CompositionStatus;
import org.hl7.fhir.r4.model.Composition.SectionComponent;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.utilities.xhtml.NodeType;
import org.hl7.fhir.utilities.xhtml.XhtmlNode;

/** Notes as compositions: sections with their text and the resources that stand behind it. */
final class CompositionMapping {

    private CompositionMapping() {}

    static Composition resource(Rested rested, Caller caller) {
        return resource(rested.note(), Names.to("Organization", caller.tenant().value()), entries(rested));
    }

    /** Without the resources behind the text. */
    static Composition plain(Kept<VisitNote> kept, Reference custodian) {
        return resource(kept, custodian, Map.of());
    }

    private static Composition resource(
            Kept<VisitNote> kept, Reference custodian, Map<String, List<? extends Resource>> entries) {
        VisitNote note = kept.entry();
        Composition composition = new Composition();
        composition.setId(kept.id().toString());
        composition.setMeta(Names.meta(kept, ""));
        composition.setStatus(switch (note.status()) {
            case PRELIMINARY -> CompositionStatus.PRELIMINARY;
            case FINAL -> CompositionStatus.FINAL;
            case AMENDED -> CompositionStatus.AMENDED;
        });
        composition.setType(Templates.type(note.template()));
        composition.setSubject(Names.to("Patient", note.patient()));
        composition.setEncounter(Names.to("Encounter", note.visit()));
        composition.setDate(Date.from(kept.at()));
        composition.addAuthor(DocumentMapping.author(note));
        composition.setTitle(Templates.document(note.template()));
        composition.setCustodian(custodian);
        Signature signature = note.signature();
        if (signature != null) {
            composition.addAttester()
                    .setMode(Composition.CompositionAttestationMode.LEGAL)
                    .setTime(Date.from(signature.at()))
                    .setParty(new Reference().setDisplay(signature.name()));
        }
        note.sections().forEach(section -> composition.addSection(section(section, entries)));
        return composition;
    }

    /** Which resources stand in which section, by the section's name. */
    private static Map<String, List<? extends Resource>> entries(Rested rested) {
        List<Observation> signs = VitalSigns.of(rested);
        return Map.of(
                "ASSESSMENT", FactMapping.conditions(rested),
                "PAST_MEDICAL_HISTORY", FactMapping.allergies(rested),
                "PLAN", FactMapping.medications(rested),
                "PHYSICAL_EXAMINATION", signs,
                "OBJECTIVE", signs);
    }

    private static SectionComponent section(Section section, Map<String, List<? extends Resource>> entries) {
        SectionComponent made = new SectionComponent();
        made.setTitle(Templates.title(section.name()));
        made.setCode(Templates.section(section.name()));
        if (section.sentences().isEmpty()) {
            made.setText(narrative(List.of("Nothing was recorded here.")));
            return made;
        }
        made.setText(narrative(section.sentences().stream().map(VisitNote.Sentence::text).toList()));
        entries.getOrDefault(section.name(), List.of()).forEach(resource ->
                made.addEntry(new Reference(resource.fhirType() + "/" + resource.getIdPart())));
        return made;
    }

    /** Text goes in as text: whatever somebody said or typed, it is no mark-up here. */
    private static Narrative narrative(List<String> sentences) {
        XhtmlNode box = new XhtmlNode(NodeType.Element, "div");
        box.setAttribute("xmlns", "http://www.w3.org/1999/xhtml");
        sentences.forEach(sentence -> box.addTag("p").addText(printable(sentence.strip())));
        Narrative narrative = new Narrative();
        narrative.setStatus(Narrative.NarrativeStatus.ADDITIONAL);
        narrative.setDiv(box);
        return narrative;
    }

    /** Without the characters that XML cannot hold. */
    private static String printable(String text) {
        StringBuilder kept = new StringBuilder();
        text.codePoints()
                .filter(point -> point == '\n' || point == '\t' || point >= ' ' && point < 0xD800
                        || point > 0xDFFF && point < 0xFFFE || point > 0xFFFF)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
