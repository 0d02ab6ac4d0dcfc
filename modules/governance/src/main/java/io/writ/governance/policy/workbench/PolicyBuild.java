package io.writ.governance.policy.workbench;

import io.writ.evidence.Digest;
import io.writ.governance.policy.bundle.source.DigestList;
import io.writ.governance.policy.rego.value.JsonText;
import io.writ.governance.policy.rego.value.RegoValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Puts changed data into a built policy. The rules are compiled by OPA and stay as they are: where one of them changed,
 * this refuses and says so, because a plan that belongs to other rules would decide something that nobody wrote.
 */
public final class PolicyBuild {

    private static final int REVISION_DIGITS = 16;

    private final Path dist;
    private final PolicySources sources;

    private PolicyBuild(Path folder) {
        this.dist = folder.resolve("dist");
        this.sources = new PolicySources(folder);
    }

    /**
     * What a build did.
     *
     * @param before revision that was there
     * @param after revision that is there now
     */
    public record Built(String before, String after) {
        public boolean isUnchanged() {
            return before.equals(after);
        }
    }

    /**
     * Builds {@code dist} below this folder.
     *
     * @throws WorkbenchException when it cannot be built without OPA, or not at all
     */
    public static Built of(Path folder) {
        return new PolicyBuild(folder).build();
    }

    private Built build() {
        String before = Bundle.at(dist).revision();
        refuseOtherRules();
        refuseForeignPlan();
        byte[] data = (JsonText.of(RegoValue.of(sources.data())) + "\n").getBytes(StandardCharsets.UTF_8);
        String source = sources.digest().hex();
        String after = ruleSet(before) + "+sha256:" + source.substring(0, REVISION_DIGITS);
        String manifest = text("manifest.json").replace("\"" + before + "\"", "\"" + after + "\"");
        write("data.json", data);
        write("manifest.json", manifest.getBytes(StandardCharsets.UTF_8));
        write("SOURCE_SHA256", line(source));
        write("BUNDLE_SHA256", line(bundle().hex()));
        return new Built(before, after);
    }

    private String ruleSet(String revision) {
        int end = revision.indexOf("+sha256:");
        if (end < 0) {
            throw new WorkbenchException("the revision in " + dist.resolve("manifest.json") + " names no sources"
                    + " (<rule set>+sha256:<digest>): run opa/build.sh, which writes it");
        }
        return revision.substring(0, end);
    }

    private void refuseOtherRules() {
        if (!sources.rulesDigest().hex().equals(text("RULES_SHA256").strip())) {
            throw new WorkbenchException("a rule changed since " + dist + " was built (a .rego file, .manifest,"
                    + " OPA_VERSION or capabilities.json), and rules are compiled by opa: run opa/build.sh, which says"
                    + " which opa it needs");
        }
    }

    private void refuseForeignPlan() {
        if (!bundle().hex().equals(text("BUNDLE_SHA256").strip())) {
            throw new WorkbenchException(
                    dist + " is not as it was built: restore it from version control, or run opa/build.sh");
        }
    }

    private Digest bundle() {
        StringBuilder list = new StringBuilder();
        for (String name : new String[] {"data.json", "manifest.json", "plan.json"}) {
            list.append(DigestList.line(name, PolicyFiles.bytes(dist.resolve(name))));
        }
        return Digest.of(list.toString().getBytes(StandardCharsets.UTF_8));
    }

    private String text(String name) {
        return new String(PolicyFiles.bytes(dist.resolve(name)), StandardCharsets.UTF_8);
    }

    private static byte[] line(String text) {
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Replaces the file as a whole; a build that stops halfway leaves digests that do not fit, and is not loaded. */
    private void write(String name, byte[] content) {
        Path fresh = dist.resolve(name + ".new");
        try {
            Files.write(fresh, content);
            Files.move(fresh, dist.resolve(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw new WorkbenchException("cannot write " + dist.resolve(name) + ": check that you may", unwritable);
        }
    }
}
