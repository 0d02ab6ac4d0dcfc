package io.writ.governance.persistence;

import io.writ.evidence.Budget;
import io.writ.evidence.Classification;
import io.writ.evidence.ContentType;
import io.writ.evidence.Digest;
import io.writ.evidence.EvidenceIdentity;
import io.writ.evidence.EvidenceUnit;
import io.writ.evidence.Label;
import io.writ.evidence.OriginTrust;
import io.writ.evidence.PolicySnapshotRef;
import io.writ.governance.Actor;
import io.writ.governance.Caller;
import io.writ.governance.Principal;
import io.writ.governance.PrincipalId;
import io.writ.governance.SessionId;
import io.writ.governance.SessionToken;
import io.writ.governance.TenantId;
import io.writ.governance.TraceParent;
import io.writ.governance.session.SessionFacts;
import io.writ.governance.session.SessionKey;
import io.writ.governance.session.TokenMint;
import io.writ.ledger.EntryKind;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** Things that many tests need one of. */
public final class Samples {

    public static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    public static final Label INTERNAL = new Label(Classification.INTERNAL, OriginTrust.INTERNAL_REVIEWED);
    public static final SessionToken TOKEN = new SessionToken("secret-of-the-session");
    public static final PolicySnapshotRef SNAPSHOT = new PolicySnapshotRef("SNAPSHOT", Digest.of("snapshot"));

    private Samples() {}

    public static TenantId freshTenant() {
        return new TenantId("tenant-" + UUID.randomUUID());
    }

    public static Budget budget(int calls, int bytes) {
        return new Budget(calls, bytes, 10_000, 5, OptionalInt.of(4));
    }

    public static Caller caller(TenantId tenant, String principal) {
        return caller(tenant, principal, "developer");
    }

    public static Caller caller(TenantId tenant, String principal, String... roles) {
        Principal subject = new Principal(
                tenant,
                new PrincipalId(principal),
                List.of(roles),
                Map.of(),
                List.of(new Actor(Actor.Kind.HUMAN, principal, "Somebody")));
        return new Caller(subject, "request-1", "01HTRACE", new TraceParent("a".repeat(32), "b".repeat(16), true));
    }

    public static SessionFacts facts(TenantId tenant, Budget budget) {
        return new SessionFacts(
                new SessionKey(tenant, new SessionId("S" + UUID.randomUUID())),
                "01HTRACE",
                new PrincipalId("dev"),
                Digest.of("dev"),
                TokenMint.digest(TOKEN),
                NOW,
                NOW.plusSeconds(900),
                NOW,
                SNAPSHOT,
                budget,
                Optional.empty());
    }

    public static NewSession session(SessionFacts facts) {
        return new NewSession(
                facts,
                caller(facts.key().tenant(), facts.principal().value()).principal(),
                JsonValue.EMPTY_JSON_OBJECT,
                JsonValue.EMPTY_JSON_ARRAY,
                Optional.of("who asked?"),
                Optional.of(Digest.of("question")));
    }

    public static EvidenceUnit unit(String text) {
        JsonObject locator = Json.createObjectBuilder()
                .add("type", "text_span")
                .add("line_start", 1)
                .build();
        JsonValue content = Json.createValue(text);
        Digest contentHash = EvidenceIdentity.contentHash(ContentType.TEXT, content);
        EvidenceIdentity identity = new EvidenceIdentity(
                "fs_corpus", "public/a.txt", "v1", locator, contentHash, NOW, SNAPSHOT.hash(), List.of());
        return new EvidenceUnit(
                identity.id(),
                "fs_corpus",
                "public/a.txt",
                "v1",
                locator,
                ContentType.TEXT,
                content,
                contentHash,
                NOW,
                NOW,
                SNAPSHOT,
                List.of(),
                INTERNAL);
    }

    public static DecisionRow row(TenantId tenant, Optional<SessionId> session, EvidenceUnit... units) {
        return row(tenant, session, Standing.decision(), units);
    }

    /** What begins or ends something. */
    public static DecisionRow row(
            TenantId tenant, Optional<SessionId> session, Standing standing, EvidenceUnit... units) {
        UUID id = UUID.randomUUID();
        JsonObject canonical =
                Json.createObjectBuilder().add("record_id", id.toString()).build();
        return new DecisionRow(
                id,
                tenant,
                session,
                "01HTRACE",
                "operator_call",
                NOW,
                CanonicalBytes.of(canonical),
                Optional.of(CanonicalBytes.of(canonical)),
                List.of(units),
                List.of(),
                standing,
                standing.kind() == EntryKind.DECISION && units.length > 0
                        ? OptionalInt.of(units.length)
                        : OptionalInt.empty());
    }
}
