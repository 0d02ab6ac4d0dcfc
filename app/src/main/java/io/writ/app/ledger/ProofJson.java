package io.writ.app.ledger;

import io.writ.app.json.JsonBuilders;
import io.writ.evidence.Digest;
import io.writ.governance.CanonicalRecord;
import io.writ.ledger.ChainedEntry;
import io.writ.ledger.ConsistencyOutcome;
import io.writ.ledger.InclusionOutcome;
import io.writ.ledger.LedgerEntry;
import io.writ.ledger.RecordProof;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Proofs on the wire. Hashes of the tree are in base64, as in checkpoints; hashes of our chains are in hex. */
final class ProofJson {

    private ProofJson() {}

    static Response answer(JsonObject body) {
        return Response.ok(body.toString(), MediaType.APPLICATION_JSON_TYPE).build();
    }

    static JsonObject inclusion(InclusionOutcome.Proven proven) {
        return RecordProof.members(proven).build();
    }

    /** An entry, and its record where the caller may read it: base64, because it is about the exact bytes. */
    static JsonObject entry(ChainedEntry found, Optional<CanonicalRecord> record) {
        LedgerEntry entry = found.entry();
        JsonObjectBuilder json = JsonBuilders.object()
                .add("record_id", entry.recordId().toString())
                .add("lane", entry.lane())
                .add("seq", entry.seq())
                .add("kind", entry.kind().number())
                .add("leaf_hash", entry.leaf().hex())
                .add("previous_hash", found.previous().hex())
                .add("entry_hash", entry.entry().hex());
        record.ifPresent(whole -> json.add("canonical", Base64.getEncoder().encodeToString(whole.bytes())));
        return json.build();
    }

    static JsonObject consistency(ConsistencyOutcome.Proven proven) {
        return JsonBuilders.object()
                .add("from", proven.older())
                .add("to", proven.newer())
                .add("path", path(proven.path()))
                .build();
    }

    private static JsonArrayBuilder path(List<Digest> path) {
        JsonArrayBuilder hashes = JsonBuilders.array();
        path.forEach(hash -> hashes.add(Base64.getEncoder().encodeToString(hash.bytes())));
        return hashes;
    }
}
