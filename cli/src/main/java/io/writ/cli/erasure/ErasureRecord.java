package io.writ.cli.erasure;

import io.writ.evidence.Label;
import io.writ.evidence.SharedJson;
import io.writ.evidence.TerminalMode;
import io.writ.evidence.canonical.Rfc8785;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The decision record of an erasure: that it happened, how much went, and a commitment to who it was. */
final class ErasureRecord {

    static final String EVENT = "erase_subject";

    private static final byte COMMITMENT_PREFIX = 0x20;
    private static final int SALT_BYTES = 32;
    private static final int BLIND_BYTES = 16;
    private static final int TRACE_BYTES = 16;
    private static final int PARENT_BYTES = 8;

    private final Person person;
    private final String databaseUser;
    private final RandomGenerator random;
    private final String salt;
    private final String traceId;

    ErasureRecord(Person person, String databaseUser, RandomGenerator random) {
        this.person = person;
        this.databaseUser = databaseUser;
        this.random = random;
        this.salt = hex(SALT_BYTES);
        this.traceId = hex(TRACE_BYTES);
    }

    String salt() {
        return salt;
    }

    String traceId() {
        return traceId;
    }

    String commitment() {
        return commitment(HexFormat.of().parseHex(salt), person.subject());
    }

    byte[] canonical(UUID id, Instant now, Erased erased) {
        JsonObjectBuilder detail = SharedJson.PROVIDER.createObjectBuilder();
        erased.counts().forEach(count -> detail.add(count.name(), count.rows()));
        JsonObject by = SharedJson.PROVIDER
                .createObjectBuilder()
                .add("id", "writ:database:" + databaseUser)
                .add("kind", "system")
                .build();
        return Rfc8785.bytes(SharedJson.PROVIDER
                .createObjectBuilder()
                .add("actor_chain", SharedJson.PROVIDER.createArrayBuilder().add(by))
                .add("blind", hex(BLIND_BYTES))
                .add("detail", detail.add("subject_commitment", commitment()))
                .add("event", EVENT)
                .add("evidence", SharedJson.PROVIDER.createArrayBuilder())
                .add("kind", "decision")
                .add(
                        "label",
                        SharedJson.PROVIDER
                                .createObjectBuilder()
                                .add(
                                        "classification",
                                        Label.NONE.classification().wireName())
                                .add("origin", Label.NONE.origin().wireName()))
                .add("occurred_at", now.toString())
                .add("outcome", "erased")
                .add("principal", commitment(bytes(SALT_BYTES), databaseUser))
                .add("reason", "erased")
                .add("record_id", id.toString())
                .add("request_id", id.toString())
                .add("result_bytes", 0)
                .add("rules", SharedJson.PROVIDER.createArrayBuilder())
                .add("tenant", person.tenant())
                .add("terminal_mode", TerminalMode.SUPPORTED.name())
                .add("trace_id", traceId)
                .add("trace_parent", "00-" + traceId + "-" + hex(PARENT_BYTES) + "-00")
                .add("type", "https://writ.io/record/v1")
                .add("verdict", "not_asked")
                .build());
    }

    private byte[] bytes(int length) {
        byte[] drawn = new byte[length];
        random.nextBytes(drawn);
        return drawn;
    }

    private String hex(int length) {
        return HexFormat.of().formatHex(bytes(length));
    }

    /** {@code SHA-256(0x20 || salt || UTF-8 content)}, as everywhere in records. */
    private static String commitment(byte[] salt, String content) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(COMMITMENT_PREFIX);
            sha256.update(salt);
            return HexFormat.of().formatHex(sha256.digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
