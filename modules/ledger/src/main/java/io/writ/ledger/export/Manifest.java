package io.writ.ledger.export;

import io.writ.evidence.Digest;
import io.writ.evidence.SharedJson;
import io.writ.evidence.StrictJson;
import io.writ.ledger.persistence.LogSnapshot.TreeStart;
import io.writ.ledger.persistence.RecordScope;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an export says of itself. It is written last, so an export without one is not finished.
 *
 * @param exportedAt as the exporting machine's clock has it; information only
 * @param start the tree before the first exported leaf; empty when the export begins with the log
 * @param treeSize of the newest checkpoint in it, 0 without one
 * @param whole whether entries that are in no tree yet are in it too
 */
record Manifest(
        String exportedAt,
        Optional<TreeStart> start,
        long treeSize,
        boolean whole,
        RecordScope scope,
        List<ExportedFile> files) {

    static final String NAME = "manifest.json";
    static final String TYPE = "https://writ.io/ledger-export/v1";

    Manifest {
        files = List.copyOf(files);
    }

    /** The files of one kind, in their order. */
    List<ExportedFile> of(FileKind kind) {
        return files.stream().filter(file -> file.kind() == kind).toList();
    }

    /** How many items all files of a kind hold. */
    long items(FileKind kind) {
        return of(kind).stream().mapToLong(ExportedFile::items).sum();
    }

    String text() {
        JsonObjectBuilder manifest = SharedJson.PROVIDER
                .createObjectBuilder()
                .add("type", TYPE)
                .add("exported_at", exportedAt)
                .add("tree_size", treeSize)
                .add("whole", whole);
        start.ifPresent(before -> manifest.add("start", started(before)));
        switch (scope) {
            case RecordScope.All _ -> manifest.add("records", "all");
            case RecordScope.OfTenant(String tenant) ->
                manifest.add("records", "tenant").add("tenant", tenant);
            case RecordScope.NoticesOnly _ -> manifest.add("records", "notices");
        }
        JsonArrayBuilder listed = SharedJson.PROVIDER.createArrayBuilder();
        files.forEach(file -> listed.add(file.json()));
        return manifest.add("files", listed).build() + "\n";
    }

    static Manifest parse(byte[] text) throws ExportException {
        try {
            JsonObject manifest = StrictJson.parseObject(text);
            if (!manifest.getString("type", "").equals(TYPE)) {
                throw new ExportException("the manifest is of another type than " + TYPE
                        + ": it was written by another version, or is no export of a ledger");
            }
            return new Manifest(
                    Instant.parse(manifest.getString("exported_at")).toString(),
                    Optional.ofNullable(manifest.getJsonObject("start")).map(Manifest::start),
                    manifest.getJsonNumber("tree_size").longValueExact(),
                    manifest.getBoolean("whole"),
                    scope(manifest),
                    manifest.getJsonArray("files").getValuesAs(JsonObject.class).stream()
                            .map(ExportedFile::of)
                            .toList());
        } catch (ClassCastException | NullPointerException | ArithmeticException | IllegalArgumentException malformed) {
            throw new ExportException("the manifest is malformed: " + malformed.getMessage());
        }
    }

    private static RecordScope scope(JsonObject manifest) {
        return switch (manifest.getString("records")) {
            case "all" -> new RecordScope.All();
            case "tenant" -> new RecordScope.OfTenant(manifest.getString("tenant"));
            case "notices" -> new RecordScope.NoticesOnly();
            default -> throw new IllegalArgumentException("records are all, tenant or notices");
        };
    }

    private static JsonObjectBuilder started(TreeStart before) {
        JsonArrayBuilder subtrees = SharedJson.PROVIDER.createArrayBuilder();
        before.subtrees().forEach(subtree -> subtrees.add(subtree.hex()));
        return SharedJson.PROVIDER
                .createObjectBuilder()
                .add("size", before.size())
                .add("subtrees", subtrees);
    }

    private static TreeStart start(JsonObject before) {
        JsonNumber size = before.getJsonNumber("size");
        return new TreeStart(
                size.longValueExact(),
                before.getJsonArray("subtrees").getValuesAs(JsonString.class).stream()
                        .map(hash -> new Digest(hash.getString()))
                        .toList());
    }
}
