package org.chartwright.aws.sts;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes answers of the query protocol. Stateless. */
public final class StsXml {

    private static final String NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";

    private StsXml() {}

    /**
     * An answer.
     *
     * @param result elements in their order; a value is a text or a map of further elements
     */
    public static byte[] answer(String action, Map<String, ?> result, String requestId) {
        return document(action + "Response", xml -> {
            element(xml, action + "Result", result);
            element(xml, "ResponseMetadata", Map.of("RequestId", requestId));
        });
    }

    /** A refusal. */
    public static byte[] fault(String code, int status, String message, String requestId) {
        return document("ErrorResponse", xml -> {
            xml.writeStartElement("Error");
            element(xml, "Type", status < 500 ? "Sender" : "Receiver");
            element(xml, "Code", code);
            element(xml, "Message", message);
            xml.writeEndElement();
            element(xml, "RequestId", requestId);
        });
    }

    private interface Content {
        void write(XMLStreamWriter xml) throws XMLStreamException;
    }

    private static byte[] document(String name, Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartElement(name);
            xml.writeDefaultNamespace(NAMESPACE);
            content.write(xml);
            xml.writeEndElement();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Memory can always be written", e);
        }
        return bytes.toByteArray();
    }

    private static void element(XMLStreamWriter xml, String name, Object value) throws XMLStreamException {
        xml.writeStartElement(name);
        if (value instanceof Map<?, ?> inner) {
            for (Map.Entry<?, ?> each : inner.entrySet()) {
                element(xml, String.valueOf(each.getKey()), each.getValue());
            }
        } else {
            xml.writeCharacters(String.valueOf(value));
        }
        xml.writeEndElement();
    }
}
