package org.chartwright.ehr.hl7;

import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.v251.datatype.ED;
import ca.uhn.hl7v2.model.v251.datatype.TX;
import ca.uhn.hl7v2.model.v251.message.MDM_T02;
import ca.uhn.hl7v2.model.v251.segment.OBX;
import ca.uhn.hl7v2.util.Terser;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.chartwright.chart.Identifier;
import org.chartwright.chart.Kept;
import org.chartwright.chart.Patient;
import org.chartwright.chart.PersonName;
import org.chartwright.chart.Practitioner;
import org.chartwright.chart.Visit;
import org.chartwright.chart.VisitNote;
import org.chartwright.fhir.NotePdf;
import org.chartwright.fhir.NoteText;
import org.chartwright.fhir.SignedNote;
import org.jspecify.annotations.Nullable;

/**
 * A signed note as a message: MDM^T02 for a new document, MDM^T10 for one that takes another's place. Made of the same version it
 * is the same message, so the time in it is that of the signature, not of the sending.
 */
public final class MdmMessage {

    private static final String SENDER = "CHARTWRIGHT";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");

    private final MDM_T02 message = new MDM_T02();
    private final Terser terser = new Terser(message);
    private final SignedNote signed;
    private final Authorities authorities;
    private int observations;

    private MdmMessage(SignedNote signed, Authorities authorities) {
        this.signed = signed;
        this.authorities = authorities;
    }

    /**
     * To whom and how.
     *
     * @param control names the message, at most 20 characters
     * @param receiver application and facility, parted by a bar
     * @param text whether the note is wanted as lines of text
     * @param pdf whether it is wanted as PDF
     */
    public record Sending(String control, String receiver, boolean text, boolean pdf) {}

    /** The message's bytes, without a frame. */
    public static byte[] of(SignedNote signed, Authorities authorities, Sending sending) {
        MdmMessage made = new MdmMessage(signed, authorities);
        try {
            made.head(sending);
            made.patient();
            made.visit();
            made.document();
            if (sending.text()) {
                made.text();
            }
            if (sending.pdf()) {
                made.pdf();
            }
        } catch (HL7Exception e) {
            throw new IllegalStateException("A message of ours can be made");
        }
        return Hl7.bytes(made.message);
    }

    private void set(String place, @Nullable String value) throws HL7Exception {
        if (value != null && !value.isEmpty()) {
            terser.set(place, printable(value));
        }
    }

    private void head(Sending sending) throws HL7Exception {
        String event = signed.replaced() == null ? "T02" : "T10";
        String[] receiver = (sending.receiver() + "|").split("\\|", -1);
        set("/MSH-1", "|");
        set("/MSH-2", "^~\\&");
        set("/MSH-3-1", SENDER);
        set("/MSH-4-1", signed.organization());
        set("/MSH-5-1", receiver[0]);
        set("/MSH-6-1", receiver[1]);
        set("/MSH-7-1", Hl7.time(signed.note().at()));
        set("/MSH-9-1", "MDM");
        set("/MSH-9-2", event);
        set("/MSH-9-3", "MDM_T02");
        set("/MSH-10", sending.control());
        set("/MSH-11-1", "P");
        set("/MSH-12-1", Hl7.VERSION);
        set("/MSH-18", "UNICODE UTF-8");
        set("/EVN-1", event);
        set("/EVN-2-1", Hl7.time(signed.note().at()));
    }

    private void patient() throws HL7Exception {
        Patient patient = signed.patient().entry();
        set("/PID-1", "1");
        int place = 0;
        for (Identifier identifier : patient.identifiers()) {
            String list = "/PID-3(" + place++ + ")";
            set(list + "-1", identifier.value());
            authority(list + "-4", identifier.system());
            set(list + "-5", "MR");
        }
        name("/PID-5", patient.name(), 0);
        if (patient.birthDate() != null) {
            set("/PID-7-1", DAY.format(patient.birthDate()));
        }
        set("/PID-8", switch (patient.gender()) {
            case FEMALE -> "F";
            case MALE -> "M";
            case OTHER -> "O";
            case UNKNOWN -> "U";
        });
    }

