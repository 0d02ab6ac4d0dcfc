package io.writ.ledger;

import io.writ.evidence.Digest;
import io.writ.evidence.SharedJson;
import io.writ.evidence.StrictJson;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What proves to whoever has the public key of the log that one record stands in it: format
 * {@code docs/formats/proof.md}.
 *
 * @param proven the entry, its place in the tree, and the checkpoint; the same members as the API answers
 * @param canonical the bytes of the record in base64; empty when whoever made the proof may not read them
 */
public record RecordProof(InclusionOutcome.Proven proven, Optional<String> canonical) {

    public static final String TYPE = "https://writ.io/proof/v1";

    private static final int PATH_MAX = 64;

    /** Reads a proof, with or without the record. */
    public static RecordProof parse(String text) {
        try {
            JsonObject json = StrictJson.parseObject(text);
            String type = json.getString("type", TYPE);
            if (!type.equals(TYPE)) {
                throw new LedgerException("the proof is of type " + type + ", and this version reads " + TYPE);
            }
            return new RecordProof(proven(json), Optional.ofNullable(json.getString("canonical", null)));
        } catch (ClassCastException
                | NullPointerException
                | ArithmeticException
                | JsonException
                | IllegalArgumentException malformed) {
            throw new LedgerException("the proof is malformed: " + malformed.getMessage(), malformed);
        }
    }

    /** The same proof with the record that it is about. */
    public RecordProof with(byte[] record) {
        return new RecordProof(proven, Optional.of(Base64.getEncoder().encodeToString(record)));
    }

    /** The written form; {@link #parse} reads it. */
    public String text() {
        JsonObjectBuilder json =
                SharedJson.PROVIDER.createObjectBuilder().add("type", TYPE).addAll(members(proven));
        canonical.ifPresent(bytes -> json.add("canonical", bytes));
        return json.build() + "\n";
    }

    /**
     * The members of a proof, as the API answers them too. Hashes of the tree are in base64, as in checkpoints; hashes of
     * our chains are in hexadecimal characters.
     */
    public static JsonObjectBuilder members(InclusionOutcome.Proven proven) {
        LedgerEntry entry = proven.entry();
        JsonArrayBuilder path = SharedJson.PROVIDER.createArrayBuilder();
        proven.path().forEach(hash -> path.add(Base64.getEncoder().encodeToString(hash.bytes())));
        return SharedJson.PROVIDER
                .createObjectBuilder()
                .add("decision_id", entry.recordId().toString())
                .add("lane", entry.lane())
                .add("seq", entry.seq())
                .add("kind", entry.kind().number())
                .add("leaf_hash", entry.leaf().hex())
                .add("previous_hash", proven.previous().hex())
                .add("entry_hash", entry.entry().hex())
                .add("tree_index", proven.treeIndex())
                .add("tree_size", proven.treeSize())
                .add("path", path)
                .add("checkpoint", proven.checkpoint());
    }

    private static InclusionOutcome.Proven proven(JsonObject json) {
        var entry = new LedgerEntry(
                number(json, "lane"),
                number(json, "seq"),
                EntryKind.ofNumber(json.getJsonNumber("kind").intValueExact()),
                UUID.fromString(json.getString("decision_id")),
                new Digest(json.getString("leaf_hash")),
                new Digest(json.getString("entry_hash")));
        return new InclusionOutcome.Proven(
                entry,
                new Digest(json.getString("previous_hash")),
                number(json, "tree_index"),
                number(json, "tree_size"),
                path(json),
                json.getString("checkpoint"));
    }

    private static List<Digest> path(JsonObject json) {
        List<JsonString> hashes = json.getJsonArray("path").getValuesAs(JsonString.class);
        if (hashes.size() > PATH_MAX) {
            throw new IllegalArgumentException("no tree is higher than " + PATH_MAX);
        }
        return hashes.stream().map(hash -> Digest.ofRaw(hash(hash.getString()))).toList();
    }

    private static byte[] hash(String base64) {
        byte[] hash = Base64.getDecoder().decode(base64);
        if (hash.length != 32) {
            throw new IllegalArgumentException("a hash of the path has 32 bytes");
        }
        return hash;
    }

    private static long number(JsonObject json, String name) {
        return json.getJsonNumber(name).longValueExact();
    }
}
