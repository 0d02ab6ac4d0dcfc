package io.writ.governance.journal;

import io.writ.evidence.Digest;
import io.writ.evidence.SharedJson;
import io.writ.governance.policy.bundle.ActivationEvent;
import io.writ.governance.policy.bundle.Candidate;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;

/** What a record says about a bundle: which, from where, who vouches for it, and what it replaces. */
final class ActivationDetail {

    private ActivationDetail() {}

    static JsonObject of(ActivationEvent event) {
        JsonObjectBuilder detail = SharedJson.PROVIDER.createObjectBuilder().add("source", event.source());
        switch (event) {
            case ActivationEvent.Activated(var candidate, var replaced) -> {
                bundle(detail, candidate);
                replaced.map(Digest::hex).ifPresent(digest -> detail.add("replaced_sha256", digest));
            }
            case ActivationEvent.Refused(var _, var fingerprint, var candidate, var _, var problem, var kept) -> {
                candidate.ifPresent(known -> bundle(detail, known));
                fingerprint.map(Digest::hex).ifPresent(digest -> detail.add("fingerprint_sha256", digest));
                kept.map(Digest::hex).ifPresent(digest -> detail.add("kept_sha256", digest));
                detail.add("problem", problem);
            }
        }
        return detail.build();
    }

    private static void bundle(JsonObjectBuilder detail, Candidate candidate) {
        detail.add("bundle_sha256", candidate.bundle().digest().hex())
                .add("revision", candidate.bundle().revision())
                .add("rule_set", candidate.ruleSet().number())
                .add("fingerprint_sha256", candidate.fingerprint().hex())
                .add("pinned", candidate.pinned() ? JsonValue.TRUE : JsonValue.FALSE);
        candidate.signedBy().ifPresent(key -> detail.add("signed_by", key));
    }
}
