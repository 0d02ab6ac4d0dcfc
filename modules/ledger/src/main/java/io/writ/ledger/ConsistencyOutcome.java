package io.writ.ledger;

import io.writ.evidence.Digest;
import java.util.List;

/** Whether one tree extends another. */
public sealed interface ConsistencyOutcome {

    /** It does, and this proves it to whoever has both roots: RFC 6962 section 2.1.2. */
    record Proven(long older, long newer, List<Digest> path) implements ConsistencyOutcome {
        public Proven {
            path = List.copyOf(path);
        }
    }

    /** There is no such pair of sizes; the sentence says why. */
    record Impossible(String problem) implements ConsistencyOutcome {}
}
