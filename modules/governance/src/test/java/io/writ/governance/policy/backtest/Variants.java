package io.writ.governance.policy.backtest;

import io.writ.evidence.Digest;
import io.writ.governance.policy.Workspace;
import io.writ.governance.policy.bundle.PolicySnapshot;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** The shipped policy, and what a policy author might make of it. */
final class Variants {

    private static final Path DIST = Workspace.OPA.resolve("dist");

    private Variants() {}

    static PolicySnapshot.Loaded shipped() {
        return changed(data -> data);
    }

    /** The shipped rules over other data. */
    static PolicySnapshot.Loaded changed(UnaryOperator<String> edit) {
        return CandidateBundle.of(
                edit.apply(Workspace.text(DIST.resolve("data.json")) + "\n").getBytes(StandardCharsets.UTF_8),
                Workspace.bytes(DIST.resolve("manifest.json")),
                Workspace.bytes(DIST.resolve("plan.json")),
                Notes.CLOCK.instant());
    }

    static PolicySnapshot.Loaded replaced(String text, String by) {
        return changed(data -> {
            if (!data.contains(text)) {
                throw new IllegalArgumentException("the shipped data no longer holds " + text);
            }
            return data.replace(text, by);
        });
    }

    /** Other data under the digest of the shipped policy: what a manipulated bundle would be. */
    static PolicySnapshot.Loaded posing(PolicySnapshot.Loaded other) {
        Digest shipped = shipped().bundle();
        return new PolicySnapshot.Loaded(other.engine(), other.revision(), shipped, other.loadedAt());
    }
}
