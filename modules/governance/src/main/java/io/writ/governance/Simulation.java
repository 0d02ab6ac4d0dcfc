package io.writ.governance;

import io.writ.evidence.Digest;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Optional;

/** A policy question of the caller about itself, see PECR v1. */
public record Simulation(
        String action,
        JsonObject params,
        Optional<Digest> policySnapshotHash,
        Optional<Digest> policyBundleHash,
        Optional<Instant> asOf) {}
