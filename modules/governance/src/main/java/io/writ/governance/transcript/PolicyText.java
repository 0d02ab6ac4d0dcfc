package io.writ.governance.transcript;

import io.writ.evidence.Digest;
import io.writ.evidence.Label;
import io.writ.governance.policy.FieldRule;
import io.writ.governance.policy.Obligations;
import io.writ.governance.policy.PatternMask;
import io.writ.governance.policy.PolicyDecision;
import io.writ.governance.policy.Provenance;
import java.util.Optional;

/** What policy said, in canonical text: enough to ask the same bundle the same question again. */
final class PolicyText {

    private PolicyText() {}

    static AscendingJson label(Label label) {
        return new AscendingJson()
                .member("classification", label.classification().wireName())
                .member("origin", label.origin().wireName());
    }

    static AscendingJson provenance(PolicyDecision decision) {
        Provenance provenance = decision.provenance();
        return new AscendingJson()
                .member("bundle_sha256", provenance.bundle().hex())
                .member("engine", provenance.engine())
                .member("entrypoint", provenance.entrypoint())
                .member("input_sha256", provenance.inputHash().hex())
                .member("result_sha256", provenance.result().map(Digest::hex))
                .member("revision", provenance.revision());
    }

    /** What an Allow obliged to; absent when policy did not allow. */
    static Optional<AscendingJson> obligations(PolicyTrail trail) {
        return trail.decision()
                .filter(PolicyDecision.Allow.class::isInstance)
                .map(PolicyDecision.Allow.class::cast)
                .map(allow -> written(allow.obligations()));
    }

    private static AscendingJson written(Obligations obligations) {
        AscendingJson written = new AscendingJson();
        switch (obligations.fields()) {
            case FieldRule.All _ -> {}
            case FieldRule.Only only -> written.texts("allow_fields", only.names());
            case FieldRule.Except except -> written.texts("deny_fields", except.names());
        }
        obligations.groupSizeMin().ifPresent(size -> written.member("group_size_min", size));
        written.texts(
                "patterns",
                obligations.patterns().stream().map(PatternMask::name).toList());
        obligations.rowsMax().ifPresent(rows -> written.member("rows_max", rows));
        return written;
    }
}
