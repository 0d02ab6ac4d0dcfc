package io.writ.governance;

import io.writ.evidence.Digest;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Optional;

/** A policy question of the caller about itself, see {@code spec/pecr.md} section 1.4. */
public record Simulation(
        String action,
        JsonObject params,
        Optional<Digest> policySnapshotHash,
        Optional<Digest> policyBundleHash,
        Optional<Instant> asOf) {}
