package org.chartwright.ehr;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.app.Connection;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.util.Terser;
import ca.uhn.hl7v2.util.idgenerator.InMemoryIDGenerator;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.chartwright.chart.Find;
import org.chartwright.chart.Identifier;
import org.chartwright.chart.Kept;
import org.chartwright.chart.Patient;
import org.chartwright.chart.Practitioner;
import org.chartwright.chart.Query;
import org.chartwright.chart.Visit;
import org.chartwright.database.TenantRows;
import org.chartwright.ehr.hl7.Authorities;
import org.chartwright.ehr.hl7.Hl7.Acknowledgement;
import org.chartwright.ehr.hl7.MllpFrames;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages over a socket, sent by HAPI's own client. */
final class AdtListenerTest {

    private static final String HOSP = "urn:oid:1.2.3";

    private Clinic clinic;
    private AdtListener listener;
    private DefaultHapiContext context;
    private int count;

    @BeforeEach
    void open() throws Exception {
        clinic = new Clinic();
        listener = AdtListener.open(
                new ServerSocket(),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                new Arrivals(clinic.database.jdbi(), clinic.clock, clinic.chart, new Arrivals.Feed(
                        Map.of("ADT|HOSP", clinic.tenant), Authorities.parse("HOSP=" + HOSP), ZoneOffset.UTC)),
                clinic.clock);
        context = new DefaultHapiContext();
        context.getParserConfiguration().setIdGenerator(new InMemoryIDGenerator());
    }

    @AfterEach
    void close() throws Exception {
        context.close();
        listener.close();
        clinic.close();
    }

    private String message(String event, String patient, String visit) {
        return "MSH|^~\\&|ADT|HOSP|CW|CW|20261125100000||ADT^" + event + "|M" + ++count + "|P|2.3\r"
                + "EVN|" + event + "|20261125101500\r"
                + "PID|1||" + patient + "\r"
                + "PV1|1|O|||||77^Okafor^Ada^^^^^^NPI&2.16.840.1.113883.4.6&ISO||||||||||||" + visit + "\r";
    }

    private static String rosa(String number) {
        return number + "^^^HOSP^MR~999-99-9999^^^USA^SS||Pena^Rosa^Maria||19610203|F";
    }

    /** Code and words of the answer. */
    private String told(String message) throws Exception {
        Connection connection = context.newClient("127.0.0.1", listener.port(), false);
        try {
            Message sent = context.getGenericParser().parse(message);
            Terser answer = new Terser(connection.getInitiator().sendAndReceive(sent));
            assertThat(answer.get("/MSA-2")).isEqualTo(new Terser(sent).get("/MSH-10"));
            return answer.get("/MSA-1") + (answer.get("/MSA-3") == null ? "" : " " + answer.get("/MSA-3"));
        } finally {
            connection.close();
        }
    }

