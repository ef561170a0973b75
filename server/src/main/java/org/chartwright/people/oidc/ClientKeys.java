package org.chartwright.people.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;

/**
 * The keys by which this server proves that it is a client (SMART's asymmetric authentication, RFC 7523). The first signs; the
 * public halves of all are published, so that a new one is known before it signs. Any thread.
 */
public final class ClientKeys {

    /** As long as SMART allows. */
    private static final Duration LIFE = Duration.ofMinutes(5);

    private static final int LEAST_RSA_BITS = 2048;

    private final JWKSet keys;
    private final JWK first;
    private final JWSAlgorithm algorithm;

    private ClientKeys(JWKSet keys) {
        this.keys = keys;
        this.first = keys.getKeys().getFirst();
        this.algorithm = algorithm(first);
    }

    /**
     * Reads a JWK set with private keys.
     *
     * @throws IllegalArgumentException with what is wrong with it, and nothing that it holds
     */
    public static ClientKeys read(String json) {
        JWKSet keys;
        try {
            keys = JWKSet.parse(json);
        } catch (ParseException _) {
            throw new IllegalArgumentException("it must be a JWK set");
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("it must hold a key");
        }
        for (JWK key : keys.getKeys()) {
            if (!key.isPrivate() || key.getKeyID() == null || key.getKeyID().isBlank()) {
                throw new IllegalArgumentException("each key must be a private one and have a kid");
            }
            algorithm(key);
        }
        return new ClientKeys(keys);
    }

    /** A new key, as a JWK set for {@link #read}. */
    public static String make() {
        try {
            ECKey key = new ECKeyGenerator(Curve.P_384)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES384)
                    .keyIDFromThumbprint(true)
                    .generate();
            return new JWKSet(key).toString(false);
        } catch (JOSEException e) {
            throw new IllegalStateException("No key of P-384 can be made here", e);
        }
    }

    private static JWSAlgorithm algorithm(JWK key) {
        return switch (key) {
            case ECKey ec when ec.getCurve().equals(Curve.P_384) -> JWSAlgorithm.ES384;
            case ECKey ec when ec.getCurve().equals(Curve.P_256) -> JWSAlgorithm.ES256;
            case RSAKey rsa when rsa.size() >= LEAST_RSA_BITS -> JWSAlgorithm.RS384;
            default -> throw new IllegalArgumentException("each key must be of P-384 or P-256, or of RSA with 2048 bits or more");
        };
    }

    /** Their public halves, as a JWK set. */
    public Map<String, Object> published() {
        return keys.toJSONObject(true);
    }

    /** Says to that address, once and for five minutes, who we are. */
    String assertion(String client, URI audience, Instant now) {
        SignedJWT made = new SignedJWT(
                new JWSHeader.Builder(algorithm).type(JOSEObjectType.JWT).keyID(first.getKeyID()).build(),
                new JWTClaimsSet.Builder()
                        .issuer(client)
                        .subject(client)
                        .audience(audience.toString())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(LIFE)))
                        .jwtID(UUID.randomUUID().toString())
                        .build());
        try {
            made.sign(new DefaultJWSSignerFactory().createJWSSigner(first, algorithm));
        } catch (JOSEException e) {
            throw new IllegalStateException("The key does not sign", e);
        }
        return made.serialize();
    }

    /** Says nothing of the keys. */
    @Override
    public String toString() {
        return "ClientKeys[" + keys.size() + "]";
    }
}
