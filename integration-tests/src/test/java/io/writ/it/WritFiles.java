package io.writ.it;

import io.writ.ledger.LogKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;

/** Writs that the shared server hands out, and the public key of its log. */
final class WritFiles {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private WritFiles() {}

    /** The session of a run that was answered. */
    static String run(Api api, String question) {
        return api.post("/v1/run", "{\"query\":\"" + question + "\"}").json().getString("session_id");
    }

    /** The file; a machine under load may need more than the wait of one request. */
    static byte[] of(Api api, String session) {
        String path = "/v1/runs/" + session + "/writ";
        Patience.await(PATIENCE, "no writ was issued", () -> api.get(path).status() == 200);
        return api.get(path).text().getBytes(StandardCharsets.UTF_8);
    }

    static String publicKey() throws IOException {
        return LogKey.publicKey(
                Files.readString(TestServer.ROOT.resolve("integration-tests/target/instances/shared/ledger-key")));
    }
}
