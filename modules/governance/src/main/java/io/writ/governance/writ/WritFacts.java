package io.writ.governance.writ;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a writ says, once it has been found to hold or at least to be readable.
 *
 * @param claimsSupported of {@code claims}, what the gate found
 * @param evidence cited units
 * @param refused decisions that were not an allow
 * @param withheld entries whose record whoever was given the writ may not read
 * @param cosignatures on the checkpoint beside the log's own
 * @param witnesses those whose key was given and who signed
 */
public record WritFacts(
        String run,
        String tenant,
        String terminalMode,
        String startedAt,
        String finishedAt,
        String issuedAt,
        Optional<String> question,
        Optional<String> answer,
        int claims,
        int claimsSupported,
        int evidence,
        int refused,
        int withheld,
        int entries,
        String origin,
        String key,
        long treeSize,
        int cosignatures,
        List<Witness> witnesses) {

    public WritFacts {
        witnesses = List.copyOf(witnesses);
    }

    /** A witness and when it saw the checkpoint. */
    public record Witness(String name, Instant seenAt) {}
}
