package io.writ.governance.policy.bundle;

import io.writ.evidence.Digest;
import io.writ.evidence.StrictJson;
import io.writ.evidence.WireFormatException;
import io.writ.governance.policy.engine.EngineFactory;
import io.writ.governance.policy.engine.PolicyBundle;
import io.writ.governance.policy.engine.PolicyFailure;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Loads a compiled policy, or says why it cannot be used: something is missing, it is not what was built, it was built
 * of other sources than it says, or it needs a builtin that the evaluator lacks.
 */
public final class SnapshotLoader {

    /** What the bundle digest covers, in byte order of the names; see {@code opa/build.sh}. */
    private static final List<String> COVERED = List.of("data.json", "manifest.json", "plan.json");

    /** The shipped plan has a third of a megabyte; far beyond that somebody packaged something else. */
    private static final int FILE_BYTES_MAX = 16 * 1024 * 1024;

    /** So much of the source digest the revision shows. */
    private static final int REVISION_DIGITS = 16;

    private final EngineFactory engines;
    private final Clock clock;

    public SnapshotLoader(EngineFactory engines, Clock clock) {
        this.engines = engines;
        this.clock = clock;
    }

    public PolicySnapshot load(BundleFiles files) {
        Instant now = clock.instant();
        try {
            Digest bundle = verifiedDigest(files);
            String revision = revision(files);
            PolicyBundle policy = new PolicyBundle(
                    revision, bundle, json(files, "manifest.json"), json(files, "data.json"), file(files, "plan.json"));
            return new PolicySnapshot.Loaded(engines.engine(policy), revision, bundle, now);
        } catch (RuntimeException unusable) {
            return new PolicySnapshot.Unusable(PolicyFailure.UNAVAILABLE, String.valueOf(unusable.getMessage()), now);
        }
    }

    private static Digest verifiedDigest(BundleFiles files) {
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        for (String name : COVERED) {
            String line = name + '\0' + Digest.of(file(files, name)) + '\n';
            list.writeBytes(line.getBytes(StandardCharsets.UTF_8));
        }
        Digest found = Digest.of(list.toByteArray());
        if (!found.hex().equals(text(files, "BUNDLE_SHA256"))) {
            throw new IllegalStateException(
                    "the packaged policy is not the one that was built: run opa/build.sh and package again");
        }
        return found;
    }

    private static String revision(BundleFiles files) {
        JsonObject manifest = json(files, "manifest.json");
        String revision = manifest.getString("revision", "");
        String source = text(files, "SOURCE_SHA256");
        if (!Digest.isDigest(source) || !revision.endsWith("+sha256:" + source.substring(0, REVISION_DIGITS))) {
            throw new IllegalStateException("the revision of the packaged policy names other sources than its digest");
        }
        return revision;
    }

    private static JsonObject json(BundleFiles files, String name) {
        try {
            return StrictJson.parseObject(file(files, name));
        } catch (WireFormatException malformed) {
            throw new IllegalStateException("the packaged policy file " + name + " is not a JSON object", malformed);
        }
    }

    private static String text(BundleFiles files, String name) {
        return new String(file(files, name), StandardCharsets.UTF_8).strip();
    }

    private static byte[] file(BundleFiles files, String name) {
        byte[] content =
                files.read(name).orElseThrow(() -> new IllegalStateException("the packaged policy lacks " + name));
        if (content.length > FILE_BYTES_MAX) {
            throw new IllegalStateException("the packaged policy file " + name + " is too large");
        }
        return content;
    }
}
