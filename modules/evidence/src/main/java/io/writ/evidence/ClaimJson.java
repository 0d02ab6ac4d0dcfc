package io.writ.evidence;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/** Wire form of one claim. */
final class ClaimJson {

    private ClaimJson() {}

    static Claim read(JsonMembers wire) {
        wire.text("claim_id");
        return readMembers(wire);
    }

    static JudgedClaim readJudged(JsonMembers wire) {
        return new JudgedClaim(
                wire.digest("claim_id"),
                readMembers(wire),
                wire.constant(ClaimVerdict.class, "verdict", ClaimVerdict::wireName),
                wire.text("reason"));
    }

    static JsonObject write(JudgedClaim judged) {
        Claim claim = judged.claim();
        JsonArrayBuilder evidence = SharedJson.PROVIDER.createArrayBuilder();
        claim.evidence().forEach(id -> evidence.add(id.hex()));
        JsonObjectBuilder builder = SharedJson.PROVIDER
                .createObjectBuilder()
                .add("claim_id", judged.id().hex())
                .add("claim_text", claim.text())
                .add("status", claim.status().name())
                .add("evidence_unit_ids", evidence);
        if (!claim.snippets().isEmpty()) {
            JsonArrayBuilder snippets = SharedJson.PROVIDER.createArrayBuilder();
            claim.snippets().forEach(snippet -> snippets.add(write(snippet)));
            builder.add("evidence_snippets", snippets);
        }
        return builder.add("verdict", judged.verdict().wireName())
                .add("reason", judged.reason())
                .build();
    }

    private static Claim readMembers(JsonMembers wire) {
        String text = wire.text("claim_text");
        if (text.isBlank()) {
            throw new WireFormatException("claim_text must not be blank");
        }
        return new Claim(
                text,
                wire.constant(ClaimStatus.class, "status", ClaimStatus::name),
                evidence(wire),
                wire.has("evidence_snippets")
                        ? wire.objects("evidence_snippets").stream()
                                .map(ClaimJson::readSnippet)
                                .toList()
                        : List.of());
    }

    private static List<EvidenceId> evidence(JsonMembers wire) {
        return wire.texts("evidence_unit_ids").stream()
                .map(hex -> new EvidenceId(JsonMembers.digest("evidence_unit_ids", hex)))
                .toList();
    }

    private static EvidenceSnippet readSnippet(JsonMembers wire) {
        return new EvidenceSnippet(
                new EvidenceId(wire.digest("evidence_unit_id")), wire.text("location"), wire.text("snippet"));
    }

    private static JsonObject write(EvidenceSnippet snippet) {
        return SharedJson.PROVIDER
                .createObjectBuilder()
                .add("evidence_unit_id", snippet.evidenceId().hex())
                .add("location", snippet.location())
                .add("snippet", snippet.snippet())
                .build();
    }
}
