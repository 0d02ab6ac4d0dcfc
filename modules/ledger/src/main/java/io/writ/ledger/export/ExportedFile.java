package io.writ.ledger.export;

import io.writ.evidence.Digest;
import io.writ.evidence.SharedJson;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/**
 * A file as the manifest names it.
 *
 * @param items how many entries, records, lines it holds
 * @param firstLane with {@code firstSeq}, where its first entry or record stands; 0 in files without
 */
record ExportedFile(FileKind kind, String name, long items, long bytes, Digest sha256, long firstLane, long firstSeq) {

    ExportedFile {
        if (!name.equals(kind.fileName(number(name))) || items < 0 || bytes < 0) {
            throw new IllegalArgumentException("the manifest names a file that no export has: " + name);
        }
    }

    JsonObjectBuilder json() {
        return SharedJson.PROVIDER
                .createObjectBuilder()
                .add("kind", kind.word())
                .add("name", name)
                .add("items", items)
                .add("bytes", bytes)
                .add("sha256", sha256.hex())
                .add("first_lane", firstLane)
                .add("first_seq", firstSeq);
    }

    static ExportedFile of(JsonObject file) {
        return new ExportedFile(
                FileKind.ofWord(file.getString("kind")).orElseThrow(IllegalArgumentException::new),
                file.getString("name"),
                file.getJsonNumber("items").longValueExact(),
                file.getJsonNumber("bytes").longValueExact(),
                new Digest(file.getString("sha256")),
                file.getJsonNumber("first_lane").longValueExact(),
                file.getJsonNumber("first_seq").longValueExact());
    }

    /** The running number in a name, -1 in a name without; a path in a name has none. */
    private static int number(String name) {
        int dash = name.indexOf('-');
        int dot = name.indexOf('.');
        boolean numbered = dash > 0
                && dot > dash + 1
                && name.substring(dash + 1, dot).chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return numbered && dot - dash <= 7 ? Integer.parseInt(name, dash + 1, dot, 10) : -1;
    }
}
