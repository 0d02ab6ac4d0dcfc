package io.writ.ledger.export;

import io.writ.evidence.Digest;
import io.writ.evidence.SharedJson;
import io.writ.evidence.StrictJson;
import io.writ.ledger.persistence.CheckpointRow;
import io.writ.ledger.persistence.LaneRow;
import io.writ.ledger.persistence.LogSnapshot.ChainHead;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Rows as lines of JSON: those that are few, or hold text. */
final class RowLines {

    private RowLines() {}

    static void write(LaneRow lane, OutputStream out) throws IOException {
        line(
                object().add("lane", lane.lane())
                        .add("node_id", lane.nodeId())
                        .add("boot_id", lane.bootId().toString())
                        .add("genesis", lane.genesis().hex()),
                out);
    }

    static void write(long lane, ChainHead head, OutputStream out) throws IOException {
        line(
                object().add("lane", lane)
                        .add("seq", head.seq())
                        .add("entry", head.entry().hex()),
                out);
    }

    static void write(CheckpointRow checkpoint, OutputStream out) throws IOException {
        line(
                object().add("size", checkpoint.size())
                        .add("root", checkpoint.root().hex())
                        .add("edge_sha256", checkpoint.edge().hex())
                        .add("note", checkpoint.note()),
                out);
    }

    static void write(UUID intentId, Instant dueAt, OutputStream out) throws IOException {
        line(object().add("intent_id", intentId.toString()).add("due_at", dueAt.toString()), out);
    }

    static Map.Entry<UUID, Instant> pending(String line) throws ExportException {
        return parsed(
                line,
                json -> Map.entry(
                        UUID.fromString(json.getString("intent_id")), Instant.parse(json.getString("due_at"))));
    }

    static LaneRow lane(String line) throws ExportException {
        return parsed(
                line,
                json -> new LaneRow(
                        number(json, "lane"),
                        json.getString("node_id"),
                        UUID.fromString(json.getString("boot_id")),
                        new Digest(json.getString("genesis"))));
    }

    static Map.Entry<Long, ChainHead> head(String line) throws ExportException {
        return parsed(
                line,
                json -> Map.entry(
                        number(json, "lane"), new ChainHead(number(json, "seq"), new Digest(json.getString("entry")))));
    }

    static CheckpointRow checkpoint(String line) throws ExportException {
        return parsed(
                line,
                json -> new CheckpointRow(
                        number(json, "size"),
                        new Digest(json.getString("root")),
                        new Digest(json.getString("edge_sha256")),
                        json.getString("note")));
    }

    private static <T> T parsed(String line, Reading<T> reading) throws ExportException {
        try {
            return reading.of(StrictJson.parseObject(line));
        } catch (ClassCastException | NullPointerException | ArithmeticException | IllegalArgumentException malformed) {
            throw new ExportException("a line of the export is malformed: " + malformed.getMessage());
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T of(JsonObject json);
    }

    private static long number(JsonObject json, String name) {
        return json.getJsonNumber(name).longValueExact();
    }

    private static JsonObjectBuilder object() {
        return SharedJson.PROVIDER.createObjectBuilder();
    }

    private static void line(JsonObjectBuilder object, OutputStream out) throws IOException {
        out.write((object.build() + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
