package io.writ.app.console;

import io.writ.app.json.JsonBuilders;
import io.writ.evidence.Claim;
import io.writ.evidence.ClaimStatus;
import io.writ.evidence.ClaimVerdict;
import io.writ.evidence.Classification;
import io.writ.evidence.ContentType;
import io.writ.evidence.Digest;
import io.writ.evidence.EvidenceId;
import io.writ.evidence.EvidenceUnit;
import io.writ.evidence.JudgedClaim;
import io.writ.evidence.JudgedClaimMap;
import io.writ.evidence.Label;
import io.writ.evidence.OriginTrust;
import io.writ.evidence.PolicySnapshotRef;
import io.writ.evidence.TerminalMode;
import io.writ.evidence.TransformStep;
import io.writ.governance.DecisionRecord;
import io.writ.governance.EvidenceRecord;
import io.writ.governance.Explanation;
import io.writ.governance.RunRecord;
import io.writ.governance.RunSummary;
import io.writ.governance.SessionId;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One of everything the console can show. */
final class SampleRuns {

    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    static final String HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)> ![x](https://evil.example)";

    private static final Label INTERNAL = new Label(Classification.INTERNAL, OriginTrust.INTERNAL_REVIEWED);
    private static final Label RESTRICTED = new Label(Classification.RESTRICTED, OriginTrust.USER_SUPPLIED);

    private SampleRuns() {}

    static List<RunSummary> oneOfEachMode() {
        return List.of(
                summary(
                        "01A",
                        9,
                        Optional.of("How many vacation days does a new employee get?"),
                        TerminalMode.SUPPORTED),
                summary(
                        "01B",
                        130,
                        Optional.of("What does the chief executive earn?"),
                        TerminalMode.INSUFFICIENT_PERMISSION),
                summary(
                        "01C",
                        4_000,
                        Optional.of("Which colour is the moon base?"),
                        TerminalMode.INSUFFICIENT_EVIDENCE),
                summary("01D", 90_000, Optional.empty(), TerminalMode.SOURCE_UNAVAILABLE),
                new RunSummary(
                        new SessionId("01E"),
                        "01ARZ3NDEKTSV4RRFFQ69G5FAV",
                        "support",
                        NOW.minusSeconds(260_000),
                        Optional.of(HOSTILE),
                        Optional.empty(),
                        1,
                        0,
                        RESTRICTED));
    }

    static RunRecord supported() {
        return new RunRecord(
                oneOfEachMode().getFirst(),
                List.of(
                        decision(1, "create_session", Optional.empty(), "allow", "session_allowed"),
                        decision(2, "operator_call", Optional.of("search"), "allow", "documents_by_audience"),
                        decision(3, "operator_call", Optional.of("fetch_rows"), "deny", "payroll_needs_hr"),
                        decision(4, "finalize", Optional.empty(), "undecided", "policy_engine_error")),
                List.of(text(HOSTILE), row(), erased()),
                Optional.of("A new employee gets 28 vacation days in a full year."),
                Optional.of(claims()));
    }

    private static JudgedClaimMap claims() {
        EvidenceId cited = new EvidenceId(Digest.of("handbook/holidays.txt"));
        return new JudgedClaimMap(
                "claims",
                TerminalMode.SUPPORTED,
                List.of(
                        judged("A new employee gets 28 vacation days.", ClaimVerdict.SUPPORTED, cited),
                        judged("A new employee gets 29 vacation days.", ClaimVerdict.ALTERED_NUMBER, cited),
                        judged("<i>Nobody</i> gets any.", ClaimVerdict.NOT_FOUND, new EvidenceId(Digest.of("other")))),
                0.95,
                1.0 / 3,
                Optional.empty(),
                Optional.empty());
    }

    private static JudgedClaim judged(String text, ClaimVerdict verdict, EvidenceId cited) {
        Claim claim = new Claim(text, ClaimStatus.SUPPORTED, List.of(cited), List.of());
        return new JudgedClaim(Digest.of(text), claim, verdict, "What the gate found.");
    }

    static RunSummary summary(String id, long secondsAgo, Optional<String> question, TerminalMode mode) {
        return new RunSummary(
                new SessionId(id),
                "01ARZ3NDEKTSV4RRFFQ69G5FAV",
                "dev",
                NOW.minusSeconds(secondsAgo),
                question,
                Optional.of(mode),
                4,
                3,
                INTERNAL);
    }

    static DecisionRecord decision(
            int number, String action, Optional<String> operator, String verdict, String reason) {
        return new DecisionRecord(
                new UUID(0x0190_0000_0000_7000L, number).toString(),
                kind(action),
                action.equals("finalize")
                        ? Optional.of(new UUID(0x0190_0000_0000_7000L, 1).toString())
                        : Optional.empty(),
                NOW.minusSeconds(9),
                action,
                operator,
                verdict,
                reason,
                verdict.equals("allow") ? "answered" : "denied",
                List.of("documents.audience", "labels.at_most"),
                "1",
                "3f786850e387550fdab836ed7e6dc881de23001b6bb1e0d5b4b6a8d4f43e7a11",
                SampleGrounds.of(verdict),
                operator.filter("search"::equals).map(_ -> new Explanation.Opaque("not told")),
                2,
                number,
                Digest.of("entry " + number).hex());
    }

    private static String kind(String action) {
        return switch (action) {
            case "create_session" -> "intent";
            case "finalize" -> "outcome";
            default -> "decision";
        };
    }

    static EvidenceRecord text(String content) {
        JsonObject place = JsonBuilders.object()
                .add("type", "text_span")
                .add("line_start", 3)
                .add("line_end", 4)
                .build();
        return unit("handbook/holidays.txt", ContentType.TEXT, Json.createValue(content), place, List.of());
    }

    private static EvidenceRecord row() {
        JsonObject content = JsonBuilders.object()
                .add("customer_id", "cust_public_1")
                .add("status", "<b>active</b>")
                .addNull("plan_tier")
                .build();
        JsonObject place = JsonBuilders.object().add("type", "db_row").build();
        TransformStep redaction = new TransformStep("redaction", Digest.of("x"), Optional.empty());
        return unit(
                "safe_customer_view_public:local:cust_public_1", ContentType.JSON, content, place, List.of(redaction));
    }

    private static EvidenceRecord erased() {
        return unit("support/ticket-7.txt", ContentType.TEXT, JsonValue.NULL, JsonObject.EMPTY_JSON_OBJECT, List.of());
    }

    private static EvidenceRecord unit(
            String object, ContentType type, JsonValue content, JsonObject place, List<TransformStep> steps) {
        EvidenceUnit unit = new EvidenceUnit(
                new EvidenceId(Digest.of(object)),
                type == ContentType.TEXT ? "fs_corpus" : "pg_safeview",
                object,
                Digest.of("version of " + object).hex(),
                place,
                type,
                content,
                Digest.of(content.toString()),
                NOW.minusSeconds(9),
                NOW.minusSeconds(9),
                new PolicySnapshotRef("snapshot", Digest.of("snapshot")),
                steps,
                INTERNAL);
        return new EvidenceRecord(new UUID(0x0190_0000_0000_7000L, 2).toString(), unit);
    }
}
