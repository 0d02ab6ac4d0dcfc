package io.writ.governance.writ;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a writ says, once it has been found to hold or at least to be readable.
 *
 * @param claims absent when the file holds none, which is not the same as a run that claimed nothing
 * @param evidence cited units; absent when the file does not list them
 * @param notInFile what the run had and this file leaves out, in words
 * @param refused decisions that were not an allow, by their records
 * @param withheldRefused decisions of which the same is said, and whose records are withheld: it is signed and no more
 * @param withheld entries whose record whoever was given the writ may not read
 * @param named whether the end of the run says which records there were, and not only how many
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
        Optional<Claims> claims,
        OptionalInt evidence,
        List<String> notInFile,
        int refused,
        int withheldRefused,
        int withheld,
        boolean named,
        int entries,
        String origin,
        String key,
        long treeSize,
        int cosignatures,
        List<Witness> witnesses) {

    public WritFacts {
        witnesses = List.copyOf(witnesses);
        notInFile = List.copyOf(notInFile);
    }

    /** How many claims the answer makes, and how many of them the gate found supported. */
    public record Claims(int all, int supported) {}

    /** A witness and when it saw the checkpoint. */
    public record Witness(String name, Instant seenAt) {}
}
