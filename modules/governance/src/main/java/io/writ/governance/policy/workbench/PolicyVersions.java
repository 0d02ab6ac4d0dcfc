package io.writ.governance.policy.workbench;

import io.writ.governance.policy.backtest.CandidateBundle;
import io.writ.governance.policy.bundle.PackagedBundle;
import io.writ.governance.policy.bundle.PolicySnapshot;
import io.writ.governance.policy.bundle.SnapshotLoader;
import io.writ.governance.policy.engine.PlanEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** Policies that answer, as a user names them. */
final class PolicyVersions {

    private PolicyVersions() {}

    /** The one that was built into this program. */
    static PolicySnapshot.Loaded packaged(Clock clock) {
        return switch (new SnapshotLoader(PlanEngine::of, clock).load(new PackagedBundle())) {
            case PolicySnapshot.Loaded loaded -> loaded;
            case PolicySnapshot.Unusable unusable ->
                throw new WorkbenchException("the policy that was built into this program cannot be used: "
                        + unusable.problem() + "; name one with --bundle or --base");
        };
    }

    /** The one in this folder or archive. */
    static PolicySnapshot.Loaded at(Path path, Clock clock) {
        Map<String, byte[]> files = Files.isDirectory(path) ? BundleFolder.read(path) : BundleArchive.read(path);
        try {
            return CandidateBundle.of(
                    file(path, files, "data.json"),
                    file(path, files, ".manifest"),
                    file(path, files, "plan.json"),
                    clock.instant());
        } catch (IllegalArgumentException unusable) {
            throw new WorkbenchException(path + ": " + unusable.getMessage(), unusable);
        }
    }

    private static byte[] file(Path origin, Map<String, byte[]> files, String name) {
        byte[] content = files.get(name);
        if (content == null) {
            throw new WorkbenchException(origin + " has no " + name
                    + ": name a folder that opa/build.sh has written, or an archive of opa build -t plan");
        }
        return content;
    }
}
