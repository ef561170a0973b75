package org.chartwright.people.passkeys;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.AttestationObject;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import com.webauthn4j.verifier.exception.VerificationException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.chartwright.database.TenantRows;
import org.chartwright.people.Digest;
import org.chartwright.people.Person;
import org.chartwright.people.passkeys.Questions.Purpose;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Makes passkeys and proves people by them. Questions and answers are in the form that browsers read and write (WebAuthn level
 * 3, {@code parseCreationOptionsFromJSON}, {@code toJSON}). Any thread.
 */
public final class Passkeys {

    private static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.RS256);
    private static final String KIND = "public-key";

    private final ObjectConverter objects = new ObjectConverter();
    private final WebAuthnManager webAuthn = WebAuthnManager.createNonStrictWebAuthnManager(objects);
    private final Jdbi jdbi;
    private final PasskeyBook book;
    private final Questions questions;
    private final Supplier<URI> address;

    /** Those in that database, made for the host of that address. */
    public Passkeys(Jdbi jdbi, Clock clock, SecureRandom luck, Supplier<URI> address) {
        this.jdbi = jdbi;
        this.book = new PasskeyBook(jdbi, clock, objects);
        this.questions = new Questions(jdbi, clock, luck);
        this.address = address;
    }

    /** The one origin of pages at that address where they work; empty where it has a number for a host, which browsers refuse. */
    public static Optional<String> origin(URI here) {
        String host = String.valueOf(here.getHost());
        return host.contains(":") || host.matches("[0-9.]+") ? Optional.empty() : Optional.of(here.toString());
    }

    /** Somebody's, oldest first. */
    public List<Passkey> all(Person person) {
        return book.all(person);
    }

    /** Forgets one; false when they have none of that id. */
    public boolean remove(Person person, UUID id) {
        return book.remove(person, id);
    }

    /** The question that makes one. */
    public Map<String, Object> askToRegister(Person person) {
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("rp", Map.of("id", host(), "name", "Chartwright"));
        asked.put("user", Map.of("id", Digest.base64(bytes(person.id())), "name", person.account(), "displayName", person.name()));
        asked.put("challenge", Digest.base64(questions.ask(Purpose.REGISTER, person)));
        asked.put("pubKeyCredParams", ALGORITHMS.stream()
                .map(one -> Map.of("type", KIND, "alg", one.getValue()))
                .toList());
        asked.put("timeout", Questions.LIFE.toMillis());
        asked.put("excludeCredentials", called(person));
        asked.put("authenticatorSelection", Map.of(
                "residentKey", "required", "requireResidentKey", true, "userVerification", "required"));
        asked.put("attestation", "none");
        return asked;
    }

    /**
     * Keeps the one that was made.
     *
     * @param name what its person calls it
     * @throws PasskeyException if the answer is not to the question that they were asked
     */
    public Passkey register(Person person, String name, String answer) throws PasskeyException {
        try {
            RegistrationData data = webAuthn.parseRegistrationResponseJSON(answer);
            byte[] question = question(data.getCollectedClientData());
            questions.answered(question, Purpose.REGISTER, person);
            webAuthn.verify(data, new RegistrationParameters(
                    server(question),
                    ALGORITHMS.stream()
                            .map(one -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, one))
                            .toList(),
                    true,
                    true));
            AttestationObject told = data.getAttestationObject();
            AttestedCredentialData credential = told == null ? null : told.getAuthenticatorData().getAttestedCredentialData();
            if (told == null || credential == null) {
                throw new PasskeyException("answer");
            }
            return book.add(person, name, credential, told.getAuthenticatorData())
                    .orElseThrow(() -> new PasskeyException("known"));
        } catch (DataConversionException | VerificationException | JacksonException | IllegalArgumentException _) {
            throw new PasskeyException("answer");
        }
    }

    /** The question that lets somebody in whom nobody knows yet. */
    public Map<String, Object> askToSignIn() {
        return asked(questions.ask(Purpose.SIGN_IN, null), List.of());
    }

    /** The question that proves again whoever is signed in. */
    public Map<String, Object> askToProve(Person person) {
        return asked(questions.ask(Purpose.PROVE, person), called(person));
    }

    /**
     * Who answered the question for signing in. Nobody who belongs to the identity provider: that is to let them in, or no more.
     *
     * @throws PasskeyException if the answer proves nobody
     */
    public Person signIn(String answer) throws PasskeyException {
        return proved(answer, Purpose.SIGN_IN, null);
    }

    /**
     * Checks that it is still that person.
     *
     * @throws PasskeyException if the answer does not prove them
     */
    public void prove(Person person, String answer) throws PasskeyException {
        proved(answer, Purpose.PROVE, person);
    }

    private Person proved(String answer, Purpose purpose, @Nullable Person expected) throws PasskeyException {
        try {
            AuthenticationData data = webAuthn.parseAuthenticationResponseJSON(answer);
            byte[] question = question(data.getCollectedClientData());
            questions.answered(question, purpose, expected);
            return TenantRows.<Person, PasskeyException>ofAll(jdbi, handle -> {
                PasskeyBook.Found found = book.find(handle, credentialId(data))
                        .orElseThrow(() -> new PasskeyException("unknown"));
                boolean theirs = expected == null
                        ? !found.elsewhere() && Arrays.equals(userHandle(data), bytes(found.person().id()))
                        : found.person().id().equals(expected.id());
                if (!theirs) {
                    throw new PasskeyException("unknown");
                }
                webAuthn.verify(data, new AuthenticationParameters(server(question), found.record(), null, true, true));
                var told = data.getAuthenticatorData();
                if (told == null) {
                    throw new PasskeyException("answer");
                }
                book.used(handle, found.id(), told);
                return found.person();
            });
        } catch (MaliciousCounterValueException _) {
            throw new PasskeyException("counter"); // there are two of what there must be one of
        } catch (DataConversionException | VerificationException | JacksonException | IllegalArgumentException _) {
            throw new PasskeyException("answer");
        }
    }

    private Map<String, Object> asked(byte[] question, List<Map<String, String>> allowed) {
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("challenge", Digest.base64(question));
        asked.put("timeout", Questions.LIFE.toMillis());
        asked.put("rpId", host());
        asked.put("allowCredentials", allowed);
        asked.put("userVerification", "required");
        return asked;
    }

    private List<Map<String, String>> called(Person person) {
        return book.credentialIds(person).stream()
                .map(id -> Map.of("type", KIND, "id", Digest.base64(id)))
                .toList();
    }

    private ServerProperty server(byte[] question) {
        return ServerProperty.builder()
                .origin(new Origin(address.get().toString()))
                .rpId(host())
                .challenge(new DefaultChallenge(question))
                .build();
    }

    private static byte[] question(@Nullable CollectedClientData told) throws PasskeyException {
        if (told == null) {
            throw new PasskeyException("answer");
        }
        return told.getChallenge().getValue();
    }

    /** Empty where it is missing. The library's mark of that is taken for one of each byte. */
    @SuppressWarnings("NullAway")
    private static byte[] credentialId(AuthenticationData data) {
        byte[] called = data.getCredentialId();
        return called == null ? new byte[0] : called;
    }

    /** Likewise. */
    @SuppressWarnings("NullAway")
    private static byte[] userHandle(AuthenticationData data) {
        byte[] named = data.getUserHandle();
        return named == null ? new byte[0] : named;
    }

    private String host() {
        return String.valueOf(address.get().getHost());
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()).array();
    }
}
