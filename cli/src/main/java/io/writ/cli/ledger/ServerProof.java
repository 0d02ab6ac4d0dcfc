package io.writ.cli.ledger;

import io.writ.cli.CommandFailure;
import io.writ.evidence.StrictJson;
import io.writ.ledger.RecordProof;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** A proof from a running server: its inclusion proof, and the record itself where the caller may read it. */
final class ServerProof {

    /** The problem by which a server says that it has no such record; any other 404 is of a wrong address. */
    private static final String UNKNOWN = "entry-unknown";

    /** The problem by which a server says that the entry waits for the next checkpoint. */
    private static final String PENDING = "proof-pending";

    private ServerProof() {}

    /** Empty when there is no such record, or no checkpoint covers it yet. */
    static Optional<RecordProof> of(LedgerClient client, String id) {
        String recordId = recordId(id);
        try {
            LedgerClient.Answer answer = client.get("v1/ledger/proofs/inclusion?decision_id=" + recordId);
            if (answer.isProblem(UNKNOWN) || answer.isProblem(PENDING)) {
                return Optional.empty();
            }
            if (!answer.isOk()) {
                throw new CommandFailure("the server gives no proof: " + answer.brief());
            }
            RecordProof proof = RecordProof.parse(answer.body());
            return Optional.of(canonical(client, recordId).map(proof::with).orElse(proof));
        } catch (IOException unreachable) {
            throw new CommandFailure("the server gives no answer: " + unreachable.getMessage(), unreachable);
        }
    }

    private static Optional<byte[]> canonical(LedgerClient client, String recordId) throws IOException {
        LedgerClient.Answer entry = client.get("v1/ledger/entries/" + recordId + "?body=true");
        if (!entry.isOk()) {
            return Optional.empty();
        }
        return Optional.ofNullable(StrictJson.parseObject(entry.body()).getString("canonical", null))
                .map(Base64.getDecoder()::decode);
    }

    private static String recordId(String text) {
        try {
            return UUID.fromString(text).toString();
        } catch (IllegalArgumentException none) {
            throw new CommandFailure(
                    text + " is no record id. A server proves records; for a whole run read the database or an export",
                    none);
        }
    }
}
