package io.writ.governance.policy.engine;

import io.writ.evidence.Digest;
import jakarta.json.JsonObject;

/** One version of policy, read and held against its digests: the compiled plan and its data, never one without the other. */
public final class PolicyBundle {

    private final String revision;
    private final Digest digest;
    private final JsonObject manifest;
    private final JsonObject data;
    private final byte[] plan;

    /**
     * A version.
     *
     * @param revision rule set and the start of the source digest, as built
     * @param digest SHA-256 over exactly what is loaded
     * @param manifest of OPA's bundle format
     * @param plan of {@code opa build -t plan}
     */
    public PolicyBundle(String revision, Digest digest, JsonObject manifest, JsonObject data, byte[] plan) {
        this.revision = revision;
        this.digest = digest;
        this.manifest = manifest;
        this.data = data;
        this.plan = plan.clone();
    }

    public String revision() {
        return revision;
    }

    public Digest digest() {
        return digest;
    }

    public JsonObject manifest() {
        return manifest;
    }

    public JsonObject data() {
        return data;
    }

    public byte[] plan() {
        return plan.clone();
    }
}