    /** The answer's code, over a bare socket: HAPI's clients of one context cannot send at once. */
    private String code(String message) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), listener.port())) {
            MllpFrames.write(socket.getOutputStream(), message.getBytes(StandardCharsets.UTF_8));
            return Acknowledgement.read(MllpFrames.read(socket.getInputStream(), 100_000).orElseThrow()).orElseThrow().code();
        }
    }

    private List<Kept<Patient>> patients() {
        return clinic.chart.search(clinic.tenant, Patient.class, Query.ALL, 0, 10).entries();
    }

    private Kept<Visit> visit(String number) {
        return clinic.chart.search(clinic.tenant, Visit.class, Query.of(new Find("identifier", HOSP + "|" + number)), 0, 2)
                .entries().getFirst();
    }

    @Test
    void aVisitBeginsIsCorrectedAndEndsAndAnotherIsCancelled() throws Exception {
        assertThat(told(message("A04", rosa("MR1"), "V1"))).isEqualTo("AA");
        assertThat(patients()).singleElement().satisfies(kept -> {
            assertThat(kept.entry().identifiers()).containsExactly(new Identifier(HOSP, "MR1"));
            assertThat(kept.entry().name().inFull()).isEqualTo("Rosa Maria Pena");
            assertThat(kept.entry().birthDate()).isEqualTo(LocalDate.of(1961, 2, 3));
            assertThat(kept.entry().gender()).isEqualTo(Patient.Gender.FEMALE);
        });
        assertThat(visit("V1").entry().state()).isEqualTo(Visit.State.PLANNED);
        assertThat(visit("V1").entry().begin()).isEqualTo(Instant.parse("2026-11-25T10:15:00Z"));
        assertThat(clinic.chart.search(clinic.tenant, Practitioner.class,
                        Query.of(new Find("identifier", "urn:oid:2.16.840.1.113883.4.6|77")), 0, 2).entries())
                .singleElement()
                .satisfies(one -> assertThat(one.id()).isEqualTo(visit("V1").entry().practitioner()));

        assertThat(told(message("A08", "MR1^^^HOSP^MR||Quist^Rosa||19610203|F", "V1"))).isEqualTo("AA");
        assertThat(patients()).singleElement().satisfies(kept -> {
            assertThat(kept.version()).isEqualTo(2);
            assertThat(kept.entry().name().family()).isEqualTo("Quist");
        });
        assertThat(told(message("A03", "MR1^^^HOSP^MR||Quist^Rosa||19610203|F", "V1"))).isEqualTo("AA");
        assertThat(visit("V1").entry().end()).isEqualTo(Instant.parse("2026-11-25T10:15:00Z"));
        assertThat(told(message("A01", "MR1^^^HOSP^MR||Quist^Rosa||19610203|F", "V2"))).isEqualTo("AA");
        assertThat(told(message("A11", "MR1^^^HOSP^MR||Quist^Rosa||19610203|F", "V2"))).isEqualTo("AA");
        assertThat(visit("V2").entry().state()).isEqualTo(Visit.State.CANCELLED);
        assertThat(patients()).hasSize(1);
        assertThat(patients().getFirst().version()).as("what changes nothing makes no version").isEqualTo(2);
    }

    @Test
    void twoPatientsAreNeverMadeOne() throws Exception {
        assertThat(told(message("A04", rosa("MR1"), "V1"))).isEqualTo("AA");
        assertThat(told(message("A04", "MR2^^^HOSP^MR~L9^^^LAB^PI||Moss^Ida||19700101|F", "V2"))).isEqualTo("AA");
        List<Kept<Patient>> before = patients();
        assertThat(told(message("A08", "MR1^^^HOSP^MR~L9^^^LAB^PI||Pena^Rosa||19610203|F", "V1")))
                .startsWith("AE The numbers in PID-3 are known as those of different patients");
        assertThat(told(message("A08", "MR1^^^HOSP^MR||Moss^Ida||19700101|F", "V1")))
                .startsWith("AE The number in PID-3 is known as that of somebody else");
        assertThat(told(message("A08", "MR3^^^HOSP^MR~L9^^^LAB^PI||Moss^Ida||19700101|F", "V2")))
                .startsWith("AE The patient is known by another number");
        assertThat(told(message("A04", rosa("MR1"), "V2"))).startsWith("AE The visit's number is known");
        assertThat(told("MSH|^~\\&|ADT|HOSP|CW|CW|20261125100000||ADT^A40|M99|P|2.3\rEVN|A40|20261125101500\rPID|1||"
                        + rosa("MR1") + "\rMRG|MR2^^^HOSP^MR\r"))
                .startsWith("AE Patients are not merged by messages");
        assertThat(patients()).isEqualTo(before);
    }

    @Test
    void aMessageIsDoneOnceHoweverOftenAndHowManyAtOnceItComes() throws Exception {
        String same = message("A04", rosa("MR1"), "V1");
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> send = () -> code(same);
            for (var answer : senders.invokeAll(List.of(send, send, send, send))) {
                assertThat(answer.get()).isEqualTo("AA");
            }
        }
        assertThat(told(message("A03", rosa("MR1"), "V1"))).isEqualTo("AA");
        int version = visit("V1").version();
        assertThat(told(same)).as("a straggler").isEqualTo("AA");
        assertThat(visit("V1").version()).isEqualTo(version);
        assertThat(patients()).hasSize(1);
        int recorded = TenantRows.of(clinic.database.jdbi(), clinic.tenant.value(), handle -> handle.createQuery(
                        "select count(*) from audit_entry where tenant_id = ? and entry like '%ehr:AdmitA0%'")
                .bind(0, clinic.tenant.value())
                .mapTo(Integer.class)
                .one());
        assertThat(recorded).isEqualTo(2);
    }

    @Test
    void whatCannotBeDoneIsRefusedInItsOwnWordsAndLeavesNothing() throws Exception {
        assertThat(told(message("A04", rosa("MR1"), "V1").replace("ADT|HOSP|", "OTHER|HOSP|"))).startsWith("AR This sender");
        assertThat(told(message("A28", rosa("MR1"), "V1"))).startsWith("AR This event is not taken");
        assertThat(told(message("A04", "^^^HOSP^MR||Pena^Rosa", "V1"))).startsWith("AE PID-3 must hold");
        assertThat(told(message("A04", "MR1^^^HOSP^MR||", "V1"))).startsWith("AE PID-5 must hold");
        assertThat(told(message("A04", "MR1^^^HOSP^MR||Pena^Rosa||19611399", "V1"))).startsWith("AE PID-7 must be");
        assertThat(told(message("A04", rosa("MR1"), ""))).startsWith("AE PV1-19 must hold");
        assertThat(patients()).isEmpty();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), listener.port())) {
            socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            assertThat(socket.getInputStream().read()).as("other tongues are not answered").isEqualTo(-1);
        }
        assertThat(told(message("A04", rosa("MR1"), "V1"))).isEqualTo("AA");
    }

    @Test
    void aVisitThatWasRecordedIsNotCancelled() throws Exception {
        assertThat(told(message("A04", rosa("MR1"), "V1"))).isEqualTo("AA");
        clinic.chart.change(clinic.tenant, "ada", visit("V1"), visit("V1").entry().in(Visit.State.RECORDING));
        assertThat(told(message("A11", rosa("MR1"), "V1"))).startsWith("AE The visit has taken place");
        assertThat(visit("V1").entry().state()).isEqualTo(Visit.State.RECORDING);
    }
}
