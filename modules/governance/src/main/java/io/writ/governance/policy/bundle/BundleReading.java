package io.writ.governance.policy.bundle;

import io.writ.evidence.Digest;
import io.writ.evidence.StrictJson;
import io.writ.evidence.WireFormatException;
import io.writ.governance.policy.bundle.source.BundleContent;
import io.writ.governance.policy.bundle.source.BundleFlaw;
import io.writ.governance.policy.bundle.source.BundleRefused;
import io.writ.governance.policy.bundle.source.DigestList;
import io.writ.governance.policy.engine.PolicyBundle;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Understands the files of a bundle: those that {@code opa/build.sh} lays into {@code dist/}, or those that OPA packs into
 * an archive. Both hold the same three files under the same digest.
 */
public final class BundleReading {

    /** What the bundle digest covers, in byte order of the names; see {@code opa/build.sh}. */
    private static final List<String> COVERED = List.of("data.json", "manifest.json", "plan.json");

    /** OPA's name of {@code manifest.json}. */
    private static final String OPA_MANIFEST = ".manifest";

    /** The shipped plan has a third of a megabyte; far beyond that somebody packaged something else. */
    private static final int FILE_BYTES_MAX = 16 * 1024 * 1024;

    /** So much of the source digest the revision shows. */
    private static final int REVISION_DIGITS = 16;

    private BundleReading() {}

    /** Reads either form; throws {@link BundleRefused} for anything else. */
    public static PolicyBundle of(BundleContent content) {
        return content.has(OPA_MANIFEST) ? ofArchive(content) : ofDistribution(content::read);
    }

    /** Reads what {@code opa/build.sh} writes, and holds it against the digests that it wrote. */
    public static PolicyBundle ofDistribution(BundleFiles files) {
        PolicyBundle bundle = bundle(files);
        if (!bundle.digest().hex().equals(text(files, "BUNDLE_SHA256"))) {
            throw malformed("the policy is not the one that was built: run opa/build.sh and package again");
        }
        String source = text(files, "SOURCE_SHA256");
        if (!Digest.isDigest(source)
                || !bundle.revision().endsWith("+sha256:" + source.substring(0, REVISION_DIGITS))) {
            throw malformed("the revision of the policy names other sources than its digest");
        }
        return bundle;
    }

    /** OPA loads data and plans from any folder of an archive. Here they lie at the root, or both engines would differ. */
    private static PolicyBundle ofArchive(BundleContent content) {
        for (String name : content.names()) {
            if (!BundlePart.isKnown(name)) {
                throw malformed("the bundle holds " + name + ", which has no place in it; opa/build.sh bundle packs"
                        + " plan.json, data.json, .manifest and the rules");
            }
        }
        return bundle(name -> content.read(name.equals("manifest.json") ? OPA_MANIFEST : name));
    }

    private static PolicyBundle bundle(BundleFiles files) {
        JsonObject manifest = json(files, "manifest.json");
        JsonObject data = json(files, "data.json");
        byte[] plan = file(files, "plan.json");
        return new PolicyBundle(manifest.getString("revision", ""), digest(files), manifest, data, plan);
    }

    private static Digest digest(BundleFiles files) {
        DigestList list = new DigestList();
        COVERED.forEach(name -> list.add(name, file(files, name)));
        return list.digest();
    }

    private static JsonObject json(BundleFiles files, String name) {
        try {
            return StrictJson.parseObject(file(files, name));
        } catch (WireFormatException malformed) {
            throw new BundleRefused(
                    BundleFlaw.MALFORMED, "the policy file " + name + " is not a JSON object", malformed);
        }
    }

    private static String text(BundleFiles files, String name) {
        return new String(file(files, name), StandardCharsets.UTF_8).strip();
    }

    private static byte[] file(BundleFiles files, String name) {
        Optional<byte[]> content = files.read(name);
        if (content.isEmpty()) {
            throw malformed("the policy lacks " + name);
        }
        if (content.get().length > FILE_BYTES_MAX) {
            throw new BundleRefused(BundleFlaw.TOO_LARGE, "the policy file " + name + " is too large");
        }
        return content.get();
    }

    private static BundleRefused malformed(String message) {
        return new BundleRefused(BundleFlaw.MALFORMED, message);
    }
}
