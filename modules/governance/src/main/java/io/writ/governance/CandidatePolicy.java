package io.writ.governance;

import jakarta.json.JsonObject;
import java.util.Optional;

/** A policy that somebody wants to try. */
public sealed interface CandidatePolicy {

    /** The policy in force with other parts; what is absent stays as it is. */
    record Parts(Optional<JsonObject> data, Optional<JsonObject> manifest, Optional<JsonObject> plan)
            implements CandidatePolicy {}

    /** A bundle archive as {@code opa build} packs it. */
    final class Archive implements CandidatePolicy {

        private final byte[] gzipped;

        public Archive(byte[] gzipped) {
            this.gzipped = gzipped.clone();
        }

        public byte[] bytes() {
            return gzipped.clone();
        }
    }
}
