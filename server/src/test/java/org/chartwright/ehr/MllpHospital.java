package org.chartwright.ehr;

import ca.uhn.hl7v2.AcknowledgmentCode;
import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.app.HL7Service;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.protocol.ReceivingApplication;
import ca.uhn.hl7v2.util.StandardSocketFactory;
import ca.uhn.hl7v2.util.Terser;
import ca.uhn.hl7v2.util.idgenerator.InMemoryIDGenerator;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.jspecify.annotations.Nullable;

/** Somebody else's interface engine: HAPI's own listener. Holds each message once, by its control id. */
public final class MllpHospital implements AutoCloseable, ReceivingApplication<Message> {

    private final DefaultHapiContext context = new DefaultHapiContext();
    private final HL7Service service;
    private final String scheme;
    private volatile ServerSocket socket;
    public final Map<String, Message> held = new LinkedHashMap<>();
    final List<String> arrivals = new ArrayList<>();
    volatile AcknowledgmentCode says = AcknowledgmentCode.AA;

    MllpHospital() throws Exception {
        this(null);
    }

    /** Over TLS, if there is one; then it wants to see a certificate that it trusts. */
    public MllpHospital(@Nullable SSLContext tls) throws Exception {
        context.getParserConfiguration().setIdGenerator(new InMemoryIDGenerator());
        context.setSocketFactory(new StandardSocketFactory() {
            @Override
            public ServerSocket createServerSocket() throws IOException {
                socket = super.createServerSocket();
                return socket;
            }

            @Override
            public ServerSocket createTlsServerSocket() throws IOException {
                SSLServerSocket made = (SSLServerSocket) Objects.requireNonNull(tls).getServerSocketFactory().createServerSocket();
                made.setNeedClientAuth(true);
                socket = made;
                return made;
            }
        });
        scheme = tls == null ? "mllp" : "mllps";
        service = context.newServer(0, tls != null);
        service.registerApplication(this);
        service.startAndWait();
    }

    public String address() {
        return scheme + "://127.0.0.1:" + socket.getLocalPort();
    }

    @Override
    public synchronized Message processMessage(Message message, Map<String, Object> metadata) throws HL7Exception {
        try {
            String control = new Terser(message).get("/MSH-10");
            arrivals.add(control);
            if (says == AcknowledgmentCode.AA) {
                held.putIfAbsent(control, message);
            }
            return message.generateACK(says, says == AcknowledgmentCode.AA ? null : new HL7Exception("Rosa Pena is not known"));
        } catch (IOException e) {
            throw new HL7Exception(e);
        }
    }

    @Override
    public boolean canProcess(Message message) {
        return true;
    }

    @Override
    public void close() throws IOException {
        service.stopAndWait();
        context.close();
    }
}
