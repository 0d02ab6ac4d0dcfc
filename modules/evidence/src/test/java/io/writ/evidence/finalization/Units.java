package io.writ.evidence.finalization;

import io.writ.evidence.Claim;
import io.writ.evidence.ClaimMap;
import io.writ.evidence.ClaimStatus;
import io.writ.evidence.ContentType;
import io.writ.evidence.Digest;
import io.writ.evidence.EvidenceIdentity;
import io.writ.evidence.EvidenceUnit;
import io.writ.evidence.JudgedClaim;
import io.writ.evidence.Label;
import io.writ.evidence.PolicySnapshotRef;
import io.writ.evidence.StrictJson;
import io.writ.evidence.TerminalMode;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Evidence units and submissions, made short. */
final class Units {

    private static final PolicySnapshotRef SNAPSHOT = new PolicySnapshotRef("s1", Digest.of("snapshot"));

    private Units() {}

    static EvidenceUnit text(String objectId, String content) {
        return unit(objectId, "{\"type\":\"text_span\"}", ContentType.TEXT, Json.createValue(content));
    }

    static EvidenceUnit customer(String id, String content) {
        String locator = """
                {"type":"db_row","view_id":"safe_customer_view_public",
                 "primary_key":{"tenant_id":"local","customer_id":"%s"},"fields":[]}""".formatted(id);
        return unit(
                "safe_customer_view_public:local:" + id, locator, ContentType.JSON, StrictJson.parseObject(content));
    }

    static EvidenceUnit aggregate(String rows) {
        String locator = "{\"type\":\"db_aggregate\",\"view_id\":\"safe_customer_view_public\"}";
        JsonObject content = StrictJson.parseObject("{\"rows\":" + rows + "}");
        return unit("safe_customer_view_public", locator, ContentType.JSON, content);
    }

    static EvidenceUnit filtered(String filter, String rows) {
        String locator = "{\"type\":\"db_aggregate\",\"view_id\":\"safe_customer_view_public\"}";
        JsonObject content = StrictJson.parseObject("{\"rows\":" + rows + ",\"filter_spec\":" + filter + "}");
        return unit("safe_customer_view_public", locator, ContentType.JSON, content);
    }

    static Claim supported(String text, EvidenceUnit... cited) {
        return claim(text, ClaimStatus.SUPPORTED, cited);
    }

    static Claim claim(String text, ClaimStatus status, EvidenceUnit... cited) {
        return new Claim(
                text, status, Arrays.stream(cited).map(EvidenceUnit::id).toList(), List.of());
    }

    static ClaimMap submission(TerminalMode mode, Claim... claims) {
        return new ClaimMap("m1", mode, List.of(claims), Optional.empty(), Optional.empty());
    }

    /** The judgement of one supported claim that cites the first unit, in a session that emitted all of them. */
    static JudgedClaim judge(String claim, EvidenceUnit cited, EvidenceUnit... others) {
        List<EvidenceUnit> emitted = new ArrayList<>(List.of(others));
        emitted.add(cited);
        Judgement judgement = new LocatingClaimGate(0.95)
                .judge(submission(TerminalMode.SUPPORTED, supported(claim, cited)), emitted, false);
        return ((Judgement.Judged) judgement).claims().getFirst();
    }

    private static EvidenceUnit unit(String objectId, String locator, ContentType type, JsonValue content) {
        Digest hash = EvidenceIdentity.contentHash(type, content);
        EvidenceIdentity identity = new EvidenceIdentity(
                "test",
                objectId,
                "v1",
                StrictJson.parseObject(locator),
                hash,
                Instant.EPOCH,
                SNAPSHOT.hash(),
                List.of());
        return new EvidenceUnit(
                identity.id(),
                "test",
                objectId,
                "v1",
                identity.locator(),
                type,
                content,
                hash,
                Instant.EPOCH,
                Instant.EPOCH,
                SNAPSHOT,
                List.of(),
                Label.NONE);
    }
}