    private void visit() throws HL7Exception {
        Visit visit = signed.visit().entry();
        set("/PV1-1", "1");
        set("/PV1-2", "O");
        practitioner("/PV1-7(0)");
        List<Identifier> numbers = visit.identifiers();
        if (!numbers.isEmpty()) {
            set("/PV1-19-1", numbers.getFirst().value());
            authority("/PV1-19-4", numbers.getFirst().system());
        }
        set("/PV1-44-1", Hl7.time(visit.begin()));
        if (visit.end() != null) {
            set("/PV1-45-1", Hl7.time(visit.end()));
        }
    }

    private void document() throws HL7Exception {
        VisitNote note = signed.note().entry();
        set("/TXA-1", "1");
        set("/TXA-2", note.template().equals("HISTORY_AND_PHYSICAL") ? "HP" : "PN");
        set("/TXA-3", "TX");
        set("/TXA-4-1", Hl7.time(note.began()));
        practitioner("/TXA-5(0)");
        set("/TXA-6-1", Hl7.time(signed.note().at()));
        documentNumber("/TXA-12", signed.note());
        Kept<VisitNote> replaced = signed.replaced();
        if (replaced != null) {
            documentNumber("/TXA-13", replaced);
        }
        set("/TXA-17", "LA"); // legally authenticated
        set("/TXA-19", "AV");
        VisitNote.Signature signature = note.signature();
        if (signature != null) {
            set("/TXA-22(0)-1", signature.by());
            set("/TXA-22(0)-2-1", signature.name());
            set("/TXA-22(0)-15-1", Hl7.time(signature.at()));
        }
    }

    private void documentNumber(String place, Kept<VisitNote> note) throws HL7Exception {
        UUID number = SignedNote.document(note);
        set(place + "-1", number.toString());
        set(place + "-2", SENDER);
    }

    private void practitioner(String place) throws HL7Exception {
        Kept<Practitioner> kept = signed.practitioner();
        if (kept != null) {
            List<Identifier> numbers = kept.entry().identifiers();
            if (!numbers.isEmpty()) {
                set(place + "-1", numbers.getFirst().value());
                authority(place + "-9", numbers.getFirst().system());
            }
            name(place, kept.entry().name(), 1);
        }
    }

    /** A name whose family name is the component after that many others. */
    private void name(String place, PersonName name, int before) throws HL7Exception {
        List<String> given = name.given();
        set(place + "-" + (before + 1) + "-1", name.family());
        set(place + "-" + (before + 2), given.isEmpty() ? "" : given.getFirst());
        set(place + "-" + (before + 3), given.size() < 2 ? "" : String.join(" ", given.subList(1, given.size())));
    }

    private void authority(String place, String system) throws HL7Exception {
        Authorities.Written written = authorities.written(system);
        set(place + "-1", written.namespace());
        set(place + "-2", written.universal());
        set(place + "-3", written.type());
    }

    /** A line each, in order: what every receiver can put together again. */
    private void text() throws HL7Exception {
        String whole = new String(NoteText.of(signed.note().entry()), StandardCharsets.UTF_8);
        for (String line : whole.strip().split("\n", -1)) {
            TX value = new TX(message);
            value.setValue(printable(line));
            observation("TX").getObx5_ObservationValue(0).setData(value);
        }
    }

    private void pdf() throws HL7Exception {
        ED value = new ED(message);
        value.getEd1_SourceApplication().getHd1_NamespaceID().setValue(SENDER);
        value.getEd2_TypeOfData().setValue("AP");
        value.getEd3_DataSubtype().setValue("PDF");
        value.getEd4_Encoding().setValue("Base64");
        value.getEd5_Data().setValue(Base64.getEncoder().encodeToString(NotePdf.of(signed.note())));
        observation("ED").getObx5_ObservationValue(0).setData(value);
    }

    private OBX observation(String type) throws HL7Exception {
        boolean history = signed.note().entry().template().equals("HISTORY_AND_PHYSICAL");
        OBX made = message.getOBSERVATION(observations++).getOBX();
        made.getObx1_SetIDOBX().setValue(Integer.toString(observations));
        made.getObx2_ValueType().setValue(type);
        made.getObx3_ObservationIdentifier().getCe1_Identifier().setValue(history ? "34117-2" : "11506-3");
        made.getObx3_ObservationIdentifier().getCe2_Text().setValue(history ? "History and physical note" : "Progress note");
        made.getObx3_ObservationIdentifier().getCe3_NameOfCodingSystem().setValue("LN");
        made.getObx4_ObservationSubID().setValue(Integer.toString(observations));
        made.getObx11_ObservationResultStatus().setValue("F");
        return made;
    }

    /** Control characters would end a segment or a frame. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }
}
