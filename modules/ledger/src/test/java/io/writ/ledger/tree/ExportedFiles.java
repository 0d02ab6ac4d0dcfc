package io.writ.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.Digest;
import io.writ.evidence.SharedJson;
import io.writ.evidence.StrictJson;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files of an export in the hands of somebody who changes them, and who can write a manifest too. */
record ExportedFiles(Path folder) {

    /** Bytes of an entry. */
    static final int ENTRY = 97;

    byte[] entries() throws IOException {
        return Files.readAllBytes(folder.resolve("entries-000001.bin"));
    }

    void entries(byte[] bytes) throws IOException {
        write("entries-000001.bin", bytes);
    }

    byte[] records() throws IOException {
        return Files.readAllBytes(folder.resolve("records-000001.bin"));
    }

    void records(byte[] bytes) throws IOException {
        write("records-000001.bin", bytes);
    }

    void write(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
    }

    List<String> lines(String name) throws IOException {
        return Files.readAllLines(folder.resolve(name));
    }

    /** Writes a manifest that fits what lies there now. */
    void vouch() throws IOException {
        JsonObject manifest = manifest();
        JsonArrayBuilder files = SharedJson.PROVIDER.createArrayBuilder();
        for (JsonObject file : manifest.getJsonArray("files").getValuesAs(JsonObject.class)) {
            Path path = folder.resolve(file.getString("name"));
            if (Files.exists(path)) {
                files.add(SharedJson.PROVIDER
                        .createObjectBuilder(file)
                        .add("bytes", Files.size(path))
                        .add("sha256", Digest.of(Files.readAllBytes(path)).hex()));
            }
        }
        manifest(SharedJson.PROVIDER
                .createObjectBuilder(manifest)
                .add("files", files)
                .build());
    }

    JsonObject manifest() throws IOException {
        return StrictJson.parseObject(Files.readAllBytes(folder.resolve("manifest.json")));
    }

    void manifest(JsonObject manifest) throws IOException {
        Files.writeString(folder.resolve("manifest.json"), manifest.toString());
    }

    /** Where the entry begins in its file; entries are by lane and seq, and every lane has its own half. */
    static int at(int lane, int seq) {
        int perLane = (GrownLog.SIZE + GrownLog.TAIL) / 2;
        int row = (lane - 1) * perLane + seq - 1;
        assertThat(row).isBetween(0, 2 * perLane - 1);
        return row * ENTRY;
    }
}
