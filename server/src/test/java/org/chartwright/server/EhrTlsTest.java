package org.chartwright.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.chartwright.chart.Kept;
import org.chartwright.chart.Patient;
import org.chartwright.chart.Query;
import org.chartwright.chart.VisitNote;
import org.chartwright.ehr.AdtListener;
import org.chartwright.ehr.Clinic;
import org.chartwright.ehr.Delivery;
import org.chartwright.ehr.FhirHospital;
import org.chartwright.ehr.MllpHospital;
import org.chartwright.ehr.NoteSender;
import org.chartwright.ehr.Target;
import org.chartwright.ehr.hl7.Hl7.Acknowledgement;
import org.chartwright.ehr.hl7.MllpFrames;
import org.hl7.fhir.r4.model.DocumentReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way to a hospital's systems and from them over TLS, both sides with certificates, as an operator configures it. */
final class EhrTlsTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Clinic clinic;
    private TestCertificate ours;
    private TestCertificate theirs;
    private TestCertificate strange;
    private Settings settings;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        clinic = new Clinic();
        ours = TestCertificate.make(folder, "ours", "EC");
        theirs = TestCertificate.make(folder, "theirs", "EC");
        strange = TestCertificate.make(folder, "strange", "EC");
        settings = Settings.usual()
                .with(Setting.SERVER_DATA, folder.toString())
                .with(Setting.EHR_TRUSTED_HOSTS, "127.0.0.1")
                .with(Setting.EHR_CERTIFICATES, theirs.certificate().toString());
    }

    @AfterEach
    void close() {
        clinic.close();
    }

    /** Shows one certificate, and trusts the other alone. */
    private static SSLContext tls(TestCertificate shown, TestCertificate trusted) throws Exception {
        KeyStore own = Tls.read(shown.files());
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trusted.trust().getTrustManagers(), null);
        return context;
    }

    private Settings showing(TestCertificate shown) {
        return settings
                .with(Setting.EHR_CLIENT_CERTIFICATE, shown.certificate().toString())
                .with(Setting.EHR_CLIENT_KEY, shown.key().toString());
    }

    private NoteSender sender(Settings with) {
        return EhrRoom.sender(ServerConfig.of(with), clinic.database, clinic.chart, clinic.clock).start();
    }

    private Delivery tried(Kept<VisitNote> note) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            Delivery delivery = clinic.deliveries.ofNote(clinic.tenant, note.id()).getFirst();
            if (delivery.outcome() != null || Instant.now().isAfter(end)) {
                return delivery;
            }
            Thread.sleep(50);
        }
    }

    @Test
    void aNoteGoesToSystemsThatWantToSeeOurCertificate() throws Exception {
        SSLContext hospital = tls(theirs, ours);
        try (FhirHospital fhir = new FhirHospital(hospital); MllpHospital mllp = new MllpHospital(hospital)) {
            fhir.knows("urn:oid:2.16.840.1.113883.19.5", "MR-1");
            clinic.target("fhir", Target.Form.FHIR, fhir.address());
            Kept<VisitNote> note = clinic.signed();
            try (NoteSender _ = sender(showing(ours))) {
                assertThat(tried(note)).extracting(Delivery::state, Delivery::outcome)
                        .containsExactly(Delivery.State.ACKNOWLEDGED, "status 200");
            }
            assertThat(fhir.all(DocumentReference.class)).hasSize(1);
            assertThat(clinic.targets.remove(clinic.tenant, "fhir")).isTrue();
            clinic.target("mllp", Target.Form.MDM, mllp.address());
            Kept<VisitNote> second = clinic.signed();
            try (NoteSender _ = sender(showing(ours))) {
                assertThat(tried(second)).extracting(Delivery::state, Delivery::outcome)
                        .containsExactly(Delivery.State.ACKNOWLEDGED, "AA");
            }
            assertThat(mllp.held).hasSize(1);
        }
    }

    @Test
    void nothingIsToldToAHospitalThatCannotProveItselfOrThatDoesNotKnowUs() throws Exception {
        try (FhirHospital impostor = new FhirHospital(tls(strange, ours)); MllpHospital picky = new MllpHospital(tls(theirs, strange))) {
            clinic.target("fhir", Target.Form.FHIR, impostor.address());
            Kept<VisitNote> first = clinic.signed();
            try (NoteSender _ = sender(showing(ours))) {
                assertThat(tried(first).state()).isEqualTo(Delivery.State.WAITING);
                assertThat(tried(first).outcome()).isNotNull();
            }
            clinic.targets.remove(clinic.tenant, "fhir");
            clinic.target("mllp", Target.Form.MDM, picky.address());
            Kept<VisitNote> second = clinic.signed();
            try (NoteSender _ = sender(showing(ours))) {
                assertThat(tried(second).state()).isEqualTo(Delivery.State.WAITING);
            }
            assertThat(picky.held).isEmpty();
        }
        assertThatThrownBy(() -> EhrRoom.tls(settings.with(Setting.EHR_CLIENT_KEY, ours.key().toString())))
                .isInstanceOf(ConfigException.class).hasMessageContaining("belong together");
        assertThatThrownBy(() -> EhrRoom.tls(showing(ours).with(Setting.EHR_CLIENT_KEY, theirs.key().toString())))
                .isInstanceOf(ConfigException.class).hasMessageContaining("ehr.client-key");
    }

    /** On a port that was free a moment ago; another one if somebody was faster. */
    private AdtListener listener(Settings with) throws IOException {
        for (int attempt = 0; ; attempt++) {
            int port;
            try (ServerSocket free = new ServerSocket(0)) {
                port = free.getLocalPort();
            }
            Optional<AdtListener> opened;
            try {
                opened = AdtRoom.listener(
                        ServerConfig.of(with.with(Setting.EHR_ADT_PORT, Integer.toString(port))),
                        clinic.database, clinic.chart, clinic.clock);
            } catch (ConfigException e) {
                if (attempt < 20 && String.valueOf(e.getMessage()).contains("Is the port free")) {
                    continue;
                }
                throw e;
            }
            return opened.orElseThrow();
        }
    }

    @Test
    void admissionsAreTakenFromSendersWithACertificateOnly() throws Exception {
        Settings listening = settings
                .with(Setting.SERVER_TLS_CERTIFICATE, ours.certificate().toString())
                .with(Setting.SERVER_TLS_KEY, ours.key().toString())
                .with(Setting.EHR_ADT_CLIENTS, theirs.certificate().toString())
                .with(Setting.EHR_ADT_SENDERS, "ADT|HOSP=clinic");
        try (AdtListener listener = listener(listening)) {
            assertThat(code(tls(theirs, ours).getSocketFactory().createSocket("127.0.0.1", listener.port()))).contains("AA");
            assertThat(code(tls(strange, ours).getSocketFactory().createSocket("127.0.0.1", listener.port()))).isEmpty();
            assertThat(code(new Socket("127.0.0.1", listener.port()))).as("without TLS").isEmpty();
        }
        assertThat(clinic.chart.search(clinic.tenant, Patient.class, Query.ALL, 0, 10).entries()).hasSize(1);
    }

    private static Optional<String> code(Socket socket) {
        String message = "MSH|^~\\&|ADT|HOSP|CW|CW|20261125100000||ADT^A04|M1|P|2.3\rEVN|A04|20261125101500\r"
                + "PID|1||MR1^^^HOSP^MR||Pena^Rosa^Maria||19610203|F\rPV1|1|O|||||||||||||||||V1\r";
        try (socket) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            MllpFrames.write(socket.getOutputStream(), message.getBytes(StandardCharsets.UTF_8));
            return MllpFrames.read(socket.getInputStream(), 100_000).flatMap(Acknowledgement::read).map(Acknowledgement::code);
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    @Test
    void admissionsAreNotListenedToWhereAnybodyCouldSpeak() {
        Settings port = settings.with(Setting.EHR_ADT_PORT, "2575");
        assertThat(AdtRoom.listener(ServerConfig.of(settings), clinic.database, clinic.chart, clinic.clock)).isEmpty();
        assertRefused(port, "ehr.adt-senders");
        assertRefused(port.with(Setting.EHR_ADT_SENDERS, "ADT|HOSP=nobody"), "a tenant that there is not");
        assertRefused(port.with(Setting.EHR_ADT_SENDERS, "nonsense"), "looks like");
        Settings sent = port.with(Setting.EHR_ADT_SENDERS, "ADT|HOSP=clinic");
        assertRefused(sent.with(Setting.EHR_ADT_HOST, "0.0.0.0"), "would let anybody write");
        assertRefused(sent.with(Setting.EHR_ADT_CLIENTS, theirs.certificate().toString()), "server.tls-certificate");
        assertRefused(sent.with(Setting.EHR_ADT_ZONE, "Mars/Olympus"), "zone");
    }

    private void assertRefused(Settings with, String because) {
        assertThatThrownBy(() -> AdtRoom.listener(ServerConfig.of(with), clinic.database, clinic.chart, clinic.clock))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(because);
    }
}
