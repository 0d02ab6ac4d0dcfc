package io.writ.governance.transcript;

import io.writ.evidence.Digest;
import io.writ.evidence.Label;
import io.writ.governance.Grounds;
import io.writ.governance.LeastChange;
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

    /** The word about the call, how it came about, and what the caller was told about that if it is something else. */
    static Optional<AscendingJson> decision(PolicyTrail trail) {
        return trail.decision().map(PolicyDecision::provenance).map(provenance -> {
            Optional<Grounds> told = trail.release().isPresent() ? Optional.empty() : trail.told();
            return provenance(provenance, told.flatMap(Grounds::leastChange))
                    .members(
                            "told",
                            told.map(Grounds::explanation)
                                    .filter(explanation -> !explanation.equals(provenance.explanation()))
                                    .map(ExplanationText::of));
        });
    }

    /** The word about what a search found. What its caller may be told about it is always the same, so it is not here. */
    static Optional<AscendingJson> release(PolicyTrail trail) {
        return trail.release().map(items -> provenance(items.provenance(), Optional.empty()));
    }

    private static AscendingJson provenance(Provenance provenance, Optional<LeastChange> leastChange) {
        return new AscendingJson()
                .member("bundle_sha256", provenance.bundle().hex())
                .member("engine", provenance.engine())
                .member("entrypoint", provenance.entrypoint())
                .member("explanation", ExplanationText.of(provenance.explanation()))
                .member("input_sha256", provenance.inputHash().hex())
                .members("least_change", leastChange.map(ExplanationText::of))
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
