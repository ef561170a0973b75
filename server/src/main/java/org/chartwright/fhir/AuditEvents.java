package org.chartwright.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Optional;
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
 * Entries of the audit record as FHIR AuditEvents. What was done is in the forms of IHE's Basic Audit Log Patterns (BALP) and says
 * so; of what was refused or failed BALP asks another outcome, so that has the same form and claims none. Signing in and out, and
 * the use of the record itself, are told as DICOM tells them. Identifiers only: nothing refers to a resource that this server would
 * have to hold. Stateless, any thread.
 */
public final class AuditEvents {

    private static final String BALP = "https://profiles.ihe.net/ITI/BALP/";
    private static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";
    private static final String OBJECT_ROLE = "http://terminology.hl7.org/CodeSystem/object-role";
    private static final String ENTITY_TYPE = "http://terminology.hl7.org/CodeSystem/audit-entity-type";
    private static final String PARTICIPATION = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";
    private static final Coding SENDER = new Coding(DICOM, "110153", "Source Role ID");
    private static final Coding RECEIVER = new Coding(DICOM, "110152", "Destination Role ID");
    private static final Coding APPLICATION = new Coding(DICOM, "110150", "Application");
    private static final Coding CUSTODIAN =
            new Coding("http://terminology.hl7.org/CodeSystem/provenance-participant-type", "custodian", "Custodian");
    private static final Coding RECIPIENT = new Coding(PARTICIPATION, "IRCP", "information recipient");
    private static final Coding AUTHOR = new Coding(PARTICIPATION, "AUT", "author (originator)");
    private static final Set<String> QUERYING = Set.of("List", "Search");
    private static final Set<String> READING = Set.of("Get", "Head", "Read", "Take", "Export", "Describe", "Call");
    private static final Set<String> RECORD = Set.of("workspace:ReadAudit", "audit:Export");

    private AuditEvents() {}

    /** One line of JSON. */
    public static String json(Entry entry) {
        return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(event(entry));
    }

    static AuditEvent event(Entry entry) {
        Act act = entry.act();
        String name = act.action().substring(act.action().indexOf(':') + 1);
        AuditEventAction action = action(name);
        Form form = Form.of(action);
        @Nullable String patient = act.patient();
        AuditEvent event = new AuditEvent();
        event.setId(act.tenant() + "-" + entry.seq());
        Optional<Coding> login = login(act.action());
        if (login.isPresent()) {
            event.setType(new Coding(DICOM, "110114", "User Authentication")).addSubtype(login.get());
        } else if (RECORD.contains(act.action())) {
            event.setType(new Coding(DICOM, "110101", "Audit Log Used"));
        } else {
            event.setType(new Coding("http://terminology.hl7.org/CodeSystem/audit-event-type", "rest", "RESTful Operation"));
            event.addSubtype(new Coding("http://hl7.org/fhir/restful-interaction", form.interaction, null));
            if (entry.outcome() == Outcome.DONE) {
                event.getMeta().addProfile(BALP + "StructureDefinition/IHE.BasicAudit." + (patient == null ? "" : "Patient") + form.name);
            }
        }
        event.addSubtype(new Coding("urn:chartwright:action", act.action(), null));
        event.setAction(login.isPresent() ? AuditEventAction.E : action).setRecorded(Date.from(entry.time()));
        event.setOutcome(outcome(entry.outcome()));
        if (!entry.reason().isEmpty()) {
            event.setOutcomeDesc(entry.reason());
        }
        event.addAgent(agent(form.client, act.actor().source(), "client").setRequestor(false));
        event.addAgent(agent(form.server, "chartwright", "server").setRequestor(false));
        event.addAgent(new AuditEvent.AuditEventAgentComponent()
                .setType(new CodeableConcept(form.user))
                .addRole(new CodeableConcept().setText(act.actor().role()))
                .setWho(named("urn:chartwright:actor", act.actor().name()))
                .setRequestor(true));
        event.getSource().setObserver(named("urn:chartwright:chain", act.tenant().toString()));
        event.getSource().addType(new Coding("http://terminology.hl7.org/CodeSystem/security-source-type", "4", "Application Server"));
        String object = act.object().isEmpty() ? name : act.object();
        if (form == Form.QUERY) {
            event.addEntity(entity("2", "System Object", "24", "Query")
                    .setQuery(object.getBytes(StandardCharsets.UTF_8))
                    .setDescription("What was asked, without the values that were asked for"));
        } else {
            event.addEntity(entity("2", "System Object", "4", "Domain Resource").setWhat(named("urn:chartwright:object", object)));
        }
        if (patient != null) {
            event.addEntity(entity("1", "Person", "1", "Patient")
                    .setWhat(named("urn:chartwright:patient", patient).setType("Patient")));
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

    private static AuditEvent.AuditEventEntityComponent entity(String type, String typeName, String role, String roleName) {
        return new AuditEvent.AuditEventEntityComponent()
                .setType(new Coding(ENTITY_TYPE, type, typeName))
                .setRole(new Coding(OBJECT_ROLE, role, roleName));
    }

    /** How BALP tells of an act: data flows from source to destination, of a search what was asked. */
    private enum Form {
        CREATE("Create", "create", SENDER, RECEIVER, AUTHOR),
        READ("Read", "read", RECEIVER, SENDER, RECIPIENT),
        UPDATE("Update", "update", SENDER, RECEIVER, AUTHOR),
        DELETE("Delete", "delete", APPLICATION, CUSTODIAN, AUTHOR),
        QUERY("Query", "search", SENDER, RECEIVER, RECIPIENT);

        private final String name;
        private final String interaction;
        private final Coding client;
        private final Coding server;
        private final Coding user;

        Form(String name, String interaction, Coding client, Coding server, Coding user) {
            this.name = name;
            this.interaction = interaction;
            this.client = client;
            this.server = server;
            this.user = user;
        }

        static Form of(AuditEventAction action) {
            return switch (action) {
                case C -> CREATE;
                case R, NULL -> READ;
                case U -> UPDATE;
                case D -> DELETE;
                case E -> QUERY;
            };
        }
    }

    private static Optional<Coding> login(String action) {
        return switch (action) {
            case "workspace:SignIn", "workspace:SignInElsewhere", "workspace:ProveAgain", "workspace:ProveElsewhere", "fhir:SignIn" ->
                Optional.of(new Coding(DICOM, "110122", "Login"));
            case "workspace:SignOut", "workspace:SignOutElsewhere" -> Optional.of(new Coding(DICOM, "110123", "Logout"));
            default -> Optional.empty();
        };
    }

    private static Reference named(String system, String value) {
        return new Reference().setIdentifier(new Identifier().setSystem(system).setValue(value));
    }

    private static AuditEventAction action(String name) {
        if (QUERYING.stream().anyMatch(name::startsWith)) {
            return AuditEventAction.E;
        }
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

    private static AuditEventOutcome outcome(Outcome outcome) {
        return switch (outcome) {
            case DONE -> AuditEventOutcome._0;
            case REFUSED -> AuditEventOutcome._4;
            case FAILED -> AuditEventOutcome._8;
        };
    }
}
