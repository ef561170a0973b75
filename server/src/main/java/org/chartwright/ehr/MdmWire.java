package org.chartwright.ehr;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.chartwright.ehr.hl7.Authorities;
import org.chartwright.ehr.hl7.Hl7.Acknowledgement;
import org.chartwright.ehr.hl7.MdmMessage;
import org.chartwright.ehr.hl7.MllpFrames;
import org.chartwright.events.ForbiddenAddressException;
import org.chartwright.events.TargetRules;
import org.chartwright.fhir.SignedNote;

/** Notes as HL7 v2 messages over MLLP, a connection for each. Of the answer only its code is looked at and kept. */
final class MdmWire implements Wire {

    private static final int CONNECT_MILLIS = 15_000;
    private static final int ANSWER_MILLIS = 60_000;
    private static final int LARGEST_ANSWER = 64 * 1024;

    private final TargetRules rules;
    private final SSLSocketFactory tls;
    private final Authorities authorities;

    /** To where those rules allow; trusts what that factory's sockets do. */
    MdmWire(TargetRules rules, SSLSocketFactory tls, Authorities authorities) {
        this.rules = rules;
        this.tls = tls;
        this.authorities = authorities;
    }

    @Override
    public Outcome send(Target target, String control, SignedNote note) {
        Target.Documents documents = target.documents();
        byte[] message = MdmMessage.of(note, authorities, new MdmMessage.Sending(
                control, target.receiver(), documents.hasText(), documents.hasPdf()));
        try (Socket socket = connected(URI.create(target.address()))) {
            socket.setSoTimeout(ANSWER_MILLIS);
            MllpFrames.write(socket.getOutputStream(), message);
            return judged(control, MllpFrames.read(new BufferedInputStream(socket.getInputStream()), LARGEST_ANSWER));
        } catch (SocketTimeoutException _) {
            return new Outcome.NotNow("no answer in time");
        } catch (IOException | ForbiddenAddressException e) {
            return new Outcome.NotNow(e.getClass().getSimpleName());
        }
    }

    /** The address is judged here and connected to here; no name is looked up in between. */
    private Socket connected(URI address) throws IOException, ForbiddenAddressException {
        String host = address.getHost();
        InetAddress[] found = rules.judged(host, InetAddress.getAllByName(host));
        Socket plain = new Socket();
        try {
            plain.connect(new InetSocketAddress(found[0], address.getPort()), CONNECT_MILLIS);
            if (address.getScheme().equals("mllp")) {
                return plain;
            }
            plain.setSoTimeout(CONNECT_MILLIS);
            SSLSocket secured = (SSLSocket) tls.createSocket(plain, host, address.getPort(), true);
            SSLParameters parameters = secured.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secured.setSSLParameters(parameters);
            secured.startHandshake();
            return secured;
        } catch (IOException | RuntimeException e) {
            plain.close();
            throw e;
        }
    }

    /** AE may be mended by time, such as a patient who is not known there yet; AR says that such messages are never taken. */
    private static Outcome judged(String control, Optional<byte[]> answer) {
        Optional<Acknowledgement> read = answer.flatMap(Acknowledgement::read);
        if (read.isEmpty()) {
            return new Outcome.NotNow(answer.isEmpty() ? "closed without an answer" : "no acknowledgement");
        }
        if (!read.get().control().equals(control)) {
            return new Outcome.NotNow("an acknowledgement of another message");
        }
        return switch (read.get().code()) {
            case "AA", "CA" -> new Outcome.Acknowledged(read.get().code());
            case "AR", "CR" -> new Outcome.Refused(read.get().code());
            default -> new Outcome.NotNow(read.get().code());
        };
    }

    /** Nothing is held open. */
    @Override
    public void close() {}
}
