package io.writ.governance.policy.bundle.signature;

import io.writ.evidence.Digest;
import io.writ.evidence.SharedJson;
import io.writ.governance.policy.bundle.source.Workshop;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;

/** Somebody with a private key who signs bundles as {@code opa sign} does. */
public record Signer(String id, String algorithm, KeyPair pair, String scope) {

    public static Signer of(String id, String algorithm) {
        try {
            KeyPairGenerator generator = switch (algorithm) {
                case "RS256" -> KeyPairGenerator.getInstance("RSA");
                case "ES256" -> KeyPairGenerator.getInstance("EC");
                default -> KeyPairGenerator.getInstance("Ed25519");
            };
            if (algorithm.equals("RS256")) {
                generator.initialize(2048);
            } else if (algorithm.equals("ES256")) {
                generator.initialize(256);
            }
            return new Signer(id, algorithm, generator.generateKeyPair(), "");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public Signer scoped(String other) {
        return new Signer(id, algorithm, pair, other);
    }

    /** The file of trusted keys that holds this one. */
    public byte[] keyFile() {
        JsonObjectBuilder key = SharedJson.PROVIDER
                .createObjectBuilder()
                .add("algorithm", algorithm)
                .add("key", pem(pair.getPublic().getEncoded(), "PUBLIC KEY"));
        if (!scope.isEmpty()) {
            key.add("scope", scope);
        }
        return SharedJson.PROVIDER
                .createObjectBuilder()
                .add("keys", SharedJson.PROVIDER.createObjectBuilder().add(id, key))
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    public VerifyingKeys keys() {
        return VerifyingKeys.parse(keyFile());
    }

    public String privatePem() {
        return pem(pair.getPrivate().getEncoded(), "PRIVATE KEY");
    }

    /** Adds the signature over all files that are there now. */
    public Workshop sign(Workshop bundle) {
        JsonArrayBuilder files = SharedJson.PROVIDER.createArrayBuilder();
        bundle.files().forEach((name, content) -> {
            boolean structured = name.endsWith("data.json") || name.endsWith(".manifest");
            Digest hash = structured ? StructuredHash.of(content) : Digest.of(content);
            files.add(SharedJson.PROVIDER
                    .createObjectBuilder()
                    .add("name", name)
                    .add("hash", hash.hex())
                    .add("algorithm", "SHA-256"));
        });
        JsonObjectBuilder payload = SharedJson.PROVIDER.createObjectBuilder().add("files", files);
        if (!scope.isEmpty()) {
            payload.add("scope", scope);
        }
        return attach(bundle, token(payload.build()));
    }

    public static Workshop attach(Workshop bundle, String token) {
        return bundle.with(".signatures.json", "{\"signatures\":[\"" + token + "\"]}");
    }

    String token(JsonObject payload) {
        return token("{\"alg\":\"" + algorithm + "\",\"kid\":\"" + id + "\"}", payload.toString());
    }

    String token(String header, String payload) {
        String signed = base64(header.getBytes(StandardCharsets.UTF_8)) + "."
                + base64(payload.getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance(
                    switch (algorithm) {
                        case "RS256" -> "SHA256withRSA";
                        case "ES256" -> "SHA256withECDSAinP1363Format";
                        default -> "Ed25519";
                    });
            signature.initSign(pair.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + base64(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String base64(byte[] content) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(content);
    }

    private static String pem(byte[] encoded, String kind) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded)
                + "\n-----END " + kind + "-----\n";
    }
}
