package org.chartwright.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.util.Date;
import java.util.Set;
import org.chartwright.audit.Act;
import org.chartwright.audit.Entry;
import org.chartwright.audit.Outcome;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAction;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentNetworkType;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/**
 * Entries of the audit record as FHIR AuditEvents, in the forms of IHE's Basic Audit Log Patterns (BALP). Identifiers only:
 * nothing refers to a resource that this server would have to hold. Stateless, any thread.
 */
public final class AuditEvents {

    private static final String BALP = "https://profiles.ihe.net/ITI/BALP/";
    private static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";
    private static final String OBJECT_ROLE = "http://terminology.hl7.org/CodeSystem/object-role";
    private static final String ENTITY_TYPE = "http://terminology.hl7.org/CodeSystem/audit-entity-type";
    private static final Coding SENDER = new Coding(DICOM, "110153", "Source Role ID");
    private static final Coding RECEIVER = new Coding(DICOM, "110152", "Destination Role ID");
    private static final Set<String> READING =
            Set.of("Get", "List", "Head", "Read", "Take", "Export", "Describe", "Search", "Call");

    private AuditEvents() {}

    /** One line of JSON. */
    public static String json(Entry entry) {
        return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(event(entry));
    }

    static AuditEvent event(Entry entry) {
        Act act = entry.act();
        String name = act.action().substring(act.action().indexOf(':') + 1);
        AuditEventAction action = action(name);
        boolean reads = action == AuditEventAction.R || action == AuditEventAction.E;
        @Nullable String patient = act.patient();
        AuditEvent event = new AuditEvent();
        event.setId(act.tenant() + "-" + entry.seq());
        event.getMeta().addProfile(BALP + "StructureDefinition/IHE.BasicAudit." + (patient == null ? "" : "Patient") + verb(action));
        event.setType(new Coding("http://terminology.hl7.org/CodeSystem/audit-event-type", "rest", "RESTful Operation"));
        event.addSubtype(new Coding("http://hl7.org/fhir/restful-interaction", interaction(action), null));
        event.addSubtype(new Coding("urn:chartwright:action", act.action(), null));
        event.setAction(action).setRecorded(Date.from(entry.time()));
        event.setOutcome(outcome(entry.outcome()));
        if (!entry.reason().isEmpty()) {
            event.setOutcomeDesc(entry.reason());
        }
        event.addAgent(agent(reads ? RECEIVER : SENDER, act.actor().source(), "client").setRequestor(false));
        event.addAgent(agent(reads ? SENDER : RECEIVER, "chartwright", "server").setRequestor(false));
        event.addAgent(new AuditEvent.AuditEventAgentComponent()
                .setType(new CodeableConcept(new Coding(
                        "http://terminology.hl7.org/CodeSystem/v3-ParticipationType", "IRCP", "information recipient")))
                .addRole(new CodeableConcept().setText(act.actor().role()))
                .setWho(named("urn:chartwright:actor", act.actor().name()))
                .setRequestor(true));
        event.getSource().setObserver(named("urn:chartwright:chain", act.tenant().toString()));
        event.getSource().addType(new Coding("http://terminology.hl7.org/CodeSystem/security-source-type", "4", "Application Server"));
        event.addEntity(entity("2", "System Object", "4", "Domain Resource",
                named("urn:chartwright:object", act.object().isEmpty() ? name : act.object())));
        if (patient != null) {
            event.addEntity(entity("1", "Person", "1", "Patient", named("urn:chartwright:patient", patient)));
        }
        if (!act.requestId().isEmpty()) {
            event.addEntity(new AuditEvent.AuditEventEntityComponent()
                    .setType(new Coding(BALP + "CodeSystem/BasicAuditEntityType", "XrequestId", null))
                    .setWhat(new Reference().setIdentifier(new Identifier().setValue(act.requestId()))));
        }
        return event;
    }

    private static AuditEvent.AuditEventAgentComponent agent(Coding type, String address, String name) {
        AuditEvent.AuditEventAgentComponent agent = new AuditEvent.AuditEventAgentComponent()
                .setType(new CodeableConcept(type))
                .setWho(named("urn:chartwright:" + name, address));
        agent.getNetwork().setAddress(address).setType(
                address.matches("[0-9a-fA-F.:]+") ? AuditEventAgentNetworkType._2 : AuditEventAgentNetworkType._1);
        return agent;
    }

    private static AuditEvent.AuditEventEntityComponent entity(
            String type, String typeName, String role, String roleName, Reference what) {
        return new AuditEvent.AuditEventEntityComponent()
                .setType(new Coding(ENTITY_TYPE, type, typeName))
                .setRole(new Coding(OBJECT_ROLE, role, roleName))
                .setWhat(what);
    }

    private static Reference named(String system, String value) {
        return new Reference().setIdentifier(new Identifier().setSystem(system).setValue(value));
    }

    private static AuditEventAction action(String name) {
        if (READING.stream().anyMatch(name::startsWith)) {
            return AuditEventAction.R;
        }
        if (name.startsWith("Start") || name.startsWith("Create") || name.startsWith("Add") || name.startsWith("Submit")) {
            return AuditEventAction.C;
        }
        if (name.startsWith("Delete") || name.startsWith("Erase") || name.startsWith("Remove") || name.startsWith("Forget")) {
            return AuditEventAction.D;
        }
        return AuditEventAction.U;
    }

    private static String verb(AuditEventAction action) {
        return switch (action) {
            case C -> "Create";
            case D -> "Delete";
            case U -> "Update";
            case R, E, NULL -> "Read";
        };
    }

    private static String interaction(AuditEventAction action) {
        return switch (action) {
            case C -> "create";
            case D -> "delete";
            case U -> "update";
            case R, E, NULL -> "read";
        };
    }

    private static AuditEventOutcome outcome(Outcome outcome) {
        return switch (outcome) {
            case DONE -> AuditEventOutcome._0;
            case REFUSED -> AuditEventOutcome._4;
            case FAILED -> AuditEventOutcome._8;
        };
    }
}
