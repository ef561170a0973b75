package org.chartwright.workspace;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** An authenticator and the browser before it: real keys and signatures, written as WebAuthn writes them; a test may make it lie. */
final class TestAuthenticator {

    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int ATTESTED = 0x40;

    final byte[] credentialId = new byte[32];
    private final KeyPair keys;
    String origin;
    String rpId = "localhost";
    boolean verifies = true;
    int counter;
    byte[] userHandle = {};

    TestAuthenticator(String origin) throws Exception {
        this.origin = origin;
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        keys = generator.generateKeyPair();
        new SecureRandom().nextBytes(credentialId);
    }

    /** What {@code navigator.credentials.create} gives, as JSON. */
    Map<String, Object> create(JsonNode question) throws Exception {
        userHandle = Base64.getUrlDecoder().decode(question.path("user").path("id").stringValue());
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        told.write(new byte[] {(byte) 0xA3, 0x63, 'f', 'm', 't', 0x64, 'n', 'o', 'n', 'e', 0x67, 'a', 't', 't', 'S', 't', 'm', 't', (byte) 0xA0, 0x68});
        told.write("authData".getBytes(StandardCharsets.US_ASCII));
        byte[] data = authenticatorData(ATTESTED, attested());
        told.write(new byte[] {0x59, (byte) (data.length >> 8), (byte) data.length});
        told.write(data);
        return credential(Map.of(
                "clientDataJSON", base64(clientData("webauthn.create", question)),
                "attestationObject", base64(told.toByteArray())));
    }

    /** What {@code navigator.credentials.get} gives, as JSON. */
    Map<String, Object> get(JsonNode question) throws Exception {
        byte[] client = clientData("webauthn.get", question);
        counter++;
        byte[] data = authenticatorData(0, new byte[0]);
        Signature signing = Signature.getInstance("SHA256withECDSA");
        signing.initSign(keys.getPrivate());
        signing.update(data);
        signing.update(MessageDigest.getInstance("SHA-256").digest(client));
        return credential(Map.of(
                "clientDataJSON", base64(client),
                "authenticatorData", base64(data),
                "signature", base64(signing.sign()),
                "userHandle", base64(userHandle)));
    }

    private Map<String, Object> credential(Map<String, Object> response) {
        return Map.of(
                "id", base64(credentialId), "rawId", base64(credentialId), "type", "public-key",
                "response", response, "clientExtensionResults", Map.of());
    }

    private byte[] clientData(String type, JsonNode question) {
        return WorkspaceHouse.JSON.writeValueAsBytes(Map.of(
                "type", type, "challenge", question.path("challenge").stringValue(), "origin", origin, "crossOrigin", false));
    }

    private byte[] authenticatorData(int more, byte[] attested) throws Exception {
        return ByteBuffer.allocate(37 + attested.length)
                .put(MessageDigest.getInstance("SHA-256").digest(rpId.getBytes(StandardCharsets.US_ASCII)))
                .put((byte) (PRESENT | (verifies ? VERIFIED : 0) | more))
                .putInt(counter)
                .put(attested)
                .array();
    }

    /** Its kind, the credential's name, and the public key as COSE writes it. */
    private byte[] attested() {
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        return ByteBuffer.allocate(16 + 2 + 32 + 10 + 32 + 3 + 32)
                .put(new byte[16])
                .putShort((short) credentialId.length)
                .put(credentialId)
                .put(new byte[] {(byte) 0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20})
                .put(number(key.getW().getAffineX().toByteArray()))
                .put(new byte[] {0x22, 0x58, 0x20})
                .put(number(key.getW().getAffineY().toByteArray()))
                .array();
    }

    private static byte[] number(byte[] signed) {
        byte[] fixed = new byte[32];
        int length = Math.min(32, signed.length);
        System.arraycopy(signed, signed.length - length, fixed, 32 - length, length);
        return fixed;
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
