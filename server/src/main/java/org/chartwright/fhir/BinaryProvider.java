package org.chartwright.fhir;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartwright.chart.Kept;
import org.chartwright.chart.VisitNote;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Reference;

/** Notes as bytes: plain text and PDF. */
public final class BinaryProvider implements IResourceProvider {

    private static final Pattern ID = Pattern.compile("([0-9a-f-]{36})-(\\d{1,9})-(text|pdf)");

    private final Evidence evidence;

    BinaryProvider(Evidence evidence) {
        this.evidence = evidence;
    }

    @Override
    public Class<Binary> getResourceType() {
        return Binary.class;
    }

    /** Read. */
    @Read
    public Binary read(@IdParam IdType id, RequestDetails request) {
        Matcher name = ID.matcher(String.valueOf(id.getIdPart()));
        if (!name.matches()) {
            throw new ResourceNotFoundException("There is no such resource.");
        }
        Kept<VisitNote> note = evidence
                .of(Gate.caller(request).tenant(), Names.uuid(name.group(1)), Integer.parseInt(name.group(2)))
                .note();
        boolean pdf = name.group(3).equals("pdf");
        Binary binary = new Binary();
        binary.setId(id.getIdPart());
        binary.setContentType(pdf ? DocumentMapping.PDF : DocumentMapping.TEXT);
        binary.setData(pdf ? NotePdf.of(note) : NoteText.of(note.entry()));
        binary.setSecurityContext(new Reference("DocumentReference/" + note.id()));
        return binary;
    }
}
