package io.writ.governance.policy.backtest;

import io.writ.evidence.Digest;
import io.writ.evidence.StrictJson;
import io.writ.evidence.WireFormatException;
import io.writ.governance.policy.bundle.PolicySnapshot;
import io.writ.governance.policy.engine.PlanEngine;
import io.writ.governance.policy.engine.PolicyBundle;
import io.writ.governance.policy.rego.RegoPlanException;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A policy that is only asked, never obeyed. It needs no signature: what it answers opens no door. It must evaluate,
 * and it is named by the digest that it would have if it were in force.
 */
public final class CandidateBundle {

    private CandidateBundle() {}

    /**
     * Reads the three files that make up a bundle.
     *
     * @throws IllegalArgumentException with a sentence that says what is wrong with them
     */
    public static PolicySnapshot.Loaded of(byte[] data, byte[] manifest, byte[] plan, Instant now) {
        JsonObject described = json("the manifest", manifest);
        PolicyBundle bundle = new PolicyBundle(
                described.getString("revision", "without revision"),
                digest(data, manifest, plan),
                described,
                json("data.json", data),
                plan);
        try {
            return new PolicySnapshot.Loaded(PlanEngine.of(bundle), bundle.revision(), bundle.digest(), now);
        } catch (RegoPlanException unusable) {
            throw new IllegalArgumentException("the plan cannot be evaluated: " + unusable.getMessage(), unusable);
        } catch (IllegalArgumentException | StackOverflowError unusable) {
            throw new IllegalArgumentException("the plan is not one that opa build -t plan writes", unusable);
        }
    }

    /** The digest of {@code opa/build.sh}: over names and digests of the files, in byte order of the names. */
    static Digest digest(byte[] data, byte[] manifest, byte[] plan) {
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        list.writeBytes(line("data.json", data));
        list.writeBytes(line("manifest.json", manifest));
        list.writeBytes(line("plan.json", plan));
        return Digest.of(list.toByteArray());
    }

    private static byte[] line(String name, byte[] content) {
        return (name + '\0' + Digest.of(content) + '\n').getBytes(StandardCharsets.UTF_8);
    }

    private static JsonObject json(String name, byte[] content) {
        try {
            return StrictJson.parseObject(content);
        } catch (WireFormatException malformed) {
            throw new IllegalArgumentException(name + " is not a JSON object: " + malformed.getMessage(), malformed);
        }
    }
}
